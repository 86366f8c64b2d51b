"""Which sentences are parsed."""

from collections.abc import Callable

import pytest

from sitrep.extract.select import carries_cue, select, select_near
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


def test_far_from_politics_only_the_commonest_cues_count(article: Make) -> None:
    text = "The chef said salt matters. The chef described a soup. The pan was hot. "
    assert select(article(text, title="Salt")) == [True, False, False]


def test_in_an_article_about_war_every_cue_counts(article: Make) -> None:
    text = "The general described the front. Troops captured a hill. The rain fell on the army. "
    assert select(article(text)) == [True, True, False]


def test_near_a_theatre_its_sentences_and_those_beside_them_are_parsed(article: Make) -> None:
    text = "He said so. " * 8
    wanted = [False, False, False, True, False, False, False, False]
    assert select_near(article(text), wanted) == [False, True, True, True, True, True, False, False]


def test_no_theatre_no_parse(article: Make) -> None:
    assert not any(select_near(article("Officials said troops attacked."), [False]))


def test_furniture_is_never_parsed(article: Make) -> None:
    text = "Officials said troops attacked."
    furniture = (Sentence(start=0, end=len(text), kind="furniture"),)
    assert select(article(text, sentences=furniture)) == [False]


def test_other_languages_are_not_parsed(article: Make) -> None:
    assert select(article("Генерал сказав, що війська тримають фронт.", language="uk")) == [False]


def test_a_run_of_words_without_end_is_not_parsed(article: Make) -> None:
    text = "said war troops " * 600
    assert not any(select(article(text, sentences=(Sentence(start=0, end=len(text) - 1),))))
