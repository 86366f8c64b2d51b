"""The ledger's words: what answers which question, how it is put, how much it weighs."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_file

Patterns: TypeAlias = tuple[str, ...]
_PLAIN = (
    "unconfirmed", "revisions", "background", "opinion", "analysis", "kinship", "bloodless",
    "afterwards", "prospect", "unnamed", "newsroom", "retractions", "cancelled", "planned",
    "town", "region", "on_conditions", "unstocked",
    "shares", "listing", "mixed", "wreaked", "uncounted", "rebutted", "denying",
    "taken", "quoting", "mutual", "likewise", "leaning", "officials",
)  # fmt: skip
FILE = Path(__file__).with_name("questions.yaml")


class Rank(Record, frozen=True, kw_only=True):
    """The weight, 0 to 1, of offices whose title in lower case the regular expression finds."""

    weight: float
    offices: str


class QuestionWords(Record, frozen=True, kw_only=True):
    """The content of `questions.yaml`.

    `weights` and `event_weights` are 0 to 1. `counts` are question heads with a place for
    `{counted}`, `asked` the whole questions. `decisions` and `control` give for each answer the
    regular expressions that carry it, over lower-case text; the first that fits in file order
    counts.
    """

    weights: Mapping[str, float]
    event_weights: Mapping[str, float]
    counts: Mapping[str, str]
    asked: Mapping[str, str]
    asked_manners: Mapping[str, str]
    count_weights: Mapping[str, float]
    counted: Mapping[str, str]
    cargo: tuple[str, ...]
    movements: Mapping[str, Patterns]
    shares: Patterns
    listing: Patterns
    joining: str
    mixed: Patterns
    wreaked: Patterns
    uncounted: Patterns
    fired: tuple[str, ...]
    tolls: tuple[str, ...]
    stocked: tuple[str, ...]
    stocks: Mapping[str, Patterns]
    unstocked: Patterns
    proposals: Mapping[str, tuple[str, ...]]
    decisions: Mapping[str, Patterns]
    on_conditions: Patterns
    control: Mapping[str, Patterns]
    forces: tuple[str, ...]
    town: Patterns
    region: Patterns
    unconfirmed: Patterns
    rebutted: Patterns
    denying: Patterns
    taken: Patterns
    quoting: Patterns
    mutual: Patterns
    likewise: Patterns
    leaning: Patterns
    revisions: Patterns
    background: Patterns
    stop_words: tuple[str, ...]
    people: Mapping[str, tuple[str, ...]]
    ranks: tuple[Rank, ...]
    opinion: Patterns
    analysis: Patterns
    kinship: Patterns
    bloodless: Patterns
    manners: Mapping[str, Patterns]
    afterwards: Patterns
    prospect: Patterns
    unnamed: Patterns
    officials: Patterns
    resumed: Mapping[str, Patterns]
    resuming: Mapping[str, Patterns]
    newsroom: Patterns
    retractions: Patterns
    cancelled: Patterns
    planned: Patterns


def load_questions(path: Path = FILE) -> QuestionWords:
    """Return the words of `path`; VocabularyError (file, line, field) for a fault in it."""
    file = read_file(path)
    words = file.typed(QuestionWords)
    for field in ("decisions", "control", "movements", "manners", "stocks", "resumed", "resuming"):
        for answer, patterns in getattr(words, field).items():
            for number, pattern in enumerate(patterns):
                _compiles(pattern) or file.fail(
                    [field, answer, number], f"not a regular expression: {pattern!r}"
                )
    for number, rank in enumerate(words.ranks):
        _compiles(rank.offices) or file.fail(
            ["ranks", number, "offices"], f"not a regular expression: {rank.offices!r}"
        )
    for field in _PLAIN:
        for number, pattern in enumerate(getattr(words, field)):
            _compiles(pattern) or file.fail(
                [field, number], f"not a regular expression: {pattern!r}"
            )
    return words


@cache
def question_words() -> QuestionWords:
    """Return the built-in words, read once."""
    return load_questions()


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
