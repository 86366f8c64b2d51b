"""Whether two sentences say the same thing to a reader."""

import re
from calendar import month_name
from collections.abc import Mapping
from types import MappingProxyType

from sitrep.brief.write.edits import quoted_stretches
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.types import Vocabulary

NONE: Mapping[str, str] = MappingProxyType({})
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
STEM = 5
"""Words alike in their first five letters count as one: a plain stand-in for a lemma."""
SHARED = 0.55
"""Share of the shorter sentence's content words above which an editor reads a repetition
(set on the sample reports and the development day)."""

_DATE = re.compile(rf"\b\d{{1,2}}(?:–\d{{1,2}})? (?:{'|'.join(month_name[1:])})\b")
MOST, LEAST_SHARED = 0.4, 4
AGAIN, LEAST_AGAIN = 0.36, 3
"""The same for sentences without the words that say who speaks: those are often alike, and few
words are alike by chance (set on the same)."""


def content_words(text: str, names: Mapping[str, str] = NONE) -> frozenset[str]:
    """Return the content words of `text`, lower case, cut to their first letters.

    `names` gives one word for the names of one actor ("moscow" and "russian": "russia").
    """
    found = (m.group().lower().replace("’s", "").replace("'s", "") for m in _WORD.finditer(text))
    return frozenset(names.get(w, w[:STEM]) for w in found if w not in stopwords() and len(w) > 1)


def one_name(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the actor's id for each single word that names a state, a leader or a capital."""
    return {
        word.lower(): actor.id
        for actor in vocabulary.actors.values()
        for word in (actor.name, *actor.demonyms, *actor.metonyms, *actor.aliases)
        if word.isalpha() and word[0].isupper()
    }


def same(left: str, right: str, names: Mapping[str, str] = NONE) -> bool:
    """Return whether `left` and `right` share most of the shorter one's content words."""
    a, b = content_words(without_dates(left), names), content_words(without_dates(right), names)
    return alike(a, b)


def alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether two sentences, as `content_words` gives them, share most of the shorter."""
    if _counts_differ(left, right):
        return False
    shorter = min(len(left), len(right))
    return shorter > 0 and len(left & right) / shorter >= SHARED


def repeats(left: frozenset[str], right: frozenset[str], *, one_speaker: bool) -> bool:
    """Return whether `left` tells for the most part what `right` has told, who says it left out.

    Takes what `content_words` gives for each. One speaker who comes back to a matter says the same
    with fewer words alike; who brings the first number to it tells more than was told.
    """
    if _counts_differ(left, right):
        return False
    shared, shorter = len(left & right), min(len(left), len(right))
    if _counts(left) and not _counts(right):
        return shared >= LEAST_SHARED and shared / shorter >= SHARED
    if one_speaker:
        return shared >= LEAST_AGAIN and shared / shorter >= AGAIN
    return shared >= LEAST_SHARED and shared / shorter >= MOST


def _counts_differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether both have counts of their own, none of them shared: they tell two things."""
    counts = [_counts(words) for words in (left, right)]
    return all(counts) and counts[0].isdisjoint(counts[1])


def _counts(words: frozenset[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def without_dates(text: str) -> str:
    """Return `text` without its dates: the day of a month is no count."""
    return _DATE.sub(" ", text)


def quotes(text: str, words: str) -> bool:
    """Return whether `text` holds, between quotation marks, most of what is quoted in `words`."""
    return any(same(text[start:end], words) for start, end in quoted_stretches(text))
