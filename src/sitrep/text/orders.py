"""Sentences that instruct a machine instead of telling a reader something."""

from collections.abc import Sequence

from sitrep.text.margins import Piece
from sitrep.vocabulary.furniture import Trace


def orders(text: str, traces: Sequence[Trace]) -> list[tuple[int, int]]:
    """Return the stretches of `text` that order a reading machine about, in order.

    A stretch begins with the sentence that does so, told by the entries `machines` of
    furniture.yaml, and goes on to the end of its line: what follows there is what the machine is to
    say. Other lines stay, for a reader's comment must not silence the report above it.
    """
    found = []
    for trace in traces:
        if trace.use != "machines":
            continue
        start, end = _line(text, trace.start)
        if trace.pattern is None or trace.pattern.search(text[_sentence(text, trace.start) : end]):
            found.append((max(start, _sentence(text, trace.start)), end))
    return found


def with_orders(pieces: Sequence[Piece], found: Sequence[tuple[int, int]]) -> list[Piece]:
    """Mark the sentences that begin or end in one of the stretches as no part of the report."""
    return [
        piece._replace(kind="furniture")
        if any(piece.start < end and start < piece.end for start, end in found)
        else piece
        for piece in pieces
    ]


def _line(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _sentence(text: str, place: int) -> int:
    """Return where the words begin that run up to `place` without a stop or a line break."""
    stops = (text.rfind(stop, 0, place) + len(stop) for stop in (". ", "! ", "? ", "\n"))
    begins = [start for start, stop in zip(stops, (2, 2, 2, 1), strict=True) if start >= stop]
    return max(begins, default=0)
