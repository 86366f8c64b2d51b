"""Stretches of an article that are taken, asked about many times over."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Within:
    """Fixed spans [start, end): tells which stretches lie inside one; O(log n) a question."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Tell whether [start, end) lies inside one of the spans."""
        before = bisect_right(self._starts, start)
        return before > 0 and end <= self._reach[before - 1]


class Taken:
    """Spans [start, end) that grow in number; tells whether a stretch touches one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marked = bytearray()
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Mark [start, end), 0 <= start <= end."""
        lacking = end - len(self._marked)
        if lacking > 0:
            self._marked.extend(bytes(max(lacking, len(self._marked))))
        self._marked[start:end] = b"\1" * (end - start)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether [start, end) shares a character with a span."""
        return self._marked.find(1, start, end) >= 0
