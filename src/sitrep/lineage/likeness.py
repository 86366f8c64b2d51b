"""Group: how much two articles tell the same story."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

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

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article as stories compare it: its weighted terms and its meaning, both of length 1."""

    features: Features
    terms: Vector
    meaning: NDArray[np.float32]


def tellings(features: Sequence[Features], meanings: NDArray[np.float32]) -> dict[str, Telling]:
    """Return the tellings by article id; row i of `meanings` encodes `features[i]`."""
    held = Counter(term for item in features for term in item.terms)
    total = len(features) + PRIOR_DOCUMENTS
    weights = {term: math.log(total / count) for term, count in held.items()}
    return {
        item.article_id: Telling(features=item, terms=_vector(item.terms, weights), meaning=row)
        for item, row in zip(features, meanings, strict=True)
    }


def _vector(terms: Mapping[str, int], weights: Vector) -> Vector:
    raw = {term: (1 + math.log(count)) * weights[term] for term, count in terms.items()}
    norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / norm for term, weight in raw.items()}


def likeness(left: Telling, right: Telling) -> float:
    """Return how likely two articles tell one story, from 0 to about 1.4."""
    foreign = _foreign(left.features.language, right.features.language)
    return judged(
        left.features,
        right.features,
        terms=0.0 if foreign else _cosine(left.terms, right.terms),
        meaning=float(left.meaning @ right.meaning),
    )


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


def _cosine(left: Vector, right: Vector) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(weight * right[term] for term, weight in left.items() if term in right)


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


def keys(telling: Telling) -> tuple[str, ...]:
    """Map: return the terms under which an article is compared with others."""
    terms = telling.terms
    return tuple(sorted(terms, key=lambda term: (-terms[term], term))[:KEYS])


def compared(all_tellings: Mapping[str, Telling]) -> list[Pair]:
    """Return the pairs of ids to compare, each once and sorted."""
    holders: dict[str, list[str]] = {}
    for id_ in sorted(all_tellings):
        for term in keys(all_tellings[id_]):
            holders.setdefault(term, []).append(id_)
    pairs = {
        pair for ids in holders.values() if len(ids) <= KEY_CAP for pair in combinations(ids, 2)
    }
    pairs.update(_between_languages(all_tellings))
    return sorted(pairs)


def _between_languages(all_tellings: Mapping[str, Telling]) -> Iterator[Pair]:
    """Yield each article's nearest of other languages, by the encoder alone."""
    by_language: dict[str, list[str]] = {}
    for id_ in sorted(all_tellings):
        language = all_tellings[id_].features.language.partition("-")[0]
        if language != "und":
            by_language.setdefault(language, []).append(id_)
    matrices = {
        language: np.stack([all_tellings[id_].meaning for id_ in ids])
        for language, ids in by_language.items()
    }
    for one, other in combinations(
        sorted(by_language, key=lambda key: (len(by_language[key]), key)), 2
    ):
        for id_, row in zip(by_language[one], matrices[one], strict=True):
            near = np.argsort(-(matrices[other] @ row), kind="stable")[:ACROSS_TOP]
            yield from (_ordered(id_, by_language[other][place]) for place in near)


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
