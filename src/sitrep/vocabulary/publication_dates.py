"""Month names and zone names in publication dates; the lists stand in publication_dates.yaml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class _File(Record, frozen=True, kw_only=True):
    months: Mapping[int, tuple[str, ...]]
    zones: Mapping[str, int]


class DateWords(Record, frozen=True, kw_only=True):
    """`months`: lower-case name → 1 to 12; `zones`: lower-case name → minutes east of UTC."""

    months: Mapping[str, int]
    zones: Mapping[str, int]


@cache
def date_words() -> DateWords:
    """Return the built-in names, read once in a process."""
    file = read_typed(Path(__file__).with_suffix(".yaml"), _File)
    months = {name: number for number, names in file.months.items() for name in names}
    return DateWords(months=months, zones=file.zones)
