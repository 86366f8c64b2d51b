"""Claims to findings: questions, the answers to them, who gives each, and what they weigh."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sitrep.ledger.answers import Group, agreeing, answer, denial, evidence_order, replaced
from sitrep.ledger.context import Context
from sitrep.ledger.control import control
from sitrep.ledger.counts import counts
from sitrep.ledger.decisions import decisions
from sitrep.ledger.grade import grade
from sitrep.ledger.group import group
from sitrep.ledger.happenings import happenings
from sitrep.ledger.importance import importance
from sitrep.ledger.reply import Reply
from sitrep.ledger.statements import statements
from sitrep.ledger.status import status
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Answer, Finding, Question
from sitrep.model.ids import make_id
from sitrep.model.lineage import Lineage
from sitrep.vocabulary.questions import load_questions
from sitrep.vocabulary.types import Theatre, Vocabulary

_SUPERSEDED = 0.3
"""What a finding keeps of its importance once its own claimant has replaced it."""


def build(
    claims: Iterable[Claim],
    *,
    articles: Mapping[str, Article],
    lineage: Lineage,
    theatre: Theatre,
    vocabulary: Vocabulary,
) -> tuple[Finding, ...]:
    """Return the findings of `theatre`, most important first, the same for any order of `claims`.

    Only claims that name the theatre are read. `articles` maps ids to the claims' articles.
    """
    context = Context(
        articles=articles,
        lineage=lineage,
        theatre=theatre,
        vocabulary=vocabulary,
        words=load_questions(),
    )
    here = sorted(
        {claim.id: claim for claim in claims if theatre.id in claim.theatres}.values(),
        key=lambda claim: claim.id,
    )
    asked = (reply for claim in here for reply in replies(claim, context))
    findings = [
        finding for together in group(asked, context) for finding in _findings(together, context)
    ]
    return tuple(sorted(findings, key=lambda finding: (-finding.importance, finding.id)))


def replies(claim: Claim, context: Context) -> list[Reply]:
    """Return what a claim says to each question it answers; at least that it was said."""
    found = [*counts(claim, context), *control(claim, context), *decisions(claim, context)]
    if not found:
        found = happenings(claim, context) or statements(claim, context)
    origin, side = context.origin(claim), context.claim_side(claim)
    return [_sourced(reply, origin, side, context) for reply in found]


def _sourced(reply: Reply, origin: str, side: str, context: Context) -> Reply:
    """Give a reply its origin and side: the figure's own claimant where the sentence names one."""
    claimant = reply.claimant_id
    if claimant is not None and claimant != reply.claim.speaker_id:
        side = context.side(claimant) or "third"
        return replace(reply, origin=f"speaker:{claimant}", side=side)
    return replace(reply, origin=origin, side=side)


def _findings(together: tuple[Reply, ...], context: Context) -> list[Finding]:
    """Return one finding for a question, and one more for each number since replaced."""
    current, old = replaced(agreeing(together), context)
    past = [_finding((group,), context, replaced_text=group.text) for group in old]
    return [_finding(tuple(current), context, supersedes=past[0].id if past else None), *past]


def _finding(
    groups: tuple[Group, ...],
    context: Context,
    *,
    supersedes: str | None = None,
    replaced_text: str | None = None,
) -> Finding:
    shown = tuple(reply for group in groups for reply in group.replies)
    first = min(shown, key=evidence_order)
    answers = _answers(groups, context)
    state = "superseded" if replaced_text else status(first.kind, answers)
    score, reasons = importance(shown, context)
    known = sorted(r.claim.published_at for r in shown if r.claim.published_at is not None)
    times = [reply.window for reply in shown if reply.window.start is not None]
    ordered = sorted(shown, key=evidence_order)
    marks = (replaced_text,) if replaced_text else ()
    return Finding(
        id=make_id("fnd", context.theatre.id, first.key, *marks),
        theatre=context.theatre.id,
        track=first.claim.track,
        question=Question(kind=first.kind, key=first.key, text=first.text),
        answers=answers,
        status=state,
        grade=grade(first.kind, state, answers, shown, context),
        origins=len({reply.origin for reply in shown}),
        sides=tuple(sorted({reply.side for reply in shown})),
        claims=tuple(dict.fromkeys(reply.claim.id for reply in ordered)),
        articles=tuple(dict.fromkeys(reply.claim.article_id for reply in ordered)),
        stories=tuple(sorted({one for r in shown for one in context.stories(r.claim.article_id)})),
        place=first.place,
        happened_from=min((w.start for w in times if w.start), default=None),
        happened_to=max((w.end for w in times if w.end), default=None),
        first_known_at=known[0] if known else None,
        last_known_at=known[-1] if known else None,
        importance=round(score * (_SUPERSEDED if replaced_text else 1.0), 4),
        reasons=reasons,
        supersedes=supersedes,
    )


def _answers(groups: Iterable[Group], context: Context) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for one in groups:
        answers.append(answer(one, context))
        denied = denial(one, context)
        if denied is not None:
            answers.append(denied)
    return tuple(answers)
