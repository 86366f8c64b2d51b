"""Group: which articles of a window are compared at all."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.likeness import Places
from sitrep.lineage.telling import Tellings, spans

KEYS = 20
"""Weightiest terms of an article under which it is compared with others."""

KEY_CAP = 100
"""Articles that may share such a term; a term of more tells no story and would cost a square."""

CANDIDATES = 30
"""Articles that share the weightiest of these terms with an article and are compared with it. On
the gold 20 to 120 give the same stories to the third digit."""

ACROSS_TOP = 10
"""Nearest articles of another language that are compared."""

ACROSS_MOST = 4_000
"""Articles of another language, those next in time, among which the nearest are looked for."""

ROWS = 1_024
"""Articles whose neighbours are gathered at a time: it bounds the memory."""

Keys = NDArray[np.int64]


def compared(told: Tellings) -> tuple[Places, Places]:
    """Return the places of the pairs to compare, each once, the lesser first, sorted."""
    size = len(told.ids)
    found = [*_by_terms(told), *_between_languages(told), np.zeros(0, np.int64)]
    keys = distinct(np.concatenate(found))
    return keys // max(1, size), keys % max(1, size)


def distinct(keys: Keys) -> Keys:
    """Return the keys, each once, sorted (`np.unique` takes ten times as long over such keys)."""
    ordered = np.sort(keys)
    once: Keys = ordered[np.diff(ordered, prepend=-1) > 0]
    return once


def _by_terms(told: Tellings) -> Iterator[Keys]:
    """Yield the pairs of each article with those that share most of its weightiest terms."""
    size = len(told.ids)
    held = _weightiest(told)
    rows = np.repeat(np.arange(size), [len(places) for places in held])
    places = np.concatenate([*held, np.zeros(0, np.intp)])
    terms, weights = told.numbers[places], told.weights[places]
    order = np.argsort(terms, kind="stable")
    ends = np.cumsum(np.bincount(terms, minlength=1))
    starts = np.concatenate([[0], ends[:-1]])
    telling = ends - starts <= KEY_CAP
    for first in range(0, size, ROWS):
        here = np.arange(*np.searchsorted(rows, [first, first + ROWS]))
        here = here[telling[terms[here]]]
        at, own = spans(starts[terms[here]], ends[terms[here]])
        other, mine = order[at], here[own]
        keys = rows[mine] * size + rows[other]
        yield _nearest(keys, weights[mine] * weights[other], size)


def _weightiest(told: Tellings) -> list[Places]:
    """Return where the weightiest terms of each article stand."""
    bounds = zip(told.starts[:-1].tolist(), told.starts[1:].tolist(), strict=True)
    return [
        begin + np.argsort(-told.weights[begin:end], kind="stable")[:KEYS] for begin, end in bounds
    ]


def _nearest(keys: Keys, weights: NDArray[np.float64], size: int) -> Keys:
    """Return the pairs of each article (`key // size`) with those it shares most weight with."""
    pairs, which = np.unique(keys, return_inverse=True)
    shared = np.bincount(which, weights=weights, minlength=len(pairs))
    left, right = pairs // size, pairs % size
    others = left != right
    pairs, shared, left, right = pairs[others], shared[others], left[others], right[others]
    order = np.lexsort((right, -shared, left))
    rank = np.arange(len(order)) - np.searchsorted(left, left)
    chosen = order[rank < CANDIDATES]
    kept: Keys = np.minimum(left, right)[chosen] * size + np.maximum(left, right)[chosen]
    return kept


def _between_languages(told: Tellings) -> Iterator[Keys]:
    """Yield each article's nearest of other languages, by the encoder alone.

    Of another language those are looked at that were published nearest in time, so that the work
    grows with the articles and not with their square.
    """
    size = len(told.ids)
    when = np.nan_to_num(told.facts.seconds, nan=np.inf)
    order = np.lexsort((np.arange(size), when))
    spoken = np.unique(told.facts.languages[told.facts.languages > 0]).tolist()
    places = {n: order[told.facts.languages[order] == n] for n in spoken}
    for one, other in combinations(sorted(spoken, key=lambda n: (len(places[n]), n)), 2):
        ids = places[other]
        rows = told.meanings[ids]
        middle = np.searchsorted(when[ids], when[places[one]]) - ACROSS_MOST // 2
        begun = np.clip(middle, 0, max(0, len(ids) - ACROSS_MOST))
        for place, first in zip(places[one].tolist(), begun.tolist(), strict=True):
            near = rows[first : first + ACROSS_MOST] @ told.meanings[place]
            best = ids[first + np.argsort(-near, kind="stable")[:ACROSS_TOP]]
            yield np.minimum(place, best) * size + np.maximum(place, best)
