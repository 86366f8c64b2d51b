"""The names that the vocabulary adds to the gazetteer: theatre places and names of states."""

import re
from collections.abc import Iterable, Sequence

from sitrep.extract.gazetteer import (
    AREA,
    CITY,
    COUNTRY,
    FIRST_ORDER,
    SECOND_ORDER,
    Entry,
    Gazetteer,
)
from sitrep.extract.gazetteer_keys import key, nominatives
from sitrep.vocabulary.types import NamedPlace, Vocabulary

_KINDS = {
    "settlement": CITY,
    "site": CITY,
    "district": SECOND_ORDER,
    "region": FIRST_ORDER,
    "sea": AREA,
    "area": AREA,
}
_SEAT = 50_000
"""A division is named for its chief town, and that has more people."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_ADJECTIVE = re.compile(r"(?<=[а-яіїє]{3})(?:ой|ая|ую|ом|ого|ій|ої|а|у)$")


class PlaceNames:
    """Looks names up in the vocabulary first, then in the gazetteer."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._own: dict[str, list[Entry]] = {}
        self._divisions: dict[str, Entry] = {}
        for theatre_id in sorted(vocabulary.theatres):
            for place in vocabulary.theatres[theatre_id].places:
                self._add((place.name, *place.aliases), self._of_theatre(place))
        states = sorted(
            (actor for actor in vocabulary.actors.values() if actor.kind == "country"),
            key=lambda actor: actor.id,
        )
        found = gazetteer.countries()
        for actor in states:
            state = found.get(actor.country or "")
            if state is not None:
                self._add((actor.name, *actor.aliases), state)

    def _add(self, names: Iterable[str], entry: Entry) -> None:
        for name in names:
            self._own.setdefault(key(name), []).append(entry)

    def _of_theatre(self, place: NamedPlace) -> Entry:
        """Return a theatre's place; a region gives the gazetteer's division its name."""
        entry = _entry(place)
        if entry.kind != FIRST_ORDER:
            return entry
        spelt = self._gazetteer.find([place.name, *place.aliases])
        codes = (
            other.division
            for found in spelt
            for other in found
            if other.kind == FIRST_ORDER and other.country == entry.country
        )
        code = next(codes, None)
        if code is not None:
            self._divisions.setdefault(code, entry)
        return entry

    def division(self, code: str | None) -> str | None:
        """Return the name of a first-order division by its GeoNames code, as a theatre has it."""
        own = self._divisions.get(code) if code else None
        return own.name if own is not None else self._gazetteer.division(code)

    def called(self, entry: Entry) -> str:
        """Return the name of a place, that of a division as a theatre has it."""
        own = self.division(entry.division) if entry.kind == FIRST_ORDER else None
        return own or entry.name

    def of_theatres(self) -> list[Entry]:
        """Return the places that the theatres name, each once."""
        named = (entry for entries in self._own.values() for entry in entries if entry.theatre)
        return list(dict.fromkeys(named))

    def find(self, names: Sequence[str]) -> dict[str, list[Entry]]:
        """Return the places of each of `names`; Cyrillic ones also from other cases."""
        wanted = sorted(set(names))
        found = dict(zip(wanted, self._gazetteer.find(wanted), strict=True))
        for name in wanted:
            found[name] = _united(self._own.get(key(name), []), found[name])
        bent = {
            name: list(dict.fromkeys(nominatives(name)))
            for name in wanted
            if not found[name] and _CYRILLIC.search(name)
        }
        forms = sorted({form for spellings in bent.values() for form in spellings})
        places = dict(zip(forms, self._gazetteer.find(forms), strict=True))
        for name, spellings in bent.items():
            for form in spellings:
                entries = _united(self._own.get(key(form), []), places[form])
                if entries:
                    found[name] = entries
                    break
        return found

    def region(self, name: str, entries: Sequence[Entry]) -> Entry | None:
        """Return the first-order division that "the `name` region" means.

        Where the gazetteer knows no such division by name, that of the town it is named for.
        """
        if any(entry.kind == COUNTRY for entry in entries):
            return None
        stem = _ADJECTIVE.sub("", name)
        towns = list(entries) or self._town_of(stem)
        for entry in sorted(towns, key=lambda town: -town.population):
            if entry.kind == FIRST_ORDER:
                return entry
        for entry in sorted(towns, key=lambda town: -town.population):
            division = self._gazetteer.first_order(entry.division) if entry.division else None
            if entry.kind == CITY and division is not None and entry.population > _SEAT:
                return division
        return None

    def _town_of(self, stem: str) -> list[Entry]:
        """Return the towns behind an adjective's stem: "Белгородск", "Сумськ", "Курск"."""
        bare = re.sub(r"(?:ськ|ск)$", "", stem)
        spellings = [stem, bare, f"{bare}ы", f"{bare}и", f"{bare}а", f"{bare}я", f"{bare}ь"]
        found = self.find(spellings)
        return next((found[name] for name in spellings if found[name]), [])


def _united(own: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """Put the vocabulary's places first, without those that stand in both."""
    states = {entry.country for entry in own if entry.kind == COUNTRY}
    return [
        *own,
        *(entry for entry in others if not (entry.kind == COUNTRY and entry.country in states)),
    ]


def _entry(place: NamedPlace) -> Entry:
    return Entry(
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        kind=_KINDS[place.kind],
        country=place.country,
        division=None,
        population=0,
        geonames_id=place.geonames_id,
        main=True,
        theatre=True,
        precision=place.precision,
        region=place.region,
    )
