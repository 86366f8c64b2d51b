"""Tracks of the brief (`tracks.yaml`): which events, figures and words belong to which."""

import re
from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.model.extraction import FigureKind, Track
from sitrep.vocabulary.files import read_typed

FILE = Path(__file__).with_name("tracks.yaml")


class TrackEntry(Record, frozen=True, kw_only=True):
    """What puts a statement on one track; `events` are PLOVER types with or without a mode."""

    track: Track
    events: frozenset[str]
    figures: frozenset[FigureKind]
    words: tuple[str, ...]


class _File(Record, frozen=True, kw_only=True):
    tracks: tuple[TrackEntry, ...]
    conflict: tuple[str, ...]
    truce: tuple[str, ...]
    public: tuple[str, ...]
    pressure: tuple[str, ...]
    rupture: tuple[str, ...]
    ties: tuple[str, ...]
    leaning: frozenset[str]


class TrackWords(Record, frozen=True, kw_only=True):
    """The tracks in tie order, words of war and of truces, and of public affairs, war included.

    All patterns match over lower-case text.
    """

    tracks: tuple[TrackEntry, ...]
    patterns: tuple[re.Pattern[str], ...]
    conflict: re.Pattern[str]
    truce: re.Pattern[str]
    public: re.Pattern[str]
    pressure: tuple[str, ...]
    rupture: re.Pattern[str]
    ties: re.Pattern[str]
    leaning: frozenset[str]


@cache
def track_words() -> TrackWords:
    """Return the built-in tracks; VocabularyError (file, line, field) for a fault in the file."""
    file = read_typed(FILE, _File)
    return TrackWords(
        tracks=file.tracks,
        patterns=tuple(word_pattern(entry.words) for entry in file.tracks),
        conflict=word_pattern(file.conflict),
        truce=word_pattern(file.truce),
        public=word_pattern((*file.conflict, *file.public)),
        pressure=file.pressure,
        rupture=word_pattern(file.rupture),
        ties=word_pattern(file.ties),
        leaning=file.leaning,
    )


def named(text: str) -> Track | None:
    """Return the track that most words of `text` name, the first of several; None without any."""
    words, lower = track_words(), text.lower()
    counts = [len(set(pattern.findall(lower))) for pattern in words.patterns]
    most = max(counts)
    return words.tracks[counts.index(most)].track if most else None


def word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    r"""Return a pattern for whole `words` over lower-case text; a final * takes any ending."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    pieces = [
        re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) for word in ordered
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(pieces)})(?!\w)")
