"""What reports count, as bars: one row for each claimant, weapon and window."""

from collections.abc import Iterator, Sequence

from sitrep.drawing.svg import element, picture, words
from sitrep.model.pictures import StrikeBar, StrikePlot

WIDTH = 720.0
_LEFT, _RIGHT = 262.0, 18.0
_ROW, _BAR = 44.0, 15.0
_TOP = 30.0
_NOTE = "fire at each side has a scale of its own"
_PARTS = (("intercepted", "bar-intercepted"), ("lost", "bar-missed"), ("hit", "bar-hit"))
_KEYS = (
    ("bar-launched", "launched"), ("bar-intercepted", "shot down"), ("bar-missed", "lost"),
    ("bar-hit", "hit"),
)  # fmt: skip


def draw(given: StrikePlot, name: str = "fire") -> str:
    """Return the plot as an SVG picture; `name` makes its ids unique within a page.

    Bars of fire at one party have one scale, others another: what one side launched is no measure
    of what the other shot down. Where a claimant gives what was launched, the rest lies within it.
    """
    scales = {bar.target: _scale(given.bars, bar.target) for bar in given.bars}
    rows = [
        part
        for index, bar in enumerate(given.bars)
        for part in _row(bar, index, scales[bar.target])
    ]
    if len(scales) > 1:
        rows.append(words(_NOTE, WIDTH - _RIGHT, 14.5, 10.5, cls="quiet", text_anchor="end"))
    size = (WIDTH, _TOP + len(given.bars) * _ROW)
    parts = [*_legend(given.bars), *rows]
    return picture(parts, size=size, title=given.title, alternative=given.alternative, name=name)


def _scale(bars: Sequence[StrikeBar], target: str) -> float:
    """Return the length of one weapon fired at a party."""
    most = max((_largest(bar) for bar in bars if bar.target == target), default=1.0) or 1.0
    return (WIDTH - _LEFT - _RIGHT) / most


def _largest(bar: StrikeBar) -> float:
    stopped = sum(getattr(bar, kind) or 0.0 for kind, _ in _PARTS)
    return max(bar.launched or 0.0, stopped)


def _row(bar: StrikeBar, index: int, scale: float) -> Iterator[str]:
    top = _TOP + index * _ROW
    yield words(f"{bar.weapon} at {bar.target}", 0, top + 13, 13, font_weight="650")
    under = ", ".join(part for part in (bar.window, bar.claimant) if part)
    yield words(_shortened(under, 46), 0, top + 29, 10.5, cls="quiet")
    x = _LEFT
    if bar.launched is not None:
        yield _bar("bar-launched", x, top, bar.launched * scale)
    for kind, cls in _PARTS:
        value = getattr(bar, kind)
        if value:
            yield _bar(cls, x, top, value * scale)
            x += value * scale
    yield words(bar.label, _LEFT, top + 29, 10.5)


def _bar(cls: str, x: float, top: float, width: float) -> str:
    return element("rect", cls=cls, x=x, y=top, width=max(width, 1.5), height=_BAR)


def _shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def _legend(bars: Sequence[StrikeBar]) -> Iterator[str]:
    shown = {
        "bar-launched": any(bar.launched is not None for bar in bars),
        **{cls: any(getattr(bar, kind) for bar in bars) for kind, cls in _PARTS},
    }
    x = _LEFT
    for cls, text in _KEYS:
        if shown[cls]:
            yield element("rect", cls=cls, x=x, y=6, width=12, height=9)
            yield words(text, x + 17, 14.5, 10.5, cls="quiet")
            x += 32 + len(text) * 6
