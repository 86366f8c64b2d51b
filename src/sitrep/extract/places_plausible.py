"""Whether a stretch with the name of a place is one here, and not a person, a body or a word."""

from collections.abc import Sequence

from sitrep.extract.gazetteer import AREA, CITY, COUNTRY, FIRST_ORDER, SECOND_ORDER, Entry
from sitrep.extract.places_candidates import Candidate
from sitrep.vocabulary.places import place_words

_LARGE = 100_000
_KNOWN = 500_000
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def plausible(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Tell whether `candidate`, the name of `entries`, is used as a place's name.

    The words beside it decide first, then the parser's entity, then how well known the place is.
    """
    words = place_words()
    before, after = candidate.before(), candidate.after()
    lead = before.lower().rstrip(".,")
    if after.lower().rstrip(".,") in words.not_after and after[:1].isupper():
        return False
    if lead in words.person_titles and not any(entry.kind == COUNTRY for entry in entries):
        return False
    known = _known(entries)
    if lead in words.locative and before[:1].islower():
        return not _is_word(candidate, entries)
    entity = candidate.entity()
    if entity is not None and candidate.sentence.doc is not None:
        inside = entity.start_char <= candidate.start and candidate.end <= entity.end_char
        whole = inside and len(entity.text) <= candidate.end - candidate.start + 6
        if entity.label_ in _PLACE_LABELS:
            return True
        if entity.label_ in _OTHER_LABELS:
            return whole and known >= 2 and entity.label_ != "PERSON" or known >= 3
        return known >= 1
    if candidate.sentence.doc is not None:
        return known >= (2 if not before else 1)
    return known >= 2 or (known >= 1 and bool(before))


def _known(entries: Sequence[Entry]) -> int:
    """Rank: 3 states and theatre places, 2 divisions and cities, 1 towns, 0 the rest."""
    rank = 0
    for entry in entries:
        if entry.theatre or (entry.kind == COUNTRY):
            return 3
        if not entry.main:
            continue
        if entry.kind in {FIRST_ORDER, AREA} or entry.population >= _KNOWN:
            rank = max(rank, 2)
        elif entry.kind == SECOND_ORDER or entry.population >= _LARGE:
            rank = max(rank, 1)
    return rank


def _is_word(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Tell whether the parser sees a body, person or month where only a small town has the name."""
    entity = candidate.entity()
    if entity is None:
        return candidate.sentence.doc is None and not any(entry.main for entry in entries)
    if entity.label_ in {"DATE", "TIME", "MONEY", "LANGUAGE", "NORP"}:
        return True
    longer = len(entity.text) > candidate.end - candidate.start + 4
    return (
        entity.label_ in {"PERSON", "ORG", "FAC"}
        and (longer or _known(entries) == 0)
        and not any(
            entry.kind == CITY and entry.main and entry.population > 5_000 for entry in entries
        )
    )
