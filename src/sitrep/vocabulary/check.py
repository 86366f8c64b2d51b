"""What the shapes cannot say: references exist, offices have one holder, names one bearer."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from sitrep.vocabulary.files import Step, VocabularyFile
from sitrep.vocabulary.types import Actor, Office, Outlet, Theatre, Vocabulary, World

Contents: TypeAlias = Sequence[tuple[VocabularyFile, World | Theatre]]
Steps: TypeAlias = tuple[Step, ...]
Fault: TypeAlias = tuple[Steps, str]


def check(vocabulary: Vocabulary, contents: Contents) -> None:
    """Raise VocabularyError for the first fault, at its place in the file that has it.

    `vocabulary` is what `contents` unite to. Built-in files, the last, are gone through first, so
    that a clash between files is laid to the one that extends them.
    """
    names = _Names()
    for file, content in reversed(contents):
        for steps, problem in _faults(content, vocabulary, names):
            file.fail(steps, problem)


def _faults(content: World | Theatre, vocabulary: Vocabulary, names: "_Names") -> Iterator[Fault]:
    known = vocabulary.actors
    yield from _repeated("actors", [actor.id for actor in content.actors])
    yield from _repeated("outlets", [outlet.id for outlet in content.outlets])
    for number, actor in enumerate(content.actors):
        here: Steps = ("actors", number)
        if known[actor.id].kind != actor.kind:
            yield (*here, "kind"), f"{actor.id!r} is {known[actor.id].kind!r} in another file"
        yield from _of_actor(here, actor, known)
        yield from names.of_actor(here, actor)
    for number, outlet in enumerate(content.outlets):
        here = ("outlets", number)
        yield from _unknown((*here, "side"), outlet.side, known)
        yield from _of_country(here, outlet.country)
        yield from names.of_outlet(here, outlet)
    if isinstance(content, Theatre):
        yield from _of_theatre(content, known)


def _repeated(field: str, ids: Sequence[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, given in enumerate(ids):
        if given in seen:
            yield (field, number, "id"), f"{given!r} stands twice in this file"
        seen.add(given)


def _unknown(steps: Steps, actor_id: str | None, known: Container[str]) -> Iterator[Fault]:
    if actor_id is not None and actor_id not in known:
        yield steps, f"no actor has the id {actor_id!r}"


def _unknown_of(field: str, ids: Sequence[str], known: Container[str]) -> Iterator[Fault]:
    for number, given in enumerate(ids):
        yield from _unknown((field, number), given, known)


def _of_country(here: Steps, country: str | None) -> Iterator[Fault]:
    if country is not None and not (len(country) == 2 and country.isalpha() and country.isupper()):
        yield (*here, "country"), f"{country!r} is no ISO 3166-1 alpha-2 code (two capitals)"


def _of_actor(here: Steps, actor: Actor, known: Container[str]) -> Iterator[Fault]:
    yield from _of_country(here, actor.country)
    yield from _unknown((*here, "speaks_for"), actor.speaks_for, known)
    for number, member in enumerate(actor.members):
        yield from _unknown((*here, "members", number), member, known)
    for number, office in enumerate(actor.offices):
        spot: Steps = (*here, "offices", number)
        yield from _unknown((*spot, "of"), office.of, known)
        if office.since and office.until and office.until < office.since:
            yield (*spot, "until"), f"until {office.until} is before since {office.since}"


def _of_theatre(theatre: Theatre, known: Container[str]) -> Iterator[Fault]:
    if len(theatre.parties) < 2:
        yield ("parties",), "a conflict has at least two parties"
    for number, party in enumerate(theatre.parties):
        yield from _unknown(("parties", number, "actor"), party.actor, known)
        for index, ally in enumerate(party.allies):
            yield from _unknown(("parties", number, "allies", index), ally, known)
    yield from _unknown_of("mediators", theatre.mediators, known)
    yield from _unknown_of("map_sources", theatre.map_sources, known)
    west, south, east, north = theatre.region
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        yield ("region",), "must be [west, south, east, north] in degrees, west < east"
    for number, place in enumerate(theatre.places):
        yield from _of_country(("places", number), place.country)
        for field, value, limit in (("lat", place.lat, 90), ("lon", place.lon, 180)):
            if not -limit <= value <= limit:
                yield ("places", number, field), f"{value} is not in -{limit}…{limit} degrees"
    for number, proposal in enumerate(theatre.proposals):
        yield from _unknown(("proposals", number, "proposer"), proposal.proposer, known)
        yield from _unknown(("proposals", number, "mediator"), proposal.mediator, known)


class _Names:
    """Who bears a name and who holds an office, over all files gone through so far."""

    def __init__(self) -> None:
        self.bearers: dict[str, str] = {}
        self.feeds: dict[str, str] = {}
        self.holders: dict[tuple[str, str], list[tuple[str, Office]]] = defaultdict(list)

    def of_actor(self, here: Steps, actor: Actor) -> Iterator[Fault]:
        """Yield names that another actor bears and offices that another holds at the same time."""
        lists = {field: getattr(actor, field) for field in ("aliases", "demonyms", "metonyms")}
        spots: list[tuple[Steps, str]] = [((*here, "name"), actor.name)]
        spots += [((*here, "short"), actor.short)] if actor.short else []
        spots += [
            ((*here, field, number), name)
            for field, names in lists.items()
            for number, name in enumerate(names)
        ]
        for steps, name in spots:
            if not name.strip():
                yield steps, "is empty"
            bearer = self.bearers.setdefault(name, actor.id)
            if bearer != actor.id:
                yield steps, f"{name!r} already stands for {bearer!r}"
        for number, office in enumerate(actor.offices):
            yield from self._of_office((*here, "offices", number), actor.id, office)

    def _of_office(self, here: Steps, actor_id: str, office: Office) -> Iterator[Fault]:
        if office.of is None or office.shared:
            return
        holders = self.holders[office.title.casefold(), office.of]
        for other_id, other in holders:
            if other_id != actor_id and _overlap(office, other):
                yield here, f"{other_id!r} holds {office.title!r} of {office.of!r} at the same time"
        holders.append((actor_id, office))

    def of_outlet(self, here: Steps, outlet: Outlet) -> Iterator[Fault]:
        """Yield feed names and domains by which another outlet is known."""
        for number, feed in enumerate(outlet.ids):
            owner = self.feeds.setdefault(feed, outlet.id)
            if owner != outlet.id:
                yield (*here, "ids", number), f"{feed!r} already stands for {owner!r}"


def _overlap(one: Office, other: Office) -> bool:
    """Tell whether both are held on some day; a day of handing over belongs to both."""
    return (one.since or date.min) < (other.until or date.max) and (other.since or date.min) < (
        one.until or date.max
    )
