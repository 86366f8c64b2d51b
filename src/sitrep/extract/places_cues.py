"""Words around a name that make it a town's, whatever the parser takes it for."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache

from sitrep.extract.gazetteer import CITY, FIRST_ORDER, SECOND_ORDER, Entry
from sitrep.extract.places_candidates import Candidate
from sitrep.extract.reading import ReadSentence
from sitrep.vocabulary.places import place_words

_LEAST = 1_000
_LEAST_OTHER = ((5_000, 5), (500_000, 4))
"""People that a town known by another name has at least, by the letters of that name."""
_SHORTEST = 4
_UNMISTAKABLE = 9
"""Letters of an other name that is hardly ever another word's."""
_FAR = 120
"""Characters around a name in which its cues are looked for."""
_LISTED = r"(?:(?:, | and |, and )[^\W\d_][\w’'-]*)*"
_BE = r"(?:was|were|is|are|(?:has|have|had) been|came|comes)"


def told(candidate: Candidate, entries: Sequence[Entry], persons: Container[str]) -> bool:
    """Tell whether the words beside `candidate` treat it as a town: "entered X", "X was shelled".

    `persons` are the last names of persons whom the article names in full.
    """
    text = candidate.sentence.text
    if candidate.text in persons or not bears(candidate, entries) or named_on(candidate):
        return False
    words = place_words()
    lead = candidate.before().lower().rstrip(".,")
    if lead in words.settlements or lead in words.reached:
        return True
    before = text[max(0, candidate.start - _FAR) : candidate.start]
    if lead == "for" and _leaving().search(before):
        return True
    behind = text[candidate.end : candidate.end + _FAR]
    return _suffering().match(behind) is not None or _explained().match(behind) is not None


def bears(candidate: Candidate, entries: Sequence[Entry]) -> bool:
    """Tell whether a town or division has the name for its own, or an unmistakable other name."""
    length = len(candidate.text)
    return length >= _SHORTEST and any(
        (entry.main and (entry.kind != CITY or entry.population >= _LEAST))
        or length >= _UNMISTAKABLE
        or any(entry.population >= least and length >= long for least, long in _LEAST_OTHER)
        for entry in entries
        if entry.kind in {CITY, FIRST_ORDER, SECOND_ORDER}
    )


def named_on(candidate: Candidate) -> bool:
    """Tell whether a capital goes on behind the name or a possessive: "Trooper Ledbetter"."""
    behind = candidate.sentence.text[candidate.end : candidate.end + 2]
    return behind in {"'s", "’s"} or behind[1:].isupper()


def last_names(sentences: Iterable[ReadSentence]) -> frozenset[str]:
    """Return the last words of the names of two words or more that the parser takes for persons."""
    return frozenset(
        entity[-1].text
        for sentence in sentences
        if sentence.doc is not None
        for entity in sentence.doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1
    )


@cache
def _leaving() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(place_words().leaving)})\b", re.IGNORECASE)


@cache
def _suffering() -> re.Pattern[str]:
    return re.compile(
        rf"{_LISTED} {_BE}(?: \w+ly| also| again)? (?:{_any(place_words().undergone)})\b"
    )


@cache
def _explained() -> re.Pattern[str]:
    """Match "X, a coastal town in", not "X, the town's mayor"."""
    kinds = _any(place_words().settlements)
    return re.compile(
        rf",? (?:an?|the|its|their) (?:[\w'’-]+ ){{0,4}}(?:{kinds})"
        r"(?=[,.;:)]|$| (?:of|in|on|near|that|which|where|about|some|north|south|east|west|\d))"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words))
