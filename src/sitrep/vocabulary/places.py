"""Words that tell how a place's name is used; the lists stand in places.yaml."""

import gzip
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
    """A first- or second-order division (`level`) by GeoNames code ("US.TX", "US.TX.201")."""

    level: int
    code: str
    name: str
    lat: float
    lon: float


class PlaceWords(Record, frozen=True, kw_only=True):
    """Lower-case words; each list's meaning stands above it in the file."""

    locative: frozenset[str]
    dealing: frozenset[str]
    belongings: frozenset[str]
    undergoing: frozenset[str]
    acting: frozenset[str]
    auxiliaries: frozenset[str]
    first_order: frozenset[str]
    second_order: frozenset[str]
    person_titles: frozenset[str]
    not_after: frozenset[str]
    features: frozenset[str]
    never: frozenset[str]
    countries: dict[str, tuple[float, float]]
    areas: tuple[Area, ...]
    abbreviations: dict[str, tuple[str, ...]]


@cache
def divisions() -> tuple[Division, ...]:
    """Return the divisions of all countries; data: GeoNames, CC BY 4.0 (bench/divisions.py)."""
    packed = Path(__file__).with_name("divisions.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return tuple(
        Division(level=int(level), code=code, name=name, lat=float(lat), lon=float(lon))
        for level, code, name, lat, lon in rows
    )


@cache
def place_words() -> PlaceWords:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), PlaceWords)
