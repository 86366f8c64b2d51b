"""Which of several places of one name an article means, with the reasons."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sitrep.extract.gazetteer import CITY, COUNTRY, FIRST_ORDER, SECOND_ORDER, Entry
from sitrep.extract.places_cells import Cell, around, cell
from sitrep.extract.places_prior import Named, prior

Region: TypeAlias = tuple[str, str | int | None, int]
Shares: TypeAlias = list[tuple[Entry, float]]

# All weights were set on two thirds of the articles of GeoVirus and LGL; the rest held out.
_HELD = 6.0
_TOLD = 2.5
_COUNTRY_NAMED, _COUNTRY_SHARE = 1.25, 2.5
_DIVISION_NAMED = 2.5
_DIVISION_FITS, _FITS_MOST = 0.6, 3.0
_NEAR = 0.9
_FRONT = 0.4
"""For each power of ten of a theatre's towns near by: it parts villages of one name alone."""
_SHARPNESS = 0.4
"""How far apart two scores are that make one place e times as likely as another."""

_ROUNDS = 2
_LEAST = 0.05
"""Less evidence than this counts as none."""
_ANYWHERE: Region = ("country", None, 0)
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen place, its score between 0 and 1, and what spoke for it."""

    entry: Entry
    score: float
    reasons: tuple[str, ...]


class Context:
    """What an article's names and adjectives say together about where it plays.

    Each name speaks for the countries, divisions and stretches of the map in which it may lie, as
    likely as it lies there; no name speaks for itself. A few rounds settle them.
    """

    def __init__(
        self, names: Sequence[Named], states: Mapping[str, int], front: Mapping[Cell, int]
    ) -> None:
        """`states` counts adjectives of states ("Sudanese") by ISO 3166-1 alpha-2.

        `front` counts the towns of the theatres by cell.
        """
        self._front = front
        self._mass: dict[Region, float] = defaultdict(float)
        self._own: dict[str, dict[Region, float]] = {}
        for country in sorted(states):
            self._mass["country", country, 0] += states[country]
            self._mass[_ANYWHERE] += states[country]
        shares = [self._shares(name) for name in names]
        for name, found in zip(names, shares, strict=True):
            self._say(name, found)
        unsure = [name for name in names if len(name.entries) > 1]
        for _ in range(_ROUNDS):
            shares = [self._shares(name) for name in unsure]
            for name, found in zip(unsure, shares, strict=True):
                for region, amount in self._own.pop(name.name).items():
                    self._mass[region] -= amount
                self._say(name, found)

    def choose(self, name: Named, holder: Entry | None) -> Choice | None:
        """Return the most fitting place of `name`; None where it has none.

        `holder` is the division or state that stands right behind it here.
        """
        ranked = sorted(
            ((self._score(entry, name, holder), entry) for entry in name.entries),
            key=lambda row: (-row[0], -row[1].population, row[1].geonames_id or 0, row[1].name),
        )
        if not ranked:
            return None
        points, entry = ranked[0]
        margin = points - ranked[1][0] if len(ranked) > 1 else 5.0
        score = round(1 / (1 + math.exp(-margin)), 3)
        first = "only one" if len(ranked) == 1 else "context"
        why = (reason for _, reason in self._parts(entry, name, holder) if reason)
        return Choice(entry, score, (first, *why))

    def _shares(self, name: Named) -> Shares:
        """Return how likely each place of `name` is; the unlikely are left out."""
        if len(name.entries) == 1:
            return [(name.entries[0], 1.0)]
        scores = [self._score(entry, name, None) for entry in name.entries]
        top = max(scores)
        likely = [
            (entry, math.exp((score - top) / _SHARPNESS))
            for entry, score in zip(name.entries, scores, strict=True)
            if top - score < 4 * _SHARPNESS
        ]
        whole = sum(share for _, share in likely)
        return [(entry, share / whole) for entry, share in likely]

    def _say(self, name: Named, shares: Shares) -> None:
        weight = math.sqrt(min(name.count, 4))
        own: dict[Region, float] = defaultdict(float)
        for entry, share in shares:
            for region in _regions(entry):
                own[region] += weight * share
        self._own[name.name] = own
        for region, amount in own.items():
            self._mass[region] += amount

    def _others(self, name: str, region: Region) -> float:
        """Return how much the names but `name` speak for `region`."""
        mass = self._mass.get(region)
        if not mass:
            return 0.0
        own = self._own.get(name)
        left = mass - own.get(region, 0.0) if own else mass
        return left if left > _LEAST else 0.0

    def _score(self, entry: Entry, name: Named, holder: Entry | None) -> float:
        return sum(weight for weight, _ in self._parts(entry, name, holder))

    def _parts(
        self, entry: Entry, name: Named, holder: Entry | None
    ) -> Iterator[tuple[float, str]]:
        """Yield what speaks for `entry`: a weight and, where one can be told, a reason."""
        yield from prior(entry, name)
        theatre = self._front.get(cell(entry), 0) if entry.kind == CITY else 0
        if theatre:
            yield _FRONT * math.log10(1 + theatre), "near places of a theatre"
        if holder is not None and _inside(entry, holder):
            yield _HELD, f"in {holder.name}"
        elif name.holders and any(_inside(entry, one) for one in name.holders):
            yield _TOLD, "told elsewhere in the article"
        country = self._others(name.name, ("country", entry.country, 0)) if entry.country else 0.0
        if country:
            share = country / max(country, self._others(name.name, _ANYWHERE))
            weight = _COUNTRY_NAMED * min(1.0, country) + _COUNTRY_SHARE * share
            yield weight, f"country {entry.country} in the article"
            if entry.kind in {CITY, SECOND_ORDER}:
                yield from self._of_neighbours(entry, name.name)

    def _of_neighbours(self, entry: Entry, name: str) -> Iterator[tuple[float, str]]:
        code = entry.division
        named = self._others(name, ("named", code, 0))
        if named:
            yield _DIVISION_NAMED * min(1.0, named), f"division {code} in the article"
        fitting = self._others(name, ("division", code, 0))
        if fitting:
            yield min(_FITS_MOST, _DIVISION_FITS * fitting), f"other names fit {code}"
        near = sum(self._others(name, ("cell", *one)) for one in around(entry))
        if near:
            yield _NEAR * min(1.0, near), "near other places"


def _regions(entry: Entry) -> Iterator[Region]:
    if entry.country:
        yield "country", entry.country, 0
        yield _ANYWHERE
    if entry.kind == FIRST_ORDER:
        yield "named", entry.division, 0
    elif entry.kind in {CITY, SECOND_ORDER}:
        if entry.division:
            yield "division", entry.division, 0
        yield "cell", *cell(entry)


def _inside(entry: Entry, holder: Entry) -> bool:
    if holder.kind == COUNTRY:
        return entry.country == holder.country and entry.kind != COUNTRY
    return entry.division == holder.division and entry.kind in {CITY, SECOND_ORDER}


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (degrees north, east) in km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*left, *right))
    root = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(root)))
