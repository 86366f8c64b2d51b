"""Names accepted as places', and what the names around them say."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sitrep.extract.gazetteer import CITY, COUNTRY, FIRST_ORDER, Entry
from sitrep.extract.places_candidates import Candidate
from sitrep.extract.places_prior import Named
from sitrep.extract.places_taken import Taken
from sitrep.model.extraction import Mention
from sitrep.vocabulary.places import place_words

_HOLDING = frozenset({",", "(", "in", ", in", "of"})
_WIDEST = 24
"""Characters between a name and what holds it."""
_JOINT = re.compile(r",? (?:and|or|та|и|і|й) $|, $")


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
    entries_of = {name_of(toponym): toponym.entries for toponym in toponyms}
    return {
        name: Named.of(name, entries, counts[name], tuple(dict.fromkeys(held[name])))
        for name, entries in entries_of.items()
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
    bare = _direction().sub("", gap).strip()
    if bare not in _HOLDING or len(gap) > _WIDEST:
        return ()
    kinds = {entry.kind for entry in here.entries}
    if COUNTRY in kinds and bare not in {",", "("}:
        return ()
    # "Iowa, Kansas and Ohio" is a list, and so is "China, Japan".
    siblings = {entry.country for entry in here.entries if entry.kind == FIRST_ORDER}
    return tuple(
        entry
        for entry in following.entries
        if (entry.kind == COUNTRY and COUNTRY not in kinds)
        or (entry.kind == FIRST_ORDER and entry.country not in siblings)
    )


@cache
def _direction() -> re.Pattern[str]:
    """Match "northern" and "the" in "Palma in the northern"."""
    return re.compile(rf"(?<=in )(?:the )?(?:(?:{'|'.join(sorted(place_words().directions))}) )?$")


def is_person(candidate: Candidate) -> bool:
    """Tell whether the parser or a title makes the name a person's."""
    entity = candidate.entity()
    lead = candidate.before().lower().rstrip(".,")
    named = entity is not None and entity.label_ == "PERSON"
    return named or lead in place_words().person_titles


def repeated(accepted: Sequence[Toponym], unsure: Iterable[Toponym], taken: Taken) -> list[Toponym]:
    """Return the unsure names that are places elsewhere in the article: "the Fargo mayor".

    `taken` is what holds a place or a name of the vocabulary; what is returned is added to it.
    """
    names = {toponym.candidate.text for toponym in accepted}
    found: list[Toponym] = []
    for toponym in unsure:
        if toponym.candidate.text in names and not taken.touches(toponym.left, toponym.right):
            found.append(toponym)
            taken.take(toponym.left, toponym.right)
    return found


def joined(accepted: Sequence[Toponym], unsure: Iterable[Toponym], taken: Taken) -> list[Toponym]:
    """Return the unsure names right behind a place of the same country: "Lahore and Sialkot".

    `taken` is as in `repeated`.
    """
    ends = {toponym.right: toponym for toponym in accepted}
    found: list[Toponym] = []
    for toponym in unsure:
        sentence = toponym.candidate.sentence
        at = toponym.candidate.start
        joint = _JOINT.search(sentence.text[max(0, at - 6) : at])
        if joint is None:
            continue
        before = ends.get(toponym.left - len(joint[0]))
        if before is None or taken.touches(toponym.left, toponym.right):
            continue
        countries = {entry.country for entry in before.entries if entry.kind == CITY and entry.main}
        if any(entry.main and entry.country in countries for entry in toponym.entries):
            found.append(toponym)
            taken.take(toponym.left, toponym.right)
            ends[toponym.right] = toponym
    return found
