"""Words and forms of time by language; they stand in times.yaml."""

from functools import cache
from pathlib import Path
from typing import Literal

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class TimeForm(Record, frozen=True, kw_only=True, rename={"reading": "as"}):
    """A form of writing a time; `after`: it counts only behind one of these words."""

    reading: str
    form: str
    after: tuple[str, ...] = ()


class TimeWords(Record, frozen=True, kw_only=True):
    """The lists of one language; the head of the file says what each means."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, int]
    dayparts: dict[str, tuple[int, int]]
    numbers: dict[str, int]
    future: tuple[str, ...]
    which: dict[str, int]
    parts: dict[str, int]
    deictics: dict[str, int]
    zones: dict[str, float]
    summer: dict[str, Literal["eu", "us"]]
    quarters: dict[str, int]
    ordinals: str
    since: tuple[str, ...]
    starts: tuple[str, ...]
    short: frozenset[str] = frozenset()
    deadlines: frozenset[str] = frozenset()
    planning: frozenset[str] = frozenset()
    scheduled: frozenset[str] = frozenset()
    hints: tuple[str, ...]
    forms: tuple[TimeForm, ...]


@cache
def time_words(language: str) -> TimeWords | None:
    """Return the lists of a BCP 47 `language`, None for one without."""
    lists = read_typed(Path(__file__).with_suffix(".yaml"), dict[str, TimeWords])
    return lists.get(language.split("-", maxsplit=1)[0])
