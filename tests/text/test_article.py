from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.model.documents import RawDocument, RawItem
from sitrep.settings import Limits
from sitrep.text.article import to_article
from sitrep.vocabulary.types import Vocabulary

TEXT = (
    "KYIV (Reuters) - The bridge reopened on Wednesday, the road office said. It was hit on Monday."
)
PAGE = "text/html; charset=utf-8"


def codes(issues) -> list[str]:
    return [issue.code for issue in issues]


def test_a_record_keeps_its_text_to_the_character(make_article) -> None:
    text = f"  {TEXT}\r\n"
    article, issues = make_article(text, title="Bridge", published="2025-03-12T08:00:00Z")
    assert article.text == text
    assert (article.language, article.date_basis) == ("en", "declared")
    assert (article.path, article.record) == ("reports.jsonl", 3)
    assert [sentence.kind for sentence in article.sentences] == ["dateline", "body", "body"]
    assert issues == ()


def test_the_id_says_what_the_report_is_and_not_where_it_was_read(make_item, vocabulary) -> None:
    item = make_item(TEXT, title="Bridge", given_id="7")
    moved = RawItem(
        document=RawDocument(
            id="raw-1", source_id="sample", media_type="text/plain", body_sha256="0", path="b.jsonl"
        ),
        body=b"", form="text", content=TEXT, title="Bridge", given_id="7",
    )  # fmt: skip
    first, _ = to_article(item, vocabulary=vocabulary, limits=Limits())
    second, _ = to_article(moved, vocabulary=vocabulary, limits=Limits())
    assert first.id == second.id
    assert first.id.startswith("art-")


def test_a_page_gives_its_words_title_byline_site_and_declared_time(make_article, data) -> None:
    body = (data / "page.html").read_bytes()
    article, issues = make_article(None, body=body, form="page", media_type=PAGE)
    assert article.title == "Two bridges reopen after night of strikes"
    assert (article.byline, article.outlet) == ("Ada Sample", "Harbour Sample")
    assert article.url == "https://harbour.example/2025/03/12/bridges"
    assert article.published_at == datetime(2025, 3, 12, 6, 15, tzinfo=UTC)
    assert article.date_basis == "declared"
    assert "engineers spent the night clearing debris" in article.text
    assert "World" not in article.text
    assert issues == ()


def test_an_html_fragment_becomes_its_words_a_line_a_block(make_article) -> None:
    fragment = (
        "<p>The bridge &amp; the road<br>reopened.</p><script>x()</script><p>Both <b>held</b>.</p>"
    )
    article, _ = make_article(fragment, form="html", title="Bridge")
    assert article.text == "The bridge & the road\nreopened.\n\nBoth held."


def test_a_missing_title_is_the_first_line(make_article) -> None:
    article, _ = make_article("# Bridge reopens\n\nThe bridge reopened on Wednesday morning.")
    assert article.title == "Bridge reopens"


@pytest.mark.parametrize("text", ["Word", "Only four words here"])
def test_a_text_of_a_few_words_is_no_article(make_article, text: str) -> None:
    article, issues = make_article(text)
    assert article is None
    assert codes(issues) == ["too-short"]
    assert issues[0].subject == "reports.jsonl[3]"


def test_a_language_that_is_not_handled_is_kept_with_one_note(make_article) -> None:
    text = "Die Brücke wurde am Mittwoch wieder für den Verkehr geöffnet, teilte das Amt mit."
    article, issues = make_article(text, published="2025-03-12T08:00:00Z")
    assert article.language == "de"
    assert [(issue.code, issue.severity) for issue in issues] == [("language-not-handled", "note")]


def test_a_date_in_2099_leaves_the_article_without_one(make_article) -> None:
    article, issues = make_article(TEXT, published="2099-01-01")
    assert (article.published_at, article.date_basis) == (None, "none")
    assert codes(issues)[0] == "absurd-date"


def test_a_text_past_the_limit_is_read_up_to_it_and_told(make_article) -> None:
    article, issues = make_article(
        TEXT * 50, published="2025-03-12T08:00:00Z", limits=Limits(text_chars=500)
    )
    assert len(article.text) == 500
    assert codes(issues) == ["too-long"]


def test_a_page_nested_too_deeply_is_one_issue(make_article) -> None:
    body = b"<html><body>" + b"<div>" * 5_000 + b"The bridge reopened on Wednesday morning."
    article, issues = make_article(None, body=body, form="page", media_type=PAGE)
    assert article is None
    assert codes(issues) == ["too-deep"]


def test_a_page_without_text_is_one_issue(make_article) -> None:
    article, issues = make_article(None, body=b"<html></html>", form="page", media_type=PAGE)
    assert article is None
    assert codes(issues) == ["no-text"]


def test_nothing_but_furniture_is_kept_and_told(make_article) -> None:
    text = (
        "Copyright 2025 Harbour Sample. All rights reserved. Sign up for our Roads newsletter here."
    )
    article, issues = make_article(text, published="2025-03-12T08:00:00Z")
    assert {sentence.kind for sentence in article.sentences} == {"furniture"}
    assert codes(issues) == ["no-body"]


EMPTY = Vocabulary(theatres={}, actors={}, outlets={})
DOCUMENT = RawDocument(id="raw-1", source_id="s", media_type=PAGE, body_sha256="0", path="x")


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    body=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(
            lambda text: f"<html><body><p>{text}</p>".encode("utf-8", "replace")
        ),
    ),
    form=st.sampled_from(["text", "html", "page"]),
)
def test_no_content_raises(body: bytes, form) -> None:
    content = None if form == "page" else body.decode("utf-8", errors="replace")
    item = RawItem(document=DOCUMENT, body=body, form=form, content=content, published=content)
    article, issues = to_article(item, vocabulary=EMPTY, limits=Limits())
    assert article is not None or issues
