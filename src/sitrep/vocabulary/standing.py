"""Words that show that a sentence cannot stand alone; the lists stand in standing.yaml."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class StandingWords(Record, frozen=True, kw_only=True):
    """English words and phrases; each list's meaning stands above it in the file."""

    openers: tuple[str, ...]
    told_before: tuple[str, ...]
    judging: tuple[str, ...]
    pointing_back: tuple[str, ...]
    sayings: tuple[str, ...]
    following: tuple[str, ...]
    owned: tuple[str, ...]
    this_time: tuple[str, ...]
    those_who: tuple[str, ...]
    saying: tuple[str, ...]
    participles: tuple[str, ...]
    joining_first: tuple[str, ...]
    joining: tuple[str, ...]
    vouching: tuple[str, ...]
    plain: tuple[str, ...]
    present: Mapping[str, str]
    heated: Mapping[str, str]
    patterns: Mapping[str, str]
    silent: tuple[str, ...]
    needless: tuple[str, ...]
    same_past: tuple[str, ...]
    judged: tuple[str, ...]
    judged_things: tuple[str, ...]
    acts: tuple[str, ...]
    placing: tuple[str, ...]
    subordinating: tuple[str, ...]
    impersonal: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    definite_bodies: tuple[str, ...]
    definite: tuple[str, ...]
    definite_places: tuple[str, ...]


@cache
def standing_words() -> StandingWords:
    """Return the built-in lists, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), StandingWords)


@cache
def standing_pattern(name: str) -> re.Pattern[str]:
    """Return the named pattern of the file, compiled once in a process."""
    return re.compile(standing_words().patterns[name])
