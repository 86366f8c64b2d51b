"""The words by which a sentence becomes a headline; the lists stand in headlines.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class HeadlineWords(Record, frozen=True, kw_only=True):
    """English words; each list's meaning stands above it in the file."""

    says: Mapping[str, str]
    standing: tuple[str, ...]
    wishing: tuple[str, ...]
    plural: frozenset[str]
    auxiliaries: frozenset[str]
    closing: tuple[str, ...]
    clauses: frozenset[str]
    subordinate: frozenset[str]
    done: tuple[str, ...]
    purposes: tuple[str, ...]
    never_first: frozenset[str]
    never_last: frozenset[str]
    placing: tuple[str, ...]
    short: Mapping[str, str]
    forces: frozenset[str]
    forces_named: frozenset[str]
    wounded: str


@cache
def headline_words() -> HeadlineWords:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), HeadlineWords)
