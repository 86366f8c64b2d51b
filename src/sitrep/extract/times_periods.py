"""How calendar periods and clock times are resolved: "last month", "in 2022", "at 14:30"."""

from datetime import date, timedelta

from sitrep.extract import times_calendar as calendar
from sitrep.extract.times_calendar import DAY, Interval
from sitrep.extract.times_case import Case
from sitrep.model.extraction import Granularity


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
    if case.today is None:
        return None
    day = case.today - DAY
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
    """Resolve a clock time on the publication day; a zone that is named is taken off."""
    if case.today is None:
        return None
    hour, minute = int(case.parts["hour"]), int(case.parts.get("minute", "0"))
    half = case.parts.get("half")
    if (half and not 1 <= hour <= 12) or hour > 24:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = case.parts.get("zone")
    offset = {name.lower(): hours for name, hours in case.words.zones.items()}.get(zone or "", 0)
    start = calendar.midnight(case.today) + timedelta(hours=hour - offset, minutes=minute)
    reason = "clock" if zone else "clock, zone not told"
    grain = timedelta(minutes=1) if "minute" in case.parts else timedelta(hours=1)
    name: Granularity = "minute" if "minute" in case.parts else "hour"
    return Interval(start, start + grain, name, reason)


def year(case: Case) -> Interval | None:
    """Resolve "in 2022"."""
    number = int(case.parts["year"])
    return calendar.years(number, number, "year", relative=False)


def years(case: Case) -> Interval | None:
    """Resolve "2014–2022"."""
    first, last = int(case.parts["year"]), int(case.parts["year_b"])
    return calendar.years(first, last, "years", relative=False) if first < last else None
