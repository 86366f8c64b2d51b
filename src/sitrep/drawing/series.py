"""A published series of attacks as columns by day, with the mean of seven days."""

import math
from collections.abc import Iterator
from datetime import date, timedelta
from textwrap import wrap

from sitrep.drawing.svg import element, number, picture, words
from sitrep.model.pictures import SeriesDay, StrikeSeries

WIDTH = 720.0
_LEFT, _TOP, _HIGH = 34.0, 44.0, 150.0
_LETTERS, _LINE = 118, 15
"""Letters of a line of notes, and its height."""
_STEPS = (1, 2, 2.5, 5, 10)
_LINES = 4
_KEYS = (
    ("bar-intercepted", "shot down"), ("bar-missed", "lost"),
    ("bar-launched", "neither, as counted"),
)  # fmt: skip


def draw(given: StrikeSeries, name: str = "series", *, notes: bool = False) -> str:
    """Return the plot as an SVG picture; `name` makes its ids unique within a page.

    Days that the series does not cover are struck through at the axis. With `notes` what is
    computed of it (share shot down, record) stands below.
    """
    step = _step(max((day.launched for day in given.days), default=1))
    top = step * math.ceil(max((day.launched for day in given.days), default=1) / step)
    count = (given.last - given.first).days + 1
    wide = (WIDTH - _LEFT) / count
    bottom = _TOP + _HIGH
    parts = [
        words(given.title, 0, 14, 13, font_weight="650"),
        *_legend(gaps=len({day.day for day in given.days}) < count),
        *_grid(step, top),
        *_columns(given, wide, top),
        *_mean(given, wide, top),
        element("line", cls="axis", x1=_LEFT, x2=WIDTH, y1=bottom, y2=bottom),
        *_days(given, wide),
    ]
    lines = wrap(" ".join(given.notes), _LETTERS) if notes else []
    for index, line in enumerate(lines):
        parts.append(words(line, 0, bottom + 36 + index * _LINE, 10.5))
    under = bottom + 36 + len(lines) * _LINE
    parts.append(words(given.credit, 0, under, 9, cls="quiet"))
    size = (WIDTH, under + 6)
    return picture(parts, size=size, title=given.title, alternative=given.alternative, name=name)


def _step(most: int) -> float:
    """Return a round step that divides the axis into at most four."""
    raw = max(most, 1) / _LINES
    power = 10.0 ** math.floor(math.log10(raw))
    found = next(one for one in _STEPS if power * one >= raw)
    return max(1.0, power * found)


def _x(given: StrikeSeries, day: date, wide: float) -> float:
    return _LEFT + (day - given.first).days * wide


def _grid(step: float, top: float) -> Iterator[str]:
    for index in range(round(top / step) + 1):
        value = index * step
        y = _TOP + _HIGH - value / top * _HIGH
        if index:
            yield element("line", cls="grid", x1=_LEFT, x2=WIDTH, y1=y, y2=y)
        yield words(f"{value:,.0f}", _LEFT - 6, y + 3.5, 10, cls="quiet", text_anchor="end")


def _columns(given: StrikeSeries, wide: float, top: float) -> Iterator[str]:
    bottom, gap = _TOP + _HIGH, min(4.0, wide * 0.2)
    for day in given.days:
        x, y = _x(given, day.day, wide) + gap / 2, bottom
        rest = max(day.launched - day.intercepted - day.lost, 0)
        title = element("title", _told(day))
        columns = []
        for cls, value in (
            ("bar-intercepted", day.intercepted), ("bar-missed", day.lost), ("bar-launched", rest),
        ):  # fmt: skip
            high = value / top * _HIGH
            y -= high
            if value:
                columns.append(
                    element("rect", cls=cls, x=x, y=y, width=max(wide - gap, 1), height=high)
                )
        yield element("g", "".join((title, *columns)))
    covered = {day.day for day in given.days}
    for back in range((given.last - given.first).days + 1):
        day_off = given.first + timedelta(days=back)
        if day_off not in covered:
            x = _x(given, day_off, wide)
            yield element(
                "line", cls="nodata", x1=x + 2, x2=x + wide - 2, y1=bottom - 1, y2=bottom - 9
            )


def _told(day: SeriesDay) -> str:
    return (
        f"{day.day.day} {day.day:%B}: {day.launched:,} launched, {day.intercepted:,} shot down,"
        f" {day.lost:,} lost"
    )


def _mean(given: StrikeSeries, wide: float, top: float) -> Iterator[str]:
    """Yield the line of the mean, broken where the series is."""
    run: list[str] = []
    before: date | None = None
    for day in given.days:
        joined = before is not None and (day.day - before).days == 1
        if day.mean is None or not joined:
            yield from _line(run)
            run = []
        if day.mean is not None:
            x = _x(given, day.day, wide) + wide / 2
            run.append(f"{number(x)} {number(_TOP + _HIGH - min(day.mean / top, 1) * _HIGH)}")
        before = day.day
    yield from _line(run)


def _line(points: list[str]) -> Iterator[str]:
    if len(points) > 1:
        yield element("path", cls="mean", d="M" + "L".join(points))
    elif points:
        x, y = points[0].split(" ")
        left, right = (number(float(x) + dx) for dx in (-5, 5))
        yield element("path", cls="mean", d=f"M{left} {y}L{right} {y}")


def _days(given: StrikeSeries, wide: float) -> Iterator[str]:
    count = (given.last - given.first).days + 1
    every = max(1, math.ceil(count * 40 / (WIDTH - _LEFT)))
    for back in range(0, count, every):
        day = given.last - timedelta(days=back)
        x = _x(given, day, wide) + wide / 2
        month = back == 0 or day.day <= every or back + every >= count
        text = f"{day.day} {day:%b}" if month else f"{day.day}"
        anchor = "end" if back == 0 and wide < 30 else "middle"
        yield words(text, x, _TOP + _HIGH + 15, 10, cls="quiet", text_anchor=anchor)


def _legend(*, gaps: bool) -> Iterator[str]:
    x = _LEFT
    for cls, text in _KEYS:
        yield element("rect", cls=cls, x=x, y=22, width=12, height=9)
        yield words(text, x + 17, 30.5, 10.5, cls="quiet")
        x += 36 + len(text) * 5.8
    yield element("path", cls="mean", d=f"M{number(x)} 27h16")
    yield words("mean of seven days", x + 22, 30.5, 10.5, cls="quiet")
    if gaps:
        x += 128
        yield element("line", cls="nodata key", x1=x, x2=x + 14, y1=31, y2=24)
        yield words("no data", x + 19, 30.5, 10.5, cls="quiet")
