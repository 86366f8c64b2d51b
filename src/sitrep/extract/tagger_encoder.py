"""The encoder of the tagger in NumPy: each word read in its sentence by a small transformer.

A BERT of a few layers (Devlin and others, 2019): the first of MiniLM's (Wang and others, 2020),
trained on with the tagger. GELU by its tanh approximation, as in training.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitrep.extract.tokens import Floats, Tokens
from sitrep.extract.wordpieces import WordPieces

HEADS = 12
MOST_TOGETHER = 120
"""Pieces, the closing one apart, that are read as one sentence; a longer one is read in parts."""
_AT_ONCE = 1_024
"""Pieces in memory at once: 6 MiB in the widest layer."""
_EPSILON = 1e-12
_GELU = np.float32(np.sqrt(2 / np.pi))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence or a part of one: numbers of its pieces, and where in them each word begins."""

    numbers: tuple[int, ...]
    firsts: tuple[int, ...]


def parts_of(tokens: Tokens, pieces: WordPieces) -> list[Piece]:
    """Return the sentences of `tokens` in pieces, long ones in parts; every word begins once."""
    cuts = [0, *(np.flatnonzero(np.diff(tokens.sentence)) + 1).tolist(), len(tokens)]
    return [
        part
        for first, last in pairwise(cuts)
        for part in _parts([pieces.of(form) for form in tokens.forms[first:last]], pieces)
    ]


def _parts(words: Sequence[tuple[int, ...]], pieces: WordPieces) -> Iterator[Piece]:
    numbers, firsts = [pieces.opening], list[int]()
    for word in words:
        if len(numbers) + len(word) > MOST_TOGETHER:
            yield Piece(numbers=(*numbers, pieces.closing), firsts=tuple(firsts))
            numbers, firsts = [pieces.opening], []
        firsts.append(len(numbers))
        numbers.extend(word)
    yield Piece(numbers=(*numbers, pieces.closing), firsts=tuple(firsts))


class Encoder:
    """Reads words in their sentences; holds nothing but its weights."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take the arrays of `attribution.npz` under "encoder.", that prefix left out.

        `words` are 8-bit rows with a `scale` each; `pieces` the text of their pieces, one a line.
        """
        self.pieces = WordPieces(bytes(arrays["pieces"]).decode("utf-8").split("\n"))
        self._words, self._scale = arrays["words"], arrays["scale"].astype(np.float32)
        self._weights = {
            name: np.ascontiguousarray(array.astype(np.float32).T)
            for name, array in arrays.items()
            if name not in {"pieces", "words", "scale"}
        }
        self._layers = sum(name.endswith(".qkv.weight") for name in arrays)

    def read(self, tokens: Tokens) -> Floats:
        """Return the reading of each token's first piece, one row a token."""
        parts = parts_of(tokens, self.pieces)
        together: list[list[Piece]] = [[]]
        held = 0
        for part in parts:
            held += len(part.numbers)
            if held > _AT_ONCE:
                together.append([])
                held = len(part.numbers)
            together[-1].append(part)
        return np.concatenate([self._read(group) for group in together if group])

    def _read(self, parts: Sequence[Piece]) -> Floats:
        sizes = [len(part.numbers) for part in parts]
        begins = list(accumulate(sizes, initial=0))
        numbers = np.array([n for part in parts for n in part.numbers], np.int64)
        places = np.concatenate([np.arange(size) for size in sizes])
        firsts = np.array(
            [b + first for b, p in zip(begins, parts, strict=False) for first in p.firsts], np.int64
        )
        rows = self._words[numbers].astype(np.float32) * self._scale[numbers, None]
        rows = self._normed("ln", rows + self._weights["pos.weight"].T[places])
        for layer in range(self._layers - 1):
            rows = self._layer(f"layers.{layer}", rows, rows, (begins, begins))
        asked = list(accumulate((len(part.firsts) for part in parts), initial=0))
        return self._layer(f"layers.{self._layers - 1}", rows[firsts], rows, (asked, begins))

    def _layer(
        self, name: str, own: Floats, rows: Floats, cuts: tuple[Sequence[int], Sequence[int]]
    ) -> Floats:
        """Return the rows `own` after the layer, in which each takes from all `rows` of its part.

        `cuts` are where the parts begin in `own` and in `rows`.
        """
        width = rows.shape[1]
        query = self._linear(f"{name}.qkv", own, slice(width))
        mixed = _attended(query, self._linear(f"{name}.qkv", rows, slice(width, None)), cuts)
        own = self._normed(f"{name}.ln1", own + self._linear(f"{name}.o", mixed))
        wide = _gelu(self._linear(f"{name}.up", own))
        return self._normed(f"{name}.ln2", own + self._linear(f"{name}.down", wide))

    def _linear(self, name: str, rows: Floats, columns: slice = slice(None)) -> Floats:
        product: Floats = rows @ self._weights[f"{name}.weight"][:, columns]
        product += self._weights[f"{name}.bias"][columns]
        return product

    def _normed(self, name: str, rows: Floats) -> Floats:
        rows = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt(np.einsum("ij,ij->i", rows, rows)[:, None] / rows.shape[1] + _EPSILON)
        rows /= spread
        return rows * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _attended(query: Floats, keyed: Floats, cuts: tuple[Sequence[int], Sequence[int]]) -> Floats:
    """Return for each row of `query` the values it takes from the keys and values of its part."""
    width = query.shape[1]
    each = width // HEADS
    mixed = np.empty_like(query)
    for (first, last), (start, end) in zip(*map(pairwise, cuts), strict=True):
        asking = query[first:last].reshape(-1, HEADS, each).transpose(1, 0, 2)
        keys, values = keyed[start:end].reshape(-1, 2, HEADS, each).transpose(1, 2, 0, 3)
        weights = asking @ keys.transpose(0, 2, 1)
        weights *= np.float32(each**-0.5)
        weights = np.exp(weights - weights.max(axis=2, keepdims=True))
        weights /= weights.sum(axis=2, keepdims=True)
        mixed[first:last] = (weights @ values).transpose(1, 0, 2).reshape(-1, width)
    return mixed


def _gelu(rows: Floats) -> Floats:
    curve = rows * rows
    curve *= np.float32(0.044715)
    curve += 1
    curve *= rows
    curve *= _GELU
    np.tanh(curve, out=curve)
    curve += 1
    curve *= rows
    curve *= np.float32(0.5)
    return curve
