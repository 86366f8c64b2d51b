"""Group: candidates that share a block, and the real likeness of two texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np

from sitrep.lineage.signature import Signature
from sitrep.model.lineage import Link

NEAR_DUPLICATE = 0.6
"""Jaccard over five-word shingles from which two texts are one report with edits: edits to one word
in ten leave about 0.4 of the shingles of a text, house-style changes 0.7 and more."""

PART = 0.25
PART_SHINGLES = 20
"""Share and number of the shorter text's shingles, found in the longer, from which one took part of
the other or both of a third. On the day of 21 May 2025 every pair of two publishers above them
carries one wire; two reports written apart share 0.00 to 0.05 outside quotations."""

MOST = 0.5
MOST_SHINGLES = 8
"""The same for an excerpt, which has little of its own; fewer shingles are a stock phrase."""

CLIQUE = 24
"""Articles in a block up to which all pairs are compared; beyond it each is compared with the
block's longest and with its neighbour in length, so that a block of n costs 2n comparisons."""


def blocks(signatures: Iterable[Signature]) -> dict[int, tuple[str, ...]]:
    """Return the article ids under each key that at least two articles share, ids sorted."""
    ordered = sorted(signatures, key=lambda signature: signature.article_id)
    if not ordered:
        return {}
    keys = np.concatenate([signature.blocks for signature in ordered])
    owners = np.repeat(np.arange(len(ordered)), [len(one.blocks) for one in ordered])
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else owners
    sizes = np.diff(np.append(starts, len(keys)))
    shared = sizes > 1
    return {
        int(keys[start]): tuple(ordered[place].article_id for place in owners[start : start + size])
        for start, size in zip(starts[shared].tolist(), sizes[shared].tolist(), strict=True)
    }


def candidates(
    groups: Iterable[Sequence[str]], signatures: Mapping[str, Signature]
) -> list[tuple[str, str]]:
    """Return the pairs of ids to compare, each once and sorted."""
    distinct = {tuple(group) for group in groups}
    return sorted({pair for group in distinct for pair in _pairs(group, signatures)})


def _pairs(group: Sequence[str], signatures: Mapping[str, Signature]) -> Iterator[tuple[str, str]]:
    if len(group) <= CLIQUE:
        yield from combinations(group, 2)
        return
    by_length = sorted(group, key=lambda id_: (-len(signatures[id_].shingles), id_))
    for left, right in pairwise(by_length):
        yield min(left, right), max(left, right)
    for other in by_length[2:]:
        yield min(by_length[0], other), max(by_length[0], other)


def compare(left: Signature, right: Signature) -> Link | None:
    """Return the link between two articles if one is a copy or an excerpt of the other.

    `left` and `right` of a "contains" link are the longer and the shorter text; of the others the
    lesser and the greater id. The score is Jaccard or containment, 0 to 1.
    """
    first, second = sorted((left, right), key=lambda s: s.article_id)
    if first.exact is not None and first.exact == second.exact:
        return Link(
            left=first.article_id,
            right=second.article_id,
            relation="duplicate",
            score=1.0,
            reasons=(f"the same {first.words} words",),
        )
    shared = len(np.intersect1d(first.shingles, second.shingles, assume_unique=True))
    if not shared:
        return None
    jaccard = shared / (len(first.shingles) + len(second.shingles) - shared)
    if jaccard >= NEAR_DUPLICATE:
        return Link(
            left=first.article_id,
            right=second.article_id,
            relation="near_duplicate",
            score=round(jaccard, 4),
            reasons=(f"Jaccard {jaccard:.2f} over runs of five words",),
        )
    return _containment(left, right, shared)


def _containment(left: Signature, right: Signature, shared: int) -> Link | None:
    longer, shorter = sorted(
        (left, right), key=lambda s: (-len(s.shingles), -s.words, s.article_id)
    )
    containment = shared / len(shorter.shingles)
    excerpt = containment >= MOST and shared >= MOST_SHINGLES
    if not excerpt and (containment < PART or shared < PART_SHINGLES):
        return None
    return Link(
        left=longer.article_id,
        right=shorter.article_id,
        relation="contains",
        score=round(containment, 4),
        reasons=(f"{containment:.0%} of the shorter text stands in the longer",),
    )


def copies(
    groups: Iterable[Sequence[str]], signatures: Mapping[str, Signature]
) -> tuple[Link, ...]:
    """Return the links among the articles that share a block, sorted by their ids."""
    links = (
        compare(signatures[left], signatures[right])
        for left, right in candidates(groups, signatures)
    )
    found = [link for link in links if link is not None]
    return tuple(sorted(found, key=lambda link: (link.left, link.right)))
