"""Words that tell how a place's name is used; the lists stand in places.yaml."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class Area(Record, frozen=True, kw_only=True):
    """A continent, sea or historic land: its name and a point in it, degrees WGS 84."""

    name: str
    lat: float
    lon: float
    country: str | None = None
    aliases: tuple[str, ...] = ()


class Division(Record, frozen=True, kw_only=True):
    """A first- or second-order division (`level`) by GeoNames code ("US.TX", "US.TX.201").

    A former division has a code of ours ("KE.~nyanza"); `others` are other names.
    """

    level: int
    code: str
    name: str
    lat: float
    lon: float
    others: tuple[str, ...] = ()


class Feature(Record, frozen=True, kw_only=True):
    """A land form or body of water; `rank` from 0 (on every map) to 10, after Natural Earth."""

    name: str
    lat: float
    lon: float
    rank: int


class PlaceWords(Record, frozen=True, kw_only=True):
    """Lower-case words; each list's meaning stands above it in the file."""

    locative: frozenset[str]
    dealing: frozenset[str]
    belongings: frozenset[str]
    weighing: frozenset[str]
    undergoing: frozenset[str]
    acting: frozenset[str]
    auxiliaries: frozenset[str]
    first_order: frozenset[str]
    first_orders: frozenset[str]
    second_order: frozenset[str]
    person_titles: frozenset[str]
    not_after: frozenset[str]
    named_after: frozenset[str]
    settlements: frozenset[str]
    reached: frozenset[str]
    undergone: frozenset[str]
    leaving: frozenset[str]
    features: frozenset[str]
    never: frozenset[str]
    directions: frozenset[str]
    classes: frozenset[str]
    countries: dict[str, tuple[float, float]]
    states: dict[str, tuple[str, ...]]
    lesser_names: dict[str, tuple[str, ...]]
    seats: dict[str, str]
    areas: tuple[Area, ...]
    abbreviations: dict[str, tuple[str, ...]]


@cache
def divisions() -> tuple[Division, ...]:
    """Return the divisions of all countries: GeoNames and Natural Earth (bench/divisions.py)."""
    return tuple(
        Division(
            level=int(level),
            code=code,
            name=name,
            lat=float(lat),
            lon=float(lon),
            others=tuple(others.split("|")) if others else (),
        )
        for level, code, name, lat, lon, others in _rows("divisions.tsv.gz")
    )


@cache
def features() -> tuple[Feature, ...]:
    """Return rivers, lakes, seas, islands, mountains and lands; data: Natural Earth, public domain.

    Made by bench/features.py.
    """
    return tuple(
        Feature(name=name, lat=float(lat), lon=float(lon), rank=int(rank))
        for name, lat, lon, rank in _rows("features.tsv.gz")
    )


def _rows(name: str) -> Iterator[list[str]]:
    packed = Path(__file__).with_name(name).read_bytes()
    return (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())


@cache
def place_words() -> PlaceWords:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), PlaceWords)
