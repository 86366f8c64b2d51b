"""Claims to findings: questions, the answers to them, who gives each, and what they weigh."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitrep.language.content import Content
from sitrep.ledger.blame import blame
from sitrep.ledger.clauses import denied_words
from sitrep.ledger.context import THIRD, Context
from sitrep.ledger.control import control, doubt
from sitrep.ledger.corrections import SPEAKER_CORRECTED
from sitrep.ledger.counts import counts
from sitrep.ledger.decisions import decisions
from sitrep.ledger.echo import echoes
from sitrep.ledger.finding import findings, withdrawn
from sitrep.ledger.group import group
from sitrep.ledger.happenings import happenings
from sitrep.ledger.headlines import Headlines, titles
from sitrep.ledger.learned import Learned
from sitrep.ledger.novelty import novelty, of_the_past, tells_on
from sitrep.ledger.rebuttals import rebuttals
from sitrep.ledger.reply import Reply
from sitrep.ledger.resumed import resumed
from sitrep.ledger.retracted import Retractions
from sitrep.ledger.scope import follows
from sitrep.ledger.spread import spread
from sitrep.ledger.statements import statements
from sitrep.ledger.voices import Voices
from sitrep.ledger.withdrawals import withdrawing
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Event
from sitrep.model.findings import Finding
from sitrep.model.lineage import Lineage
from sitrep.vocabulary.questions import load_questions
from sitrep.vocabulary.types import Theatre, Vocabulary

_NEXT = 60
"""A sentence that begins so few characters after another speaks of the same thing."""
_ACTS = ("accepts", "rejects", "denies", "proposes", "demands", "promises", "threatens")
"""Stances that do what they say."""


class Sources(NamedTuple):
    """What the claims of one theatre are read with; `articles` maps ids to the claims' articles.

    `learned` are the records of outlets by id, from the findings of earlier runs.
    """

    articles: Mapping[str, Article]
    lineage: Lineage
    theatre: Theatre
    vocabulary: Vocabulary
    learned: Mapping[str, Learned] = {}


class Asked(NamedTuple):
    """The replies of claims to each question."""

    groups: Sequence[tuple[Reply, ...]]
    content: Content
    context: Context


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
    return settle(ask(claims, Sources(articles, lineage, theatre, vocabulary)))


def ask(claims: Iterable[Claim], sources: Sources) -> Asked:
    """Return the questions that the claims of the theatre answer, with their replies, by key."""
    theatre = sources.theatre
    named = {claim.id: claim for claim in claims if theatre.id in claim.theatres}
    context = Context(
        articles=sources.articles,
        lineage=sources.lineage,
        theatre=theatre,
        vocabulary=sources.vocabulary,
        words=load_questions(),
        learned=sources.learned,
        claims=named.values(),
    )
    voices = Voices(context)
    stating = [claim for claim in resumed(named.values(), context) if _states(claim)]
    here = [one if SPEAKER_CORRECTED in one.reasons else voices.settled(one) for one in stating]
    sentences = {c.id: _matter(c) for c in here}
    content = Content({**sentences, **titles(here, context)}, context.stop_words)
    asked = _weighed(here, content, context, voices)
    return Asked(group(asked, content, context), content, context)


def settle(asked: Asked) -> tuple[Finding, ...]:
    """Return the finding of each question, most important first."""
    claims = (reply.claim for together in asked.groups for reply in together)
    back = Retractions(claims, asked.content, asked.context)
    found = [
        withdrawn(one) if back.hold(together) else one
        for together in asked.groups
        for one in findings(together, asked.context)
    ]
    return spread(found, asked.content)


def _weighed(
    claims: Sequence[Claim], content: Content, context: Context, voices: Voices
) -> Iterator[Reply]:
    """Yield the replies of claims with what tells news from background."""
    echo, headlines = echoes(claims, content, context), Headlines(claims, content, context)
    rebutted = rebuttals(claims, content, context)
    above: Reply | None = None
    counted: list[Reply] = []
    past: Claim | None = None
    for claim in sorted(claims, key=lambda one: (one.article_id, one.evidence.start, one.id)):
        beside = [one for one in counted if follows(claim, one.claim, _NEXT)]
        found = withdrawing(replies(claim, context, above, beside), claim, context, voices)
        counted = [reply for reply in found if reply.kind == "count" and reply.window.start]
        above = next((reply for reply in found if reply.kind == "control"), above)
        told_on = past is not None and follows(claim, past, _NEXT) and tells_on(claim)
        past = claim if told_on or of_the_past(claim) else None
        if all(reply.affirms or not reply.text for reply in found):
            found += [_sourced(one, context) for one in rebutted.get(claim.id, ())]
        for reply in found:
            told = replace(
                reply,
                echo=echo[reply.claim.id],
                title=headlines.stated(reply.claim),
                headlines=headlines.elsewhere(reply.claim),
                vouched=context.vouched(reply.claim.article_id),
            )
            yield replace(
                told, novelty=novelty(told, context, told_on=told_on and reply.claim is claim)
            )


def _states(claim: Claim) -> bool:
    """Tell whether a sentence states anything: a question outside quotation marks does not."""
    return not claim.evidence.quote.rstrip().endswith("?")


def replies(
    claim: Claim, context: Context, above: Reply | None = None, counted: Sequence[Reply] = ()
) -> list[Reply]:
    """Return what a claim says to each question it answers; at least that it was said.

    `above` is the last reply on control before it: "X has not confirmed the loss" answers it, and
    "X denied that it was lost", in its paragraph;
    `counted` are the counts of the sentence before.
    """
    found = [*counts(claim, context, counted), *control(claim, context), *decisions(claim, context)]
    if not found and above is not None and _on_from(claim, above.claim, context):
        doubted = doubt(claim, above, context)
        found = [doubted] if doubted else []
    if all(reply.recalled for reply in found):
        found += happenings(claim, context) or ([] if found else statements(claim, context))
    return [_sourced(reply, context) for reply in (*found, *blame(claim, context))]


def _on_from(claim: Claim, above: Claim, context: Context) -> bool:
    """Tell whether a claim follows another at once, or denies something in its paragraph."""
    if not denied_words(claim, context) or claim.article_id != above.article_id:
        return follows(claim, above, _NEXT)
    article = context.articles.get(claim.article_id)
    between = article.text[above.evidence.end : claim.evidence.start] if article else "\n"
    return "\n" not in between or follows(claim, above, _NEXT)


def _sourced(reply: Reply, context: Context) -> Reply:
    """Give a reply its origin and side.

    A figure is its own claimant's where the sentence names one. "Ukraine accepted" is an act of
    Ukraine that the outlet reports, not Ukraine's word for something.
    """
    claim, claimant = reply.claim, reply.claimant_id
    if claimant is not None and claimant != claim.speaker_id:
        side = context.side(claimant) or THIRD
        return replace(reply, origin=f"speaker:{claimant}", side=side)
    if reply.claimant and claimant is None and reply.kind == "control":
        side = reply.side or THIRD
        return replace(reply, origin=f"speaker:{reply.claimant.casefold()}", side=side)
    if reply.kind == "decision" and reply.affirms and _acts(claim):
        return _told_by_outlet(reply, context)
    if reply.event is not None and reply.affirms and not _said(reply.event, claim):
        return _told_by_outlet(reply, context)
    return replace(reply, origin=context.origin(claim), side=context.claim_side(claim))


def _said(event: Event, claim: Claim) -> bool:
    """Tell whether an event stands in somebody's words: "X met Y to discuss Z" is the outlet's."""
    content = claim.attribution.content if claim.attribution else ()
    return any(part.start <= event.trigger.start < part.end for part in content)


def _told_by_outlet(reply: Reply, context: Context) -> Reply:
    """Give a reply to the outlet in whose own voice a sentence tells of a deed or event."""
    article_id = reply.claim.article_id
    return replace(
        reply,
        origin=context.article_origin(article_id),
        side=context.article_side(article_id),
        claimant=context.outlet_name(reply.claim),
    )


def _acts(claim: Claim) -> bool:
    """Tell whether the words attributed to the speaker are the deed itself, told by the outlet."""
    own = [nested.stance for nested in claim.nested if nested.speaker_id == claim.speaker_id]
    return any(stance in _ACTS for stance in (claim.stance, *own))


def _matter(claim: Claim) -> str:
    """Return the evidence without the words that say who speaks: those make nothing alike."""
    attribution, evidence = claim.attribution, claim.evidence
    text = evidence.quote
    spans = (attribution.source, attribution.cue) if attribution else ()
    for span in spans:
        if span is not None and evidence.start <= span.start < span.end <= evidence.end:
            start, end = span.start - evidence.start, span.end - evidence.start
            text = text[:start] + " " * (end - start) + text[end:]
    return text
