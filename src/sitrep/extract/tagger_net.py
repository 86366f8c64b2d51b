"""The network of the tagger in NumPy: readings of tokens, scores of cues and of their windows.

Each token is read with its neighbours in the sentence and in the dependency tree, twice over; then
each token of a window is read again as seen from the cue, in the same manner.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sitrep.extract.tokens import Floats, Hashes, Ints, Tokens
from sitrep.extract.windows import Window

Flags = NDArray[np.bool_]
_PARTS = ("lem", "tag", "dep", "case", "quo", "pos")
_BLOCKS = 2


class Known:
    """The lemmas, tags and dependencies that have numbers, as sorted 64-bit hashes."""

    def __init__(self, lemmas: Hashes, tags: Hashes, deps: Hashes) -> None:
        self._lemmas, self._tags, self._deps = lemmas, tags, deps

    def columns(self, tokens: Tokens) -> dict[str, Ints]:
        """Return the numbers of `tokens` by the part of the network that reads them."""
        opens = sentence_ends(tokens)[0]
        return {
            "lem": _numbers(self._lemmas, tokens.lemma),
            "tag": _numbers(self._tags, tokens.tag),
            "dep": _numbers(self._deps, tokens.dep),
            "case": tokens.case,
            "quo": tokens.quoted,
            "pos": opens.astype(np.int64),
        }


class Net:
    """One trained network; holds nothing but its weights."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        """Take the arrays by PyTorch's names; the first layer is folded into its tables."""
        self._weights = {name: array.astype(np.float32) for name, array in weights.items()}
        sizes = [self._weights[f"{name}.weight"].shape[1] for name in _PARTS]
        first = np.split(self._weights["inn.weight"].T, np.cumsum(sizes).tolist(), axis=0)
        self._vector = first[-1]
        self._tables = {
            name: self._weights[f"{name}.weight"] @ part
            for name, part in zip(_PARTS, first, strict=False)
        }

    def read(self, tokens: Tokens, columns: Mapping[str, Ints], vector: Floats) -> Floats:
        """Return the reading of each token, whose `vector` is the parser's and the encoder's."""
        read: Floats = vector @ self._vector + self._weights["inn.bias"]
        for name in _PARTS:
            read += self._tables[name][columns[name]]
        read = _relu(read)
        opens, closes = sentence_ends(tokens)
        hanging = np.flatnonzero(tokens.head != np.arange(len(tokens)))
        order = hanging[np.argsort(tokens.head[hanging], kind="stable")]
        above, begins, count = np.unique(tokens.head[order], return_index=True, return_counts=True)
        for block in range(_BLOCKS):
            before, after = _shifted(read, opens, closes)
            below = np.zeros_like(read)
            if len(order):
                summed = np.add.reduceat(read[order], begins)
                below[above] = summed / count[:, None].astype(np.float32)
            near = np.concatenate([read, before, after, read[tokens.head], below], axis=1)
            read = read + _relu(self._linear(f"blocks.{block}", near))
        return read

    def cues(self, read: Floats) -> Floats:
        """Return the scores of each token as no cue, a cue's first word and a further one."""
        return self._linear("cue", read)

    def label(self, read: Floats, head: Ints, windows: Sequence[Window]) -> tuple[Floats, Floats]:
        """Return the scores of the labels of each row, windows end to end, and of each cue."""
        weights = self._weights
        sizes = [around.last - around.first for around in windows]
        begins = np.cumsum([0, *sizes])
        rows = np.concatenate([np.arange(w.first, w.last) for w in windows])
        own = np.repeat(np.arange(len(windows)), sizes)
        above = head[rows] + np.repeat(begins[:-1] - [w.first for w in windows], sizes)
        apart = (above < begins[:-1][own]) | (above >= begins[1:][own])
        above = np.where(apart, np.arange(len(rows)), above)
        opens, closes = np.zeros(len(rows), np.bool_), np.zeros(len(rows), np.bool_)
        opens[begins[:-1]] = closes[begins[1:] - 1] = True
        places = ([w.head for w in windows], [w.cue for w in windows])
        ends = [w.cue_end - 1 for w in windows]
        cue = np.concatenate([read[rows] for rows in (*places, ends)], axis=1)
        state = _relu(
            self._linear("A", read)[rows]
            + self._linear("B", cue)[own]
            + weights["r1.weight"][np.concatenate([w.distance for w in windows])]
            + weights["r2.weight"][np.concatenate([w.branch for w in windows])]
            + weights["r3.weight"][np.concatenate([w.place for w in windows])]
        )
        for block in range(_BLOCKS):
            before, after = _shifted(state, opens, closes)
            near = np.concatenate([state, before, after, state[above]], axis=1)
            state = state + _relu(self._linear(f"pb.{block}", near))
        most = np.maximum.reduceat(state, begins[:-1])
        keep = self._linear("keep", np.concatenate([most, cue], axis=1))[:, 0]
        return self._linear("out", state), keep

    def _linear(self, name: str, rows: Floats) -> Floats:
        product: Floats = rows @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return product


def sentence_ends(tokens: Tokens) -> tuple[Flags, Flags]:
    """Return whether each token is the first, and whether it is the last, of its sentence."""
    opens = np.append(True, np.diff(tokens.sentence) != 0)
    return opens, np.append(opens[1:], True)


def _numbers(known: Hashes, hashes: Hashes) -> Ints:
    """Return the position of each hash in the sorted `known`, counted from 1; 0 for the unknown."""
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[at] == hashes, at + 1, 0)


def _relu(rows: Floats) -> Floats:
    return np.maximum(rows, np.float32(0))


def _shifted(rows: Floats, opens: Flags, closes: Flags) -> tuple[Floats, Floats]:
    """Return what stands before and after each row, zeros at the ends of a sentence."""
    before, after = np.zeros_like(rows), np.zeros_like(rows)
    before[1:], after[:-1] = rows[:-1], rows[1:]
    before[opens], after[closes] = 0, 0
    return before, after
