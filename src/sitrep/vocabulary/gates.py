"""The gates' words: what a sentence may change against its evidence, and what it may not."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed

_FILE = Path(__file__).with_name("gates.yaml")


class GateWords(Record, frozen=True, kw_only=True):
    """The content of `gates.yaml`; what each part means stands there."""

    cues: Mapping[str, tuple[str, ...]]
    cue_may_become: Mapping[str, tuple[str, ...]]
    cue_nouns: frozenset[str]
    cue_tail: frozenset[str]
    cue_phrases: tuple[str, ...]
    source_nouns: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    hanging: frozenset[str]
    leaning: frozenset[str]
    place_nouns: frozenset[str]
    stop: frozenset[str]
    joiners: frozenset[str]
    first_person: frozenset[str]
    links: Mapping[str, tuple[str, ...]]
    telling: frozenset[str]
    operators: Mapping[str, tuple[str, ...]]
    free_operators: frozenset[str]
    qualifiers: Mapping[str, tuple[str, ...]]
    same: tuple[tuple[str, ...], ...]
    may_add: frozenset[str]
    occasions: tuple[tuple[str, ...], ...]
    ahead: frozenset[str]
    occasion_kinds: frozenset[str]
    clause_breaks: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    vague: frozenset[str]
    irregular: Mapping[str, str]


def _inverted(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: name for name, words in groups.items() for word in words}


@cache
def gate_words() -> GateWords:
    """Return the built-in words.

    Raises:
        VocabularyError: the file is not what it should be.
    """
    return read_typed(_FILE, GateWords)


@cache
def cue_classes() -> Mapping[str, str]:
    """Return the class of each reporting verb by lemma."""
    return _inverted(gate_words().cues)


@cache
def operator_classes() -> Mapping[str, str]:
    """Return the class of each operator by lemma."""
    return _inverted(gate_words().operators)


@cache
def link_classes() -> Mapping[str, str]:
    """Return the class of each causal, temporal or contrasting link."""
    return _inverted(gate_words().links)


@cache
def same_words() -> Mapping[str, str]:
    """Return for each word of a group of same meaning the group's first word."""
    return {word: group[0] for group in gate_words().same for word in group}
