"""Which of several places of one name an article means, with the reasons."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sitrep.extract.gazetteer import AREA, CITY, COUNTRY, FIRST_ORDER, SECOND_ORDER, Entry

_KIND_WEIGHTS = {
    CITY: (0.0, ""),
    FIRST_ORDER: (0.8, "division"),
    SECOND_ORDER: (-0.6, ""),
    COUNTRY: (2.5, "country"),
    AREA: (6.0, "area"),
}
_NEAR_KM = 150.0
_EARTH_KM = 6371.0


@dataclass
class Context:
    """What the article says about where it plays: counts of countries and divisions, sure points.

    `countries` counts names and adjectives of states, `divisions` named first-order divisions,
    `points` the (lat, lon) of places with one meaning only, `support` for each division the names
    that could all lie in it.
    """

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)
    support: Counter[str] = field(default_factory=Counter)

    def country_share(self, country: str | None) -> float:
        """Return which part of the article's mentions of states falls on `country`."""
        total = sum(self.countries.values())
        return self.countries[country] / total if total and country else 0.0


@dataclass(frozen=True, slots=True)
class Hint:
    """What stands right beside the name: its kind ("region"), its container ("…, Ontario")."""

    kind: int | None = None
    container: Entry | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen place, its score between 0 and 1, and what spoke for it."""

    entry: Entry
    score: float
    reasons: tuple[str, ...]


def choose(entries: Sequence[Entry], hint: Hint, context: Context) -> Choice | None:
    """Return the most fitting of `entries`; None where the hint rules all of them out."""
    fitting = [entry for entry in entries if hint.kind is None or entry.kind == hint.kind]
    ranked = sorted(
        ((*_score(entry, hint, context), entry) for entry in fitting),
        key=lambda row: (-row[0], -row[2].population, row[2].geonames_id or 0, row[2].name),
    )
    if not ranked:
        return None
    points, reasons, entry = ranked[0]
    margin = points - ranked[1][0] if len(ranked) > 1 else 5.0
    score = round(1 / (1 + math.exp(-margin)), 3)
    return Choice(entry, score, ("only one" if len(ranked) == 1 else "context", *reasons))


def _score(entry: Entry, hint: Hint, context: Context) -> tuple[float, tuple[str, ...]]:
    """Add up what speaks for `entry`; weights set by hand on GeoVirus and LGL."""
    parts = [*_of_itself(entry, hint), *_of_context(entry, context)]
    return sum(weight for weight, _ in parts), tuple(why for _, why in parts if why)


def _of_itself(entry: Entry, hint: Hint) -> Iterator[tuple[float, str]]:
    yield 0.45 * math.log10(entry.population + 10), ""
    yield _KIND_WEIGHTS[entry.kind]
    if hint.container is not None and _inside(entry, hint.container):
        yield 10.0, f"in {hint.container.name}"
    if entry.theatre:
        yield 4.0, "theatre"
    if entry.capital:
        yield 2.0, "capital"
    if not entry.main:
        yield -1.6, "other name"


def _of_context(entry: Entry, context: Context) -> Iterator[tuple[float, str]]:
    share = context.country_share(entry.country)
    if share:
        yield 1.0 + 2.5 * share, f"country {entry.country} in the article"
    if entry.kind not in {CITY, SECOND_ORDER}:
        return
    if entry.division and context.divisions[entry.division]:
        yield 2.5, f"division {entry.division} in the article"
    elif entry.division and context.support[entry.division] > 1:
        others = context.support[entry.division] - 1
        yield min(2.4, 0.6 * others), f"{others} other names fit {entry.division}"
    if _near(entry, context.points):
        yield 1.5, "near other places"


def _inside(entry: Entry, container: Entry) -> bool:
    if container.kind == COUNTRY:
        return entry.country == container.country and entry.kind != COUNTRY
    return entry.division == container.division and entry.kind in {CITY, SECOND_ORDER}


def _near(entry: Entry, points: Iterable[tuple[float, float]]) -> bool:
    return any(0.5 < kilometres((entry.lat, entry.lon), point) < _NEAR_KM for point in points)


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (degrees north, east) in km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*left, *right))
    root = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(root)))
