"""How calendar periods and clock times are resolved: "last month", "in 2022", "at 14:30"."""

from datetime import date, datetime, timedelta

from sitrep.extract import times_calendar as calendar
from sitrep.extract.times_calendar import DAY, Interval
from sitrep.extract.times_case import Case
from sitrep.model.extraction import Granularity

_ZONES = timedelta(hours=4)
"""How far a local clock time, its zone not told, may run ahead of UTC where reports come from."""


def calendar_period(case: Case) -> Interval | None:
    """Resolve "last week", "next month", "earlier this week", "this year"."""
    if case.today is None:
        return None
    offset = case.words.which[case.parts["which"]]
    found = _period(case.today, case.unit(), offset)
    if found is None or offset:
        return found
    bound = case.parts.get("bound")
    tomorrow = calendar.midnight(case.today + DAY)
    if bound in {"earlier", "early"} and found.start < tomorrow < found.end:
        return Interval(found.start, tomorrow, found.granularity, "earlier in the period")
    if bound in {"later", "late"} and found.start < tomorrow < found.end:
        start = calendar.midnight(case.today)
        return Interval(start, found.end, found.granularity, "later in the period")
    return found


def _period(today: date, unit: str, offset: int) -> Interval | None:
    if unit == "week":
        return calendar.week(today, offset, "calendar")
    if unit == "month":
        return calendar.month(today.year, today.month + offset, "calendar", relative=True)
    if unit == "year":
        return calendar.years(today.year + offset, today.year + offset, "calendar", relative=True)
    if unit == "day":
        day = today + offset * DAY
        return calendar.days(day, day, "calendar", relative=True)
    return None


def weekend(case: Case) -> Interval | None:
    """Resolve "over the weekend", "next weekend": Saturday and Sunday."""
    if case.today is None:
        return None
    which = case.words.which.get(case.parts.get("which", ""))
    saturday = calendar.weekday_near(case.today, 5, ahead=False)
    if which == 1 or ((which == 0 or case.ahead) and case.today.weekday() < 5):
        saturday += 7 * DAY
    elif which == -1 and case.today.weekday() >= 5:
        saturday -= 7 * DAY
    return calendar.days(saturday, saturday + DAY, "weekend", relative=True)


def day_before(case: Case) -> Interval | None:
    """Resolve "the previous day", "the night before"."""
    here = case.anchor or case.here
    if here is None:
        return None
    day = here - DAY
    if "night" in case.found.written.lower():
        return calendar.hours(day, calendar.NIGHT, "day before", relative=True)
    return calendar.days(day, day, "day before", relative=True)


def season(case: Case) -> Interval | None:
    """Resolve "last summer", "the spring of 2024"."""
    number = case.words.seasons[case.parts["season"]]
    if "year" in case.parts:
        return calendar.season(int(case.parts["year"]), number, "season", relative=False)
    if case.today is None:
        return None
    offset = case.words.which[case.parts["which"]]
    year = case.today.year
    if offset < 0 and calendar.month(year, number, "", relative=True).start.date() > case.today:
        year -= 1
    elif offset > 0 and number <= case.today.month:
        year += 1
    return calendar.season(year, number, "season", relative=True)


def clock(case: Case) -> Interval | None:
    """Resolve a clock time on the day its sentence names, else the publication day.

    A zone that is named is taken off; one named for another time of the sentence counts too. A
    time after the publication lies on the day before, unless it is to come.
    """
    start = _clock_start(case, "")
    if start is None:
        return None
    grain = timedelta(minutes=1) if "minute" in case.parts else timedelta(hours=1)
    name: Granularity = "minute" if "minute" in case.parts else "hour"
    return _on_day(case, Interval(start, start + grain, name, _zone_reason(case)))


def clocks(case: Case) -> Interval | None:
    """Resolve "from 3 p.m. to 6 p.m. Moscow time"."""
    start, end = _clock_start(case, ""), _clock_start(case, "_b")
    if start is None or end is None:
        return None
    if end <= start:
        end += DAY
    return _on_day(case, Interval(start, end, "hour", _zone_reason(case)))


def _zone_reason(case: Case) -> str:
    return "clock" if case.parts.get("zone") or case.around.zone else "clock, zone not told"


def _clock_start(case: Case, tail: str) -> datetime | None:
    day = case.around.day or case.here
    if day is None:
        return None
    hour, minute = int(case.parts["hour" + tail]), int(case.parts.get("minute" + tail, "0"))
    half = case.parts.get("half" + tail) or case.parts.get("half_b")
    if (half and not 1 <= hour <= 12) or hour > 24:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    offset = _offset(case, day)
    return calendar.midnight(day) + timedelta(hours=hour - offset, minutes=minute)


def _offset(case: Case, day: date) -> float:
    """Return how many hours the zone told is ahead of UTC on `day`."""
    zone = case.parts.get("zone") or case.around.zone or ""
    offset = {name.lower(): hours for name, hours in case.words.zones.items()}.get(zone, 0.0)
    rule = {name.lower(): kind for name, kind in case.words.summer.items()}.get(zone)
    return offset + (rule is not None and calendar.is_summer(day, rule))


def _on_day(case: Case, found: Interval) -> Interval:
    published = case.published
    slack = timedelta(0) if found.reason == "clock" else _ZONES
    late = published is not None and found.start > published + slack
    if not late or case.around.day is not None or case.direction == "ahead":
        return found
    return Interval(found.start - DAY, found.end - DAY, found.granularity, found.reason)


def year(case: Case) -> Interval | None:
    """Resolve "in 2022"."""
    number = int(case.parts["year"])
    return calendar.years(number, number, "year", relative=False)


def years(case: Case) -> Interval | None:
    """Resolve "2014–2022"."""
    first, last = int(case.parts["year"]), int(case.parts["year_b"])
    return calendar.years(first, last, "years", relative=False) if first < last else None
