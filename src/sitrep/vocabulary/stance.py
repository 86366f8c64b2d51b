"""What the words around a reporting word make of its stance (`stance.yaml`)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.model.extraction import Stance
from sitrep.vocabulary.files import read_typed


class StanceReading(Record, frozen=True, kw_only=True):
    """The stance of one of `words` (lemmas) that takes in one of `about`."""

    words: frozenset[str]
    about: frozenset[str]
    stance: Stance


class StanceWords(Record, frozen=True, kw_only=True):
    """The content of `stance.yaml`; what each part means stands there."""

    readings: tuple[StanceReading, ...]
    negated: Mapping[Stance, Stance]
    consenting: frozenset[str]
    untrue: frozenset[str]
    truth: frozenset[str]
    hostile: frozenset[str]
    obliging: frozenset[str]
    mandative: Mapping[str, Stance]
    missing: frozenset[str]


@cache
def stance_words() -> StanceWords:
    """Return the built-in words.

    Raises:
        VocabularyError: the file is not what it should be.
    """
    return read_typed(Path(__file__).with_name("stance.yaml"), StanceWords)
