"""Map: what of an article tells its story: weighted terms of title and first sentences."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sitrep.lineage.signature import body, words
from sitrep.model.documents import Article

LEAD_CHARS = 1_500
"""Of the body, as much as tells the news: what follows is background that many stories share."""

ENCODED_CHARS = 300
"""Title and so many characters of the body are encoded: the encoder reads a sentence or two."""

TITLE_WEIGHT = 2
_STOP_CHARS = 2
_PLURAL = re.compile(r"(?:['’]s|s)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The terms of an article with their counts, the words to encode, and its time."""

    article_id: str
    terms: Mapping[str, float]
    encoded: str
    published_at: datetime | None


def features(article: Article) -> Features:
    """Return the features of `article`; they depend on nothing else."""
    lead = body(article)[:LEAD_CHARS]
    counts: Counter[str] = Counter(_terms(lead))
    for term in _terms(article.title):
        counts[term] += TITLE_WEIGHT
    return Features(
        article_id=article.id,
        terms=dict(sorted(counts.items())),
        encoded=f"{article.title}. {lead[:ENCODED_CHARS]}",
        published_at=article.published_at,
    )


def _terms(text: str) -> list[str]:
    return [_PLURAL.sub("", word) for word in words(text) if len(word) > _STOP_CHARS]
