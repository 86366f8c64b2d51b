"""Titles before names; the lists stand in titles.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class Weight(Record, frozen=True, kw_only=True):
    """How much the word of an office's holder weighs, 0 to 1."""

    words: tuple[str, ...]
    weight: float


class Titles(Record, frozen=True, kw_only=True):
    """English title words; each list's meaning stands above it in the file."""

    address: frozenset[str]
    particles: frozenset[str]
    heads: frozenset[str]
    ranks: frozenset[str]
    callings: frozenset[str]
    contested: frozenset[str]
    inside: frozenset[str]
    bodies: frozenset[str]
    weights: tuple[Weight, ...]
    mouthpieces: tuple[str, ...]


@cache
def titles() -> Titles:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), Titles)
