"""Look-up of places by name: GeoNames towns, divisions, countries and large areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

import numpy as np

from sitrep.extract.gazetteer_build import (
    AREA,
    CITY,
    COUNTRY,
    FEATURE,
    FIRST_ORDER,
    SECOND_ORDER,
    default_path,
    ensure,
)
from sitrep.extract.gazetteer_keys import key, key_hash

__all__ = [
    "AREA",
    "CITY",
    "COUNTRY",
    "FEATURE",
    "FIRST_ORDER",
    "SECOND_ORDER",
    "Entry",
    "Gazetteer",
]

_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: degrees WGS 84, ISO 3166-1 alpha-2, GeoNames code of its first-order division.

    `kind` is one of CITY, FIRST_ORDER, SECOND_ORDER, COUNTRY, AREA, FEATURE; `main` tells whether
    it was found under its main name; `theatre` whether a theatre file names it.
    """

    name: str
    lat: float
    lon: float
    kind: int
    country: str | None
    division: str | None
    population: int
    geonames_id: int | None
    main: bool
    theatre: bool = False
    capital: bool = False
    precision: int | None = None
    region: str | None = None


class Gazetteer:
    """A compiled gazetteer file, read once; a few tens of megabytes, shared by all articles."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with np.load(path) as columns:
            self._hashes = columns["hashes"]
            self._entries = columns["entries"]
            self._main = columns["main"]
            self._lat, self._lon = columns["lat"], columns["lon"]
            self._kind, self._population = columns["kind"], columns["population"]
            self._geonames, self._capital = columns["geonames"], columns["capital"]
            self._names = columns["names"].tobytes().decode().split("\n")
            self._codes = columns["codes"].tobytes().decode().split("\n")
        firsts = np.flatnonzero(self._kind == FIRST_ORDER)
        # The same few thousand places come again and again in the news.
        self._made = lru_cache(_REMEMBERED)(self._built)
        self._firsts = {self._codes[entry]: int(entry) for entry in firsts}

    def __reduce__(self) -> tuple[type[Self], tuple[Path]]:
        """Pickle the path alone: the worker reads the file itself."""
        return type(self), (self._path,)

    @classmethod
    def load(cls, path: Path | None = None) -> "Gazetteer":
        """Return the gazetteer at `path` (default: the user's cache folder), built if missing."""
        return _loaded(path or default_path())

    def find(self, names: Sequence[str]) -> list[list[Entry]]:
        """Return the places of each of `names` (as written), in a fixed order; many at once."""
        hashes = np.array([key_hash(key(name)) for name in names], dtype=np.uint64)
        left = np.searchsorted(self._hashes, hashes, side="left").tolist()
        right = np.searchsorted(self._hashes, hashes, side="right").tolist()
        return [
            [self._entry(place) for place in range(first, last)]
            for first, last in zip(left, right, strict=True)
        ]

    def division(self, code: str | None) -> str | None:
        """Return the name of a first-order division by its GeoNames code."""
        entry = self._firsts.get(code) if code else None
        return None if entry is None else self._names[entry]

    def first_order(self, code: str) -> Entry | None:
        """Return a first-order division by its GeoNames code."""
        entry = self._firsts.get(code)
        return None if entry is None else self._made(entry, True)  # noqa: FBT003 - a cache key

    def within(self, region: tuple[float, float, float, float]) -> list[Entry]:
        """Return the towns in `region` (west, south, east, north; degrees), in a fixed order."""
        west, south, east, north = region
        inside = (self._lat >= south) & (self._lat <= north)
        inside &= (self._lon >= west) & (self._lon <= east) & (self._kind == CITY)
        return [self._made(int(entry), True) for entry in np.flatnonzero(inside)]  # noqa: FBT003

    def countries(self) -> dict[str, Entry]:
        """Return the states by ISO 3166-1 alpha-2 code."""
        found = np.flatnonzero(self._kind == COUNTRY)
        return {self._codes[entry]: self._made(int(entry), True) for entry in found}  # noqa: FBT003

    def _entry(self, place: int) -> Entry:
        return self._made(int(self._entries[place]), bool(self._main[place]))

    def _built(self, entry: int, main: bool) -> Entry:  # noqa: FBT001 - a cache key
        code = self._codes[entry]
        return Entry(
            name=self._names[entry],
            lat=round(float(self._lat[entry]), 5),
            lon=round(float(self._lon[entry]), 5),
            kind=int(self._kind[entry]),
            country=code.split(".", maxsplit=1)[0] or None,
            division=".".join(code.split(".")[:2]) if "." in code else None,
            population=int(self._population[entry]),
            geonames_id=int(self._geonames[entry]) or None,
            main=main,
            capital=bool(self._capital[entry]),
        )


@cache
def _loaded(path: Path) -> Gazetteer:
    ensure(path)
    return Gazetteer(path)
