"""Merge: average-linkage clustering over a sparse graph of likenesses."""

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]
Sums = dict[str, dict[str, float]]


def cluster(
    groups: Iterable[tuple[str, ...]], scores: Mapping[Pair, float], *, threshold: float
) -> list[tuple[str, ...]]:
    """Return the clusters, each sorted, in the order of their least member.

    `groups` are disjoint and stay together; `scores` gives pairs of their members a likeness. The
    two clusters of greatest mean likeness over all their pairs are united until none reaches
    `threshold`; a pair that is not in `scores` counts 0. So one likely pair cannot chain two
    stories together. Costs O(e log e) for e scored pairs; ties go to the lesser ids.
    """
    members = {min(group): list(group) for group in groups}
    sums = _sums(members, scores)
    heap = [
        (-mean, left, right)
        for left, others in sums.items()
        for right in others
        if left < right and (mean := _mean(left, right, members, sums)) >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        gone = left not in members or right not in members
        if gone or -negative != _mean(left, right, members, sums):
            continue
        _unite(left, right, members, sums)
        for other in sums[left]:
            mean = _mean(left, other, members, sums)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(left, other), max(left, other)))
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def _sums(members: Mapping[str, list[str]], scores: Mapping[Pair, float]) -> Sums:
    """Return the summed likeness between each two groups that have any."""
    home = {member: key for key, group in members.items() for member in group}
    sums: Sums = {key: {} for key in members}
    for (first, second), score in sorted(scores.items()):
        left, right = home[first], home[second]
        if left != right:
            total = sums[left].get(right, 0.0) + score
            sums[left][right] = sums[right][left] = total
    return sums


def _mean(left: str, right: str, members: Mapping[str, list[str]], sums: Sums) -> float:
    return sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]))


def _unite(left: str, right: str, members: dict[str, list[str]], sums: Sums) -> None:
    """Add `right`, the greater key, to `left`."""
    members[left] += members.pop(right)
    for other, score in sorted(sums.pop(right).items()):
        del sums[other][right]
        if other != left:
            total = sums[left].get(other, 0.0) + score
            sums[left][other] = sums[other][left] = total
