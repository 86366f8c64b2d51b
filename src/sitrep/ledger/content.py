"""Sentences that page furniture has run into, and chains of what is alike."""

import re
from collections.abc import Iterable

_CAPITALS = re.compile(r"(?:\b[A-Z][A-Z'’.-]+\b[ ,:;]+){4,}")
_BYLINE = re.compile(r"^(?:By [A-Z]|\d+ min read|\d\d?:\d\d\b|News Analysis\b)|^[^.]{0,60} \| ")


def marred(text: str) -> bool:
    """Tell whether page furniture has run into a sentence: a headline, a byline, a list."""
    return "\n" in text.strip() or bool(_CAPITALS.search(text) or _BYLINE.search(text))


def clusters(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of `count` things the lowest number that a chain of `pairs` reaches."""
    parent = list(range(count))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    return [root(item) for item in range(count)]
