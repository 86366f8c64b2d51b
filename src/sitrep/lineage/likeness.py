"""Group: how much two articles tell the same story."""

import math
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.features import Features
from sitrep.lineage.linkage import Pair

PRIOR_DOCUMENTS = 50
"""Documents added to the count before a term is weighed, so that in a batch of ten a word of three
still says something. From 5 to 100 the gold and random parts of it move by less than 0.01."""

KEYS = 20
"""Weightiest terms of an article under which it is compared with others."""

KEY_CAP = 100
"""Articles that may share such a term; a term of more tells no story and would cost a square."""

MEANING = 0.4
"""What the encoder's cosine adds to the cosine of terms: 0.3 to 0.7 score alike on the gold."""

ACROSS = 0.7
"""What the encoder's cosine counts for between languages, where terms cannot agree. On the gold the
German and English pairs above 0.58 are all of one story; 0.7 x 0.58 is the threshold."""

ACROSS_WIRE = 0.9
"""The same where both carry one agency: a translation is likelier than a second event."""

ACROSS_FIGURE = 0.05
ACROSS_FIGURES = 3
"""What each figure adds that two languages share, up to so many: digits need no translation. The
gold has no such pair; "74 of 117" in English and Ukrainian is the case in the sample reports."""

ACROSS_TOP = 10
"""Nearest articles of another language that are compared."""

ACROSS_MOST = 4_000
"""Articles of another language, those next in time, among which the nearest are looked for."""

FRESH_DAYS = 3.0
STALE_DAYS = 14.0
STALE = 0.7
"""Between three and fourteen days apart the likeness falls to 0.7 of itself: a raid like last
week's is another raid. The gold spans two days, so this is judgement, not measurement."""

OTHER_FIGURES = 2
OTHER_HOURS = 12.0
OTHER_EVENT = 0.4
"""Two reports with two figures or more each, none shared, half a day or more apart, are much less
likely one story: last night's raid is told in the words of the night before. The gold is too
short to tell (it stays as it is to the fourth digit)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article as stories compare it: its weighted terms and its meaning, both of length 1.

    `numbers` are the places of its terms, ascending, in the sorted list of all terms; `weights`
    stand in the same order.
    """

    features: Features
    numbers: NDArray[np.int32]
    weights: NDArray[np.float64]
    meaning: NDArray[np.float32]


def tellings(features: Sequence[Features], meanings: NDArray[np.float32]) -> dict[str, Telling]:
    """Return the tellings by article id; row i of `meanings` encodes `features[i]`."""
    held = Counter(term for item in features for term in item.terms)
    total = len(features) + PRIOR_DOCUMENTS
    names = sorted(held)
    places = {term: place for place, term in enumerate(names)}
    rarity = np.array([math.log(total / held[term]) for term in names])
    return {
        item.article_id: _telling(item, row, places, rarity)
        for item, row in zip(features, meanings, strict=True)
    }


def _telling(
    item: Features,
    meaning: NDArray[np.float32],
    places: Mapping[str, int],
    rarity: NDArray[np.float64],
) -> Telling:
    size = len(item.terms)
    numbers = np.fromiter((places[term] for term in item.terms), np.int32, count=size)
    often = 1 + np.log(np.fromiter(item.terms.values(), np.float64, count=size))
    order = np.argsort(numbers)
    raw = often[order] * rarity[numbers[order]]
    norm = math.sqrt(float((raw * raw).sum())) or 1.0
    return Telling(features=item, numbers=numbers[order], weights=raw / norm, meaning=meaning)


def likeness(left: Telling, right: Telling) -> float:
    """Return how likely two articles tell one story, from 0 to about 1.4."""
    pair = left.features.article_id, right.features.article_id
    return likenesses([pair], dict(zip(pair, (left, right), strict=True)))[0]


def likenesses(pairs: Sequence[Pair], told: Mapping[str, Telling]) -> list[float]:
    """Return how likely each pair of ids tells one story; pairs of one left id stand together."""
    room = 1 + max((int(one.numbers[-1]) for one in told.values() if len(one.numbers)), default=0)
    spread = np.zeros(room)
    found: list[float] = []
    for left_id, together in groupby(pairs, key=itemgetter(0)):
        left, others = told[left_id], [told[right] for _, right in together]
        spread[left.numbers] = left.weights
        numbers = np.concatenate([other.numbers for other in others])
        weights = np.concatenate([other.weights for other in others])
        rows = np.repeat(np.arange(len(others)), [len(other.numbers) for other in others])
        cosines = np.bincount(rows, weights=spread[numbers] * weights, minlength=len(others))
        spread[left.numbers] = 0.0
        found += (
            judged(
                left.features,
                other.features,
                terms=0.0 if _foreign(left.features.language, other.features.language) else cosine,
                meaning=float(left.meaning @ other.meaning),
            )
            for other, cosine in zip(others, cosines.tolist(), strict=True)
        )
    return found


def judged(left: Features, right: Features, *, terms: float, meaning: float) -> float:
    """Return how likely two articles tell one story, from 0 to about 1.4.

    `terms` is the cosine of their weighted terms, `meaning` that of what they encode. The features'
    own terms are not read.
    """
    alike = max(0.0, meaning)
    if _foreign(left.language, right.language):
        figures = min(ACROSS_FIGURES, len(left.figures & right.figures))
        across = ACROSS_WIRE if left.wires & right.wires else ACROSS
        score = across * alike + ACROSS_FIGURE * figures
    else:
        score = terms + MEANING * alike
    days = _days_apart(left, right)
    return score * _freshness(days) * _same_figures(left, right, days)


def at_most(terms: NDArray[np.float32], meaning: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return for each pair the most that `judged` can give it, whatever its features."""
    alike = np.maximum(meaning, 0)
    within, across = terms + MEANING * alike, ACROSS_WIRE * alike + ACROSS_FIGURE * ACROSS_FIGURES
    return np.maximum(within, across)


def _foreign(left: str, right: str) -> bool:
    """Return whether both languages are known and differ, whatever their regions."""
    known = {left.partition("-")[0], right.partition("-")[0]}
    return len(known) == 2 and "und" not in known


def _days_apart(left: Features, right: Features) -> float:
    """Return the days between two articles, 0 where a date is missing."""
    if left.published_at is None or right.published_at is None:
        return 0.0
    return abs((left.published_at - right.published_at).total_seconds()) / 86_400


def _freshness(days: float) -> float:
    share = min(1.0, max(0.0, days - FRESH_DAYS) / (STALE_DAYS - FRESH_DAYS))
    return 1.0 - share * (1.0 - STALE)


def _same_figures(left: Features, right: Features, days: float) -> float:
    few = min(len(left.figures), len(right.figures)) < OTHER_FIGURES
    if few or days * 24 < OTHER_HOURS or left.figures & right.figures:
        return 1.0
    return OTHER_EVENT


def keys(telling: Telling) -> tuple[int, ...]:
    """Map: return the numbers of the terms under which an article is compared with others."""
    heaviest = np.argsort(-telling.weights, kind="stable")[:KEYS]
    return tuple(telling.numbers[heaviest].tolist())


def compared(all_tellings: Mapping[str, Telling]) -> list[Pair]:
    """Return the pairs of ids to compare, each once and sorted."""
    holders: dict[int, list[str]] = {}
    for id_ in sorted(all_tellings):
        for term in keys(all_tellings[id_]):
            holders.setdefault(term, []).append(id_)
    pairs = {
        pair for ids in holders.values() if len(ids) <= KEY_CAP for pair in combinations(ids, 2)
    }
    pairs.update(_between_languages(all_tellings))
    return sorted(pairs)


def _between_languages(all_tellings: Mapping[str, Telling]) -> Iterator[Pair]:
    """Yield each article's nearest of other languages, by the encoder alone.

    Of another language those are looked at that were published nearest in time, so that the work
    grows with the articles and not with their square.
    """
    by_language: dict[str, list[tuple[float, str]]] = {}
    for id_, telling in sorted(all_tellings.items()):
        language = telling.features.language.partition("-")[0]
        if language != "und":
            by_language.setdefault(language, []).append((_when(telling), id_))
    for ids in by_language.values():
        ids.sort()
    matrices = {
        language: np.stack([all_tellings[id_].meaning for _, id_ in ids])
        for language, ids in by_language.items()
    }
    for one, other in combinations(
        sorted(by_language, key=lambda key: (len(by_language[key]), key)), 2
    ):
        rows, ids = matrices[other], by_language[other]
        for when, id_ in by_language[one]:
            first = max(0, bisect(ids, (when, id_)) - ACROSS_MOST // 2)
            first = max(0, min(first, len(ids) - ACROSS_MOST))
            near = rows[first : first + ACROSS_MOST] @ all_tellings[id_].meaning
            best = np.argsort(-near, kind="stable")[:ACROSS_TOP] + first
            yield from (_ordered(id_, ids[place][1]) for place in best.tolist())


def _when(telling: Telling) -> float:
    """Return when an article was published, in seconds; without a date, after all others."""
    when = telling.features.published_at
    return when.timestamp() if when is not None else math.inf


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
