"""The latest articles of one language by their meaning."""

import numpy as np
from numpy.typing import NDArray

FIRST_ROOM = 64


class Recent:
    """Keeps the meanings of the latest `most` articles; the oldest gives way to the newest."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._next = 0
        self._ids: list[str | None] = []
        self._places: dict[str, int] = {}
        self._rows: NDArray[np.float32] | None = None

    def add(self, id_: str, meaning: NDArray[np.float32]) -> None:
        """Keep an article's meaning, a vector of length 1."""
        if self._most < 1:
            return
        place = self._next % self._most
        self._next += 1
        if place == len(self._ids):
            self._ids.append(None)
        old = self._ids[place]
        if old is not None:
            del self._places[old]
        self._ids[place] = id_
        self._places[id_] = place
        self._room(place, meaning)[place] = meaning

    def _room(self, place: int, meaning: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the rows, twice as many where `place` is beyond them."""
        if self._rows is None:
            self._rows = np.zeros((min(FIRST_ROOM, self._most), len(meaning)), dtype=np.float32)
        elif place >= len(self._rows):
            more = min(len(self._rows), self._most - len(self._rows))
            empty = np.zeros((more, len(meaning)), dtype=np.float32)
            self._rows = np.concatenate([self._rows, empty])
        return self._rows

    def drop(self, id_: str) -> None:
        """Forget an article, if it is still kept."""
        place = self._places.pop(id_, None)
        if place is not None and self._rows is not None:
            self._ids[place] = None
            self._rows[place] = 0.0

    def nearest(self, meaning: NDArray[np.float32], top: int) -> list[str]:
        """Return the ids of the `top` nearest, nearest first."""
        if self._rows is None:
            return []
        near = self._rows[: len(self._ids)] @ meaning
        best = np.argpartition(-near, top)[:top] if len(near) > top else np.arange(len(near))
        best = best[np.lexsort((best, -near[best]))]
        return [id_ for place in best.tolist() if (id_ := self._ids[place]) is not None]
