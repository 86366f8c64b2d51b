"""Relative days become dates: "on Thursday" → "on 13 March"."""

import re
from calendar import day_name as day_name_of
from calendar import month_name
from collections.abc import Iterator
from datetime import datetime, timedelta

from sitrep.brief.write.edits import Edit, quoted_stretches
from sitrep.model.extraction import Claim, TimeRef
from sitrep.vocabulary.gates import gate_words

NOON = timedelta(hours=12)
_ARTICLES = ("the", "a", "an", "his", "her", "its", "their", "this")
_LINKS = ("into", "through", "over", "of", "to", "and", "between", "on", "since", "by", "until")
BEFORE_A_DAY = frozenset((*_ARTICLES, *_LINKS, "from", "for", "before", "after"))
"""Words after which a date stands without "on"."""
OPENERS = ("on ", "since ", "by ", "until ", "from ", "for ", "before ", "after ", "late on ")
CLINGING = frozenset({"late", "early", "last", "next", "past", "this", "earlier"})
PARTS = ("night", "morning", "evening", "afternoon")
_NIGHT = ("during the night", "over the night")
POSSESSIVE = ("'s", "’s")
MONTHS = tuple(month_name)[1:]


def day_edits(claim: Claim) -> Iterator[Edit]:
    """Yield the edits that turn relative days of the evidence into dates.

    Weeks and years stay as written: a week is not a date, and "last year" is clear from the date of
    the brief.
    """
    evidence = claim.evidence
    for time in claim.times:
        start, end = time.span.start - evidence.start, time.span.end - evidence.start
        if start < 0 or end > len(evidence.quote):
            continue
        if not time.relative or _month_first(time):
            yield from _day_first(time, claim)
            continue
        before, after = evidence.quote[:start].lower(), evidence.quote[end:].lower()
        possessive = next((mark for mark in POSSESSIVE if after.startswith(mark)), "")
        if possessive and time.granularity == "day":
            text: str | None = f"the {day_name(time)}"
        elif not CLINGING.isdisjoint(before.split()[-1:]) or after.lstrip().startswith(PARTS):
            text = None
        else:
            text = _phrase(time, before)
        if text and _of_what_is_said(time, claim, after):
            yield from _behind_subject(time, claim, text)
            continue
        if text:
            yield Edit(start=time.span.start, end=time.span.end + len(possessive), text=text)


def _of_what_is_said(time: TimeRef, claim: Claim, after: str) -> bool:
    """Return whether "overnight" behind a verb of saying belongs to what follows it.

    "The service said overnight strikes had killed five": nobody has spoken all night.
    """
    cue = claim.attribution.cue if claim.attribution else None
    if cue is None or time.span.start - cue.end != 1 or time.span.quote.lower() != "overnight":
        return False
    following = after.split(maxsplit=1)[:1]
    return after[:1] == " " and {*gate_words().prepositions, "that"}.isdisjoint(following)


def _behind_subject(time: TimeRef, claim: Claim, text: str) -> Iterator[Edit]:
    """Yield the edits that put a date behind a short subject: "strikes on the night of … had"."""
    subject = _SUBJECT.match(claim.evidence.quote, time.span.end - claim.evidence.start)
    if subject:
        place = claim.evidence.start + subject.end()
        yield Edit(start=time.span.start, end=time.span.end + 1)
        yield Edit(start=place, end=place, text=f" {text}")


def _day_first(time: TimeRef, claim: Claim) -> Iterator[Edit]:
    """Yield the edit that turns "May 20" and "May 20, 2025" into "20 May"."""
    written = _month_first(time)
    if written is None or time.granularity != "day":
        return
    year = written["year"]
    this_year = claim.published_at is not None and year == str(claim.published_at.year)
    tail = f" {year}" if year and not this_year else ""
    start, end = time.span.start + written.start(), time.span.start + written.end()
    yield Edit(start=start, end=end, text=f"{int(written['day'])} {written['month']}{tail}")


def _month_first(time: TimeRef) -> re.Match[str] | None:
    """Return where "May 20" stands in a time that is this day and no more but "since" or "on"."""
    written = _MONTH_FIRST.search(time.span.quote)
    led = time.span.quote[: written.start()].lower() if written else ""
    return written if not led or led in OPENERS else None


def _phrase(time: TimeRef, before: str) -> str | None:
    led = not BEFORE_A_DAY.isdisjoint(before.split()[-1:])
    if time.granularity == "daypart":
        return _daypart(time, led=led)
    if time.granularity == "day":
        return _day(time, led=led)
    if time.granularity == "month" and "month" in time.span.quote.lower():
        month = MONTHS[(time.start + NOON).month - 1]
        return month if led or before.endswith("in ") else f"in {month}"
    return None


def _daypart(time: TimeRef, *, led: bool) -> str | None:
    quote = time.span.quote.lower()
    part = next((part for part in PARTS if part in quote), "")
    if "overnight" in quote or "last night" in quote or quote in _NIGHT:
        return _night(time, led=led)
    if not _ONE_DAY.search(quote):
        return None
    return f"{'' if led else 'on '}the {part} of {_start_day(time)}" if part else None


def _day(time: TimeRef, *, led: bool) -> str | None:
    quote = time.span.quote.lower()
    if not _ONE_DAY.search(quote):
        return None
    if quote.startswith(OPENERS):
        return f"{quote.split(' ', 1)[0]} {day_name(time)}"
    return day_name(time) if led else f"on {day_name(time)}"


def window_edits(claim: Claim) -> Iterator[Edit]:
    """Yield the edits that date the day, night or week before a report, and weeks told from it."""
    published = claim.published_at
    if published is None:
        return
    offset = claim.evidence.start
    day = f"{published.day} {MONTHS[published.month - 1]}"
    for match in _PAST_DAY.finditer(claim.evidence.quote):
        text = f"in the {match['window'] or '24 hours'} to {day}"
        yield Edit(start=offset + match.start(), end=offset + match.end(), text=text)
    for match in _PAST_NIGHT.finditer(claim.evidence.quote):
        night = published.replace(hour=0, minute=0, second=0, microsecond=0)
        text = f"on the night of {_nights(night - timedelta(days=1), night)}"
        yield Edit(start=offset + match.start(), end=offset + match.end(), text=text)
    monday = published - timedelta(days=published.weekday())
    for match in _WEEK.finditer(claim.evidence.quote):
        first = monday + timedelta(weeks=1 if match["which"].lower() == "next" else -1)
        text = f"in the week from {first.day} {MONTHS[first.month - 1]}"
        yield Edit(start=offset + match.start(), end=offset + match.end(), text=text)


def undated(text: str) -> bool:
    """Return whether `text` names, outside quotation marks, a day that only its date tells."""
    for start, end in quoted_stretches(text):
        text = text[:start] + " " * (end - start) + text[end:]
    same = _SAME_DAY.search(text)
    return bool(_RELATIVE.search(text) or (same and not _DATE.search(text[: same.start()])))


def day_in_quotation(text: str) -> bool:
    """Return whether quoted words say "today" or the like: no date may be put into them."""
    return any(_SAID_THAT_DAY.search(text[start:end]) for start, end in quoted_stretches(text))


def _start_day(time: TimeRef) -> str:
    return f"{time.start.day} {MONTHS[time.start.month - 1]}"


def day_name(time: TimeRef) -> str:
    """Return the day of `time` as "21 May"."""
    day = time.start + NOON if time.end - time.start >= timedelta(hours=20) else time.start
    return f"{day.day} {MONTHS[day.month - 1]}"


def _night(time: TimeRef, *, led: bool) -> str | None:
    first, last = time.start, time.end
    if last - first > timedelta(hours=24):
        return None
    if first.date() == last.date():  # the small hours: the night began the day before
        first -= timedelta(days=1)
    lead = "the night of" if led else "on the night of"
    return f"{lead} {_nights(first, last)}"


def _nights(first: datetime, last: datetime) -> str:
    """Return "20–21 May" or "31 May to 1 June"."""
    ending = f"{last.day} {MONTHS[last.month - 1]}"
    if first.month == last.month:
        return f"{first.day}–{ending}"
    return f"{first.day} {MONTHS[first.month - 1]} to {ending}"


_WEEKDAYS = "|".join(tuple(day_name_of)[:7])
_PAST_DAY = re.compile(
    r"\b(?:in|over|during|within) the (?:past|last) "
    r"(?:(?P<window>24 hours|day|week)|24[ -]hours?(?: (?:reporting )?period)?)\b(?! of)",
    re.IGNORECASE,
)
_PAST_NIGHT = re.compile(r"\b(?:in|over|during) the (?:past|last) night\b", re.IGNORECASE)
_WEEK = re.compile(
    r"(?<!of )(?<!early )(?<!late )(?<!the )\b(?P<which>next|last) week\b(?!['’])", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?: [\w’'-]+){1,4}?(?= (?:had|has|have|was|were)\b)")
_MONTH_FIRST = re.compile(
    rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[-–]\d)"
    r"(?:, (?P<year>\d{4}))?"
)
_ONE_DAY = re.compile(rf"\b(?:{_WEEKDAYS}|today|yesterday|tomorrow)\b", re.IGNORECASE)
"""Expressions that mean one calendar day; "over the past day" means 24 hours of two."""
_SAID_THAT_DAY = re.compile(r"\b(?:today|yesterday|tomorrow|tonight)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    rf"\b(?:{_WEEKDAYS}|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|[Ll]ast night"
    r"|[Tt]his (?:morning|afternoon|evening)|the (?:previous|next|following) day|the day before"
    r"|(?:\d+|an?|two|three|four|five|six|several|some|a few) (?:hour|day|week)s? ago"
    r"|a day (?:earlier|later|before)|(?:[Nn]ext|[Ll]ast) week)\b(?!['’])"
)
_SAME_DAY = re.compile(
    r"\b(?:(?:the same|that) (?:day|night|morning|afternoon|evening)"
    r"|(?:hours?|days?) (?:later|earlier))\b"
)
_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
"""The date by which a reader knows which day "the same day" is."""
