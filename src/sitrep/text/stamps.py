"""Dates as news writes them, in any zone and form of the field, to UTC."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from sitrep.vocabulary.publication_dates import date_words

_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T\s]+(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"\s*(?P<zone>Z|[+-]\d\d(?::?\d\d)?|[A-Za-z]{2,5})?\s*",
)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_CLOCK = re.compile(
    r"(?<![\d:+-])(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\s*(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"(?:(?:GMT|UTC)\s*)?(?P<sign>[+−-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\b"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)"
)
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d:.+-])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])")
_WORD = re.compile(r"[^\W\d_]+")


class Stamp(NamedTuple):
    """A moment in UTC; `timed` when a time of day was written, `zoned` when a zone was.

    Without a time of day the moment is 00:00 of the day; without a zone it is read as UTC.
    """

    moment: datetime
    timed: bool
    zoned: bool


def parse_stamp(written: str) -> Stamp | None:
    """Return the moment that `written` names; None where it names none or an ambiguous one.

    Reads ISO 8601, RFC 822 and 2822, epoch seconds and milliseconds, and free forms with a month
    name in English, Ukrainian or Russian. "05/06/2025" is ambiguous; "21/05/2025" is not.
    """
    text = " ".join(written[:200].split())
    if _EPOCH.fullmatch(text):
        return _epoch(float(text))
    iso = _ISO.fullmatch(text)
    if iso:
        return _from_iso(iso)
    date = _date(text)
    return _with_clock(text, *date) if date else None


def _epoch(value: float) -> Stamp | None:
    seconds = value / 1000 if value >= 1e11 else value
    return Stamp(datetime.fromtimestamp(seconds, UTC), timed=True, zoned=True)


def _from_iso(match: re.Match[str]) -> Stamp | None:
    timed = match["hour"] is not None
    offset = _offset_of(match["zone"] or "")
    if match["zone"] and offset is None:
        return None
    numbers = (match[name] for name in ("year", "month", "day", "hour", "minute", "second"))
    return _stamp([int(number or 0) for number in numbers], offset, timed=timed)


def _stamp(parts: list[int], offset: int | None, *, timed: bool) -> Stamp | None:
    """Return [year, month, day, hour, minute, second] in a zone `offset` minutes east, in UTC."""
    year, month, day, hour, minute, second = parts
    try:
        # 24:00 and leap seconds are legal in ISO 8601: both spill over into the next minute.
        moment = datetime(year, month, day, tzinfo=UTC)
        if hour > 24 or minute > 59 or second > 60:
            return None
        moment += timedelta(hours=hour, minutes=minute, seconds=second)
        if timed:
            moment -= timedelta(minutes=offset or 0)
    except (ValueError, OverflowError):
        return None
    return Stamp(moment, timed=timed, zoned=timed and offset is not None)


def _offset_of(zone: str) -> int | None:
    """Return minutes east of UTC for "+0300", "EDT", "GMT+3"; None when `zone` is none of these."""
    match = _OFFSET.fullmatch(zone)
    if match:
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        return None if minutes > 14 * 60 else -minutes if match["sign"] in "-−" else minutes
    return date_words().zones.get(zone.lower())


def _date(text: str) -> tuple[int, int, int] | None:
    numeric = _NUMERIC.search(text)
    if numeric:
        return _numeric_date(numeric)
    iso = re.search(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    month, year = month_in(text), _YEAR.search(text)
    if month is None or year is None:
        return None
    number, start, end = month
    before = [m for m in _DAY.finditer(text, 0, start) if start - m.end() < 5]
    after = _DAY.match(text, len(text) - len(text[end:].lstrip(" .,")))
    day = before[-1] if before else after
    return (int(year[1]), number, int(day[1])) if day else None


def _numeric_date(match: re.Match[str]) -> tuple[int, int, int] | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "." or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None


def month_in(text: str) -> tuple[int, int, int] | None:
    """Return the first month name of `text` as (1 to 12, start, end), None without one."""
    months = date_words().months
    for match in _WORD.finditer(text):
        number = months.get(match.group().lower())
        if number:
            return number, match.start(), match.end()
    return None


def _with_clock(text: str, year: int, month: int, day: int) -> Stamp | None:
    clock = next((m for m in _CLOCK.finditer(text) if not _is_date_part(text, m)), None)
    if clock is None:
        return _stamp([year, month, day, 0, 0, 0], None, timed=False)
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    offset = _offset_in(text[clock.end() :])
    parts = [year, month, day, hour, int(clock["minute"]), int(clock["second"] or 0)]
    return _stamp(parts, offset, timed=True)


def _is_date_part(text: str, clock: re.Match[str]) -> bool:
    """Tell whether "21.05" is the beginning of "21.05.2025"."""
    return bool(_NUMERIC.match(text, clock.start()))


def _offset_in(text: str) -> int | None:
    found = _OFFSET.search(text)
    if found and found.start() < 12:
        return _offset_of(found.group().removeprefix("GMT").removeprefix("UTC").strip())
    words = (match.group() for match in _WORD.finditer(text))
    return next(
        (offset for offset in map(_zone_names().get, map(str.lower, words)) if offset is not None),
        None,
    )


@cache
def _zone_names() -> dict[str, int]:
    return dict(date_words().zones)
