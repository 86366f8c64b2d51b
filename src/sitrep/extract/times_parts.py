"""How parts and runs of months and years are resolved: quarters, decades, "March to June"."""

from datetime import timedelta

from sitrep.extract import times_calendar as calendar
from sitrep.extract.times_calendar import DAY, Interval
from sitrep.extract.times_case import Case

_EARLY_HOURS = (0, 6)
_NOON = 12


def quarter(case: Case) -> Interval | None:
    """Resolve "the third quarter of 2023" and "the first half of 2024"; no year: this one."""
    year = int(case.parts["year"]) if "year" in case.parts else case.today and case.today.year
    if not year:
        return None
    number = case.words.quarters[case.parts["quarter"]]
    length = 6 if "half" in case.parts else 3
    if number * length > 12:
        return None
    first = (number - 1) * length + 1
    start = calendar.month(year, first, "", relative=False).start
    end = calendar.month(year, first + length - 1, "", relative=False).end
    return Interval(start, end, "season", "part of a year", relative="year" not in case.parts)


def decade(case: Case) -> Interval | None:
    """Resolve "the 1990s"; "early", "mid" and "late" are its first four, middle and last years."""
    first = int(case.parts["decade"])
    left, right = {0: (0, 3), 1: (3, 6), 2: (7, 9)}.get(_third(case), (0, 9))
    return calendar.years(first + left, first + right, "decade", relative=False)


def part_of_year(case: Case) -> Interval | None:
    """Resolve "early 2023", "mid-2025", "the end of 2024": four months each."""
    year, third = int(case.parts["year"]), _third(case)
    start = calendar.month(year, 4 * third + 1, "", relative=False).start
    end = calendar.month(year, 4 * third + 4, "", relative=False).end
    return Interval(start, end, "year", "part of a year", relative=False)


def part_of_month(case: Case, whole: Interval) -> Interval:
    """Narrow a month to its first ten days, the next ten or the rest."""
    third = _third(case)
    left, right = whole.start + 10 * third * DAY, whole.start + 10 * (third + 1) * DAY
    end = whole.end if third == 2 else right
    return Interval(left, end, "month", "part of a month", relative=whole.relative)


def months(case: Case) -> Interval | None:
    """Resolve "March to June 2023", "from October to December"."""
    first, last = case.month_of(), case.month_of("month_b")
    if first is None or last is None or (case.today is None and "year" not in case.parts):
        return None
    if "year" in case.parts:
        year = int(case.parts["year"])
    elif case.today is not None:
        year = case.today.year - (last > case.today.month and not case.ahead)
    start = calendar.month(year - (first > last), first, "", relative=False).start
    end = calendar.month(year, last, "", relative=False).end
    return Interval(start, end, "month", "months", relative="year" not in case.parts)


def early_hours(day: Interval) -> Interval:
    """Narrow a day to the hours between midnight and six."""
    left, right = (timedelta(hours=hour) for hour in _EARLY_HOURS)
    return Interval(
        day.start + left, day.start + right, "daypart", "early hours", relative=day.relative
    )


def noon(case: Case) -> Interval | None:
    """Resolve "at noon" on the day its sentence names, else the publication day."""
    day = case.around.day or case.here
    if day is None:
        return None
    start = calendar.midnight(day) + timedelta(hours=_NOON)
    return Interval(start, start + timedelta(hours=1), "hour", "clock, zone not told")


def later(case: Case) -> Interval | None:
    """Resolve "two days later", "the next day", "a week earlier" from the day told before it."""
    anchor = case.anchor
    if anchor is None:
        return None
    unit = case.unit() if "unit" in case.parts else "day"
    sign = -1 if "back" in case.parts else 1
    amount = sign * (case.amount() if "unit" in case.parts else 1)
    if unit == "day":
        day = anchor + amount * DAY
        return calendar.days(day, day, "from the day before it", relative=True)
    if unit == "week":
        return calendar.week(anchor, amount, "from the day before it")
    if unit == "month":
        shifted = anchor.month + amount
        return calendar.month(anchor.year, shifted, "from the day before it", relative=True)
    if unit == "year" and 1 < anchor.year + amount < 9000:
        year = anchor.year + amount
        return calendar.years(year, year, "from the day before it", relative=True)
    return None


def _third(case: Case) -> int:
    """Return 0, 1 or 2 for the beginning, middle or end; -1 where none is told."""
    part = case.parts.get("part")
    return case.words.parts[part] if part else -1
