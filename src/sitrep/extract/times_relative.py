"""How times that hang on the publication are resolved: "overnight", "three days ago"."""

from datetime import timedelta

from sitrep.extract import times_calendar as calendar
from sitrep.extract.times_calendar import DAY, NIGHT, Interval
from sitrep.extract.times_case import Case
from sitrep.model.extraction import Granularity

_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_GRAINS: dict[str, Granularity] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "year": "year",
    "decade": "year",
}


def _part_of(case: Case, offset: int, part: tuple[int, int], reason: str) -> Interval | None:
    if case.here is None:
        return None
    return calendar.hours(case.here + offset * DAY, part, reason, relative=True)


def deictic(case: Case) -> Interval | None:
    """Resolve "today", "yesterday evening", "tomorrow"."""
    if case.here is None:
        return None
    day = case.here + DAY * case.words.deictics[case.parts["deictic"]]
    part = case.parts.get("daypart")
    if part:
        return calendar.hours(day, case.words.dayparts[part], "deictic", relative=True)
    return calendar.days(day, day, "deictic", relative=True)


def tonight(case: Case) -> Interval | None:
    """Resolve "tonight"."""
    return _part_of(case, 0, NIGHT, "tonight")


def overnight(case: Case) -> Interval | None:
    """Resolve "overnight" and "last night": the night that ends on the publication day."""
    return _part_of(case, -1, NIGHT, "overnight")


def this_part(case: Case) -> Interval | None:
    """Resolve "this morning"."""
    part = case.words.dayparts[case.parts["daypart"]]
    return _part_of(case, 0, part, "daypart")


def ago(case: Case) -> Interval | None:
    """Resolve "three days ago" to that day, "two months ago" to that month."""
    if case.published is None or case.today is None:
        return None
    unit, amount = case.unit(), case.amount()
    if unit in {"minute", "hour"}:
        step = timedelta(hours=1) if unit == "hour" else timedelta(minutes=1)
        start = case.published - amount * step
        start = start.replace(minute=start.minute if unit == "minute" else 0, second=0)
        return Interval(start, start + step, _GRAINS[unit], "ago")
    if unit == "day":
        day = case.today - amount * DAY
        return calendar.days(day, day, "ago", relative=True)
    if unit in {"week", "fortnight"}:
        return calendar.week(case.today, -amount * (2 if unit == "fortnight" else 1), "ago")
    if unit == "month":
        shifted = case.today.month - amount
        return calendar.month(case.today.year, shifted, "ago", relative=True)
    year = case.today.year - amount * (10 if unit == "decade" else 1)
    return calendar.years(year, year, "ago", relative=True) if year > 1 else None


def _span(case: Case) -> timedelta:
    unit, amount = case.unit(), min(case.amount(), 500)
    if unit in {"minute", "hour"}:
        return amount * (timedelta(hours=1) if unit == "hour" else timedelta(minutes=1))
    if unit == "month":
        return timedelta(days=round(30.44 * amount))
    if unit in {"year", "decade"}:
        return timedelta(days=round(365.25 * amount * (10 if unit == "decade" else 1)))
    return amount * _UNIT_DAYS[unit] * DAY


def past(case: Case) -> Interval | None:
    """Resolve "over the past day": it ends when the report came out."""
    if case.published is None or case.published.year < 1000:
        return None
    length = _span(case)
    grain = "day" if case.unit() == "hour" and length >= DAY else _GRAINS[case.unit()]
    end = case.published
    if case.written is not None:
        end = min(end, calendar.midnight(case.written + DAY))
    return Interval(end - length, end, grain, "past")


def coming(case: Case) -> Interval | None:
    """Resolve "in the coming days": it begins when the report came out."""
    if case.published is None:
        return None
    return Interval(case.published, case.published + _span(case), _GRAINS[case.unit()], "coming")
