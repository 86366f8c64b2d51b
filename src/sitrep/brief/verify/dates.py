"""Dates in a sentence as sets of days, so that "Wednesday" and "21 May" can be compared."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from sitrep.brief.verify.tokens import Token
from sitrep.vocabulary.gates import gate_words

Day: TypeAlias = tuple[int | None, int, int | None]
"""Year, month, day; None where open."""
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
          "sept": 9, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
_RELATIVE = {
    "today": (0,), "tonight": (0,), "yesterday": (-1,), "tomorrow": (1,), "overnight": (-1, 0),
}  # fmt: skip
_MONTH_STEPS = {"last": -1, "this": 0, "next": 1}
_MONTH_CONTEXT = frozenset({"in", "since", "by", "until", "of", "early", "late", "mid", "last"})


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date as written and the days it may mean: (year, month, day), None where open.

    `index` is its first token; `relative` says that it was resolved against publication;
    `beside` that its words stay words ("past 24 hours") and only its days count.
    """

    index: int
    start: int
    end: int
    days: tuple[Day, ...]
    weekday: int | None = None
    relative: bool = False
    word: str = ""
    beside: bool = False

    def fits(self, other: "DateRef") -> bool:
        """Return whether both may mean the same: each day of this one is a day of the other."""
        if self.word and self.word == other.word:
            return True
        if self.weekday is not None and not self.days:
            return other.weekday == self.weekday or any(
                _weekday(day) == self.weekday for day in other.days
            )
        if not other.days:
            return any(_weekday(day) == other.weekday for day in self.days)
        if self.relative:
            return any(_same(mine, theirs) for mine in self.days for theirs in other.days)
        return all(any(_same(mine, theirs) for theirs in other.days) for mine in self.days)

    def last(self) -> "DateRef":
        """Return a weekday as the last one such, any other date as it is."""
        return replace(self, days=self.days[:1]) if self.weekday is not None else self


def _same(mine: Day, theirs: Day) -> bool:
    year, month, day = mine
    return (
        month == theirs[1]
        and (year is None or theirs[0] is None or year == theirs[0])
        and (day is None or day == theirs[2])
    )


def _weekday(day: Day) -> int | None:
    year, month, number = day
    if year is None or number is None:
        return None
    try:
        return date(year, month, number).weekday()
    except ValueError:  # 30 February: no day
        return None


def _month(token: Token) -> int | None:
    if not token.capital and not token.surface.isupper():
        return _SHORT.get(token.surface) if token.surface != "mar" else None
    months = gate_words().months
    return months.index(token.surface) + 1 if token.surface in months else _SHORT.get(token.surface)


def _day(token: Token) -> int | None:
    if token.kind != "number" or not token.key.isdigit():
        return None
    return int(token.key) if 1 <= int(token.key) <= 31 else None


def _year(token: Token) -> int | None:
    plain = token.kind == "number" and token.key.isdigit() and len(token.surface) == 4
    return int(token.key) if plain and 1900 <= int(token.key) <= 2100 else None


def join_dates(tokens: list[Token], published: datetime | None) -> list[DateRef]:
    """Find the dates of `tokens`, make each one token of kind "date", and return them in order.

    `published` (UTC) gives the year of dates without one and the day of relative ones.
    """
    found: list[DateRef] = []
    index = 0
    while index < len(tokens):
        ref, used = _absolute(tokens, index, published)
        if ref is None:
            ref, used = _relative(tokens, index, published)
        if ref is None:
            index += 1
            continue
        if ref.beside:
            found.append(ref)
            index += 1
            continue
        tokens[index].kind = "date"
        before = [token.surface for token in tokens[max(0, index - 2) : index]]
        if before == ["night", "of"]:
            # "the night of 20–21 May" is one date: "overnight" in words.
            tokens[index - 2].skip = tokens[index - 1].skip = True
        tokens[index].end = ref.end
        for other in tokens[index + 1 : index + used]:
            other.skip = True
        found.append(ref)
        index += used
    return found


def _absolute(
    tokens: list[Token], at: int, published: datetime | None
) -> tuple[DateRef | None, int]:
    """Read "21 May (2025)", "20–21 May", "May 21(, 2025)", "May 2025" or "in May" at `at`."""
    end = at
    days: list[int] = []
    first = _day(tokens[at])
    month = None
    if first is not None:
        days, end = _day_run(tokens, at)
        if end < len(tokens) and tokens[end].surface == "of":
            end += 1
        month = _month(tokens[end]) if end < len(tokens) else None
        end += 1
    else:
        month = _month(tokens[at])
        end = at + 1
        if month and end < len(tokens) and _day(tokens[end]) is not None:
            days, end = _day_run(tokens, end)
    if month is None:
        return None, 0
    year, end = _year_after(tokens, end)
    if not days and year is None and not _month_alone(tokens, at):
        return None, 0
    default = published.year if published else None
    parts: tuple[Day, ...] = tuple((year or default, month, day) for day in days)
    parts = parts or ((year or default, month, None),)
    last = tokens[end - 1]
    return DateRef(at, tokens[at].start, last.end, parts), end - at


def _month_alone(tokens: list[Token], at: int) -> bool:
    """Return whether a bare month name is meant as one ("in May", never "may")."""
    if not tokens[at].capital:
        return False
    before = tokens[at - 1].surface if at else ""
    mid = before == "-" and at > 1 and tokens[at - 2].surface == "mid"
    return mid or before in _MONTH_CONTEXT or (tokens[at].surface not in {"may", "march", "mar"})


def _day_run(tokens: list[Token], at: int) -> tuple[list[int], int]:
    """Return the days of "20–21" or "20 and 21" at `at`, and the place after them."""
    first = _day(tokens[at])
    days = [] if first is None else [first]
    end = at + 1
    joined = end + 1 < len(tokens) and tokens[end].surface in {"–", "-", "and", "to", "/"}
    second = _day(tokens[end + 1]) if joined else None
    if second is not None:
        return [*days, second], end + 2
    return days, end


def _year_after(tokens: list[Token], end: int) -> tuple[int | None, int]:
    skip = 1 if end < len(tokens) and tokens[end].surface in {",", "."} else 0
    if end + skip < len(tokens):
        year = _year(tokens[end + skip])
        if year is not None:
            return year, end + skip + 1
    return None, end


def _relative(
    tokens: list[Token], at: int, published: datetime | None
) -> tuple[DateRef | None, int]:
    """Read a weekday, "yesterday", "overnight" and the like at `at`."""
    token = tokens[at]
    weekdays = gate_words().weekdays
    if token.surface in weekdays and token.capital:
        number = weekdays.index(token.surface)
        return _ref(tokens, at, _nearest(published, number), number)
    offsets = _RELATIVE.get(token.surface)
    night = at + 1 < len(tokens) and tokens[at + 1].surface == "night"
    if token.surface in {"last", "past"} and night:
        ref, _ = _ref(tokens, at, _days(published, (-1, 0)), None)
        return ref, 2
    if offsets is None:
        window = _window(tokens, at, published)
        return window if window[0] else _month_before(tokens, at, published)
    return _ref(tokens, at, _days(published, offsets), None)


def _month_before(
    tokens: list[Token], at: int, published: datetime | None
) -> tuple[DateRef | None, int]:
    """Read "last month", "this month" and "next month" at `at`."""
    word = tokens[at].surface
    following = tokens[at + 1].surface if at + 1 < len(tokens) else ""
    if published is None or following != "month" or word not in _MONTH_STEPS:
        return None, 0
    month = published.date().replace(day=15) + timedelta(days=30 * _MONTH_STEPS[word])
    ref, _ = _ref(tokens, at, ((month.year, month.month, None),), None)
    return replace(ref, end=tokens[at + 1].end), 2


def _window(tokens: list[Token], at: int, published: datetime | None) -> tuple[DateRef | None, int]:
    """Read "past 24 hours", "last day", "past week", "next week" and "last week" at `at`."""
    word = tokens[at].surface
    following = [token.surface for token in tokens[at + 1 : at + 3]]
    if published is None or not following:
        return None, 0
    day = following[0] == "day" or following in (["24", "hours"], ["24", "-"])
    if word in {"past", "last"} and (day or (word == "past" and following[0] == "week")):
        ref, _ = _ref(tokens, at, _days(published, (-1, 0)), None)
        return replace(ref, beside=True), 1
    if word in {"next", "last"} and following[0] == "week":
        first = -published.weekday() + (7 if word == "next" else -7)
        ref, _ = _ref(tokens, at, _days(published, tuple(range(first, first + 7))), None)
        return replace(ref, beside=True), 1
    return None, 0


def _days(published: datetime | None, offsets: tuple[int, ...]) -> tuple[Day, ...]:
    if published is None:
        return ()
    days = [published.date() + timedelta(days=offset) for offset in offsets]
    return tuple((day.year, day.month, day.day) for day in days)


def _nearest(published: datetime | None, weekday: int) -> tuple[Day, ...]:
    """Return the last such weekday (publication day included) and the next one."""
    if published is None:
        return ()
    back = (published.weekday() - weekday) % 7
    return _days(published, (-back, 7 - back))


def _ref(
    tokens: list[Token],
    at: int,
    days: tuple[Day, ...],
    weekday: int | None,
) -> tuple[DateRef, int]:
    token = tokens[at]
    return DateRef(at, token.start, token.end, days, weekday, relative=True, word=token.surface), 1
