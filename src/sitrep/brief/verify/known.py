"""What the vocabulary knows of names on a day, in the form the gates use."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from sitrep.brief.verify.evidence import Known
from sitrep.brief.verify.names import spelling
from sitrep.vocabulary.actors import family_name, mouthpiece_of
from sitrep.vocabulary.types import Actor, Office, Vocabulary

_Shared: TypeAlias = dict[str, str | None]
"""Spelling to actor id; None where two actors share it."""


class Countries:
    """The states by name and demonym, to take them off an office and put them on."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._forms: dict[str, tuple[str, ...]] = {}
        for _, actor in sorted(vocabulary.actors.items()):
            if actor.kind != "country":
                continue
            forms = (actor.name, actor.short, *actor.demonyms, *actor.aliases)
            written = tuple(
                dict.fromkeys(spelling(form) for form in forms if form and form.isascii())
            )
            self._forms |= dict.fromkeys(written, written)

    def parted(self, title: str) -> tuple[str, tuple[str, ...]]:
        """Return an office without its country, and the ways to name that country before it.

        "russian foreign minister" and "president of russia" have one, "kremlin spokesman" none.
        """
        words = title.split()
        for size in range(min(3, len(words) - 1), 0, -1):
            owners = self._forms.get(" ".join(words[:size]))
            if owners:
                return " ".join(words[size:]), owners
        office, of, country = title.partition(" of ")
        owners = self._forms.get(country.removeprefix("the ")) if of else None
        return (office, owners) if owners else (title, ())


def known_names(vocabulary: Vocabulary, day: date) -> Known:
    """Return every spelling, description and office of the actors as of `day`.

    A spelling that two actors share belongs to neither. Outlets are names as well, so that
    "TASS reported" finds its source.
    """
    names: _Shared = {}
    metonyms: _Shared = {}
    descriptions: _Shared = {}
    offices: dict[str, tuple[str, ...]] = {}
    countries = Countries(vocabulary)
    for _, outlet in sorted(vocabulary.outlets.items()):
        for alias in (outlet.name, *outlet.credits):
            _add(names, alias, outlet.id)
    for _, actor in sorted(vocabulary.actors.items()):
        for form in (actor.name, actor.short, *actor.aliases, *actor.demonyms):
            _add(names, form, actor.id)
        for place in actor.metonyms:
            _add(metonyms, place, actor.id)
        held = _held(actor, day)
        if held:
            titles = dict.fromkeys(_titles(held, countries))
            offices[actor.id] = tuple(sorted(titles, key=len, reverse=True))
            for title in _alone(held, countries):
                _add(descriptions, title, actor.id)
    _add_surnames(vocabulary, offices, names, descriptions)
    return Known(
        names=_unique(names),
        metonyms=_unique(metonyms),
        descriptions={
            title: owner for title, owner in _unique(descriptions).items() if title not in names
        },
        offices=offices,
        mouthpieces={
            actor: behind
            for actor in sorted(vocabulary.actors)
            if (behind := mouthpiece_of(vocabulary, actor, day))
        },
    )


def _add_surnames(
    vocabulary: Vocabulary,
    offices: Mapping[str, tuple[str, ...]],
    names: _Shared,
    descriptions: _Shared,
) -> None:
    """Enter "Stubb" and "President Stubb"; a bare surname yields to any fuller name around it."""
    for _, actor in sorted(vocabulary.actors.items()):
        if actor.kind != "person" or not actor.name:
            continue
        for surname in {spelling(actor.name).split()[-1], spelling(family_name(actor.name))}:
            for title in offices.get(actor.id, ()):
                _add(names, f"{title} {surname}", actor.id)
            if surname not in names:
                _add(descriptions, surname, actor.id)


def _add(names: _Shared, alias: str | None, actor_id: str) -> None:
    """Enter `alias`; a second owner makes it nobody's."""
    key = spelling(alias) if alias else ""
    if not key:
        return
    names[key] = actor_id if names.get(key, actor_id) == actor_id else None


def _unique(names: _Shared) -> dict[str, str]:
    return {name: actor for name, actor in names.items() if actor is not None}


def _held(actor: Actor, day: date) -> list[Office]:
    if actor.kind != "person":
        return []
    return [
        office
        for office in actor.offices
        if (office.since is None or office.since <= day)
        and (office.until is None or day <= office.until)
    ]


def _titles(held: list[Office], countries: Countries) -> list[str]:
    """Return the forms of the offices as they stand before a name, with and without the country."""
    titles = []
    for office in held:
        for written in (office.short, office.title):
            if not written:
                continue
            title = spelling(written)
            bare, owners = countries.parted(title)
            titles += [title, bare, *(f"{owner} {bare}" for owner in owners)]
    return titles


def _alone(held: list[Office], countries: Countries) -> list[str]:
    """Return the offices that name their one holder without his name ("Russian president")."""
    titles = []
    for office in held:
        if office.shared:
            continue
        bare, owners = countries.parted(spelling(office.short or office.title))
        titles += [spelling(office.title), *(f"{owner} {bare}" for owner in owners)]
        if not owners:
            titles.append(bare)
    return [title for title in titles if len(title.split()) > 1]
