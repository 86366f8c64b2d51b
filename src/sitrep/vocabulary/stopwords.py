"""Words without content of their own; the list stands in stopwords.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class Stopwords(Record, frozen=True, kw_only=True):
    """Lower-case English words."""

    words: tuple[str, ...]


@cache
def stopwords() -> frozenset[str]:
    """Return the built-in list, read once in a process."""
    return frozenset(read_typed(Path(__file__).with_suffix(".yaml"), Stopwords).words)
