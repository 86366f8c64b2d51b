"""Units of length, area, time and money; the lists stand in units.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.model.extraction import FigureKind
from sitrep.vocabulary.files import read_typed


class Unit(Record, frozen=True, kw_only=True):
    """Names of a measure; `factor` turns it into `unit`. An empty `unit` is read, never kept."""

    kind: FigureKind
    unit: str
    factor: float
    names: tuple[str, ...]


class UnitWords(Record, frozen=True, kw_only=True):
    """The units of one language; the head of the file says what each list means."""

    symbols: dict[str, str]
    magnitudes: dict[str, float]
    units: tuple[Unit, ...]


@cache
def unit_words(language: str) -> UnitWords | None:
    """Return the units of a BCP 47 `language`, None for one without lists."""
    lists = read_typed(Path(__file__).with_suffix(".yaml"), dict[str, UnitWords])
    return lists.get(language.split("-", maxsplit=1)[0])
