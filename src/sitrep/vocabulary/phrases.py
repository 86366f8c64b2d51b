"""How reports name things with what limits them: the patterns of `phrases.yaml`."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_file

FILE = Path(__file__).with_name("phrases.yaml")
_WORD = r"[^\s,;:.—–“”\"()?!]+"
_MOST = 5
"""Words between determiner and noun."""


class Hedged(Record, frozen=True, kw_only=True):
    """Words that say how sure a meeting is, and the clause after "the talks" that says so."""

    words: str
    told: str


class PhraseWords(Record, frozen=True, kw_only=True):
    """The content of `phrases.yaml`."""

    determiners: Mapping[str, str]
    barred: frozenset[str]
    limits: tuple[str, ...]
    conditional: str
    present: Mapping[str, str]
    listed: str
    heads: str
    ends: str
    conditions: str
    hedges: tuple[Hedged, ...]
    stalls: str
    presupposed: str
    steps: str
    turned: str
    recalled: str
    picks_up: str
    courtesy: str
    coming: str
    points_back: str
    elsewhere: str


class PhrasePatterns(NamedTuple):
    """The patterns, compiled; over lower-case text. `before` ends where the noun begins."""

    determiners: Mapping[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    conditions: re.Pattern[str]
    present: Mapping[str, str]
    hedges: tuple[tuple[re.Pattern[str], str], ...]
    stalls: re.Pattern[str]
    presupposed: re.Pattern[str]
    steps: re.Pattern[str]
    turned: re.Pattern[str]
    recalled: re.Pattern[str]
    picks_up: re.Pattern[str]
    courtesy: re.Pattern[str]
    coming: re.Pattern[str]
    points_back: re.Pattern[str]
    elsewhere: re.Pattern[str]


@cache
def phrase_patterns() -> PhrasePatterns:
    """Return the built-in patterns, compiled once."""
    return load_phrases()


def load_phrases(path: Path = FILE) -> PhrasePatterns:
    """Return the patterns of `path`; VocabularyError (file, field) for a fault in it."""
    file = read_file(path)
    words = file.typed(PhraseWords)
    determiners = "|".join(map(re.escape, words.determiners))
    barred = "|".join(map(re.escape, sorted(words.barred)))
    inner = rf"(?:(?!(?:{barred})\b)[\w’'-]+,? ){{0,{_MOST}}}"
    try:
        return PhrasePatterns(
            determiners=words.determiners,
            before=re.compile(rf"(?<![\w’'-])(?P<det>{determiners}) (?P<inner>{inner})$"),
            after=re.compile(
                rf"{words.heads}(?:(?: (?!{words.ends})(?:{'|'.join(words.limits)}))"
                rf"(?: (?!{words.ends}|{words.conditional}\b){_WORD})+(?:{words.listed})?)?"
                rf"(?P<condition> {words.conditional}(?: {_WORD})+)?"
            ),
            conditions=re.compile(words.conditions),
            present=words.present,
            hedges=tuple((re.compile(one.words), one.told) for one in words.hedges),
            stalls=re.compile(words.stalls),
            presupposed=re.compile(words.presupposed),
            steps=re.compile(words.steps),
            turned=re.compile(words.turned),
            recalled=re.compile(words.recalled),
            picks_up=re.compile(words.picks_up),
            courtesy=re.compile(words.courtesy),
            coming=re.compile(words.coming),
            points_back=re.compile(words.points_back),
            elsewhere=re.compile(words.elsewhere),
        )
    except re.error as fault:
        file.fail(["limits"], f"not a regular expression: {fault.pattern!r} ({fault.msg})")
