"""Reporting and event words of Ukrainian and Russian; the lists stand in slavic.yaml."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.extraction import Hedge, Stance
from sitrep.vocabulary.events import Complement, PloverType
from sitrep.vocabulary.files import read_typed

_LANGUAGES = frozenset({"uk", "ru"})
Takes = Literal["clause", "quote", "object", "infinitive", "person", "about"]


class SlavicReporting(Record, frozen=True, kw_only=True):
    """A verb or phrase that reports, as in `reporting.yaml`."""

    stance: Stance
    words: tuple[str, ...]
    hedge: Hedge = "certain"
    manner: Literal["speech", "attitude"] = "speech"
    takes: tuple[Takes, ...] = ()


class SlavicEvent(Record, frozen=True, kw_only=True):
    """One reading of a verb or noun that carries an event; `lasting` are imperfective verbs."""

    type: PloverType
    words: tuple[str, ...]
    lasting: tuple[str, ...] = ()
    mode: str | None = None
    needs: frozenset[str] = frozenset()
    complement: Complement | None = None


class _Events(Record, frozen=True, kw_only=True):
    verbs: tuple[SlavicEvent, ...]
    nouns: tuple[SlavicEvent, ...]


class _Lists(Record, frozen=True, kw_only=True):
    phrases: tuple[SlavicReporting, ...]
    clause: frozenset[str]
    clause_object: frozenset[str]
    as_told: frozenset[str]
    of_whom: frozenset[str]
    pronouns: frozenset[str]
    offices: Mapping[str, str]
    roles: frozenset[str]
    bodies: frozenset[str]
    inside: frozenset[str]
    prepositions: frozenset[str]
    with_whom: frozenset[str]
    stops: frozenset[str]
    negations: frozenset[str]
    planned: frozenset[str]
    conditional: frozenset[str]
    hypothetical: frozenset[str]
    passive: str


class _File(_Lists, frozen=True, kw_only=True):
    endings: tuple[str, ...]
    reporting: tuple[SlavicReporting, ...]
    hedges: Mapping[Hedge, tuple[str, ...]]
    events: _Events


class SlavicWords(_Lists, frozen=True, kw_only=True):
    """The lists of one language by lemma; readings of an event in the order in which they win."""

    reporting: Mapping[str, SlavicReporting]
    hedges: Mapping[str, Hedge]
    verbs: Mapping[str, tuple[SlavicEvent, ...]]
    nouns: Mapping[str, tuple[SlavicEvent, ...]]


@cache
def case_endings() -> tuple[str, ...]:
    """Return the endings that names take in their cases, in both languages, longest first."""
    files = read_typed(Path(__file__).with_suffix(".yaml"), dict[str, _File])
    endings = {ending for file in files.values() for ending in file.endings}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


def inflected(word: str) -> frozenset[str]:
    """Return what may be the forms of an adjective or name in small letters; itself in any case.

    More than the language has: good for looking a form up, not for writing one.
    """
    lower = word.lower()
    stem = next(
        (lower.removesuffix(e) for e in ("ий", "ый", "ій", "ой") if lower.endswith(e)), None
    )
    return frozenset({lower, *(stem + ending for ending in case_endings())} if stem else {lower})


@cache
def slavic_words(language: str) -> SlavicWords | None:
    """Return the lists of a BCP 47 `language`, None for one without.

    Raises:
        VocabularyError: the file is not what it should be.
    """
    files = read_typed(Path(__file__).with_suffix(".yaml"), dict[str, _File])
    file = files.get(language.split("-", maxsplit=1)[0])
    if file is None:
        return None
    plain = {name: getattr(file, name) for name in _Lists.__struct_fields__}
    return SlavicWords(
        **plain,
        reporting={word: group for group in reversed(file.reporting) for word in group.words},
        hedges={word: level for level, words in file.hedges.items() for word in words},
        verbs=_by_lemma(file.events.verbs),
        nouns=_by_lemma(file.events.nouns),
    )


def is_slavic(language: str) -> bool:
    """Tell whether a BCP 47 `language` has lists here."""
    return language.split("-", maxsplit=1)[0] in _LANGUAGES


def _by_lemma(entries: Iterable[SlavicEvent]) -> dict[str, tuple[SlavicEvent, ...]]:
    found: dict[str, list[SlavicEvent]] = {}
    for entry in entries:
        for word in dict.fromkeys((*entry.words, *entry.lasting)):
            found.setdefault(word, []).append(entry)
    return {word: tuple(readings) for word, readings in found.items()}
