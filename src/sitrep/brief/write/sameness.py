"""Whether two sentences say the same thing to a reader."""

import re
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
    """Return whether `left` and `right` share most of the shorter one's content words.

    Sentences with counts of their own, none of them shared, tell two things.
    """
    a, b = content_words(left, names), content_words(right, names)
    counts = [{word for word in words if word.isdigit()} for words in (a, b)]
    if all(counts) and counts[0].isdisjoint(counts[1]):
        return False
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) / shorter >= SHARED


def quotes(text: str, words: str) -> bool:
    """Return whether `text` holds, between quotation marks, most of what is quoted in `words`."""
    return any(same(text[start:end], words) for start, end in quoted_stretches(text))
