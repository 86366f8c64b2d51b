"""Merge: articles as the grouping of one window compares them, by the window's own weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.features import Features
from sitrep.lineage.likeness import Facts, Places, Scores, judged

PRIOR_DOCUMENTS = 50
"""Documents added to the count before a term is weighed, so that in a batch of ten a word of three
still says something. From 5 to 100 the gold and random parts of it move by less than 0.01."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellings:
    """The articles of a window as stories compare them, in order of their ids.

    `numbers[starts[i] : starts[i + 1]]` are the terms of article i and `weights` what they say, a
    vector of length 1; row i of `meanings`, of length 1 too, is what it encodes.
    """

    ids: tuple[str, ...]
    facts: Facts
    starts: Places
    numbers: NDArray[np.int32]
    weights: NDArray[np.float64]
    meanings: NDArray[np.float32]


def tellings(features: Sequence[Features], meanings: NDArray[np.float32]) -> Tellings:
    """Return the tellings of a window; row i of `meanings` encodes `features[i]`."""
    order = sorted(range(len(features)), key=lambda place: features[place].article_id)
    items = [features[place] for place in order]
    sizes = [len(item.terms) for item in items]
    counted = (often for item in items for often in item.terms.values())
    numbers, total = _numbers(items, sum(sizes)), len(items) + PRIOR_DOCUMENTS
    rarity = np.log(total / np.maximum(1, np.bincount(numbers)))
    raw = (1 + np.log(np.fromiter(counted, np.float64, len(numbers)))) * rarity[numbers]
    rows = np.repeat(np.arange(len(items)), sizes)
    norms = np.sqrt(np.bincount(rows, weights=raw * raw, minlength=len(items)))
    return Tellings(
        ids=tuple(item.article_id for item in items),
        facts=Facts.of(items),
        starts=np.concatenate([[0], np.cumsum(sizes, dtype=np.intp)]),
        numbers=numbers,
        weights=raw / np.where(norms > 0, norms, 1.0)[rows],
        meanings=meanings[order],
    )


def _numbers(items: Sequence[Features], size: int) -> NDArray[np.int32]:
    """Return the number of each term of each article, in order of first use."""
    known: dict[str, int] = {}
    found = (known.setdefault(term, len(known)) for item in items for term in item.terms)
    return np.fromiter(found, np.int32, size)


def likenesses(told: Tellings, left: Places, right: Places) -> Scores:
    """Return how likely each pair of places tells one story; pairs of one left stand together."""
    spread = np.zeros(1 + int(told.numbers.max(initial=0)))
    terms, meaning = np.zeros(len(left)), np.zeros(len(left))
    for begin, end in runs_of(left):
        place, others = left[begin], right[begin:end]
        own = slice(told.starts[place], told.starts[place + 1])
        spread[told.numbers[own]] = told.weights[own]
        held, rows = spans(told.starts[others], told.starts[others + 1])
        products = spread[told.numbers[held]] * told.weights[held]
        terms[begin:end] = np.bincount(rows, weights=products, minlength=len(others))
        meaning[begin:end] = told.meanings[others] @ told.meanings[place]
        spread[told.numbers[own]] = 0.0
    return judged(told.facts, left, right, terms=terms, meaning=meaning)


def runs_of(left: Places) -> Iterator[tuple[int, int]]:
    """Yield where each run of one place begins and ends."""
    bounds = np.flatnonzero(np.diff(left, prepend=-1, append=-1)).tolist()
    yield from pairwise(bounds)


def spans(starts: Places, ends: Places) -> tuple[Places, Places]:
    """Return every place from each start to its end, and which of the spans it belongs to."""
    sizes = ends - starts
    rows = np.repeat(np.arange(len(sizes)), sizes)
    before = np.cumsum(sizes) - sizes
    return np.arange(len(rows)) + (starts - before)[rows], rows
