"""Words that tell how a place's name is used; the lists stand in places.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class PlaceWords(Record, frozen=True, kw_only=True):
    """Lower-case words; each list's meaning stands above it in the file."""

    locative: frozenset[str]
    dealing: frozenset[str]
    belongings: frozenset[str]
    undergoing: frozenset[str]
    acting: frozenset[str]
    auxiliaries: frozenset[str]
    first_order: frozenset[str]
    second_order: frozenset[str]
    person_titles: frozenset[str]
    not_after: frozenset[str]
    features: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), PlaceWords)
