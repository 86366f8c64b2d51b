"""Places in a report: names found, told from other names, and resolved to points by context."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations_with_replacement

from sitrep.extract.gazetteer import (
    AREA,
    CITY,
    COUNTRY,
    FEATURE,
    FIRST_ORDER,
    SECOND_ORDER,
    Entry,
    Gazetteer,
)
from sitrep.extract.metonymy import speaks
from sitrep.extract.places_candidates import Candidate, candidates
from sitrep.extract.places_cells import towns_near
from sitrep.extract.places_context import Choice, Context
from sitrep.extract.places_cues import last_names
from sitrep.extract.places_given import meant
from sitrep.extract.places_names import PlaceNames
from sitrep.extract.places_plausible import plausible
from sitrep.extract.places_prior import Named
from sitrep.extract.places_taken import Taken, Within
from sitrep.extract.places_toponyms import (
    Toponym,
    holders,
    is_person,
    joined,
    name_of,
    named,
    repeated,
    states,
)
from sitrep.extract.reading import Reading
from sitrep.model.extraction import Mention, Place
from sitrep.vocabulary.places import place_words
from sitrep.vocabulary.types import Vocabulary

_PRECISION = {CITY: 1, SECOND_ORDER: 3, FIRST_ORDER: 4, COUNTRY: 6, AREA: 7, FEATURE: 5}
_NEAR = re.compile(
    r"\b(?:near|outside|around|возле|біля|поблизу|под|під)\s"
    r"(?:(?:[^\W\d_][\w’'-]*\s){0,2}[^\W\d_][\w’'-]*(?:,\s|\s(?:and|or|и|та|і|й)\s))*$",
    re.IGNORECASE,
)
"""Before a name, or before names that it is joined to: "near Toretsk and Niu-York"."""
_FAR = 120
"""Characters before a name in which "near" may stand."""
_BLOCKING = frozenset({"person", "organisation", "force", "group"})
_CAPITAL_KINDS = frozenset({CITY, COUNTRY})


@dataclass(frozen=True, slots=True)
class _Around:
    """What the article's other names say: names of others, capitals that act, persons."""

    blocked: Within
    capitals: frozenset[tuple[int, int]]
    persons: frozenset[str]


def _in_offices(mentions: Iterable[Mention], bodies: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of bodies in the names of offices: "NATO" in "NATO Secretary General"."""
    for mention in mentions:
        if mention.kind != "office":
            continue
        words = list(re.finditer(r"\S+", mention.span.quote))
        for first, last in combinations_with_replacement(words, 2):
            if mention.span.quote[first.start() : last.end()] in bodies:
                yield mention.span.start + first.start(), mention.span.start + last.end()


@cache
def _regions() -> re.Pattern[str]:
    """Match what makes a name a region's by a word for several: "Kursk and Bryansk regions"."""
    name = r"[^\W\d_a-zа-яёіїєґ][\w’'-]+"
    several = "|".join(sorted(place_words().first_orders))
    return re.compile(
        rf"(?:,? (?:and |or |та |и |і |й )?(?:the )?{name}(?: {name})?){{0,9}}"
        rf" (?:border |frontline )?(?:{several})\b"
    )


class PlaceFinder:
    """Finds places with a vocabulary's theatre places and names of states, then a gazetteer."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._names = PlaceNames(vocabulary, gazetteer)
        self._front = towns_near(self._names.of_theatres())
        self._gazetteer = gazetteer
        self._bodies = frozenset(
            name
            for actor in vocabulary.actors.values()
            if actor.kind in _BLOCKING - {"person"}
            for name in (actor.name, *actor.aliases)
        )

    def find(self, reading: Reading, mentions: Sequence[Mention]) -> tuple[Place, ...]:
        """Return the places named in `reading`, in text order.

        `mentions` are the names of the same reading: a person's or body's name is no place.
        """
        toponyms = self._toponyms(reading, mentions)
        found = self._resolved(reading, mentions, toponyms)
        return tuple(place for place in found if place is not None)

    def resolve(
        self, reading: Reading, mentions: Sequence[Mention], spans: Sequence[tuple[int, int]]
    ) -> list[Place | None]:
        """Return the place of each given span of the article (names that are known to be places).

        None for a span that no gazetteer name fits, or that lies outside the sentences.
        """
        given: dict[tuple[int, int], Toponym] = {}
        for start, end in spans:
            for sentence in reading.sentences:
                if sentence.start <= start and end <= sentence.end:
                    left, right = start - sentence.start, end - sentence.start
                    candidate = Candidate(sentence, left, right)
                    entries = self._names.find([candidate.text])[candidate.text] or meant(
                        candidate.text,
                        [m for m in mentions if m.span.start < end and start < m.span.end],
                        self._gazetteer.countries(),
                        lambda name: self._names.find([name])[name],
                    )
                    if entries:
                        toponym = Toponym(candidate, right, None, tuple(entries))
                        given[start, end] = toponym
        toponyms = sorted(given.values(), key=lambda toponym: toponym.left)
        found = self._resolved(reading, mentions, toponyms)
        by_span = {(top.left, top.right): place for top, place in zip(toponyms, found, strict=True)}
        return [by_span.get(span) for span in spans]

    def _resolved(
        self, reading: Reading, mentions: Sequence[Mention], toponyms: Sequence[Toponym]
    ) -> list[Place | None]:
        held_by = [holders(toponyms, at) for at in range(len(toponyms))]
        names = named(toponyms, held_by)
        context = Context(list(names.values()), states(mentions, toponyms), self._front)
        choices: dict[tuple[str, tuple[Entry, ...]], Choice | None] = {}
        places: list[Place | None] = []
        for toponym, held in zip(toponyms, held_by, strict=True):
            what = name_of(toponym), held
            if what not in choices:
                holder = context.choose(Named("", held), None) if held else None
                choices[what] = context.choose(names[what[0]], holder.entry if holder else None)
            choice = choices[what]
            places.append(None if choice is None else self._place(reading, toponym, choice))
        return places

    def _toponyms(self, reading: Reading, mentions: Sequence[Mention]) -> list[Toponym]:
        runs = [run for sentence in reading.sentences for run in candidates(sentence)]
        found = self._names.find([candidate.text for run in runs for candidate in run])
        blocked = [
            (mention.span.start, mention.span.end)
            for mention in mentions
            if mention.kind in _BLOCKING and "vocabulary" in "".join(mention.reasons)
        ]
        blocked += _in_offices(mentions, self._bodies)
        around = _Around(
            blocked=Within(blocked),
            capitals=frozenset(
                (mention.span.start, mention.span.end)
                for mention in mentions
                if mention.kind == "place" and "vocabulary:metonym" in mention.reasons
            ),
            persons=last_names(reading.sentences),
        )
        accepted: list[Toponym] = []
        unsure: list[Toponym] = []
        taken = Taken()
        for candidate in chain.from_iterable(runs):
            offset = candidate.sentence.start
            start, end = candidate.start + offset, candidate.end + offset
            if taken.touches(start, end):
                continue
            entries = found[candidate.text]
            toponym = self._accept(candidate, entries, around)
            if toponym is not None:
                taken.take(start, end)
                accepted.append(toponym)
            elif entries and not is_person(candidate):
                unsure.append(Toponym(candidate, candidate.end, None, tuple(entries)))
        taken = Taken([*blocked, *((toponym.left, toponym.right) for toponym in accepted)])
        accepted.extend(repeated(accepted, unsure, taken))
        accepted.extend(joined(accepted, unsure, taken))
        accepted.sort(key=lambda toponym: toponym.left)
        return accepted

    def _accept(
        self, candidate: Candidate, entries: list[Entry], around: _Around
    ) -> Toponym | None:
        offset = candidate.sentence.start
        start, end = candidate.start + offset, candidate.end + offset
        if around.blocked.holds(start, end):
            return None
        words = place_words()
        after = candidate.after().rstrip('.,;:)»”"')
        joined_to = _regions().match(candidate.sentence.text, candidate.end)
        if joined_to or after.lower() in words.first_order:
            region = self._names.region(candidate.text, entries)
            if region is not None:
                stop = candidate.end + (0 if joined_to else 1 + len(after))
                return Toponym(candidate, stop, None, (region,))
        capital = (start, end) in around.capitals and any(entry.capital for entry in entries)
        if not entries or not plausible(
            candidate, entries, capital=capital, persons=around.persons
        ):
            return None
        if after.lower() in words.second_order:
            stop = candidate.end + 1 + len(after)
            whole = f"{candidate.text} {after}"
            district = self._names.find([whole])[whole]
            return Toponym(candidate, stop, None, tuple(district or entries))
        return Toponym(candidate, candidate.end, None, tuple(entries))

    def _place(self, reading: Reading, toponym: Toponym, choice: Choice) -> Place:
        entry = choice.entry
        candidate = toponym.candidate
        precision = entry.precision or _PRECISION[entry.kind]
        if entry.kind == AREA and entry.country:
            precision = _PRECISION[FIRST_ORDER]
        words = place_words()
        tail = candidate.sentence.text[candidate.end : toponym.end].strip().lower()
        if tail in words.second_order and entry.kind == CITY:
            precision = max(precision, 3)
        elif precision == 1 and _NEAR.search(
            candidate.sentence.text, max(0, candidate.start - _FAR), candidate.start
        ):
            precision = 2
        acts = (
            entry.kind in _CAPITAL_KINDS
            and not tail
            and speaks(candidate.sentence, toponym.left, toponym.right)
        )
        return Place(
            span=reading.span(toponym.left, toponym.right),
            name=self._names.called(entry),
            lat=entry.lat,
            lon=entry.lon,
            geonames_id=entry.geonames_id,
            country=entry.country,
            region=entry.region or self._names.division(entry.division),
            precision=precision,
            use="metonym" if acts else "location",
            score=choice.score,
            reasons=choice.reasons,
        )
