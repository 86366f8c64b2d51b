"""Draws the times of `bench.scale` over the size of the corpus, both axes logarithmic."""

import math
from collections.abc import Iterator, Mapping, Sequence

from sitrep.drawing.svg import element, picture, standalone, words

WIDE, HIGH, LEFT, TOP = 420.0, 260.0, 62.0, 34.0
MARKS = {"lineage": "ground", "stories": "diplomacy", "ledger": "strikes"}

Line = Sequence[tuple[int, float]]


def plot(lines: Mapping[str, Line], slopes: Mapping[str, float]) -> str:
    """Return an SVG file; `lines` give by stage processor seconds at each number of articles."""
    points = [point for line in lines.values() for point in line]
    across = _decades(size for size, _ in points)
    up = _decades(spent for _, spent in points)
    parts = [words("Processor seconds by number of articles", 0, 14, 13, font_weight="650")]
    for exponent in range(across[0], across[1] + 1):
        x, _ = _place((10.0**exponent, 10.0 ** up[0]), across, up)
        parts.append(element("line", cls="grid", x1=x, x2=x, y1=TOP, y2=TOP + HIGH))
        parts.append(words(f"{10**exponent:,}", x, TOP + HIGH + 16, text_anchor="middle"))
    for exponent in range(up[0], up[1] + 1):
        _, y = _place((10.0 ** across[0], 10.0**exponent), across, up)
        parts.append(element("line", cls="grid", x1=LEFT, x2=LEFT + WIDE, y1=y, y2=y))
        parts.append(words(f"{10.0**exponent:g} s", LEFT - 6, y + 4, text_anchor="end"))
    for stage, line in lines.items():
        parts += _line(stage, [_place(point, across, up) for point in line], slopes[stage])
    told = ", ".join(f"{stage} {slope:.2f}" for stage, slope in slopes.items())
    return standalone(
        picture(
            parts,
            size=(LEFT + WIDE + 120, TOP + HIGH + 26),
            title="Time of lineage, stories and ledger as the corpus grows",
            alternative=f"Straight lines on logarithmic axes; slopes: {told}.",
            name="scale",
        )
    )


def _line(stage: str, places: Sequence[tuple[float, float]], slope: float) -> Iterator[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield element("polyline", cls="mean", points=path)
    for x, y in places:
        yield element("circle", cls=f"mark mark-{MARKS[stage]}", cx=x, cy=y, r=4)
    x, y = places[-1]
    yield words(f"{stage}, slope {slope:.2f}", x + 8, y + 4)


def _decades(values: Iterator[float]) -> tuple[int, int]:
    """Return the exponents of the powers of ten around `values`."""
    found = [math.log10(value) for value in values]
    return math.floor(min(found)), math.ceil(max(found))


def _place(
    point: tuple[float, float], across: tuple[int, int], up: tuple[int, int]
) -> tuple[float, float]:
    shares = [
        (math.log10(value) - first) / (last - first)
        for value, (first, last) in zip(point, (across, up), strict=True)
    ]
    return LEFT + shares[0] * WIDE, TOP + (1 - shares[1]) * HIGH
