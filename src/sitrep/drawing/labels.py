"""Labels beside marks, none over another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_WIDE = 0.56
"""Mean width of a letter against the size of the type, sans serif."""


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Tell whether both have a point in common."""
        apart = (
            self.right < other.left
            or other.right < self.left
            or self.bottom < other.top
            or other.bottom < self.top
        )
        return not apart


class Label(NamedTuple):
    """A text with the pixel where its baseline starts, or ends for the anchor "end"."""

    text: str
    x: float
    y: float
    anchor: str


def place(
    spots: Sequence[tuple[str, float, float]],
    *,
    size: float,
    frame: tuple[float, float],
    taken: Iterable[Box] = (),
) -> list[Label | None]:
    """Return a label for each (text, x, y), the first ones first; None where none fits.

    Each stands right, left, above or below its mark, inside the frame, over no mark or label.
    """
    used = [*taken, *(Box(x - 5, y - 5, x + 5, y + 5) for _, x, y in spots)]
    out: list[Label | None] = []
    for number, (text, x, y) in enumerate(spots):
        own = used[len(used) - len(spots) - len([one for one in out if one]) + number]
        fitting = next(
            (
                (label, space)
                for label, space in _choices(text, x, y, size)
                if _inside(space, frame)
                and not any(space.meets(one) for one in used if one is not own)
            ),
            None,
        )
        out.append(fitting[0] if fitting else None)
        if fitting:
            used.append(fitting[1])
    return out


def _choices(text: str, x: float, y: float, size: float) -> Iterable[tuple[Label, Box]]:
    wide, gap, low = len(text) * size * _WIDE, 7.0, size * 0.36
    for dy in (0.0, -size * 0.8, size * 0.8):
        right, left = x + gap, x - gap
        middle = y + dy
        space = (middle - size * 0.55, middle + size * 0.5)
        yield (
            Label(text, right, middle + low, "start"),
            Box(right, space[0], right + wide, space[1]),
        )
        yield Label(text, left, middle + low, "end"), Box(left - wide, space[0], left, space[1])
    for middle in (y - size - 2, y + size + 2):
        space = (middle - size * 0.55, middle + size * 0.5)
        yield (
            Label(text, x, middle + low, "middle"),
            Box(x - wide / 2, space[0], x + wide / 2, space[1]),
        )


def _inside(space: Box, frame: tuple[float, float]) -> bool:
    return space.left >= 2 and space.top >= 2 and space.right <= frame[0] - 2 and (
        space.bottom <= frame[1] - 2
    )  # fmt: skip
