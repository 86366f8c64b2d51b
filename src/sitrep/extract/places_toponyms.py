"""Names accepted as places', and what the names around them say."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitrep.extract.gazetteer import CITY, COUNTRY, FIRST_ORDER, Entry
from sitrep.extract.places_candidates import Candidate
from sitrep.extract.places_context import Named
from sitrep.model.extraction import Mention
from sitrep.vocabulary.places import place_words

_HOLDING = frozenset({",", "(", "in", ", in", "of"})
_JOINT = re.compile(r",? (?:and|or|та|и|і|й) |, ")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name accepted as a place's, with the places it may be."""

    candidate: Candidate
    end: int
    kind: int | None
    entries: tuple[Entry, ...]

    @property
    def left(self) -> int:
        """Where it starts in the article."""
        return self.candidate.sentence.start + self.candidate.start

    @property
    def right(self) -> int:
        """Where it ends in the article."""
        return self.candidate.sentence.start + self.end


def name_of(toponym: Toponym) -> str:
    """Return what one sense in an article hangs on: the words, whatever their capitals."""
    return toponym.candidate.sentence.text[toponym.candidate.start : toponym.end].casefold()


def named(toponyms: Sequence[Toponym], held_by: Sequence[tuple[Entry, ...]]) -> dict[str, Named]:
    """Return each name once, with how often it comes and all that stands behind it as a holder."""
    counts = Counter(name_of(toponym) for toponym in toponyms)
    held: dict[str, list[Entry]] = {}
    for toponym, entries in zip(toponyms, held_by, strict=True):
        held.setdefault(name_of(toponym), []).extend(entries)
    return {
        name_of(toponym): Named.of(
            name_of(toponym),
            toponym.entries,
            counts[name_of(toponym)],
            tuple(held[name_of(toponym)]),
        )
        for toponym in toponyms
    }


def states(mentions: Sequence[Mention], toponyms: Sequence[Toponym]) -> Counter[str]:
    """Count the states that are mentioned by other words than the names to be resolved."""
    resolved = {(toponym.left, toponym.right) for toponym in toponyms}
    return Counter(
        mention.country
        for mention in mentions
        if mention.country
        and mention.kind in {"country", "demonym", "place"}
        and (mention.span.start, mention.span.end) not in resolved
    )


def holders(toponyms: Sequence[Toponym], at: int) -> tuple[Entry, ...]:
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


def is_person(candidate: Candidate) -> bool:
    """Tell whether the parser or a title makes the name a person's."""
    entity = candidate.entity()
    lead = candidate.before().lower().rstrip(".,")
    named = entity is not None and entity.label_ == "PERSON"
    return named or lead in place_words().person_titles


def repeated(
    accepted: Sequence[Toponym],
    unsure: Iterable[Toponym],
    blocked: Sequence[tuple[int, int]],
) -> list[Toponym]:
    """Return the unsure names that are places elsewhere in the article: "the Fargo mayor"."""
    names = {toponym.candidate.text for toponym in accepted}
    taken = [*blocked, *((toponym.left, toponym.right) for toponym in accepted)]
    found: list[Toponym] = []
    for toponym in unsure:
        free = all(toponym.right <= left or right <= toponym.left for left, right in taken)
        if free and toponym.candidate.text in names:
            found.append(toponym)
            taken.append((toponym.left, toponym.right))
    return found


def joined(
    accepted: Sequence[Toponym],
    unsure: Iterable[Toponym],
    blocked: Sequence[tuple[int, int]],
) -> list[Toponym]:
    """Return the unsure names right behind a place of the same country: "Lahore and Sialkot"."""
    ends = {toponym.right: toponym for toponym in accepted}
    taken = [*blocked, *((toponym.left, toponym.right) for toponym in accepted)]
    found: list[Toponym] = []
    for toponym in unsure:
        sentence = toponym.candidate.sentence
        lead = sentence.text[: toponym.candidate.start]
        joint = _JOINT.search(lead, max(0, len(lead) - 6))
        if joint is None or joint.end() != len(lead):
            continue
        before = ends.get(sentence.start + joint.start())
        free = all(toponym.right <= left or right <= toponym.left for left, right in taken)
        if before is None or not free:
            continue
        countries = {entry.country for entry in before.entries if entry.kind == CITY and entry.main}
        if any(entry.main and entry.country in countries for entry in toponym.entries):
            found.append(toponym)
            ends[toponym.right] = toponym
    return found
