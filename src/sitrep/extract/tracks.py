"""The track of the brief that a statement belongs to."""

from collections.abc import Sequence

from sitrep.model.extraction import Event, Figure, Mention, Place, Track
from sitrep.vocabulary.tracks import TrackEntry, TrackWords
from sitrep.vocabulary.types import Theatre

_EVENT, _FIGURE, _WORD = 2.0, 2.0, 1.0
_HARM = frozenset({"killed", "wounded"})
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
        score += _FIGURE * any(figure.kind in entry.figures for figure in figures)
        score += _WORD * min(_MOST_WORDS, len(set(pattern.findall(lower))))
        if score > best[0]:
            best = (score, entry.track)
    harmed = any(e.type == "ASSAULT" for e in events) or any(f.kind in _HARM for f in figures)
    if best[1] == "ground" and harmed and _by_air(lower, words):
        return "strikes"
    return best[1]


def is_far(
    places: Sequence[Place], mentions: Sequence[Mention], near: Theatre, home: set[str]
) -> bool:
    """Tell whether all places lie outside the theatre and no armed force is named.

    `home` are the countries of the parties. A murder abroad is no act of war.
    """
    located = [p for p in places if p.use == "location" and p.country is not None]
    west, south, east, north = near.region
    return (
        bool(located)
        and not any(m.kind == "force" for m in mentions)
        and not any(
            p.country in home
            or p.lat is None
            or p.lon is None
            or (west <= p.lon <= east and south <= p.lat <= north)
            for p in located
        )
    )


def _by_air(lower: str, words: TrackWords) -> bool:
    """Tell whether a sentence has words of strikes, and none of the ground."""
    patterns = {e.track: p for e, p in zip(words.tracks, words.patterns, strict=True)}
    return bool(patterns["strikes"].search(lower)) and not patterns["ground"].search(lower)


def _fits(event: Event, entry: TrackEntry) -> float:
    if event.mode and f"{event.type} {event.mode}" in entry.events:
        return 1.0
    return 0.5 if event.type in entry.events else 0.0
