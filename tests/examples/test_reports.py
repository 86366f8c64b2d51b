"""The sample reports can be read, each under its outlet, date and language."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitrep.model.documents import Article
from sitrep.settings import Limits
from sitrep.sources.read import read
from sitrep.text.article import to_article
from sitrep.vocabulary.load import load

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    vocabulary, limits = load(), Limits()
    items = list(read([str(REPORTS)], limits=limits))
    read_as = [to_article(item, vocabulary=vocabulary, limits=limits)[0] for item in items]
    return [article for article in read_as if article is not None]


def test_all_35_are_read_and_dated_as_they_declare(articles):
    assert len(articles) == 35
    assert {article.date_basis for article in articles} == {"declared"}


def test_each_stands_under_a_sample_outlet_of_the_vocabulary(articles):
    outlets = load().outlets
    assert all(article.source_id.startswith("sample-") for article in articles)
    assert {article.outlet for article in articles} <= {o.name for o in outlets.values()}


def test_one_is_in_ukrainian_and_one_in_russian(articles):
    languages = [article.language for article in articles]
    assert (languages.count("uk"), languages.count("ru"), languages.count("en")) == (1, 1, 33)


def test_all_but_the_stale_one_are_of_11_to_13_march_2025(articles):
    stale = [
        a for a in articles if a.published_at and a.published_at < datetime(2025, 3, 11, tzinfo=UTC)
    ]
    assert [article.title[:23] for article in stale] == ["US and Russia agree to "]
    assert max(a.published_at for a in articles) < datetime(2025, 3, 14, tzinfo=UTC)


def test_reports_have_the_length_of_agency_copy(articles):
    words = [len(article.text.split()) for article in articles]
    assert min(words) > 80
    assert max(words) < 350


def test_page_furniture_stays_out_of_the_body(articles):
    for article in articles:
        body = " ".join(
            article.text[s.start : s.end] for s in article.sentences if s.kind == "body"
        )
        for phrase in ("214 partners", "Most read", "Star striker", "Advertise with us", "onerror"):
            assert phrase not in body, article.title
