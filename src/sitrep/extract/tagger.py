"""Marks cues, and for each cue its source and what is said, by small networks.

A transformer of a few layers reads the words in their sentences. Cues come first; then the tokens
around every cue are labelled source, content or neither, given how they stand to the cue in the
parse (the order of steps is Pareti's, 2015). Weights: `attribution.npz`, written by
`training/attribution.py`, which says how they were made.
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

from sitrep.extract.tagger_encoder import Encoder
from sitrep.extract.tagger_net import Known, Net
from sitrep.extract.tokens import Floats, Ints, Tokens
from sitrep.extract.windows import Window, children_of, window

LEAST_CUE = 0.45
"""Probability from which on a token is part of a cue (tried: 0.5 and 0.45 on an
eighth of the training part held out: equal F1, indirect recall 0.57 and 0.60)."""
LEAST_BOTH = 0.45
"""What the geometric mean of a cue's probability and of its window's must reach."""
_OUTSIDE, _SOURCE, _SOURCE_ON, _CONTENT, _CONTENT_ON = range(5)
_NEVER = np.float32(-1e9)
_STATES = np.array([0, 3, 4, 1, 2, 0, 3, 4])
"""The label of each state: three before the source, two in it, three after it."""
_AHEAD = ({0, 1, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}, {4, 5, 6}, {4, 5, 6}, {5, 6}, {5, 6, 7}, {5, 6, 7})
"""States that may follow each: a span's inside its beginning, no second source a first."""
_STEPS = np.array([[0 if to in ahead else _NEVER for to in range(8)] for ahead in _AHEAD], "f")
_OPENINGS = np.array([0 if state in {0, 1, 3} else _NEVER for state in range(8)], "f")
_ENCODER = "encoder."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A cue [cue, cue_end), headed by `head`, with its source and content as rows of `Tokens`."""

    cue: int
    cue_end: int
    head: int
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """The attributions of an article in the order of their cues; of each token how likely a cue."""

    found: tuple[Tagged, ...]
    cue: Floats


class Tagger:
    """Marks attributions in the tokens of an article."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take the arrays of `attribution.npz` by name: those of the encoder under "encoder."."""
        self._known = Known(arrays["lemmas"], arrays["tags"], arrays["deps"])
        reading = {name for name in arrays if name.startswith(_ENCODER)}
        labelling = {name for name in arrays if "." in name} - reading
        self._encoder = Encoder({n.removeprefix(_ENCODER): arrays[n] for n in reading})
        self._net = Net({name: arrays[name] for name in labelling})

    def tag(self, tokens: Tokens) -> Tags:
        """Return the attributions among `tokens`."""
        if not len(tokens):
            return Tags(found=(), cue=np.zeros(0, np.float32))
        columns = self._known.columns(tokens)
        vector = np.concatenate([tokens.vector, self._encoder.read(tokens)], axis=1)
        read = self._net.read(tokens, columns, vector)
        odds = _softmax(self._net.cues(read))
        sure = 1 - odds[:, 0]
        cues = _cues(odds, sure, tokens.sentence)
        return Tags(found=tuple(self._tagged(tokens, columns["dep"], read, cues)), cue=sure)

    def _tagged(
        self, tokens: Tokens, dep: Ints, read: Floats, cues: Sequence[tuple[int, int, float]]
    ) -> list[Tagged]:
        """Return the attributions of those cues that stand up to a look around them."""
        if not cues:
            return []
        children = children_of(tokens.head)
        windows = [window(tokens, dep, children, a, b) for a, b, _ in cues]
        labels, kept = self._label(read, tokens.head, windows)
        scores = [math.sqrt(keep * cue) for keep, (_, _, cue) in zip(kept, cues, strict=True)]
        return [
            _read_off(around, row, score)
            for around, row, score in zip(windows, labels, scores, strict=True)
            if score >= LEAST_BOTH and (row >= _CONTENT).any()
        ]

    def _label(
        self, read: Floats, head: Ints, windows: Sequence[Window]
    ) -> tuple[list[Ints], list[float]]:
        """Return for each window the labels of its rows and how likely its cue is one."""
        scores, keep = self._net.label(read, head, windows)
        sizes = [around.last - around.first for around in windows]
        return _best_paths(scores, sizes), (1 / (1 + np.exp(-keep))).tolist()


def _cues(odds: Floats, sure: Floats, sentence: Ints) -> list[tuple[int, int, float]]:
    """Return the cues as rows [first, end) with their probability."""
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


def _read_off(around: Window, labels: Ints, score: float) -> Tagged:
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
    """Return the best labels of each window with one source at most (Viterbi over `_STATES`)."""
    most = max(sizes)
    begins = np.cumsum([0, *sizes])
    padded = np.zeros((len(sizes), most, len(_STATES)), np.float32)
    for row, (first, last) in enumerate(pairwise(begins.tolist())):
        padded[row, : last - first] = scores[first:last, _STATES]
    best = padded[:, 0] + _OPENINGS
    came = np.zeros((most, len(sizes), len(_STATES)), np.int64)
    bests = [best]
    for step in range(1, most):
        ways = best[:, :, None] + _STEPS
        came[step] = ways.argmax(axis=1)
        best = ways.max(axis=1) + padded[:, step]
        bests.append(best)
    return [_path(came[:, row], bests[size - 1][row], size) for row, size in enumerate(sizes)]


def _path(came: Ints, best: Floats, size: int) -> Ints:
    states = np.zeros(size, np.int64)
    states[size - 1] = best.argmax()
    for step in range(size - 1, 0, -1):
        states[step - 1] = came[step, states[step]]
    return _STATES[states]


@cache
def tagger() -> Tagger:
    """Return the tagger with the weights that come with the package."""
    file = resources.files("sitrep.extract").joinpath("attribution.npz")
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        return Tagger(dict(arrays.items()))
