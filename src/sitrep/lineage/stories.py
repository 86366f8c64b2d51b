"""Merge: articles about one development are one story."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.features import Features
from sitrep.lineage.linkage import Pair, cluster

STORY = 0.33
KEYS = 12
KEY_CAP = 60
PRIOR = 20.0

Vector = Mapping[str, float]


def weigh(features: Sequence[Features]) -> dict[str, Vector]:
    """Return the L2-normalised TF-IDF vector of each article, by id."""
    seen = Counter(term for item in features for term in item.terms)
    total = len(features) + PRIOR
    return {item.article_id: _vector(item.terms, seen, total) for item in features}


def _vector(terms: Vector, seen: Mapping[str, int], total: float) -> Vector:
    weights = {
        term: (1 + math.log(count)) * math.log(total / seen[term]) for term, count in terms.items()
    }
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / norm for term, weight in weights.items()}


def story_candidates(vectors: Mapping[str, Vector]) -> list[Pair]:
    """Return the pairs of ids that share one of their weightiest terms, sorted."""
    holders: dict[str, list[str]] = {}
    for id_, vector in vectors.items():
        for term in sorted(vector, key=lambda term: (-vector[term], term))[:KEYS]:
            holders.setdefault(term, []).append(id_)
    return sorted(
        {
            pair
            for ids in holders.values()
            if len(ids) <= KEY_CAP
            for pair in combinations(sorted(ids), 2)
        }
    )


def likeness(left: Vector, right: Vector) -> float:
    """Return the cosine of two vectors."""
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The encoded titles and leads: row i belongs to `rows[id] == i`."""

    rows: Mapping[str, int]
    matrix: NDArray[np.float32]

    def cosine(self, left: str, right: str) -> float:
        """Return the cosine of two articles."""
        return float(self.matrix[self.rows[left]] @ self.matrix[self.rows[right]])


def group(
    features: Sequence[Features], meaning: Meaning, together: Iterable[Pair]
) -> list[tuple[str, ...]]:
    """Return the stories as sorted tuples of ids; pairs in `together` are surely in one story."""
    vectors = weigh(features)
    scores = {
        (left, right): (likeness(vectors[left], vectors[right]) + meaning.cosine(left, right)) / 2
        for left, right in story_candidates(vectors)
    }
    scores.update({(min(pair), max(pair)): 1.0 for pair in together})
    return cluster(sorted(vectors), scores, threshold=STORY)
