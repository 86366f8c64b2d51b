"""When a truce begins and ends, from the words beside it."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from sitrep.model.extraction import TimeRef
from sitrep.trackers.marks import Marked

_DAY = timedelta(days=1)
_FAR = timedelta(days=200)
"""A begin or end further off than this from its report is a mistake or history."""
_LEAD = (
    r"(?:(?:midnight|noon|midday|dawn)(?: \w+ time)? ?)?"
    r"(?:on |of |at |early on |late on )?(?:the )?"
)
_FROM = re.compile(
    r"\b(?:from|starting(?: on| at)?|beginning(?: on| at)?|(?:to|will|would|is to|due to) (?:start|"
    r"begin|take effect|come into (?:force|effect)|go into effect|enter into force)|takes effect|"
    r"comes into (?:force|effect)|enters into force|effective(?: from)?|with effect from)"
    r"(?: (?:on|at|from))? (?P<when>(?:midnight|noon|midday|⟦)[^.;]{0,60})"
)
_UNTIL = re.compile(
    rf"\b(?:until|till|through|up to|to|and ends?(?: on)?|ending(?: on)?) {_LEAD}⟦(?P<n>\d+)⟧"
)
_MIDNIGHT = re.compile(r"^[^.;,⟦]{0,20}\bat midnight\b(?! (?:on |of )?⟦)")
"""A begin at midnight without a day is that of the report's day."""
_FEBRUARY = 2
_YEAR = re.compile(r"\d{4}")
_TOKEN = re.compile(r"⟦(\d+)⟧")
_STOP = re.compile(r"\b(?:until|till|through|to|after|said|told|announced)\b|,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """When a truce is to begin and end (not included); None where the words do not say."""

    starts: datetime | None = None
    ends: datetime | None = None


def planned(sentence: Marked, near: int) -> Span:
    """Return begin and end that stand after offset `near` of a sentence or shortly before it."""
    published = sentence.claim.published_at
    if published is None:
        return Span()
    text = sentence.text[max(0, near - 40) :]
    times = tuple(_coming(time, published) for time in sentence.times)
    sentence = replace(sentence, times=times)
    begin = _FROM.search(text)
    end = _UNTIL.search(text)
    starts = _begin(begin["when"], sentence, published) if begin else None
    ends = _upcoming(sentence.times[int(end["n"])], published)[1] if end else None
    if begin is not None and ends is None:
        ends = _range_end(begin["when"], sentence)
    if ends is not None and starts is not None and ends <= starts:
        ends = None
    return Span(starts=_sane(starts, published), ends=_sane(ends, published))


def _range_end(words: str, sentence: Marked) -> datetime | None:
    """Return the end of an expression that is a range itself: "1 October to 9 January"."""
    first = _TOKEN.match(words)
    time = sentence.times[int(first[1])] if first else None
    if time is None or time.granularity != "day" or time.end - time.start <= _DAY:
        return None
    return time.end


def _coming(time: TimeRef, published: datetime) -> TimeRef:
    """Return days without a year in the year nearest to the report, where they lie far from it.

    What is planned is still to come: "8 May", read in April, is next month, and "2 April to 22
    April", read on 2 April, ends in the same year.
    """
    far = published - time.start >= _FAR or time.end - time.start >= _FAR
    if not far or time.granularity != "day" or _YEAR.search(time.span.quote):
        return time
    start = min(_years(time.start, published.year), key=lambda one: abs(one - published))
    last = time.end - _DAY
    end = next(one for one in _years(last, start.year) if one >= start) + _DAY
    return msgspec.structs.replace(time, start=start, end=end)


def _years(day: datetime, year: int) -> list[datetime]:
    """Return a day of the year before, of `year` and of those after; 29 February as the 28th."""
    held = min(day.day, 28) if day.month == _FEBRUARY else day.day
    return [day.replace(year=one, day=held) for one in (year - 1, year, year + 1, year + 2)]


def began(sentence: Marked, start: int, end: int) -> datetime | None:
    """Return when what the words at [start, end) tell came about: the time after, else around."""
    published = sentence.claim.published_at
    if published is None:
        return None
    after = sentence.text[end : end + 45]
    if _MIDNIGHT.match(after):
        return published.replace(hour=0, minute=0, second=0, microsecond=0)
    for text in (after, sentence.text[start:end]):
        tokens = [sentence.times[int(n)] for n in _TOKEN.findall(text)]
        days = [one for one in tokens if one.granularity in ("day", "daypart")]
        for time in (*days, *tokens):
            if published - _FAR < time.start <= published:
                return _at(tokens, time)
    return published


def _at(tokens: list[TimeRef], day: TimeRef) -> datetime:
    """Return the finest time of that day, else the day's begin."""
    fine = [one.start for one in tokens if one.granularity in ("minute", "hour")]
    return next((one for one in fine if one.date() == day.start.date()), day.start)


def _begin(words: str, sentence: Marked, published: datetime) -> datetime:
    stop = _STOP.search(words)
    part = words[: stop.start()] if stop else words
    tokens = [sentence.times[int(n)] for n in _TOKEN.findall(part)]
    days = [one for one in tokens if one.granularity in ("day", "daypart")]
    if days:
        return (
            _at(tokens, days[0]) if days[0].start > published else _upcoming(days[0], published)[0]
        )
    if tokens:
        return tokens[0].start
    midnight = published.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + _DAY if words.startswith("midnight") else midnight + _DAY / 2


def _upcoming(time: TimeRef, published: datetime) -> tuple[datetime, datetime]:
    """Return a time as [begin, end); a weekday of the past week that is still to come is moved."""
    past = time.end <= published.replace(hour=0, minute=0, second=0, microsecond=0)
    weekday = time.relative or time.span.quote.lower().endswith("day")
    if past and weekday and published - time.start < 8 * _DAY:
        return time.start + 7 * _DAY, time.end + 7 * _DAY
    if time.granularity == "minute":
        return time.start, time.start
    return time.start, time.end


def _sane(moment: datetime | None, published: datetime) -> datetime | None:
    return moment if moment is not None and abs(moment - published) < _FAR else None
