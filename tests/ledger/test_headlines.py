"""How many other reports have a claim's matter in their title."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from sitrep.language.content import Content
from sitrep.ledger.context import Context
from sitrep.ledger.headlines import Headlines, title_key, titles
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Span
from sitrep.model.lineage import Lineage, Origin
from sitrep.vocabulary.load import load, theatre
from sitrep.vocabulary.questions import question_words

NOON = datetime(2031, 6, 2, 12, tzinfo=UTC)
SENTENCE = "Rockets destroyed the Lenmark refinery."


OUTLETS = ("reuters", "ap", "afp", "bbc", "dpa", "guardian", "france24", "aljazeera")


def told(
    outlet: str, later: timedelta, title: str = SENTENCE, text: str = SENTENCE
) -> tuple[Article, Claim, Origin]:
    """A report of one sentence, with the title that says it, by a known outlet."""
    article = Article(
        id=f"art-{outlet}", raw_id="raw", source_id=outlet, outlet=outlet, title=title,
        text=text, language="en", published_at=NOON + later,
    )  # fmt: skip
    claim = Claim(
        id=f"clm-{outlet}", article_id=article.id, language="en", speaker=outlet,
        evidence=Span(article_id=article.id, start=0, end=len(text), quote=text),
        published_at=article.published_at,
    )  # fmt: skip
    origin = Origin(id=f"org-{outlet}", name=outlet, root=article.id, articles=(article.id,))
    return article, claim, origin


def read(reports: Sequence[tuple[Article, Claim, Origin]]) -> tuple[Context, Content]:
    vocabulary = load()
    articles, claims, origins = zip(*reports, strict=True)
    context = Context(
        articles={one.id: one for one in articles},
        lineage=Lineage(origins=origins, stories=()),
        theatre=theatre(vocabulary, "ukraine"),
        vocabulary=vocabulary,
        words=question_words(),
    )
    sentences = {claim.id: claim.evidence.quote for claim in claims}
    return context, Content({**sentences, **titles(claims, context)}, frozenset())


@pytest.mark.parametrize(("days", "found"), [(0, 1), (2, 1), (9, 0)])
def test_a_title_of_another_week_has_other_news(days, found):
    reports = [told("reuters", timedelta()), told("ap", timedelta(days=days))]
    claims = [claim for _, claim, _ in reports]
    assert Headlines(claims, *reversed(read(reports))).elsewhere(claims[0]) == found


def test_no_title_is_overlooked_for_its_common_words():
    draw = random.Random(7)
    words = [f"word{letter}" for letter in "abcdefghijkl"]
    reports = [
        told(one, timedelta(), *(" ".join(draw.choices(words, k=k)) for k in (4, 8)))
        for one in OUTLETS
    ]
    claims = [claim for _, claim, _ in reports]
    context, content = read(reports)
    headlines = Headlines(claims, content, context)
    assert all(context.vouched(claim.article_id) for claim in claims)
    found = [headlines.elsewhere(claim) for claim in claims]
    assert found == [
        sum(
            one is not other
            and len(content.terms(one.id) & content.terms(title_key(other.article_id))) >= 2
            and content.share(one.id, title_key(other.article_id)) >= 0.4
            for other in claims
        )
        for one in claims
    ]
    assert len({*found}) > 2
