"""How reports tell of truces: patterns of `ceasefire.yaml`, compiled once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import msgspec

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_file

FILE = Path(__file__).with_name("ceasefire.yaml")
ACTORS = r"‹[a-z0-9*-]+›(?:(?:, (?:and )?|,? and )(?:the )?‹[a-z0-9*-]+›)*"
"""One actor, or several in a list."""
_ADJECTIVES = (
    r"(?:(?:the|a|an|any|its|his|their|this|that|each|both|all|new) )?"
    r"(?:(?!(?:for|to|of|on|that|which|with|in|a|an|by|from|and|after|as|calls?|talks|when)\b)"
    r"[\w'’‹›⟦⟧-]+ ){0,6}?"
)
_TRUCE = re.compile(r"(?:\[\^[^]]+\]\{0,\d+\}\??)?\{T\}(?:\[\^[^]]+\]\{0,\d+\}\??)?")
"""`{T}` with the gaps beside it ("[^.;]{0,60}?")."""
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Fare:
    """One way a truce fares; a sentence without `cue` has no match of `whole`, which is slow."""

    cue: Pattern
    whole: Pattern

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches of `whole` in a sentence, from left to right."""
        return self.whole.finditer(text) if self.cue.search(text) else iter(())


class CeasefireWords(Record, frozen=True, kw_only=True):
    """The content of `ceasefire.yaml`; every text is a regular expression but those of `units`."""

    nouns: Mapping[str, tuple[str, ...]]
    about_it: str
    everybody: str
    each_other: str
    positions: Mapping[str, tuple[str, ...]]
    provisos: str
    unreal: str
    denied: str
    brokers: tuple[str, ...]
    proposers: tuple[str, ...]
    announcers: str
    between: str
    fares: Mapping[str, tuple[str, ...]]
    ahead: str
    starting: str
    accuse: str
    breach: str
    times: str
    means: Mapping[str, str]
    worries: Mapping[str, str]
    classes: Mapping[str, str]
    terms: str
    written: str
    verbal: str
    corridors: Mapping[str, str]
    coverage: Mapping[str, str]
    names: str
    described: str
    everywhere: str
    units: Mapping[str, float]


class CeasefirePatterns:
    """The patterns, compiled; attributes bear the names of the fields of the file."""

    def __init__(self, words: CeasefireWords) -> None:
        """Compile all; raises re.error, which `load_ceasefire` turns into a VocabularyError."""
        self.units = words.units
        kinds = {kind: "|".join(f"(?:{one})" for one in some) for kind, some in words.nouns.items()}
        self._truce = f"(?:{_ADJECTIVES})(?:{'|'.join(kinds.values())})"
        self.nouns = {
            kind: re.compile(rf"\b(?:{one})\b(?!{words.about_it})") for kind, one in kinds.items()
        }
        self.positions = {name: self._any(some) for name, some in words.positions.items()}
        self.fares = {
            name: Fare(cue=self._any(tuple(map(_cue, some))), whole=self._any(some))
            for name, some in words.fares.items()
        }
        self.brokers = tuple(map(self._one, words.brokers))
        self.proposers = tuple(map(self._one, words.proposers))
        self.groups = {
            "means": {name: self._one(one) for name, one in words.means.items()},
            "worries": {name: self._one(one) for name, one in words.worries.items()},
            "classes": {name: self._one(one) for name, one in words.classes.items()},
            "corridors": {name: self._one(one) for name, one in words.corridors.items()},
            "coverage": {name: self._one(one) for name, one in words.coverage.items()},
        }
        plain = msgspec.structs.asdict(words)
        self._plain = {
            name: self._one(text) for name, text in plain.items() if isinstance(text, str)
        }

    def __getitem__(self, name: str) -> Pattern:
        """Return the pattern of a field that holds a single one."""
        return self._plain[name]

    @cached_property
    def any_noun(self) -> Pattern:
        """A truce or corridor of any kind, or a talk of one."""
        return re.compile("|".join(f"(?:{one.pattern})" for one in self.nouns.values()))

    def _any(self, texts: tuple[str, ...]) -> Pattern:
        return re.compile("|".join(f"(?:{self._filled(text)})" for text in texts))

    def _one(self, text: str) -> Pattern:
        return re.compile(self._filled(text))

    def _filled(self, text: str) -> str:
        return text.replace("{T}", f"(?:{self._truce})").replace("{A}", ACTORS)


def _cue(text: str) -> str:
    """Return the longest part of a pattern beside its `{T}`; it stands wherever the pattern does.

    For that `{T}` must stand in no group: there the parts are no regular expressions.
    """
    return max(_TRUCE.split(text), key=len)


@cache
def patterns() -> CeasefirePatterns:
    """Return the built-in patterns, compiled once."""
    return load_ceasefire()


def tells_of_truce(text: str) -> bool:
    """Tell whether a sentence tells how a truce fares: no verb of events says "expired"."""
    lower = text.lower()
    words = patterns()
    return words.any_noun.search(lower) is not None and any(
        next(fare.found_in(lower), None) for fare in words.fares.values()
    )


def load_ceasefire(path: Path = FILE) -> CeasefirePatterns:
    """Return the patterns of `path`; VocabularyError (file, field) for a fault in it."""
    file = read_file(path)
    words = file.typed(CeasefireWords)
    try:
        return CeasefirePatterns(words)
    except re.error as fault:
        file.fail(["fares"], f"not a regular expression: {fault.pattern!r} ({fault.msg})")
