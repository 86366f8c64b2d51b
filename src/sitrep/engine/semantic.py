"""Search by meaning: articles whose title and lead say what is asked, in whatever words.

Brute force over all vectors: exact, and quick enough for a few hundred thousand articles.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from sitrep.engine.progress import Progress, silent
from sitrep.engine.search import counting
from sitrep.engine.versions import code_hash
from sitrep.model.documents import Article
from sitrep.model.ids import make_id
from sitrep.store.hits import Hit
from sitrep.store.protocol import Store

if TYPE_CHECKING:
    from sitrep.language.encode import Encoder

LEAD_CHARS = 400
"""How much of a text stands for it beside its title: an encoder of sentences blurs longer ones."""
BATCH = 256
_SPARE = 10
_ROWS = 16_384
"""Vectors multiplied at a time, to hold few as float32."""


def semantic(  # noqa: PLR0913 - what is looked for and with what, each named at the call
    store: Store,
    text: str,
    *,
    encoder: Encoder,
    limit: int = 20,
    as_of: datetime | None = None,
    progress: Progress = silent,
) -> tuple[Hit, ...]:
    """Return the articles nearest in meaning to `text`, with the cosine as score.

    Articles that have no vector yet get one first, which is kept: 400 to 700 a second.
    """
    version = make_id("vec", code_hash("sitrep.language"), LEAD_CHARS)
    _fill(store, version, encoder, progress)
    numbers, raw = store.vectors.all(version)
    if not numbers:
        return ()
    vectors = np.frombuffer(raw, dtype=np.float16).reshape(len(numbers), -1)
    asked = encoder.encode([text])[0]
    scores = np.concatenate(
        [
            vectors[at : at + _ROWS].astype(np.float32) @ asked
            for at in range(0, len(numbers), _ROWS)
        ]
    )
    best = np.argsort(-scores, kind="stable")[: limit + _SPARE]
    near = [(numbers[at], float(scores[at])) for at in best if scores[at] > 0]
    articles = store.vectors.articles(number for number, _ in near)
    hits = [
        _hit(article, score)
        for article, (_, score) in zip(articles, near, strict=True)
        if _known(article, as_of)
    ]
    return counting(store, hits, as_of)[:limit]


def _fill(store: Store, version: str, encoder: Encoder, progress: Progress) -> None:
    done = 0
    while batch := store.vectors.missing(version, BATCH):
        rows = encoder.encode([_told(article) for _, article in batch]).astype(np.float16)
        numbers = (number for number, _ in batch)
        store.vectors.add(version, zip(numbers, (row.tobytes() for row in rows), strict=True))
        done += len(batch)
        progress("vectors", done, None)


def _told(article: Article) -> str:
    return f"{article.title}. {article.text[:LEAD_CHARS]}"


def _known(article: Article, as_of: datetime | None) -> bool:
    published = article.published_at
    known = article.known_at or article.modified_at or published
    if as_of is None:
        return True
    return known is not None and known <= as_of and (published is None or published <= as_of)


def _hit(article: Article, score: float) -> Hit:
    return Hit(
        kind="article",
        id=article.id,
        article_id=article.id,
        title=article.title,
        text=article.text[:240],
        score=round(score, 4),
        published_at=article.published_at,
        outlet=article.outlet,
    )
