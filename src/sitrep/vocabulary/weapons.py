"""Weapons that are counted; the lists stand in weapons.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class WeaponNames(Record, frozen=True, kw_only=True):
    """Regular expressions of a weapon's names, and of one named without a number."""

    names: tuple[str, ...]
    one: tuple[str, ...]


@cache
def weapon_words(language: str) -> dict[str, WeaponNames]:
    """Return weapon id to names in a BCP 47 `language`; empty for one without lists."""
    lists = read_typed(Path(__file__).with_suffix(".yaml"), dict[str, dict[str, WeaponNames]])
    return lists.get(language.split("-", maxsplit=1)[0], {})
