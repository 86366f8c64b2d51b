"""Which sentences are parsed."""

from collections.abc import Callable

import pytest

from sitrep.extract.select import carries_cue, select
from sitrep.model.documents import Article, Sentence

Make = Callable[..., Article]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said nothing would change.",
        "“It burned all night.”",
        "According to the mayor, two houses fell.",
        "Troops captured the hill.",
        "Envoys held talks in Geneva.",
    ],
)
def test_reporting_words_quotation_marks_and_events_are_cues(text: str) -> None:
    assert carries_cue(text)


def test_a_sentence_about_the_weather_has_none() -> None:
    assert not carries_cue("The river was high and the fields were green.")


def test_an_article_of_another_subject_is_read_only_at_its_head(article: Make) -> None:
    text = "The chef said salt matters. " * 12
    assert sum(select(article(text, title="Salt"))) == 3


def test_an_article_about_war_is_read_to_its_end(article: Make) -> None:
    text = "The general said troops held the front. " * 12
    assert all(select(article(text)))


def test_furniture_is_never_parsed(article: Make) -> None:
    text = "Officials said troops attacked."
    furniture = (Sentence(start=0, end=len(text), kind="furniture"),)
    assert select(article(text, sentences=furniture)) == [False]


def test_other_languages_are_not_parsed(article: Make) -> None:
    assert select(article("Генерал сказав, що війська тримають фронт.", language="uk")) == [False]


def test_a_run_of_words_without_end_is_not_parsed(article: Make) -> None:
    text = "said war troops " * 600
    assert not any(select(article(text, sentences=(Sentence(start=0, end=len(text) - 1),))))
