"""Calendar arithmetic for times in the news: half-open UTC intervals around a publication."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from sitrep.model.extraction import Granularity

DAY = timedelta(days=1)
NIGHT = (18, 33)
"""Hours of a night from midnight of its first day: 18:00 to 09:00, as daily attack counts run."""

SOON = 45
"""Days ahead within which a date without a year is likely announced."""
NEAR = 14
"""The same beside a verb of the past: "threatened sanctions before talks on May 15"."""
_UNLIKELY = 20
"""How much a day ahead costs there: no more than the whole year back that it else would be."""


@dataclass(frozen=True, slots=True)
class Interval:
    """[start, end) in UTC, how fine it is, and whether it hangs on the publication time."""

    start: datetime
    end: datetime
    granularity: Granularity
    reason: str
    relative: bool = field(default=True, kw_only=True)


def midnight(day: date) -> datetime:
    """Return the start of `day` in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def days(first: date, last: date, reason: str, *, relative: bool) -> Interval:
    """Return the interval of whole days from `first` to `last`, both included."""
    return Interval(midnight(first), midnight(last) + DAY, "day", reason, relative=relative)


def hours(day: date, part: tuple[int, int], reason: str, *, relative: bool) -> Interval:
    """Return the part of `day` between two hours counted from its midnight."""
    start = midnight(day)
    left, right = (timedelta(hours=hour) for hour in part)
    return Interval(start + left, start + right, "daypart", reason, relative=relative)


def month(year: int, number: int, reason: str, *, relative: bool) -> Interval:
    """Return a calendar month; `number` may run over 12 or under 1."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    following = date(year + number // 12, number % 12 + 1, 1)
    start = midnight(date(year, number, 1))
    return Interval(start, midnight(following), "month", reason, relative=relative)


def years(first: int, last: int, reason: str, *, relative: bool) -> Interval:
    """Return the calendar years from `first` to `last`, both included."""
    start, end = date(first, 1, 1), date(last + 1, 1, 1)
    return Interval(midnight(start), midnight(end), "year", reason, relative=relative)


def week(day: date, offset: int, reason: str) -> Interval:
    """Return the ISO week (Monday to Sunday) of `day`, `offset` weeks on."""
    start = midnight(day - timedelta(days=day.weekday())) + 7 * offset * DAY
    return Interval(start, start + 7 * DAY, "week", reason)


def season(year: int, first_month: int, reason: str, *, relative: bool) -> Interval:
    """Return the three months from `first_month`; winter runs into the next year."""
    start = month(year, first_month, reason, relative=relative).start
    end = month(year, first_month + 2, reason, relative=relative).end
    return Interval(start, end, "season", reason, relative=relative)


def weekday_near(published: date, weekday: int, *, ahead: bool) -> date:
    """Return the nearest such day not after `published`; `ahead`: not before it."""
    back = (published.weekday() - weekday) % 7
    return published + DAY * (-back % 7) if ahead else published - DAY * back


def year_of(
    published: date, month_number: int, day_number: int, direction: str | None
) -> int | None:
    """Return the year that brings the date nearest to `published`; None if no year has it.

    Without a word of what is to come, a date more than `SOON` days ahead is last year's.
    """
    best: tuple[int, int] | None = None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            distance = (date(year, month_number, day_number) - published).days
        except ValueError:
            continue
        most = {"ahead": 366, "past": NEAR}.get(direction or "", SOON)
        if (direction == "ahead" and distance < -1) or distance > most:
            continue
        # A day that is past is twice as likely meant as one to come: reports tell what happened.
        dear = {"ahead": 1, "past": _UNLIKELY}.get(direction or "", 2)
        cost = distance * dear if distance > 0 else -distance
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None


def is_summer(day: date, rule: Literal["eu", "us"]) -> bool:
    """Tell whether clocks run an hour ahead on `day`, as Europe or the United States turn them.

    Europe: last Sunday of March to that of October; the United States since 2007: second Sunday of
    March to the first of November. The hour of the change itself is not told apart.
    """
    if rule == "eu":
        first, last = _sunday(date(day.year, 3, 25)), _sunday(date(day.year, 10, 25))
    else:
        first, last = _sunday(date(day.year, 3, 8)), _sunday(date(day.year, 11, 1))
    return first <= day < last


def _sunday(day: date) -> date:
    return day + DAY * ((6 - day.weekday()) % 7)
