"""What numbers count, and which words say what became of it; the lists stand in figures.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.model.extraction import FigureKind, Qualifier
from sitrep.vocabulary.files import read_typed


class Trigger(Record, frozen=True, kw_only=True):
    """Words that give a number of one of the classes `on` its kind."""

    kind: FigureKind
    on: tuple[str, ...]
    none: bool
    before: str
    after: str


class FigureWords(Record, frozen=True, kw_only=True):
    """The lists of one language; the head of the file says what each means."""

    qualifiers: dict[Qualifier, tuple[str, ...]]
    after: dict[Qualifier, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    bare: dict[str, FigureKind]
    triggers: tuple[Trigger, ...]
    gap_stops: tuple[str, ...]
    labels: tuple[str, ...]
    ages: tuple[str, ...]
    age_before: tuple[str, ...]
    determiners: tuple[str, ...]
    all_of: tuple[str, ...]
    everything: tuple[str, ...]
    agents: tuple[str, ...]
    heads: tuple[str, ...] = ()
    each_before: tuple[str, ...]
    each_after: tuple[str, ...]
    besides: tuple[str, ...]
    clocks: tuple[str, ...]
    months: tuple[str, ...] = ()
    partitive: str = "(?!)"
    one: dict[str, str] | None = None
    part_of: str
    range: str


@cache
def figure_words(language: str) -> FigureWords | None:
    """Return the lists of a BCP 47 `language`, None for one without."""
    lists = read_typed(Path(__file__).with_suffix(".yaml"), dict[str, FigureWords])
    return lists.get(language.split("-", maxsplit=1)[0])
