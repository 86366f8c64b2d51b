"""Reporting verbs, nouns and phrases (`reporting.yaml`) and hedges (`hedges.yaml`)."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.extraction import Hedge, Stance
from sitrep.vocabulary.files import read_typed

Manner = Literal["speech", "attitude", "evidence", "deed"]
_FOLDER = Path(__file__).parent
Takes = Literal["clause", "quote", "object", "infinitive", "person"]


class ReportingWord(Record, frozen=True, kw_only=True):
    """How one verb, noun or phrase reports: see the head of `reporting.yaml` for the fields."""

    stance: Stance
    hedge: Hedge = "certain"
    manner: Manner = "speech"
    takes: tuple[Takes, ...] = ()
    prepositions: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()


class _Group(ReportingWord, frozen=True, kw_only=True):
    words: tuple[str, ...]


class _Lists(Record, frozen=True, kw_only=True):
    media: frozenset[str]
    spokespeople: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    core: frozenset[str]
    persons: frozenset[str]
    papers: frozenset[str]
    stand_ins: Mapping[str, frozenset[str]]
    loose_bodies: frozenset[str]
    giving_out: frozenset[str]
    title_words: frozenset[str]
    equal_offices: Mapping[str, str]
    abbreviations: Mapping[str, str]


class _File(_Lists, frozen=True, kw_only=True):
    verbs: tuple[_Group, ...]
    phrasal: tuple[_Group, ...]
    nouns: tuple[_Group, ...]
    phrases: tuple[_Group, ...]


class Reporting(_Lists, frozen=True, kw_only=True):
    """All reporting words by lemma, and the heads of sources that are no names."""

    verbs: Mapping[str, ReportingWord]
    phrasal: Mapping[str, tuple[ReportingWord, ...]]
    nouns: Mapping[str, ReportingWord]
    phrases: Mapping[str, ReportingWord]
    openings: Mapping[str, tuple[str, ...]]
    """The phrases by their first word, in the order of the file."""
    hedges: Mapping[str, Hedge]


def _by_word(groups: tuple[_Group, ...]) -> dict[str, ReportingWord]:
    """Return the groups by word; a word that stands in two groups keeps the first."""
    return {word: readings[0] for word, readings in _readings(groups).items()}


def _readings(groups: tuple[_Group, ...]) -> dict[str, tuple[ReportingWord, ...]]:
    """Return the groups by word, in the order of the file."""
    words: dict[str, tuple[ReportingWord, ...]] = {}
    for group in groups:
        entry = ReportingWord(
            stance=group.stance,
            hedge=group.hedge,
            manner=group.manner,
            takes=group.takes,
            prepositions=group.prepositions,
            needs=group.needs,
        )
        for word in group.words:
            words[word] = (*words.get(word, ()), entry)
    return words


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append(phrase)
    return {word: tuple(those) for word, those in found.items()}


@cache
def reporting() -> Reporting:
    """Return the built-in reporting words.

    Raises:
        VocabularyError: a file is not what it should be.
    """
    file = read_typed(_FOLDER / "reporting.yaml", _File)
    levels = read_typed(_FOLDER / "hedges.yaml", dict[Hedge, tuple[str, ...]])
    phrases = _by_word(file.phrases)
    return Reporting(
        verbs=_by_word(file.verbs),
        phrasal=_readings(file.phrasal),
        nouns=_by_word(file.nouns),
        phrases=phrases,
        openings=_by_first_word(phrases),
        media=file.media,
        spokespeople=file.spokespeople,
        offices=file.offices,
        bodies=file.bodies,
        core=file.core,
        persons=file.persons | file.offices,
        papers=file.papers,
        stand_ins=file.stand_ins,
        loose_bodies=file.loose_bodies,
        giving_out=file.giving_out,
        title_words=file.title_words,
        equal_offices=file.equal_offices,
        abbreviations=file.abbreviations,
        hedges={word: level for level, words in levels.items() for word in words},
    )
