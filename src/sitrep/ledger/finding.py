"""One question's replies, in groups that agree, to a finding."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from sitrep.ledger.answers import (
    Group,
    agreeing,
    answer,
    denial,
    evidence_order,
)
from sitrep.ledger.blame import BLAME
from sitrep.ledger.claimants import claimant
from sitrep.ledger.context import Context
from sitrep.ledger.grade import grade
from sitrep.ledger.importance import importance
from sitrep.ledger.reply import Reply
from sitrep.ledger.status import status
from sitrep.ledger.succession import replaced
from sitrep.ledger.tracks import track_of
from sitrep.ledger.withdrawals import standing, takes_back
from sitrep.ledger.wording import reported
from sitrep.model.findings import TAKEN_BACK, Answer, Finding, Question
from sitrep.model.ids import make_id

_SUPERSEDED = 0.3
"""What a finding keeps of its importance once its own claimant has replaced it."""


def findings(together: Sequence[Reply], context: Context) -> list[Finding]:
    """Return the finding of one question, and one for each answer replaced or withdrawn since."""
    stands, gone = standing(agreeing(together), together)
    if not stands:
        return [_taken_back(_finding(gone, context), together)]
    current, old = replaced(stands, context)
    now = _finding(current, context)
    past = [_past(group, context) for group in old]
    past += [_taken_back(_past(group, context), together) for group in gone]
    return [msgspec.structs.replace(now, supersedes=past[0].id) if past else now, *past]


def _past(group: Group, context: Context) -> Finding:
    """Return a replaced answer as a finding of its own; its number is part of its id."""
    finding = _finding([group], context)
    return msgspec.structs.replace(
        finding,
        id=make_id("fnd", context.theatre.id, finding.question.key, group.text),
        status="superseded",
        importance=round(finding.importance * _SUPERSEDED, 4),
    )


def _taken_back(finding: Finding, together: Sequence[Reply]) -> Finding:
    """Return a finding as withdrawn, with the claims that tell so among its evidence."""
    back = [reply.claim for reply in together if takes_back(reply)]
    return msgspec.structs.replace(
        withdrawn(finding),
        claims=tuple(dict.fromkeys((*finding.claims, *(one.id for one in back)))),
        articles=tuple(dict.fromkeys((*finding.articles, *(one.article_id for one in back)))),
    )


def withdrawn(finding: Finding) -> Finding:
    """Return a finding whose source took it back: improbable, and little worth telling."""
    keeps = _SUPERSEDED if finding.status != "superseded" else 1.0
    reasons = (*finding.grade.reasons[:-1], TAKEN_BACK)
    return msgspec.structs.replace(
        finding,
        status="withdrawn",
        grade=msgspec.structs.replace(finding.grade, credibility=5, reasons=reasons),
        importance=round(finding.importance * keeps, 4),
    )


def _finding(groups: Sequence[Group], context: Context) -> Finding:
    replies = sorted((reply for group in groups for reply in group.replies), key=evidence_order)
    first = replies[0]
    answers = _answers(groups, context)
    told = _told(replies)
    exclusive = first.key.startswith(BLAME)
    state = status(first.kind, answers, asked=bool(told.text), exclusive=exclusive)
    track = track_of(replies, context)
    score, reasons = importance(replies, context, track=track, contested=state == "contested")
    articles = tuple(dict.fromkeys(reply.claim.article_id for reply in replies))
    text = told.text or reported(claimant(first, context), first.claim)
    known = [r.claim.published_at for r in replies if r.claim.published_at is not None]
    return Finding(
        id=make_id("fnd", context.theatre.id, first.key),
        theatre=context.theatre.id,
        track=track,
        question=Question(kind=first.kind, key=first.key, text=text),
        answers=answers,
        status=state,
        grade=grade(state, answers, replies, context),
        origins=_counted(answers),
        sides=tuple(sorted({side for one in answers for side in one.sides})),
        unvouched=tuple(dict.fromkeys(r.claim.id for r in replies if not r.vouched)),
        claims=tuple(dict.fromkeys(reply.claim.id for reply in replies)),
        articles=articles,
        stories=tuple(sorted({story for one in articles for story in context.stories(one)})),
        place=first.place,
        happened_from=told.window.start,
        happened_to=told.window.end,
        first_known_at=min(known, default=None),
        last_known_at=max(known, default=None),
        importance=score,
        reasons=reasons,
    )


def _counted(answers: Sequence[Answer]) -> int:
    """Return the independent origins over all answers; those that nobody knows are one at most."""
    known = {origin for one in answers for origin in one.vouched}
    return len(known) or min(1, sum(one.counted for one in answers))


def _told(replies: Sequence[Reply]) -> Reply:
    """Return the reply that words the question as most do, with a time where a fresh one has it."""
    known = [reply for reply in replies if reply.vouched] or replies
    fresh = [reply for reply in known if reply.novelty == 1.0 and reply.affirms] or known
    worded = [reply for reply in fresh if reply.text] or fresh
    among = [reply for reply in worded if reply.window.start is not None] or worded
    texts = Counter(reply.text for reply in among)
    return min(among, key=lambda reply: (-texts[reply.text], evidence_order(reply)))


def _answers(groups: Iterable[Group], context: Context) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for group in groups:
        answers.append(answer(group, context))
        denied = denial(group, context)
        if denied is not None:
            answers.append(denied)
    return tuple(answers)
