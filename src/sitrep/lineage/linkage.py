"""Merge: average-linkage clustering over a sparse graph of likenesses."""

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]


def cluster(
    nodes: Iterable[str], scores: Mapping[Pair, float], *, threshold: float
) -> list[tuple[str, ...]]:
    """Return the clusters, each sorted, in the order of their least member.

    The two clusters of greatest mean likeness over all their pairs are united until none reaches
    `threshold`; a pair that is not in `scores` counts 0. So one likely pair cannot chain two
    stories together. Costs O(e log e) for e scored pairs; ties go to the lesser ids.
    """
    members = {node: [node] for node in nodes}
    sums: dict[str, dict[str, float]] = {node: {} for node in members}
    for (left, right), score in scores.items():
        sums[left][right] = sums[right][left] = score
    heap = [(-score, *sorted(pair)) for pair, score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if left not in members or right not in members:
            continue
        if -negative != _mean(left, right, members, sums):
            continue
        _unite(left, right, members, sums)
        for other in sums[left]:
            mean = _mean(left, other, members, sums)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, *sorted((left, other))))
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def _mean(
    left: str, right: str, members: Mapping[str, list[str]], sums: Mapping[str, dict[str, float]]
) -> float:
    return sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]))


def _unite(
    left: str, right: str, members: dict[str, list[str]], sums: dict[str, dict[str, float]]
) -> None:
    """Add `right`, the greater id, to `left`."""
    members[left] += members.pop(right)
    for other, score in sums.pop(right).items():
        del sums[other][right]
        if other != left:
            total = sums[left].get(other, 0.0) + score
            sums[left][other] = sums[other][left] = total
