"""Words of the strikes tracker (`strikes.yaml`): families of weapons, damage and its kinds."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed

FILE = Path(__file__).with_name("strikes.yaml")


class _File(Record, frozen=True, kw_only=True):
    families: dict[str, tuple[str, ...]]
    damage: tuple[str, ...]
    none: tuple[str, ...]
    categories: dict[str, tuple[str, ...]]
    called: dict[str, str]


class StrikeWords(Record, frozen=True, kw_only=True):
    """Weapon ids by family; patterns, over lower-case text, of damage, of none, and by category."""

    families: Mapping[str, tuple[str, ...]]
    damage: re.Pattern[str]
    none: re.Pattern[str]
    categories: Mapping[str, re.Pattern[str]]
    called: Mapping[str, str]

    def family(self, weapon: str) -> str | None:
        """Return the family that a weapon id belongs to, None where it has none."""
        return next((name for name, ids in self.families.items() if weapon in ids), None)


@cache
def strike_words() -> StrikeWords:
    """Return the words; raises VocabularyError for a fault in the file."""
    file = read_typed(FILE, _File)
    return StrikeWords(
        families=file.families,
        damage=re.compile("|".join(file.damage)),
        none=re.compile("|".join(file.none)),
        categories={name: re.compile("|".join(ones)) for name, ones in file.categories.items()},
        called=file.called,
    )
