"""When a claim's matter happened: a window with a key, so that night and full day never mix."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sitrep.model.extraction import TimeRef

_DAY = timedelta(days=1)
_STAMP = timedelta(minutes=15)
"""What is shorter is the time of a post, not of what happened."""
_EVENING = 17
"""A part of a day that begins at this hour (UTC) or later belongs to the night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A window [start, end) in UTC; `key` is equal for equal windows, `words` are for readers.

    Without a stated time both ends are None, the key holds the day of the report, and `words` is
    empty.
    """

    key: str
    words: str
    start: datetime | None = None
    end: datetime | None = None

    def after(self, text: str) -> str:
        """Return `text` with the window behind it: "Drones shot down, night of 20–21 May"."""
        return f"{text}, {self.words}" if self.words else text

    @property
    def day(self) -> date | None:
        """The day the window ends on (a night belongs to its morning), None where unknown."""
        if self.start is None or self.end is None:
            return None
        return (self.end - timedelta(microseconds=1)).date()


def window_of(time: TimeRef | None, published: datetime | None) -> Window:
    """Return the window that `time` names; without one, the day of the report."""
    if time is None or time.end - time.start < _STAMP:
        if published is None:
            return Window(key="unknown", words="")
        return Window(key=f"reported:{published.date()}", words="")
    start, end = time.start, time.end
    key, words = _named(time)
    return Window(key=key, words=words, start=start, end=end)


def _named(time: TimeRef) -> tuple[str, str]:
    """Return the key of an interval and its words for readers."""
    start, last = time.start, time.end - timedelta(microseconds=1)
    if time.granularity in ("week", "month", "season", "year"):
        return f"{time.granularity}:{start.date()}", _calendar(time)
    one_day = start.date() == last.date()
    if time.granularity == "daypart" and (start.hour >= _EVENING or not one_day):
        return f"night:{last.date()}", f"night of {_range(last.date() - _DAY, last.date())}"
    if time.end - time.start < _DAY and time.granularity in ("minute", "hour"):
        words = f"{_on(start.date())}, {start:%H:%M}–{time.end:%H:%M} UTC"
        return f"hours:{start:%Y-%m-%dT%H:%M}/{time.end:%Y-%m-%dT%H:%M}", words
    if one_day:
        return f"day:{start.date()}", _on(start.date())
    if time.end - time.start == _DAY:
        return f"24h:{last.date()}", f"24 hours to {_on(last.date())}"
    return f"days:{start.date()}/{last.date()}", _range(start.date(), last.date())


def _calendar(time: TimeRef) -> str:
    if time.granularity == "week":
        return f"week of {_on(time.start.date())}"
    return f"{time.start:%B %Y}" if time.granularity == "month" else f"{time.start:%Y}"


def _on(day: date) -> str:
    return f"{day.day} {day:%B}"


def _range(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_on(last)}"
    return f"{_on(first)}–{_on(last)}"
