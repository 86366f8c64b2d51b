"""A grid over the map: how near two places lie, in whole cells."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sitrep.extract.gazetteer import CITY, Entry

Cell: TypeAlias = tuple[int, int]

_CELL = 1.3
"""Degrees of a cell: about 145 km."""
_SIDES = (-1, 0, 1)


def cell(entry: Entry) -> Cell:
    """Return the cell that a place lies in."""
    wide = max(0.2, math.cos(math.radians(entry.lat)))
    return round(entry.lat / _CELL), round(entry.lon * wide / _CELL)


def around(entry: Entry) -> Iterator[Cell]:
    """Yield the cell of a place and the eight around it."""
    north, east = cell(entry)
    for up in _SIDES:
        for right in _SIDES:
            yield north + up, east + right


def towns_near(entries: Iterable[Entry]) -> Counter[Cell]:
    """Count the towns among `entries` in and beside each cell."""
    return Counter(one for entry in entries if entry.kind == CITY for one in around(entry))
