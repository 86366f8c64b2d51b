import pytest

from sitrep.model.documents import Article, Sentence
from sitrep.text.repeated import mark_repeated

TEASER = "Swimmers gather for the annual island race despite a cold snap."
BACKGROUND = "The bridge was hit for the first time in the spring of last year."
TITLES = ("Ministers meet in Jeddah", "Grain prices fall again", "Envoy returns to Geneva")
BRIDGE_TITLES = ("Bridge reopens", "Bridge closed to lorries", "Second bridge hit")


def article(number: int, title: str, text: str, source: str = "harbour") -> Article:
    return Article(
        id=f"art-{number}",
        raw_id="raw",
        source_id=source,
        outlet=source,
        title=title,
        text=text,
        language="en",
        sentences=(Sentence(start=0, end=len(text)),),
    )


def kinds(articles: tuple[Article, ...]) -> list[str]:
    return [found.sentences[0].kind for found in articles]


def test_a_sentence_under_three_unlike_titles_of_one_outlet_is_furniture() -> None:
    articles = [article(n, title, TEASER) for n, title in enumerate(TITLES)]
    assert kinds(mark_repeated(articles)) == ["furniture"] * 3


def test_a_wire_copy_in_three_outlets_stays() -> None:
    articles = [article(n, title, TEASER, f"outlet-{n}") for n, title in enumerate(TITLES)]
    assert kinds(mark_repeated(articles)) == ["body"] * 3


def test_background_under_titles_on_the_matter_stays() -> None:
    articles = [article(n, title, BACKGROUND) for n, title in enumerate(BRIDGE_TITLES)]
    assert kinds(mark_repeated(articles)) == ["body"] * 3


@pytest.mark.parametrize("text", ["He declined to comment."])
def test_short_sentences_stay(text: str) -> None:
    articles = [article(n, title, text) for n, title in enumerate(TITLES)]
    assert kinds(mark_repeated(articles)) == ["body"] * 3


def test_one_report_under_three_addresses_stays() -> None:
    articles = [article(n, TITLES[0], TEASER) for n in range(3)]
    assert kinds(mark_repeated(articles)) == ["body"] * 3


def test_the_order_of_articles_changes_nothing_but_the_order() -> None:
    articles = [article(n, title, TEASER) for n, title in enumerate((*TITLES, *BRIDGE_TITLES))]
    assert mark_repeated(articles[::-1]) == mark_repeated(articles)[::-1]
