"""Whether two sentences say the same thing to a reader."""

import re

from sitrep.vocabulary.stopwords import stopwords

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
STEM = 5
"""Words alike in their first five letters count as one: a plain stand-in for a lemma."""
SHARED = 0.55
"""Share of the shorter sentence's content words above which an editor reads a repetition
(set on the sample reports and the development day)."""


def content_words(text: str) -> frozenset[str]:
    """Return the content words of `text`, lower case, cut to their first letters."""
    found = (m.group().lower().replace("’s", "").replace("'s", "") for m in _WORD.finditer(text))
    return frozenset(w[:STEM] for w in found if w not in stopwords() and len(w) > 1)


def same(left: str, right: str) -> bool:
    """Return whether `left` and `right` share most of the shorter one's content words."""
    a, b = content_words(left), content_words(right)
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) / shorter >= SHARED
