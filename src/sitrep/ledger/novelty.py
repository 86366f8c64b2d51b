"""News or background: what a sentence's own times and words say of its age."""

import re
from datetime import datetime, timedelta

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.model.extraction import Claim, TimeRef

_RECENT = timedelta(hours=48)
"""What happened longer than this before its report is background."""
_FRESH, _DAY_OLD = timedelta(hours=24), 0.85
"""What happened longer than a day before its report has been in a brief already."""
_PAST = timedelta(days=14)
"""A sentence that names a time further back calls something to mind."""
_AHEAD = timedelta(days=45)
"""A date without a year that would lie further ahead, said of a deed, is last year's."""
STALE = 0.35
"""The novelty of what was over long before its report."""
_CALLED_TO_MIND = 0.5
_LASTING = ("decision", "control")
"""What somebody decided, or took, last week still stands."""
_NEWS_TOO = 0.9
"""The same, where the sentence states its report's title: "for the first time since 2022"."""
_TITLE = 0.5
_EARLIER = re.compile(r"\b(?:since|after|before)\b[^,;]*$")
_PRESENT = re.compile(r"\b(?:is|are|has|have|will|now|says?|remains?|today|can|may)\b")
_HAD = re.compile(r"\bhad (?!not\b)(?:\w+ly )?\w+")
_TURNS = re.compile(r"(?:But|However|Yet|Meanwhile|Since)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?!-)")
_TOTAL, _RUNNING = 1000, 0.5
"""A large count without a stated time is most often a running total, and old."""
_LONG = timedelta(days=60)
"""A count over a longer time is a running total too."""


def stated_time(time: TimeRef | None, claim: Claim) -> TimeRef | None:
    """Return `time` where it is of a claim's matter, else None.

    A time in brackets is of somebody, one behind "since" or "after" of what came before.
    """
    return time if time is not None and _own(time, claim) else None


def of_the_past(claim: Claim) -> bool:
    """Return whether a claim's own times are all over long before its report."""
    known = claim.published_at
    return known is not None and _all_past([t for t in claim.times if _own(t, claim)], known)


def tells_on(claim: Claim) -> bool:
    """Return whether a claim goes on telling what the sentence before it has dated.

    It has no time of its own and speaks in the past: "Its office said that it had resumed …".
    """
    quote = claim.evidence.quote
    if claim.times or _PRESENT.search(quote) or _TURNS.match(quote):
        return False
    reported = claim.attribution is not None
    return bool(_HAD.search(quote)) if reported else True


def novelty(reply: Reply, context: Context, *, told_on: bool = False) -> float:
    """Return 1 for news, less for what happened long before its report or is called to mind.

    `told_on` says that the sentence goes on telling something past.
    """
    if told_on:
        return STALE
    claim = reply.claim
    times = [time for time in claim.times if not _bracketed(time, claim)]
    known = claim.published_at
    if known is not None and (
        _over(reply, known) or _all_past([t for t in times if _own(t, claim)], known)
    ):
        return _CALLED_TO_MIND if reply.kind in _LASTING else STALE
    if reply.kind == "count" and any(t.end - t.start > _LONG for t in times):
        return STALE
    if reply.kind == "count" and _running(reply):
        return _RUNNING
    called = bool(context.background.search(claim.evidence.quote.casefold())) or (
        known is not None
        and (any(known - time.end > _PAST for time in times) or _old_year(claim, known))
    )
    if not called:
        return _DAY_OLD if known is not None and _ended(reply, known) else 1.0
    return _NEWS_TOO if reply.title >= _TITLE and reply.kind != "count" else _CALLED_TO_MIND


def _over(reply: Reply, known: datetime) -> bool:
    start, end = reply.window.start, reply.window.end
    if start is None or end is None or _ahead_on_purpose(reply):
        return False
    return known - end > _RECENT or start - known > _AHEAD


def _ended(reply: Reply, known: datetime) -> bool:
    """Return whether a deed was over a day before its report; what was decided or taken lasts."""
    end = reply.window.end
    return end is not None and known - end > _FRESH and reply.kind not in _LASTING


def _ahead_on_purpose(reply: Reply) -> bool:
    return reply.event is not None and reply.event.modality != "actual"


def _all_past(times: list[TimeRef], known: datetime) -> bool:
    return bool(times) and all(known - time.end > _RECENT for time in times)


def _old_year(claim: Claim, known: datetime) -> bool:
    return any(int(year) < known.year for year in _YEAR.findall(claim.evidence.quote))


def _own(time: TimeRef, claim: Claim) -> bool:
    before = claim.evidence.quote[: max(0, time.span.start - claim.evidence.start)]
    return not _bracketed(time, claim) and not _EARLIER.search(before)


def _bracketed(time: TimeRef, claim: Claim) -> bool:
    at = time.span.start - claim.evidence.start
    return claim.evidence.quote[max(0, at - 1) : at] in ("(", "[")


def _running(reply: Reply) -> bool:
    return reply.window.end is None and _size(reply) >= _TOTAL


def _size(reply: Reply) -> float:
    return reply.value or reply.low or 0
