"""Places in a report: names found, told from other names, and resolved to points by context."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
from sitrep.extract.places_context import Choice, Context, Named
from sitrep.extract.places_given import meant
from sitrep.extract.places_names import PlaceNames
from sitrep.extract.places_plausible import plausible
from sitrep.extract.reading import Reading
from sitrep.model.extraction import Mention, Place
from sitrep.vocabulary.places import place_words
from sitrep.vocabulary.types import Vocabulary

_PRECISION = {CITY: 1, SECOND_ORDER: 3, FIRST_ORDER: 4, COUNTRY: 6, AREA: 7, FEATURE: 5}
_NEAR_WORDS = frozenset({"near", "outside", "around", "возле", "біля", "поблизу", "под"})
_BLOCKING = frozenset({"person", "organisation", "force", "group"})
_HOLDING = frozenset({",", "(", "in", ", in", "of"})
_CAPITAL_KINDS = frozenset({CITY, COUNTRY})


@dataclass(frozen=True, slots=True)
class _Toponym:
    """A name accepted as a place's, with the places it may be."""

    candidate: Candidate
    end: int
    kind: int | None
    entries: tuple[Entry, ...]

    @property
    def left(self) -> int:
        return self.candidate.sentence.start + self.candidate.start

    @property
    def right(self) -> int:
        return self.candidate.sentence.start + self.end


class PlaceFinder:
    """Finds places with a vocabulary's theatre places and names of states, then a gazetteer."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._names = PlaceNames(vocabulary, gazetteer)
        self._gazetteer = gazetteer

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
        given: dict[tuple[int, int], _Toponym] = {}
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
                        toponym = _Toponym(candidate, right, None, tuple(entries))
                        given[start, end] = toponym
        toponyms = sorted(given.values(), key=lambda toponym: toponym.left)
        found = self._resolved(reading, mentions, toponyms)
        by_span = {(top.left, top.right): place for top, place in zip(toponyms, found, strict=True)}
        return [by_span.get(span) for span in spans]

    def _resolved(
        self, reading: Reading, mentions: Sequence[Mention], toponyms: Sequence[_Toponym]
    ) -> list[Place | None]:
        holders = [_holders(toponyms, at) for at in range(len(toponyms))]
        names = _named(toponyms, holders)
        context = Context(list(names.values()), _states(mentions, toponyms))
        places: list[Place | None] = []
        for toponym, held in zip(toponyms, holders, strict=True):
            holder = context.choose(Named("", held), None) if held else None
            choice = context.choose(names[_name(toponym)], holder.entry if holder else None)
            places.append(None if choice is None else self._place(reading, toponym, choice))
        return places

    def _toponyms(self, reading: Reading, mentions: Sequence[Mention]) -> list[_Toponym]:
        runs = [run for sentence in reading.sentences for run in candidates(sentence)]
        found = self._names.find([candidate.text for run in runs for candidate in run])
        blocked = [
            (mention.span.start, mention.span.end)
            for mention in mentions
            if mention.kind in _BLOCKING and "vocabulary" in "".join(mention.reasons)
        ]
        accepted: list[_Toponym] = []
        unsure: list[_Toponym] = []
        for run in runs:
            taken: list[tuple[int, int]] = []
            for candidate in run:
                span = (candidate.start, candidate.end)
                if any(left < span[1] and span[0] < right for left, right in taken):
                    continue
                toponym = self._accept(candidate, found[candidate.text], blocked)
                if toponym is not None:
                    taken.append(span)
                    accepted.append(toponym)
                elif found[candidate.text] and not _person(candidate):
                    entries = tuple(found[candidate.text])
                    unsure.append(_Toponym(candidate, candidate.end, None, entries))
        accepted.extend(_repeated(accepted, unsure, blocked))
        accepted.sort(key=lambda toponym: toponym.left)
        return accepted

    def _accept(
        self, candidate: Candidate, entries: list[Entry], blocked: Sequence[tuple[int, int]]
    ) -> _Toponym | None:
        offset = candidate.sentence.start
        start, end = candidate.start + offset, candidate.end + offset
        if any(left <= start and end <= right for left, right in blocked):
            return None
        words = place_words()
        after = candidate.after().rstrip('.,;:)»”"')
        if after.lower() in words.first_order:
            region = self._names.region(candidate.text, entries)
            if region is not None:
                stop = candidate.end + 1 + len(after)
                return _Toponym(candidate, stop, None, (region,))
        if not entries or not plausible(candidate, entries):
            return None
        if after.lower() in words.second_order:
            stop = candidate.end + 1 + len(after)
            whole = f"{candidate.text} {after}"
            district = self._names.find([whole])[whole]
            return _Toponym(candidate, stop, None, tuple(district or entries))
        return _Toponym(candidate, candidate.end, None, tuple(entries))

    def _place(self, reading: Reading, toponym: _Toponym, choice: Choice) -> Place:
        entry = choice.entry
        candidate = toponym.candidate
        precision = entry.precision or _PRECISION[entry.kind]
        words = place_words()
        tail = candidate.sentence.text[candidate.end : toponym.end].strip().lower()
        if tail in words.second_order and entry.kind == CITY:
            precision = max(precision, 3)
        elif precision == 1 and candidate.before().lower() in _NEAR_WORDS:
            precision = 2
        acts = (
            entry.kind in _CAPITAL_KINDS
            and not tail
            and speaks(candidate.sentence, toponym.left, toponym.right)
        )
        return Place(
            span=reading.span(toponym.left, toponym.right),
            name=entry.name,
            lat=entry.lat,
            lon=entry.lon,
            geonames_id=entry.geonames_id,
            country=entry.country,
            region=entry.region or self._gazetteer.division(entry.division),
            precision=precision,
            use="metonym" if acts else "location",
            score=choice.score,
            reasons=choice.reasons,
        )


def _name(toponym: _Toponym) -> str:
    """Return what one sense in an article hangs on: the words, whatever their capitals."""
    return toponym.candidate.sentence.text[toponym.candidate.start : toponym.end].casefold()


def _named(toponyms: Sequence[_Toponym], holders: Sequence[tuple[Entry, ...]]) -> dict[str, Named]:
    """Return each name once, with how often it comes and all that stands behind it as a holder."""
    counts = Counter(_name(toponym) for toponym in toponyms)
    held: dict[str, list[Entry]] = {}
    for toponym, entries in zip(toponyms, holders, strict=True):
        held.setdefault(_name(toponym), []).extend(entries)
    return {
        _name(toponym): Named.of(
            _name(toponym), toponym.entries, counts[_name(toponym)], tuple(held[_name(toponym)])
        )
        for toponym in toponyms
    }


def _states(mentions: Sequence[Mention], toponyms: Sequence[_Toponym]) -> Counter[str]:
    """Count the states that are mentioned by other words than the names to be resolved."""
    named = {(toponym.left, toponym.right) for toponym in toponyms}
    return Counter(
        mention.country
        for mention in mentions
        if mention.country
        and mention.kind in {"country", "demonym", "place"}
        and (mention.span.start, mention.span.end) not in named
    )


def _holders(toponyms: Sequence[_Toponym], at: int) -> tuple[Entry, ...]:
    """Return the divisions and states right behind a name: "Paris, Texas", "Kursk, Russia"."""
    if at + 1 >= len(toponyms):
        return ()
    here, following = toponyms[at], toponyms[at + 1]
    if following.candidate.sentence is not here.candidate.sentence:
        return ()
    gap = here.candidate.sentence.text[here.end : following.candidate.start]
    if gap.strip() not in _HOLDING or len(gap) > 6:
        return ()
    kinds = {entry.kind for entry in here.entries}
    if COUNTRY in kinds and gap.strip() not in {",", "("}:
        return ()
    # "Iowa, Kansas and Ohio" is a list, and so is "China, Japan".
    siblings = {entry.country for entry in here.entries if entry.kind == FIRST_ORDER}
    return tuple(
        entry
        for entry in following.entries
        if (entry.kind == COUNTRY and COUNTRY not in kinds)
        or (entry.kind == FIRST_ORDER and entry.country not in siblings)
    )


def _person(candidate: Candidate) -> bool:
    entity = candidate.entity()
    lead = candidate.before().lower().rstrip(".,")
    named = entity is not None and entity.label_ == "PERSON"
    return named or lead in place_words().person_titles


def _repeated(
    accepted: Sequence[_Toponym],
    unsure: Iterable[_Toponym],
    blocked: Sequence[tuple[int, int]],
) -> list[_Toponym]:
    """Return the unsure names that are places elsewhere in the article: "the Fargo mayor"."""
    names = {toponym.candidate.text for toponym in accepted}
    taken = [*blocked, *((toponym.left, toponym.right) for toponym in accepted)]
    found: list[_Toponym] = []
    for toponym in unsure:
        free = all(toponym.right <= left or right <= toponym.left for left, right in taken)
        if free and toponym.candidate.text in names:
            found.append(toponym)
            taken.append((toponym.left, toponym.right))
    return found
