"""What sentences are about: their telling words, how rare those are, and how alike two are."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ian", "ed", "es", "s")
_STEM = 4
"""A word keeps at least this many letters when an ending goes."""
_LEAST = 3
"""Two sentences that share fewer telling words are never alike."""
_COMMON = 100
"""A term in more sentences than this says too little to look for likeness by."""
ONE_MATTER, ONE_MATTER_OF_LONGER = 0.5, 0.3
"""Shares of the lesser and of the greater sentence's matter that both have when they tell one thing
(set by reading pairs of the development day on two theatres)."""
_ROUNDING = 1e-9
"""Sums of the same weights in another order differ by less than this share."""
_LONGER = 3.0
"""A sentence may say this many times more than another and still be like it."""


class Content:
    """The telling words of a set of sentences, by id, each weighed by how few sentences have it."""

    def __init__(self, sentences: Mapping[str, str], stop_words: frozenset[str]) -> None:
        self._terms = {id_: terms(text, stop_words) for id_, text in sentences.items()}
        held = Counter(word for words in self._terms.values() for word in words)
        self._rarity = {word: math.log1p(len(sentences) / count) for word, count in held.items()}
        self._mass = {
            id_: sum(self._rarity[word] for word in sorted(words))
            for id_, words in self._terms.items()
        }

    def terms(self, id_: str) -> frozenset[str]:
        """Return the telling words of a sentence."""
        return self._terms[id_]

    def alike(self, left: str, right: str) -> float:
        """Return the share of the lesser sentence's matter that the other has, 0 to 1.

        The other may say more, but beyond thrice as much its extra matter counts.
        """
        shared = self._terms[left] & self._terms[right]
        if len(shared) < _LEAST:
            return 0.0
        lesser, greater = sorted((self._mass[left], self._mass[right]))
        common = sum(self._rarity[word] for word in sorted(shared))
        return common / max(lesser, greater / _LONGER)

    def shared(self, left: str, right: str) -> float:
        """Return the share, 0 to 1, of the lesser sentence's matter that both have."""
        lesser = min(self._mass[left], self._mass[right])
        common = self._terms[left] & self._terms[right]
        return sum(self._rarity[word] for word in sorted(common)) / lesser if lesser else 0.0

    def share(self, part: str, whole: str) -> float:
        """Return the share, 0 to 1, of the matter of `whole` that `part` holds."""
        mass = self._mass[whole]
        if not mass:
            return 0.0
        return sum(self._rarity[w] for w in sorted(self._terms[whole] & self._terms[part])) / mass

    def rarest(self, id_: str, share: float) -> list[str]:
        """Return the rarest terms of a sentence: what holds `share` of its matter has one of them.

        So sentences can be looked up by what they must hold without a look at common words.
        """
        left = share * self._mass[id_] * (1 - _ROUNDING)
        ordered = sorted(self._terms[id_], key=lambda word: (self._rarity[word], word))
        while ordered and self._rarity[ordered[0]] < left:
            left -= self._rarity[ordered.pop(0)]
        return ordered

    def one_matter(self, left: str, right: str) -> bool:
        """Return whether two sentences tell one matter: both share enough with the other."""
        if left == right:
            return True
        lesser, greater = sorted((left, right), key=lambda one: self._mass[one])
        alike = self.alike(left, right) >= ONE_MATTER
        return alike and self.share(lesser, greater) >= ONE_MATTER_OF_LONGER

    def neighbours(self, ids: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield positions in `ids` of pairs (lower first) that share enough terms to compare.

        Only terms in few sentences are looked at, which bounds the work.
        """
        holders: dict[str, list[int]] = {}
        for number, id_ in enumerate(ids):
            for word in self._terms[id_]:
                holders.setdefault(word, []).append(number)
        for number, id_ in enumerate(ids):
            shared = Counter(
                other
                for word in self._terms[id_]
                if len(holders[word]) <= _COMMON
                for other in holders[word]
                if other > number
            )
            yield from ((number, other) for other in sorted(shared) if shared[other] >= _LEAST)


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


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
