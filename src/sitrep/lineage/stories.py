"""Merge: articles about one development are one story."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.components import components
from sitrep.lineage.copies import MOST
from sitrep.lineage.likeness import Telling, compared, likenesses
from sitrep.lineage.linkage import Pair, cluster
from sitrep.lineage.outlets import Root
from sitrep.model.documents import Article
from sitrep.model.ids import make_id
from sitrep.model.lineage import Link, Story

STORY = 0.40
"""Mean likeness over all pairs from which two groups are one story. 0.36 to 0.44 hold the floors on
the gold of 21 May 2025 and on random parts of it; see docs/lineage.md."""

WEAK = 0.10
"""A pair below this likeness counts as unlike: it saves most of the edges."""

FRIEND = 0.30
FRIENDS = 60
"""Articles as like as this to a third, at most so many, are compared with each other as well."""

FULL_WORDS = 400
"""A report of so many words says as much as a lead article need say."""

COPIED_SHARE = 0.3
"""An excerpt shares its story with the longer text if it is at least this part of it: a round-up
holds many stories."""


def grouped(tellings: Mapping[str, Telling], together: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Return the stories as sorted tuples of ids; pairs in `together` share one in any case."""
    scores = _scored(compared(tellings), tellings)
    known = set(scores)
    scores |= _scored((pair for pair in _friends(scores) if pair not in known), tellings)
    return cluster(components(sorted(tellings), together), scores, threshold=STORY)


def _scored(pairs: Iterable[Pair], tellings: Mapping[str, Telling]) -> dict[Pair, float]:
    ordered = sorted(pairs)
    scores = zip(ordered, likenesses(ordered, tellings), strict=True)
    return {pair: score for pair, score in scores if score >= WEAK}


def _friends(scores: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs that are both like a third: without them their mean would count a 0."""
    near: dict[str, list[tuple[float, str]]] = {}
    for (left, right), score in scores.items():
        if score >= FRIEND:
            near.setdefault(left, []).append((-score, right))
            near.setdefault(right, []).append((-score, left))
    nearest = (sorted(id_ for _, id_ in sorted(found)[:FRIENDS]) for found in near.values())
    return sorted({pair for ids in nearest for pair in combinations(ids, 2)})


def copied(links: Iterable[Link], sizes: Mapping[str, int]) -> list[Pair]:
    """Return the pairs that tell one story because one is (most of) the other."""
    return [
        (link.left, link.right)
        for link in links
        if link.relation != "contains"
        or (link.score >= MOST and sizes[link.right] >= COPIED_SHARE * sizes[link.left])
    ]


class Part(Protocol):
    """What a story says of an article: an `Article`, or what a story book keeps of one."""

    @property
    def id(self) -> str:
        """The article's id."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def published_at(self) -> datetime | None:
        """When it was published."""
        ...


class Meant(Protocol):
    """An article's meaning: a `Telling`, or what a story book keeps of one."""

    @property
    def meaning(self) -> NDArray[np.float32]:
        """A vector of length 1."""
        ...


def story(
    ids: Sequence[str],
    parts: Mapping[str, Part],
    merits: Mapping[str, float],
    *,
    name: str | None = None,
) -> Story:
    """Return the story of the articles `ids`; the one with most merit is its lead and label.

    `name` is the story's id where it has one already; a new one is named after its lead.
    """
    lead = parts[min(ids, key=lambda id_: (-merits[id_], id_))]
    times = sorted(time for id_ in ids if (time := parts[id_].published_at))
    return Story(
        id=name or make_id("sty", lead.id),
        label=lead.title,
        lead=lead.id,
        articles=tuple(sorted(ids)),
        first_at=times[0] if times else None,
        last_at=times[-1] if times else None,
    )


def backing(article: Article, length: int, publisher: Root) -> float:
    """Return how full and reliable a report of `length` words is, from 0 to 1."""
    full = min(1.0, length / FULL_WORDS)
    reliable = 1 - "ABCDEF".index(publisher.reliability) / 5
    return (0.5 * full + 0.5 * reliable) * (0.5 if article.partial else 1.0)


def merits(
    ids: Sequence[str], tellings: Mapping[str, Meant], backing: Mapping[str, float]
) -> dict[str, float]:
    """Return by id how well each article stands for the story: near its middle, and full.

    `backing`, 0 to 1, says how full and reliable a report is, whatever its story.
    """
    middle = np.mean([tellings[id_].meaning for id_ in ids], axis=0)
    return {id_: float(tellings[id_].meaning @ middle) + backing[id_] / 2 for id_ in ids}
