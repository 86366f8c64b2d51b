"""Map: what of an article tells its story: the terms of title and lead, and words to encode."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.wording import RUN_WORDS, Marks, Wording, words
from sitrep.model.documents import Article

TOLD_WORDS = 250
"""Of the body, as much as tells the news: what follows is background that many stories share.
(180 and 350 words lose 0.01 of B-cubed F1 on the gold of 21 May 2025.)"""

LEAD_WORDS = 60
LEAD_COUNT = 2
TITLE_COUNT = 3
"""A word of the lead counts twice, of the title three times more: both say what is new. From 1 to 4
each the gold moves by less than 0.01."""

ENCODED_CHARS = 240
"""Title and so many characters of the lead are encoded. 180 lose 0.005 of B-cubed F1 on the gold,
the title alone 0.01 and 0.05 of the Rand index; 300 win nothing and cost a third more."""

FIGURE_WORDS = 80
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")
_YEAR = re.compile(r"(?:19|20)\d\d")

UKRAINIAN = str.maketrans("іїєґІЇЄҐ’'", "ииегИИЕГъъ")
"""The encoder learnt Russian but not Ukrainian: in Russian letters it knows most of the words.
(A report and its Ukrainian translation: cosine 0.28 as it stands, 0.57 so.)"""

SHORT_WORD = 2
_ENDING = re.compile(r"(?:'s|s)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The terms of an article, weighted, the words to encode, its language and time.

    `figures` are the numbers in digits of title and lead, without years; `wires` the ids of the
    agencies whose report it is.
    """

    article_id: str
    terms: Mapping[str, int]
    encoded: str
    figures: frozenset[str]
    wires: frozenset[str]
    language: str
    published_at: datetime | None


def features(
    article: Article, item: Wording, furniture: Marks, *, wires: frozenset[str]
) -> Features:
    """Return the features of `article`, from its wording without the words marked furniture."""
    news = np.flatnonzero(~furniture)[:TOLD_WORDS]
    told = [item.tokens[place] for place in news]
    counts: Counter[str] = Counter(_terms(told))
    for _ in range(1, LEAD_COUNT):
        counts.update(_terms(told[:LEAD_WORDS]))
    title = words(article.title)
    for term in _terms(title):
        counts[term] += TITLE_COUNT
    start = int(item.starts[_first(news)]) if len(news) else len(article.text)
    encoded = f"{article.title}. {article.text[start : start + ENCODED_CHARS]}".strip()
    return Features(
        article_id=article.id,
        terms=dict(sorted(counts.items())),
        encoded=encoded.translate(UKRAINIAN) if article.language == "uk" else encoded,
        figures=frozenset(
            word
            for word in (*title, *told[:FIGURE_WORDS])
            if _FIGURE.fullmatch(word) and not _YEAR.fullmatch(word)
        ),
        wires=wires,
        language=article.language,
        published_at=article.published_at,
    )


def _first(news: NDArray[np.intp]) -> int:
    """Return where the first unbroken run of words begins: strays stand between furniture."""
    spread = news[RUN_WORDS - 1 :] - news[: max(0, len(news) - RUN_WORDS + 1)]
    unbroken = np.flatnonzero(spread == RUN_WORDS - 1)
    return int(news[unbroken[0]] if len(unbroken) else news[0])


def _terms(found: Iterable[str]) -> list[str]:
    return [_ENDING.sub("", word) for word in found if len(word) > SHORT_WORD]
