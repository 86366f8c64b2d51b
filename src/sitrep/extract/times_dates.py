"""How dates, months and weekdays are resolved against the publication day."""

from datetime import date

from sitrep.extract import times_calendar as calendar
from sitrep.extract.times_calendar import DAY, NIGHT, Interval
from sitrep.extract.times_case import Case
from sitrep.extract.times_parts import early_hours, part_of_month


def _date(case: Case, day_slot: str, month_slot: str = "month") -> date | None:
    """Return the date of the parts; without a year, the one nearest to the publication."""
    number = case.month_of(month_slot)
    day_number = int(case.parts[day_slot])
    if number is None:
        return None
    year: int | None
    if "year" in case.parts:
        year = int(case.parts["year"])
    elif case.today is None:
        return None
    else:
        year = calendar.year_of(case.today, number, day_number, case.direction)
    return _valid(year, number, day_number)


def _valid(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def iso(case: Case) -> Interval | None:
    """Resolve "2025-05-21" and "21.05.2025"."""
    parts = case.parts
    day = _valid(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    return calendar.days(day, day, "date", relative=False) if day else None


def day(case: Case) -> Interval | None:
    """Resolve "21 May", "May 21, 2025", "the evening of May 21"."""
    day = _date(case, "day")
    if day is None:
        return None
    relative = "year" not in case.parts
    part = case.parts.get("daypart")
    if part:
        return calendar.hours(day, case.words.dayparts[part], "date", relative=relative)
    whole = calendar.days(day, day, "date", relative=relative)
    return early_hours(whole) if "small" in case.parts else whole


def days(case: Case) -> Interval | None:
    """Resolve "20–21 May", "from May 30 to June 2", "from Monday to Friday"."""
    first: date | None
    if "weekday" in case.parts:
        return _weekdays(case)
    last = _date(case, "day_b", "month_b" if "month_b" in case.parts else "month")
    first = _date(case, "day") if last else None
    if first is None or last is None:
        return None
    if first > last and "month_b" in case.parts:
        first = _valid(last.year - 1, first.month, first.day)
    if first is None or not first < last:
        return None
    return calendar.days(first, last, "dates", relative="year" not in case.parts)


def night_day(case: Case) -> Interval | None:
    """Resolve "ночью 21 мая": the night that ends on that day."""
    return night_to(case)


def _weekdays(case: Case) -> Interval | None:
    if case.today is None:
        return None
    last = calendar.weekday_near(
        case.today, case.words.weekdays[case.parts["weekday_b"]], ahead=case.ahead
    )
    first = calendar.weekday_near(last, case.words.weekdays[case.parts["weekday"]], ahead=False)
    return calendar.days(first, last, "weekdays", relative=True)


def night_to(case: Case) -> Interval | None:
    """Resolve a night by the day that it ends on."""
    if "weekday" in case.parts:
        weekday = case.words.weekdays[case.parts["weekday"]]
        day = case.today and calendar.weekday_near(case.today, weekday, ahead=case.ahead)
    else:
        day = _date(case, "day")
    relative = "year" not in case.parts
    return calendar.hours(day - DAY, NIGHT, "night to", relative=relative) if day else None


def month(case: Case) -> Interval | None:
    """Resolve "May 2025", "in May"; a month without a year is the last one, or the next ahead."""
    number = case.month_of()
    if number is None:
        return None
    if "year" in case.parts:
        whole = calendar.month(int(case.parts["year"]), number, "month", relative=False)
    elif case.today is None:
        return None
    else:
        back = (case.today.month - number) % 12
        ahead = (number - case.today.month) % 12
        shift = ahead if case.ahead else -back
        whole = calendar.month(case.today.year, case.today.month + shift, "month", relative=True)
    return part_of_month(case, whole) if "part" in case.parts else whole


def weekday(case: Case) -> Interval | None:
    """Resolve "Wednesday", "last Friday", "Monday evening": the nearest not after publication."""
    name = case.parts["weekday"]
    if case.today is None:
        return None
    weekday = case.words.weekdays[name]
    which = case.words.which.get(case.parts.get("which", ""))
    day = calendar.weekday_near(case.today, weekday, ahead=case.ahead)
    if which == -1:
        day = calendar.weekday_near(case.today - DAY, weekday, ahead=False)
    elif which == 1:
        day = calendar.weekday_near(case.today + DAY, weekday, ahead=True)
    elif which == 0:
        day = calendar.weekday_near(case.today, weekday, ahead=True)
    part = case.parts.get("daypart") or case.parts.get("daypart_b")
    if part:
        return calendar.hours(day, case.words.dayparts[part], "weekday", relative=True)
    whole = calendar.days(day, day, "weekday", relative=True)
    return early_hours(whole) if "small" in case.parts else whole
