"""How many other reports have a claim's matter in their title."""

from datetime import UTC, datetime, timedelta

import pytest

from sitrep.language.content import Content
from sitrep.ledger.context import Context
from sitrep.ledger.headlines import Headlines, titles
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Span
from sitrep.model.lineage import Lineage, Origin
from sitrep.vocabulary.load import load, theatre
from sitrep.vocabulary.questions import question_words

NOON = datetime(2031, 6, 2, 12, tzinfo=UTC)
SENTENCE = "Rockets destroyed the Lenmark refinery."


def told(outlet: str, later: timedelta) -> tuple[Article, Claim, Origin]:
    """A report of one sentence, with the title that says it, by a known outlet."""
    article = Article(
        id=f"art-{outlet}", raw_id="raw", source_id=outlet, outlet=outlet, title=SENTENCE,
        text=SENTENCE, language="en", published_at=NOON + later,
    )  # fmt: skip
    claim = Claim(
        id=f"clm-{outlet}", article_id=article.id, language="en", speaker=outlet,
        evidence=Span(article_id=article.id, start=0, end=len(SENTENCE), quote=SENTENCE),
        published_at=article.published_at,
    )  # fmt: skip
    origin = Origin(id=f"org-{outlet}", name=outlet, root=article.id, articles=(article.id,))
    return article, claim, origin


@pytest.mark.parametrize(("days", "found"), [(0, 1), (2, 1), (9, 0)])
def test_a_title_of_another_week_has_other_news(days, found):
    vocabulary = load()
    reports = [told("reuters", timedelta()), told("ap", timedelta(days=days))]
    articles, claims, origins = zip(*reports, strict=True)
    context = Context(
        articles={one.id: one for one in articles},
        lineage=Lineage(origins=origins, stories=()),
        theatre=theatre(vocabulary, "ukraine"),
        vocabulary=vocabulary,
        words=question_words(),
    )
    sentences = {claim.id: claim.evidence.quote for claim in claims}
    content = Content({**sentences, **titles(claims, context)}, frozenset())
    assert Headlines(claims, content, context).elsewhere(claims[0]) == found
