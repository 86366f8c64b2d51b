"""What a place's name means where nothing around it tells: reasons first, size last."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from sitrep.extract.gazetteer import (
    AREA,
    CITY,
    COUNTRY,
    FEATURE,
    FIRST_ORDER,
    SECOND_ORDER,
    Entry,
)

# All weights were set on two thirds of the articles of GeoVirus and LGL; the rest held out.
_KIND_WEIGHTS = {
    CITY: (0.0, ""),
    FIRST_ORDER: (2.3, "division"),
    SECOND_ORDER: (-0.6, ""),
    COUNTRY: (3.0, "country"),
    AREA: (7.0, "area"),
    FEATURE: (2.0, "land form"),
}
_SEAT = -4.0
_SEAT_SHARE = 0.1
"""A town with this part of its division's people gives it its name: "Kharkiv" is the town."""
_GREAT = 300_000
_LESSER = -2.6
"""Against a division with fewer people than a great city of its name: Manchester in Jamaica."""
_POPULATION = 0.45
"""For each power of ten."""
_OTHER_NAME = -1.6
_FAMOUS, _TIMES_GREATER, _FAMOUS_OTHER = 500_000, 5, -0.4
"""A city far greater than all of that main name may bear the other name in the news: Odessa."""
_THEATRE = 4.0
_CAPITAL = 3.0


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an article: the places it may be, how often it comes, what holds it.

    `holders` are the divisions and states that stand right behind it somewhere ("Paris, Texas"),
    `seats` the divisions of this name whose chief town has it too, `greatest` the people of the
    greatest city whose main name it is, `lands` tells whether a state or division has it.
    """

    name: str
    entries: tuple[Entry, ...]
    count: int = 1
    holders: tuple[Entry, ...] = ()
    seats: frozenset[str] = frozenset()
    greatest: int = 0
    lands: bool = False

    @classmethod
    def of(
        cls, name: str, entries: tuple[Entry, ...], count: int, holders: tuple[Entry, ...]
    ) -> Self:
        """Return the name with the divisions that are called after their chief town."""
        divisions = {
            entry.division: entry.population
            for entry in entries
            if entry.kind == FIRST_ORDER and entry.division
        }
        seats = (
            entry.division
            for entry in entries
            if entry.kind == CITY
            and entry.division in divisions
            and entry.population >= _SEAT_SHARE * divisions[entry.division]
        )
        greatest = max(
            (entry.population for entry in entries if entry.kind == CITY and entry.main), default=0
        )
        called = frozenset(seats) if divisions else frozenset[str]()
        lands = any(entry.kind in {COUNTRY, FIRST_ORDER, AREA} for entry in entries)
        return cls(name, entries, count, holders, called, greatest, lands)


def prior(entry: Entry, name: Named) -> Iterator[tuple[float, str]]:
    """Yield what speaks for `entry` as the sense of `name` before any context.

    Each is a weight and, where one can be told, a reason. Lands and states come first, then
    capitals and seats of government, divisions of the first order (save small ones beside a great
    city of the name), cities by the power of ten of their people, and last other names.
    """
    yield _POPULATION * math.log10(entry.population + 10), ""
    yield _KIND_WEIGHTS[entry.kind]
    if not entry.main:
        least = max(_FAMOUS, _TIMES_GREATER * name.greatest)
        famous = entry.kind == CITY and entry.population >= least and not name.lands
        yield _FAMOUS_OTHER if famous else _OTHER_NAME, "other name"
    if entry.kind == FIRST_ORDER:
        if entry.division in name.seats:
            yield _SEAT, "named for its town"
        elif name.greatest >= _GREAT and name.greatest > entry.population:
            yield _LESSER, "lesser than a city of the name"
    if entry.theatre:
        yield _THEATRE, "theatre"
    if entry.capital:
        yield _CAPITAL, "capital"
