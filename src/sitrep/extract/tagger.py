"""Marks cues, and for each cue its source and what is said, by small networks.

Cues come first; then the tokens around every cue are labelled source, content or neither, given how
they stand to the cue in the parse (the order of steps is Pareti's, 2015). Weights:
`attribution.npz`, written by `training/attribution.py`, which says how they were made.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitrep.extract.tagger_net import Known, Net
from sitrep.extract.tokens import Floats, Ints, Tokens
from sitrep.extract.windows import Window, children_of, window

LEAST_CUE = 0.45
"""Probability from which on a token is part of a cue (tried: 0.5 and 0.45 on an
eighth of the training part held out: equal F1, indirect recall 0.57 and 0.60)."""
LEAST_BOTH = 0.45
"""What the geometric mean of a cue's probability and of its window's must reach."""
_OUTSIDE, _SOURCE, _SOURCE_ON, _CONTENT, _CONTENT_ON = range(5)
_NEVER = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A cue [cue, cue_end), headed by `head`, with its source and content as rows of `Tokens`."""

    cue: int
    cue_end: int
    head: int
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float


class Tagger:
    """Marks attributions in the tokens of an article: several networks, their scores averaged."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take the arrays of `attribution.npz` by name: "0.cue.weight" is of the first network."""
        self._known = Known(arrays["lemmas"], arrays["tags"], arrays["deps"])
        members = sorted({name.split(".", 1)[0] for name in arrays if "." in name})
        self._nets = [
            Net({k.split(".", 1)[1]: v for k, v in arrays.items() if k.startswith(f"{member}.")})
            for member in members
        ]

    def tag(self, tokens: Tokens) -> list[Tagged]:
        """Return the attributions among `tokens`, in the order of their cues."""
        if not len(tokens):
            return []
        columns = self._known.columns(tokens)
        reads = [net.read(tokens, columns) for net in self._nets]
        cues = self._cues(reads, tokens.sentence)
        if not cues:
            return []
        children = children_of(tokens.head)
        windows = [window(tokens, columns["dep"], children, a, b) for a, b, _ in cues]
        labels, kept = self._label(reads, tokens.head, windows)
        scores = [math.sqrt(keep * cue) for keep, (_, _, cue) in zip(kept, cues, strict=True)]
        return [
            _tagged(around, row, score)
            for around, row, score in zip(windows, labels, scores, strict=True)
            if score >= LEAST_BOTH and (row >= _CONTENT).any()
        ]

    def _cues(self, reads: Sequence[Floats], sentence: Ints) -> list[tuple[int, int, float]]:
        """Return the cues as rows [first, end) with their probability."""
        scores = [net.cues(read) for net, read in zip(self._nets, reads, strict=True)]
        odds = _softmax(np.mean(scores, axis=0))
        sure = 1 - odds[:, 0]
        likely = sure >= LEAST_CUE
        on = likely & (odds[:, 1] < odds[:, 2])
        on[0] = False
        on[1:] &= likely[:-1] & (sentence[1:] == sentence[:-1])
        found = []
        for first in np.flatnonzero(likely & ~on).tolist():
            end = first + 1
            while end < len(on) and on[end]:
                end += 1
            found.append((first, end, float(sure[first:end].max())))
        return found

    def _label(
        self, reads: Sequence[Floats], head: Ints, windows: Sequence[Window]
    ) -> tuple[list[Ints], list[float]]:
        """Return for each window the labels of its rows and how likely its cue is one."""
        found = [
            net.label(read, head, windows) for net, read in zip(self._nets, reads, strict=True)
        ]
        scores = np.mean([labels for labels, _ in found], axis=0)
        keep = np.mean([kept for _, kept in found], axis=0)
        sizes = [around.last - around.first for around in windows]
        return _best_paths(scores, sizes), (1 / (1 + np.exp(-keep))).tolist()


def _tagged(around: Window, labels: Ints, score: float) -> Tagged:
    labels[around.cue - around.first : around.cue_end - around.first] = _OUTSIDE
    source = (labels == _SOURCE) | (labels == _SOURCE_ON)
    return Tagged(
        cue=around.cue,
        cue_end=around.cue_end,
        head=around.head,
        source=tuple((np.flatnonzero(source) + around.first).tolist()),
        content=tuple((np.flatnonzero(labels >= _CONTENT) + around.first).tolist()),
        score=score,
    )


def _softmax(rows: Floats) -> Floats:
    shifted = np.exp(rows - rows.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), np.float32)


def _best_paths(scores: Floats, sizes: Sequence[int]) -> list[Ints]:
    """Return the best labels of each window (Viterbi); a span's inside follows its beginning."""
    most, kinds = max(sizes), scores.shape[1]
    begins = np.cumsum([0, *sizes])
    padded = np.zeros((len(sizes), most, kinds), np.float32)
    for row, (first, last) in enumerate(pairwise(begins.tolist())):
        padded[row, : last - first] = scores[first:last]
    barred = np.zeros((kinds, kinds), np.float32)
    for opening, inside in ((_SOURCE, _SOURCE_ON), (_CONTENT, _CONTENT_ON)):
        barred[:, inside] = _NEVER
        barred[[opening, inside], inside] = 0
    best = padded[:, 0].copy()
    best[:, [_SOURCE_ON, _CONTENT_ON]] = _NEVER
    came = np.zeros((most, len(sizes), kinds), np.int64)
    bests = [best]
    for step in range(1, most):
        ways = best[:, :, None] + barred
        came[step] = ways.argmax(axis=1)
        best = ways.max(axis=1) + padded[:, step]
        bests.append(best)
    return [_path(came[:, row], bests[size - 1][row], size) for row, size in enumerate(sizes)]


def _path(came: Ints, best: Floats, size: int) -> Ints:
    labels = np.zeros(size, np.int64)
    labels[size - 1] = best.argmax()
    for step in range(size - 1, 0, -1):
        labels[step - 1] = came[step, labels[step]]
    return labels


@cache
def tagger() -> Tagger:
    """Return the tagger with the weights that come with the package."""
    file = resources.files("sitrep.extract").joinpath("attribution.npz")
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        return Tagger(dict(arrays.items()))
