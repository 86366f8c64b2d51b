"""Whose country peoples, groups and leaders are of (`affiliations.yaml`)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class Affiliations(Record, frozen=True, kw_only=True):
    """The content of `affiliations.yaml`; what each part means stands there."""

    peoples: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    titles: frozenset[str]
    leaders: Mapping[str, tuple[str, ...]]
    domestic: frozenset[str]
    things: frozenset[str]


@cache
def affiliations() -> Affiliations:
    """Return the built-in affiliations.

    Raises:
        VocabularyError: the file is not what it should be.
    """
    return read_typed(Path(__file__).with_name("affiliations.yaml"), Affiliations)
