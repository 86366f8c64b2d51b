"""How reports tell of meetings: patterns of `diplomacy.yaml`, compiled once."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_file

FILE = Path(__file__).with_name("diplomacy.yaml")


class DiplomacyWords(Record, frozen=True, kw_only=True):
    """The content of `diplomacy.yaml`: every text is a regular expression."""

    cancelled: str
    postponed: str
    call: str
    topics: Mapping[str, str]
    signals: Mapping[str, str]


class DiplomacyPatterns(NamedTuple):
    """The patterns, compiled; over lower-case text."""

    cancelled: re.Pattern[str]
    postponed: re.Pattern[str]
    call: re.Pattern[str]
    topics: Mapping[str, re.Pattern[str]]
    signals: Mapping[str, re.Pattern[str]]


@cache
def diplomacy_words(path: Path = FILE) -> DiplomacyPatterns:
    """Return the patterns of `path`; VocabularyError (file, field) for a fault in it."""
    file = read_file(path)
    words = file.typed(DiplomacyWords)
    try:
        return DiplomacyPatterns(
            cancelled=re.compile(words.cancelled),
            postponed=re.compile(words.postponed),
            call=re.compile(words.call),
            topics={name: re.compile(text) for name, text in words.topics.items()},
            signals={name: re.compile(text) for name, text in words.signals.items()},
        )
    except re.error as fault:
        file.fail(["topics"], f"not a regular expression: {fault.pattern!r} ({fault.msg})")
