"""Whether a stretch with the name of a place is one here, and not a person, a body or a word."""

import re
from collections.abc import Container, Sequence

from spacy.tokens import Span as Entity

from sitrep.extract.gazetteer import AREA, CITY, COUNTRY, FIRST_ORDER, SECOND_ORDER, Entry
from sitrep.extract.places_candidates import Candidate, abbreviated
from sitrep.extract.places_cues import bears, named_on, told
from sitrep.vocabulary.places import place_words

_LARGE = 100_000
_KNOWN = 500_000
_TOWN = 5_000
_WELL_NAMED = 5
"""Letters of an other name that is no short form of something else."""
_UNLIKE_WORDS = 7
"""Letters of a name of a small town that is hardly a body's or person's behind a preposition."""
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY"})
_OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def plausible(
    candidate: Candidate,
    entries: Sequence[Entry],
    *,
    capital: bool = False,
    persons: Container[str] = frozenset(),
) -> bool:
    """Tell whether `candidate`, the name of `entries`, is used as a place's name.

    `capital` tells that the vocabulary knows it for a capital that stands for its state, `persons`
    are the last names of those whom the article names in full.
    The words beside it decide first, then the parser's entity, then how well known the place is.
    """
    if _ruled_out(candidate, entries):
        return False
    before = candidate.before()
    if before.lower().rstrip(".,") in place_words().locative:
        return not _is_word(candidate, entries, persons)
    known = _known(candidate, entries)
    entity = candidate.entity()
    free = entity is None or not (entity.label_ in _MEASURES or _longer(candidate, entity))
    if free and told(candidate, entries, persons):
        return True
    if capital and (entity is None or not _longer(candidate, entity)):
        return True
    if entity is None:
        return known >= (1 if before else 2)
    return _labelled(candidate, entity, known)


def _labelled(candidate: Candidate, entity: Entity, known: int) -> bool:
    """Tell whether a name is a place's by the parser's label and how well known the place is."""
    if entity.label_ in _PLACE_LABELS:
        return not _longer(candidate, entity) or known >= 2
    if entity.label_ in _OTHER_LABELS:
        whole = not _longer(candidate, entity)
        return known >= 3 or (whole and known >= 2 and entity.label_ != "PERSON")
    return known >= 1


def _ruled_out(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Tell whether the words themselves or their neighbours exclude a place."""
    words = place_words()
    text, after = candidate.text, candidate.after()
    # "3 p.m. Moscow time" tells a zone.
    if text.lower() in words.never or after.rstrip(".,;:)") == "time":
        return True
    short = len(text) < _WELL_NAMED and not text.isupper()
    if short and not any(entry.main or entry.population >= _KNOWN for entry in entries):
        return text not in abbreviated() and not _CYRILLIC.search(text)
    # "The Minsk agreements" lie nowhere.
    if after.lower().rstrip(".,;:)") in words.named_after:
        return True
    if after.lower().rstrip(".,") in words.not_after and after[:1].isupper():
        return True
    lead = candidate.before().lower().rstrip(".,")
    return lead in words.person_titles and not any(entry.kind == COUNTRY for entry in entries)


def _longer(candidate: Candidate, entity: Entity) -> bool:
    """Tell whether `entity` is a longer name: "Red River" for "Red"."""
    name = entity.text.removesuffix("'s").removesuffix("’s")
    name = name[4:] if name.lower().startswith("the ") else name
    return len(name) > candidate.end - candidate.start + 1


def _known(candidate: Candidate, entries: Sequence[Entry]) -> int:
    """Rank: 3 states and theatre places, 2 divisions and cities, 1 towns, 0 the rest.

    Of places found under another name ("Kiev") only cities count; a Cyrillic name is always one.
    """
    rank = 0
    cyrillic = _CYRILLIC.search(candidate.text) is not None
    for entry in entries:
        if entry.theatre or (entry.kind == COUNTRY):
            return 3
        if not (entry.main or cyrillic):
            great = entry.population >= _KNOWN and entry.kind == CITY
            if great and len(candidate.text) >= _WELL_NAMED - 1:
                rank = max(rank, 2)
            elif entry.population >= _LARGE and len(candidate.text) >= _WELL_NAMED:
                rank = max(rank, 1)
        elif entry.kind in {FIRST_ORDER, AREA} or entry.population >= _KNOWN:
            rank = max(rank, 2)
        elif entry.kind == SECOND_ORDER or entry.population >= _LARGE:
            rank = max(rank, 1)
    return rank


def _is_word(candidate: Candidate, entries: Sequence[Entry], persons: Container[str]) -> bool:
    """Tell whether the parser sees a body, person or month where only a small town has the name."""
    entity = candidate.entity()
    if candidate.sentence.doc is None:
        return not _CYRILLIC.search(candidate.text) and not any(entry.main for entry in entries)
    if entity is None:
        return False
    known = _known(candidate, entries)
    if entity.label_ in _MEASURES:
        return True
    if entity.label_ == "LANGUAGE":
        return known < 2
    longer = len(entity.text) > candidate.end - candidate.start + 4
    town = any(entry.kind == CITY and entry.main and entry.population > _TOWN for entry in entries)
    if entity.label_ == "NORP":
        # The parser takes towns that it does not know for peoples.
        return longer or not (known or town)
    if not (town or longer or named_on(candidate) or candidate.text in persons):
        town = len(candidate.text) >= _UNLIKE_WORDS and bears(candidate, entries)
    return entity.label_ in {"PERSON", "ORG", "FAC"} and (longer or known == 0) and not town
