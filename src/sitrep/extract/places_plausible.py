"""Whether a stretch with the name of a place is one here, and not a person, a body or a word."""

from collections.abc import Sequence

from spacy.tokens import Span as Entity

from sitrep.extract.gazetteer import AREA, CITY, COUNTRY, FIRST_ORDER, SECOND_ORDER, Entry
from sitrep.extract.places_candidates import Candidate, abbreviated
from sitrep.vocabulary.places import place_words

_LARGE = 100_000
_KNOWN = 500_000
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def plausible(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Tell whether `candidate`, the name of `entries`, is used as a place's name.

    The words beside it decide first, then the parser's entity, then how well known the place is.
    """
    if _ruled_out(candidate, entries):
        return False
    before = candidate.before()
    if before.lower().rstrip(".,") in place_words().locative:
        return not _is_word(candidate, entries)
    known = _known(entries)
    entity = candidate.entity()
    if entity is None:
        return known >= (1 if before else 2)
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
    if not any(entry.main for entry in entries) and len(text) < 5 and not text.isupper():
        return text not in abbreviated()
    if after.lower().rstrip(".,") in words.not_after and after[:1].isupper():
        return True
    lead = candidate.before().lower().rstrip(".,")
    return lead in words.person_titles and not any(entry.kind == COUNTRY for entry in entries)


def _longer(candidate: Candidate, entity: Entity) -> bool:
    """Tell whether `entity` is a longer name: "Red River" for "Red"."""
    name = entity.text.removesuffix("'s").removesuffix("’s")
    name = name[4:] if name.lower().startswith("the ") else name
    return len(name) > candidate.end - candidate.start + 1


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
