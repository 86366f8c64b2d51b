"""The written forms of the vocabulary's actors, and where they stand in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ahocorasick_rs import AhoCorasick

from sitrep.model.extraction import MentionKind
from sitrep.vocabulary.types import Actor, ActorKind, Office

KINDS: dict[ActorKind, MentionKind] = {
    "country": "country",
    "government": "organisation",
    "person": "person",
    "force": "force",
    "ministry": "organisation",
    "agency": "organisation",
    "organisation": "organisation",
    "group": "group",
    "media": "organisation",
}
_PLAIN = str.maketrans("’ʼ‘`\u00a0\u202f‑", "''''  -")
"""One character for one: offsets hold."""
_CYRILLIC_ENDING = re.compile(r"(?<=[А-яҐґЄєІіЇї]{4})(?:ия|ія|[аяоеуюійьыи])$")
_LONGEST_ENDING = 3
_CYRILLIC_LOWER = re.compile(r"[а-яґєії]{0,3}(?![\w])")


@dataclass(frozen=True, slots=True)
class Surface:
    """A written form of an actor; `form` is "name", "alias", "demonym", "metonym" or "office"."""

    actor: Actor
    kind: MentionKind
    form: str
    stem: bool = False
    office: Office | None = None

    def holds(self, day: date | None) -> bool:
        """Tell whether the form stands for the actor on `day`: an office only while it is held."""
        office = self.office
        if office is None:
            return True
        if day is None or office.since is None or day < office.since:
            return False
        return office.until is None or day <= office.until


@dataclass(frozen=True, slots=True)
class Sighting:
    """Surfaces that the text shows at [start, end); several where a form is ambiguous."""

    start: int
    end: int
    surfaces: tuple[Surface, ...]


def plain(text: str) -> str:
    """Return `text` with typographic apostrophes, spaces and hyphens as plain ones, same length."""
    return text.translate(_PLAIN)


class SurfaceList:
    """All written forms of `actors`, found in linear time; the longest at a place wins."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        forms: dict[str, list[Surface]] = {}
        for actor_id in sorted(actors):
            for written, surface in _surfaces(actors[actor_id]):
                known = forms.setdefault(plain(written), [])
                if all(other.actor.id != surface.actor.id for other in known):
                    known.append(surface)
        self._written = sorted(forms)
        self._surfaces = [tuple(forms[written]) for written in self._written]
        self._automaton = AhoCorasick(self._written)

    def find(self, text: str, day: date | None) -> list[Sighting]:
        """Return the sightings in `text`, as written on `day`, in order, none overlapping.

        An office counts only where one actor alone holds it on that day.
        """
        text = plain(text)
        found: list[Sighting] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            surfaces = tuple(form for form in self._surfaces[number] if form.holds(day))
            if not surfaces or (len(surfaces) > 1 and surfaces[0].office is not None):
                continue
            stop = _whole_word(text, (start, end), stem=surfaces[0].stem)
            if stop:
                found.append(Sighting(start, stop, surfaces))
        found.sort(key=lambda sighting: (sighting.start, -sighting.end))
        return _disjoint(found)


def _surfaces(actor: Actor) -> Iterator[tuple[str, Surface]]:
    kind = KINDS[actor.kind]
    names = (actor.name, *((actor.short,) if actor.short else ()), *actor.aliases)
    for written in names:
        form = "name" if written == actor.name else "alias"
        yield written, Surface(actor, kind, form)
        if len(written) > 4 and not written.isupper() and actor.kind in {"country", "person"}:
            yield written.upper(), Surface(actor, kind, form)
        stem = _CYRILLIC_ENDING.sub("", written)
        if re.search(r"[А-яІіЇїЄє]{4}$", stem) and not written.isupper():
            yield stem, Surface(actor, kind, form, stem=True)
    for written in actor.demonyms:
        yield written, Surface(actor, "demonym", "demonym")
    for written in actor.metonyms:
        # "Moscow" also lies somewhere; "the Kremlin", a building, is always the body.
        yield written, Surface(actor, "place", "metonym")
    for office in actor.offices:
        if office.short and " " in office.short:
            yield office.short, Surface(actor, "office", "office", office=office)


def _whole_word(text: str, span: tuple[int, int], *, stem: bool) -> int | None:
    """Return the end of the word at `span`, None if the match is a part of another word."""
    start, end = span
    if start and (text[start - 1].isalnum() or text[start - 1] in "_@#"):
        return None
    if stem:
        ending = _CYRILLIC_LOWER.match(text, end)
        return ending.end() if ending else None
    following = text[end : end + 1]
    if following.isalnum() or following == "_":
        return None
    # "Iran-backed" names Iran; "Al-Quds" and "Trans-Siberia" are other names.
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].islower():
        return None
    return end


def _disjoint(sightings: Sequence[Sighting]) -> list[Sighting]:
    kept: list[Sighting] = []
    reached = 0
    for sighting in sightings:
        if sighting.start >= reached:
            kept.append(sighting)
            reached = sighting.end
    return kept
