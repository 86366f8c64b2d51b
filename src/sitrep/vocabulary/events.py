"""Event words (`events.yaml`) and the ACLED sub-event of a PLOVER type and mode (`acled.yaml`)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.errors import VocabularyError
from sitrep.vocabulary.files import read_typed

FILE = Path(__file__).with_name("events.yaml")
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""PLOVER 0.8 (Open Event Data Alliance, 2021)."""

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Complement = Literal["planned", "hypothetical", "negated"]


class EventWord(Record, frozen=True, kw_only=True):
    """One reading of a trigger: see the head of `events.yaml` for the fields."""

    type: PloverType
    words: tuple[str, ...]
    mode: str | None = None
    needs: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    acled: str | None = None
    complement: Complement | None = None
    skip: bool = False


class Modals(Record, frozen=True, kw_only=True):
    """Modal verbs by what they make of the verb they rule; `demands` of another make a request."""

    planned: frozenset[str]
    conditional: frozenset[str]
    hypothetical: frozenset[str]
    demands: frozenset[str]


class Future(Record, frozen=True, kw_only=True):
    """Types whose bare future is an agreement, and those whose is a threat."""

    cooperative: frozenset[PloverType]
    hostile: frozenset[PloverType]


class _File(Record, frozen=True, kw_only=True):
    sets: Mapping[str, tuple[str, ...]]
    verbs: tuple[EventWord, ...]
    nouns: tuple[EventWord, ...]
    adjectives: tuple[EventWord, ...]
    future: Future
    modals: Modals


class _Acled(Record, frozen=True, kw_only=True):
    sub_events: Mapping[str, str]
    none: Mapping[PloverType, str]


class EventWords(Record, frozen=True, kw_only=True):
    """The readings of each lemma, first fitting first, and the ACLED table."""

    verbs: Mapping[str, tuple[EventWord, ...]]
    nouns: Mapping[str, tuple[EventWord, ...]]
    adjectives: Mapping[str, tuple[EventWord, ...]]
    future: Future
    modals: Modals
    acled: Mapping[str, str]
    not_in_acled: Mapping[PloverType, str]
    """Why ACLED has no event of a type."""

    def sub_event(self, type_: str, mode: str | None) -> str | None:
        """Return the ACLED sub-event of a PLOVER type and mode, None where ACLED has none."""
        found = self.acled.get(f"{type_} {mode}" if mode else type_, self.acled.get(type_, ""))
        return found or None


@cache
def event_words() -> EventWords:
    """Return the built-in event words.

    Raises:
        VocabularyError: the file is wrong, or an entry names a set that there is none of.
    """
    file = read_typed(FILE, _File)
    acled = read_typed(FILE.with_name("acled.yaml"), _Acled)
    return EventWords(
        verbs=_by_lemma(file.verbs, file.sets),
        nouns=_by_lemma(file.nouns, file.sets),
        adjectives=_by_lemma(file.adjectives, file.sets),
        future=file.future,
        modals=file.modals,
        acled=acled.sub_events,
        not_in_acled=acled.none,
    )


def _by_lemma(
    entries: tuple[EventWord, ...], sets: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[EventWord, ...]]:
    found: dict[str, list[EventWord]] = {}
    for entry in entries:
        whole = EventWord(
            type=entry.type,
            words=entry.words,
            mode=entry.mode,
            needs=_expanded(entry.needs, sets),
            subject=_expanded(entry.subject, sets),
            acled=entry.acled,
            complement=entry.complement,
            skip=entry.skip,
        )
        for word in entry.words:
            found.setdefault(word, []).append(whole)
    return {word: tuple(readings) for word, readings in found.items()}


def _expanded(words: frozenset[str], sets: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    whole: set[str] = set()
    for word in words:
        if not word.startswith("$"):
            whole.add(word)
        elif word[1:] in sets:
            whole.update(sets[word[1:]])
        else:
            raise VocabularyError(
                file=str(FILE), line=None, field=f"sets.{word[1:]}", problem="there is no such set"
            )
    return frozenset(whole)
