"""Words that decide what may be cut from a sentence; the lists stand in trims.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class TrimWords(Record, frozen=True, kw_only=True):
    """Lower-case English words and lemmas; each list's meaning stands above it in the file."""

    connectives: frozenset[str]
    limiting: frozenset[str]
    free: frozenset[str]
    shares: frozenset[str]
    measuring: frozenset[str]
    occasion: frozenset[str]
    leading: frozenset[str]
    together: frozenset[str]
    protected: frozenset[str]
    negating: frozenset[str]
    window: frozenset[str]
    placing: frozenset[str]
    telling: frozenset[str]
    then: frozenset[str]


@cache
def trim_words() -> TrimWords:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), TrimWords)
