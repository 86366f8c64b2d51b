"""The track of the brief that a statement belongs to."""

from collections.abc import Sequence

from sitrep.model.extraction import Event, Figure, Track
from sitrep.vocabulary.tracks import TrackEntry, TrackWords

_EVENT, _FIGURE, _WORD = 2.0, 2.0, 1.0
_MOST_WORDS = 3
"""Words of one track in a sentence that count; more say no more."""


def track_of(
    text: str, events: Sequence[Event], figures: Sequence[Figure], words: TrackWords
) -> Track:
    """Return the track with the most evidence; "other" where there is none.

    `text` is the sentence; an event weighs by its score, twice a word.
    """
    lower = text.lower()
    best: tuple[float, Track] = (0.0, "other")
    for entry, pattern in zip(words.tracks, words.patterns, strict=True):
        score = sum(_EVENT * event.score * _fits(event, entry) for event in events)
        score += sum(_FIGURE for figure in figures if figure.kind in entry.figures)
        score += _WORD * min(_MOST_WORDS, len(set(pattern.findall(lower))))
        if score > best[0]:
            best = (score, entry.track)
    return best[1]


def _fits(event: Event, entry: TrackEntry) -> float:
    if event.mode and f"{event.type} {event.mode}" in entry.events:
        return 1.0
    return 0.5 if event.type in entry.events else 0.0
