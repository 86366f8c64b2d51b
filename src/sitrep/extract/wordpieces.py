"""Words cut into the pieces that the tagger's encoder has vectors for.

WordPiece in lower case without accents (Devlin and others, BERT, 2019): the longest known piece
first, further ones with "##" before them.
"""

import re
import unicodedata
from collections.abc import Sequence

MOST_PIECES = 8
"""Pieces of one word that are read; names seldom have more than four."""
_LONGEST = 60
"""Characters; a longer word is a link or a mistake, and is unknown."""
_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")
UNKNOWN, OPENING, CLOSING = "[UNK]", "[CLS]", "[SEP]"


class WordPieces:
    """Numbers of pieces by word; what was cut once is kept, up to `MOST_KEPT` words."""

    MOST_KEPT = 50_000

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take the pieces in the order of their vectors; the three special ones are among them."""
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self.opening, self.closing = self._numbers[OPENING], self._numbers[CLOSING]
        self._unknown = (self._numbers[UNKNOWN],)
        self._kept: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the word's pieces, at least one."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= self.MOST_KEPT:
                self._kept.clear()
            found = self._kept[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        plain = unicodedata.normalize("NFD", word.lower())
        letters = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")
        numbers = [n for part in _PARTS.findall(letters) for n in self._pieces(part)]
        return tuple(numbers[:MOST_PIECES]) or self._unknown

    def _pieces(self, part: str) -> tuple[int, ...]:
        if len(part) > _LONGEST:
            return self._unknown
        found: list[int] = []
        start = 0
        while start < len(part):
            before = "##" if start else ""
            ends = range(len(part), start, -1)
            end = next((e for e in ends if before + part[start:e] in self._numbers), None)
            if end is None:
                return self._unknown
            found.append(self._numbers[before + part[start:end]])
            start = end
        return tuple(found)
