"""Answers to one question: which replies agree, who gives them, and which came to be replaced."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitrep.ledger.claimants import behind, claimant, claimants
from sitrep.ledger.content import marred
from sitrep.ledger.context import THIRD, Context
from sitrep.ledger.reply import NEGATED, Reply
from sitrep.model.findings import UNSAID, Answer

NO = "no"
"""The answer of those who tell that something is not so, where nobody says that it is."""
ABOUT = 0.1
"""“About 100” agrees with whatever lies within a tenth of it."""
_LARGE, _FIGURES = 1000, 2
"""A total of so many or more, given in so few figures, was rounded."""

_PARAGRAPHS = 400
"""Sentences within so many characters stand equally early in a report."""
_READABLE = 140
"""The length in characters of a sentence that says one thing fully."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Replies that agree; `text` is their answer in words."""

    text: str
    replies: tuple[Reply, ...]

    @property
    def claimants(self) -> frozenset[str]:
        """The origins of those who affirm."""
        return frozenset(reply.origin for reply in self.replies if reply.affirms)


def agreeing(replies: Sequence[Reply]) -> list[Group]:
    """Return the replies to one question in groups that agree, best supported first."""
    if any(reply.kind == "count" for reply in replies):
        parts = _by_number(replies)
    else:
        parts = {}
        for reply in _by_manner(replies):
            parts.setdefault(reply.answer, []).append(reply)
    groups = [Group(text=text, replies=tuple(part)) for text, part in parts.items()]
    return sorted(groups, key=lambda one: (one.text == UNSAID, _rank(one.replies), one.text))


def _by_manner(replies: Sequence[Reply]) -> Sequence[Reply]:
    """Return replies; where accounts of how an attack was made differ, the account is the answer.

    Who says only that it was made does not say how, which is an answer behind the accounts.
    """
    if len({reply.manner for reply in replies if reply.affirms and reply.manner}) < 2:
        return replies
    return [replace(r, answer=r.manner or UNSAID) if r.affirms else r for r in replies]


def _rank(replies: Sequence[Reply]) -> tuple[int, bool, int, int]:
    """Order answers: known origins first, then third parties, all origins, reports."""
    affirming = [reply for reply in replies if reply.affirms]
    known = [reply for reply in affirming if reply.vouched]
    third = any(reply.side == THIRD for reply in known or affirming)
    reports = len({reply.claim.article_id for reply in replies})
    return -len(independent(known)), not third, -len(independent(affirming)), -reports


def answer(group: Group, context: Context) -> Answer:
    """Return the group as an answer with its claims, origins and sides."""
    affirming, against = _divided(group)
    shown = affirming or against
    origins = independent(shown)
    origins -= behind(origins, context)
    known = origins & independent(reply for reply in shown if reply.vouched)
    telling = [reply for reply in shown if reply.origin in (known or origins)]
    text = group.text if affirming else _objections(against, context)
    if not affirming and all(reply.objection == NEGATED for reply in against):
        text = NO
    return Answer(
        text=text,
        value=shown[0].value,
        low=shown[0].low,
        high=shown[0].high,
        claimants=claimants(shown, origins, context),
        claims_for=_ids(shown),
        claims_against=_ids(against) if affirming else (),
        origins=tuple(sorted(origins)),
        sides=tuple(sorted({reply.side for reply in telling if reply.vouched or not known})),
        unvouched=tuple(sorted(origins - known)),
    )


def independent(replies: Iterable[Reply]) -> frozenset[str]:
    """Return the independent origins of replies that agree.

    An outlet that quotes a speaker on the matter adds nothing by its own words in that report.
    """
    told = list(replies)
    quoting = {r.claim.article_id for r in told if r.origin.startswith("speaker:")}
    return frozenset(
        reply.origin
        for reply in told
        if reply.origin.startswith("speaker:") or reply.claim.article_id not in quoting
    )


def denial(group: Group, context: Context) -> Answer | None:
    """Return what those say who deny a group's answer, None where nobody or everybody does."""
    affirming, against = _divided(group)
    if not affirming or not against:
        return None
    denying = (
        replace(one, objection="denied") if one.objection == NEGATED else one for one in against
    )
    return answer(Group(text=group.text, replies=tuple(denying)), context)


def _objections(against: Sequence[Reply], context: Context) -> str:
    """Return "denied by A; not confirmed by B"."""
    by: dict[str, list[str]] = {}
    for reply in sorted(against, key=lambda reply: (reply.objection, evidence_order(reply))):
        how = "denied" if reply.objection == NEGATED else reply.objection
        by.setdefault(how, []).append(claimant(reply, context))
    return "; ".join(f"{how} by {', '.join(dict.fromkeys(who))}" for how, who in by.items())


def _divided(group: Group) -> tuple[list[Reply], list[Reply]]:
    """Return who affirms and who denies; nobody denies what they affirm elsewhere."""
    affirming = [reply for reply in group.replies if reply.affirms]
    sure = {reply.origin for reply in affirming}
    against = [r for r in group.replies if not r.affirms and r.origin not in sure]
    return affirming, against


def evidence_order(reply: Reply) -> tuple[bool, bool, bool, bool, float, float, int, int, str]:
    """Order evidence: affirming, known, standing alone, not recalled, news, early, readable."""
    evidence = reply.claim.evidence
    leaning = "needs-context" in reply.claim.reasons or marred(evidence.quote)
    early = evidence.start // _PARAGRAPHS
    length = abs(evidence.end - evidence.start - _READABLE)
    news = -round(reply.title, 1)
    against = not reply.affirms
    alone = (not reply.vouched, leaning, reply.recalled)
    return (against, *alone, -reply.novelty, news, early, length, reply.claim.id)


def _by_number(given: Sequence[Reply]) -> dict[str, list[Reply]]:
    """Group numbers: exact ones by value; an open one joins the best supported that it allows.

    A round number for a running total ("120,000") is an open one.
    """
    exact: dict[float, list[Reply]] = {}
    open_ones: list[Reply] = []
    for reply in map(_rounded, given):
        if reply.qualifier == "exact" and reply.value is not None:
            exact.setdefault(reply.value, []).append(reply)
        else:
            open_ones.append(reply)
    loose: dict[str, list[Reply]] = {}
    ranked = sorted(exact, key=lambda value: (_rank(exact[value]), value))
    for reply in open_ones:
        fitting = next((value for value in ranked if _allows(reply, value)), None)
        if fitting is None:
            loose.setdefault(f"{reply.value}", []).append(reply)
        else:
            exact[fitting].append(reply)
    parts = {
        max((r.answer for r in part if r.value == value), key=len): part
        for value, part in exact.items()
    }
    texts = {part[0].answer: part for part in loose.values()}
    return {**parts, **texts}


def _rounded(reply: Reply) -> Reply:
    value = reply.value
    if value is None or reply.qualifier != "exact" or not reply.key.endswith("|total"):
        return reply
    few = value >= _LARGE and f"{value:.0f}".rstrip("0")
    return replace(reply, qualifier="about") if few and len(few) <= _FIGURES else reply


def _allows(reply: Reply, value: float) -> bool:
    """Tell whether an open number ("at least 4") allows `value`."""
    low, high, about = reply.low, reply.high, reply.value
    if reply.qualifier == "about" and about is not None:
        return abs(value - about) <= ABOUT * max(abs(about), 1)
    if reply.qualifier == "more_than":
        low = low if low is not None else about
        return low is not None and value > low
    if reply.qualifier in ("at_least", "up_to", "less_than", "range") and (
        low is None and high is None
    ):
        low = about if reply.qualifier == "at_least" else None
        high = about if reply.qualifier in ("up_to", "less_than") else None
    return (low is None or value >= low) and (high is None or value <= high)


def _ids(replies: Iterable[Reply]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reply.claim.id for reply in sorted(replies, key=evidence_order)))
