"""Merge: articles about one development are one story."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.components import components
from sitrep.lineage.copies import MOST
from sitrep.lineage.likeness import Places, Scores
from sitrep.lineage.linkage import Pair, cluster
from sitrep.lineage.neighbours import compared, distinct
from sitrep.lineage.outlets import Root
from sitrep.lineage.telling import Tellings, likenesses, runs_of
from sitrep.model.documents import Article
from sitrep.model.ids import make_id
from sitrep.model.lineage import Link, Story

Scored = tuple[Places, Places, Scores]
"""Pairs of places in a window with the likeness of each."""

STORY = 0.40
"""Mean likeness over all pairs from which two groups are one story. 0.36 to 0.44 hold the floors on
the gold of 21 May 2025 and on random parts of it; see docs/lineage.md."""

WEAK = 0.10
"""A pair below this likeness counts as unlike: it saves most of the edges."""

FRIEND = 0.30
FRIENDS = 20
"""Articles as like as this to a third, at most so many, are compared with each other as well."""

FULL_WORDS = 400
"""A report of so many words says as much as a lead article need say."""

COPIED_SHARE = 0.3
"""An excerpt shares its story with the longer text if it is at least this part of it: a round-up
holds many stories."""


def grouped(told: Tellings, together: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Return the stories as sorted tuples of ids; pairs in `together` share one in any case.

    Two groups unite at a mean likeness, so only where some pair of theirs reaches it: likenesses
    count only within what such pairs connect.
    """
    bonds = list(together)
    left, right = compared(told)
    scores = likenesses(told, left, right)
    home = _connected(told, (left, right, scores), bonds)
    inside = (scores >= WEAK) & (home[left] == home[right])
    found = left[inside], right[inside], scores[inside]
    known = left * len(told.ids) + right
    more = _friends(found, known, len(told.ids))
    scores = np.concatenate([found[2], likenesses(told, *more)])
    pairs = zip(
        (told.ids[place] for place in (*found[0].tolist(), *more[0].tolist())),
        (told.ids[place] for place in (*found[1].tolist(), *more[1].tolist())),
        strict=True,
    )
    weighed = {pair: s for pair, s in zip(pairs, scores.tolist(), strict=True) if s >= WEAK}
    return cluster(components(told.ids, bonds), weighed, threshold=STORY)


def _connected(told: Tellings, scored: Scored, bonds: Iterable[Pair]) -> Places:
    """Return for each article a number that it shares with what likely pairs connect it to."""
    left, right, scores = scored
    likely = scores >= STORY
    pairs = zip(left[likely].tolist(), right[likely].tolist(), strict=True)
    edges = [(told.ids[one], told.ids[other]) for one, other in pairs]
    home = {
        id_: number
        for number, group in enumerate(components(told.ids, (*edges, *bonds)))
        for id_ in group
    }
    return np.fromiter((home[id_] for id_ in told.ids), np.intp, len(told.ids))


def _friends(scored: Scored, known: NDArray[np.int64], size: int) -> tuple[Places, Places]:
    """Return the pairs not yet compared that are both like a third, the lesser place first.

    Without them their mean would count a 0.
    """
    near = scored[2] >= FRIEND
    left = np.concatenate([scored[0][near], scored[1][near]])
    right = np.concatenate([scored[1][near], scored[0][near]])
    order = np.lexsort((right, -np.tile(scored[2][near], 2), left))
    left, right = left[order], right[order]
    keys = [np.zeros(0, np.int64)]
    for begin, end in runs_of(left):
        nearest = np.sort(right[begin : min(end, begin + FRIENDS)])
        one, other = np.triu_indices(len(nearest), 1)
        keys.append(nearest[one] * size + nearest[other])
    found = distinct(np.concatenate(keys))
    place = np.minimum(np.searchsorted(known, found), max(0, len(known) - 1))
    fresh = found[known[place] != found] if len(known) else found
    return fresh // max(1, size), fresh % max(1, size)


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
    ids: Sequence[str], meanings: NDArray[np.float32], backing: Mapping[str, float]
) -> dict[str, float]:
    """Return by id how well each article stands for the story: near its middle, and full.

    Row i of `meanings` is what `ids[i]` encodes; `backing`, 0 to 1, says how full and reliable a
    report is, whatever its story.
    """
    near = (meanings @ np.mean(meanings, axis=0)).tolist()
    return {id_: mean + backing[id_] / 2 for id_, mean in zip(ids, near, strict=True)}
