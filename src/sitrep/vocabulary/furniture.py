"""What page furniture says; the phrases and patterns stand in furniture.yaml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from sitrep.model.base import Record
from sitrep.vocabulary.files import VocabularyFile, read_file

Use = Literal[
    "sentences",
    "phrases",
    "credits",
    "footers",
    "headers",
    "teasers",
    "contacts",
    "paywalls",
    "machines",
]


class _Entry(Record, frozen=True, kw_only=True):
    trigger: str
    pattern: str


class _File(Record, frozen=True, kw_only=True):
    sentences: tuple[str | _Entry, ...]
    phrases: tuple[str | _Entry, ...]
    credits: tuple[str | _Entry, ...]
    footers: tuple[str | _Entry, ...]
    headers: tuple[str | _Entry, ...]
    teasers: tuple[str | _Entry, ...]
    contacts: tuple[str | _Entry, ...]
    paywalls: tuple[str | _Entry, ...]
    machines: tuple[str | _Entry, ...]


class Trace(NamedTuple):
    """A trigger found at `text[start:end]`; `pattern` None when the phrase alone is enough."""

    use: Use
    start: int
    end: int
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Furniture:
    """All entries, found in one pass over a text whatever their number."""

    automaton: AhoCorasick
    entries: tuple[tuple[Use, re.Pattern[str] | None, bool], ...]

    def traces(self, text: str) -> list[Trace]:
        """Return every trigger in `text` at word borders, in text order."""
        folded = fold(text)
        found = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        hits = ((start, end, self.entries[entry]) for entry, start, end in found)
        return sorted(
            (
                Trace(use, start, end, pattern)
                for start, end, (use, pattern, is_stem) in hits
                if _begins(folded, start) and (is_stem or _ends(folded, end))
            ),
            key=lambda trace: (trace.start, trace.end),
        )


@cache
def furniture() -> Furniture:
    """Return the built-in entries, read once in a process; VocabularyError for a bad pattern."""
    file = read_file(Path(__file__).with_suffix(".yaml"))
    triggers, entries = [], []
    for use, trigger, pattern in _all(file):
        triggers.append(fold(trigger.removesuffix("*")))
        entries.append((use, pattern, trigger.endswith("*")))
    automaton = AhoCorasick(triggers, matchkind=MatchKind.Standard)
    return Furniture(automaton=automaton, entries=tuple(entries))


def _all(file: VocabularyFile) -> Iterator[tuple[Use, str, re.Pattern[str] | None]]:
    typed = file.typed(_File)
    uses: tuple[tuple[Use, tuple[str | _Entry, ...]], ...] = (
        ("sentences", typed.sentences), ("phrases", typed.phrases), ("credits", typed.credits),
        ("footers", typed.footers), ("headers", typed.headers), ("teasers", typed.teasers),
        ("contacts", typed.contacts), ("paywalls", typed.paywalls), ("machines", typed.machines),
    )  # fmt: skip
    for use, entries in uses:
        for number, entry in enumerate(entries):
            if isinstance(entry, str):
                yield use, entry, None
                continue
            try:
                pattern = re.compile(_loose(entry.pattern), re.IGNORECASE)
            except re.error as error:
                file.fail([use, number, "pattern"], f"no regular expression: {error}")
            yield use, entry.trigger, pattern


def fold(text: str) -> str:
    """Return `text` in lower case with one apostrophe and one space, code point for code point."""
    lower = text.lower()
    if len(lower) != len(text):
        # A few capitals grow in lower case (İ): they keep their form, so that offsets hold.
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.replace("’", "'").replace("\xa0", " ").replace("\n", " ")


def _begins(text: str, start: int) -> bool:
    """Tell whether no word goes on across `start`."""
    return not (text[start - 1 : start].isalnum() and text[start].isalnum())


def _ends(text: str, end: int) -> bool:
    """Tell whether no word goes on across `end`."""
    return not (text[end : end + 1].isalnum() and text[end - 1].isalnum())


def _loose(pattern: str) -> str:
    """Let a space match any run of white space, and ' also ’, outside of [...]."""
    parts = re.split(r"(\[[^\]]*\])", pattern)
    return "".join(
        part
        if part.startswith("[")
        else part.replace(" ?", r"\s*").replace(" ", r"\s+").replace("'", "['’]")
        for part in parts
    )
