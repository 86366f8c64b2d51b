"""Relative days become dates: "on Thursday" → "on 13 March"."""

from calendar import month_name
from collections.abc import Iterator
from datetime import timedelta

from sitrep.brief.write.edits import Edit
from sitrep.model.extraction import Claim, TimeRef

NOON = timedelta(hours=12)
PREPOSITIONS = ("on ", "since ", "by ", "until ", "from ", "for ", "before ", "after ", "late on ")
CLINGING = ("late ", "early ", "last ", "next ", "past ", "this ", "earlier ")
PARTS = ("night", "morning", "evening", "afternoon", "'s", "’s")
MONTHS = tuple(month_name)[1:]


def day_edits(claim: Claim) -> Iterator[Edit]:
    """Yield the edits that turn relative days of the evidence into dates.

    Weeks and years stay as written: a week is not a date, and "last year" is clear from the date of
    the brief.
    """
    evidence = claim.evidence
    for time in claim.times:
        if not time.relative or time.span.start < evidence.start or time.span.end > evidence.end:
            continue
        before = evidence.quote[: time.span.start - evidence.start].lower()
        after = evidence.quote[time.span.end - evidence.start :].lower().lstrip()
        text = _phrase(time, before)
        if text and not before.endswith(CLINGING) and not after.startswith(PARTS):
            yield Edit(start=time.span.start, end=time.span.end, text=text)


def _phrase(time: TimeRef, before: str) -> str | None:
    quote = time.span.quote.lower()
    if time.granularity == "daypart" and ("overnight" in quote or "night" in quote):
        return _night(time)
    if time.granularity == "day":
        day = day_name(time)
        led = quote.startswith(PREPOSITIONS) or before.endswith(PREPOSITIONS)
        if quote.startswith(PREPOSITIONS):
            return f"{quote.split(' ', 1)[0]} {day}"
        return day if led else f"on {day}"
    if time.granularity == "month":
        month = MONTHS[(time.start + NOON).month - 1]
        return month if before.endswith(("in ", *PREPOSITIONS)) else f"in {month}"
    return None


def day_name(time: TimeRef) -> str:
    """Return the day of `time` as "21 May"."""
    day = time.start + NOON if time.end - time.start >= timedelta(hours=20) else time.start
    return f"{day.day} {MONTHS[day.month - 1]}"


def _night(time: TimeRef) -> str | None:
    first, last = time.start, time.end
    if first.date() == last.date() or last - first > timedelta(hours=24):
        return None
    if first.month == last.month:
        return f"on the night of {first.day}–{last.day} {MONTHS[last.month - 1]}"
    return (
        f"on the night of {first.day} {MONTHS[first.month - 1]} to {last.day} "
        f"{MONTHS[last.month - 1]}"
    )
