"""What a sentence is about: its telling words, and how alike two sentences are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ian", "ed", "es", "s")
_STEM = 4
"""A word keeps at least this many letters when an ending goes."""
_LEAST = 3
"""Two sentences that share fewer telling words are never alike."""
_COMMON = 100
"""A term in more sentences than this says too little to look for likeness by."""


def terms(text: str, stop_words: frozenset[str]) -> frozenset[str]:
    """Return the stems of the telling words of `text`: no stop words, nothing under 3 letters.

    Numbers are kept whole, with thousands separators taken out.
    """
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text.casefold()).replace("’", "'")
    words = (word.removesuffix("'s") for word in _WORD.findall(plain))
    return frozenset(
        _stem(word)
        for word in words
        if word not in stop_words and (len(word) > 2 or word.isdigit())
    )


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the shorter sentence's terms that the other has, 0 to 1.

    The longer one may say more, but not more than thrice as much: then its extra matter counts.
    """
    shared = len(left & right)
    if shared < _LEAST:
        return 0.0
    shorter, longer = sorted((len(left), len(right)))
    return shared / max(shorter, longer / 3)


def neighbours(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of `sets` (lower number first) that share enough telling terms to compare.

    Only terms in few sets are looked at, which bounds the work and loses no pair of substance.
    """
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        for word in words:
            holders.setdefault(word, []).append(number)
    for number, words in enumerate(sets):
        shared = Counter(
            other
            for word in words
            if len(holders[word]) <= _COMMON
            for other in holders[word]
            if other > number
        )
        yield from ((number, other) for other in sorted(shared) if shared[other] >= _LEAST)


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


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
