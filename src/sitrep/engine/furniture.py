"""Keeps claims out of what an outlet repeats in article after article.

Whether a sentence is repeated depends on what other articles there are, so it is judged for the
articles of a window, not when an article is read: an article is stored and extracted the same
whatever came with it.
"""

from collections.abc import Iterable, Sequence

from sitrep.model.documents import Article
from sitrep.model.extraction import Claim


def own_claims(claims: Iterable[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """Return the claims whose evidence does not begin in a sentence marked as furniture."""
    repeated = {
        (article.id, sentence.start)
        for article in articles
        for sentence in article.sentences
        if sentence.kind == "furniture"
    }
    return tuple(
        claim for claim in claims if (claim.article_id, claim.evidence.start) not in repeated
    )
