from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitrep.language.sentences import LONGEST, split


def sentences(text, language="en"):
    return [text[start:end] for start, end in split(text, language)]


def test_abbreviations_titles_and_initials_end_no_sentence():
    text = (
        "Gen. Smith met Mr. J. F. Kerry in the U.S. on Feb. 24. He left at 5 p.m. on No. 7 street."
    )
    assert sentences(text) == [
        "Gen. Smith met Mr. J. F. Kerry in the U.S. on Feb. 24.",
        "He left at 5 p.m. on No. 7 street.",
    ]


def test_an_abbreviation_before_a_usual_opener_ends_one():
    assert sentences("It came from the U.S. The talks go on.") == [
        "It came from the U.S.",
        "The talks go on.",
    ]


def test_quotes_stay_with_their_sentence():
    assert sentences('"We will go on." She left. “Enough!” he said.') == [
        '"We will go on."',
        "She left.",
        "“Enough!” he said.",
    ]


def test_decimals_and_ellipses_end_nothing():
    assert sentences("The front moved 3.5 km... and stopped. It held.") == [
        "The front moved 3.5 km... and stopped.",
        "It held.",
    ]


def test_a_stop_without_a_space_ends_a_sentence():
    assert sentences("The bridge was hit.Officials gave no toll.") == [
        "The bridge was hit.",
        "Officials gave no toll.",
    ]


def test_a_stop_that_a_saved_page_lost_ends_a_sentence():
    assert sentences("Smoke rose over the port After the raid crews put out two fires.") == [
        "Smoke rose over the port",
        "After the raid crews put out two fires.",
    ]
    assert len(sentences("Readers of the magazine This Week met in Maine.")) == 1
    assert len(sentences("The film They shot in Bergen won a prize.")) == 1


def test_russian_and_ukrainian_abbreviations():
    assert sentences("В 2024 г. Москва ответила. Ущерб — 5 млн руб. за сутки.", "ru") == [
        "В 2024 г. Москва ответила.",
        "Ущерб — 5 млн руб. за сутки.",
    ]
    assert sentences("У м. Суми чули вибухи. Пошкоджено 5 тис. вікон.", "uk") == [
        "У м. Суми чули вибухи.",
        "Пошкоджено 5 тис. вікон.",
    ]


def test_headings_and_wrapped_lines():
    text = (
        "Drones over the north\n"
        "The raid lasted two hours, officials said in a statement that was\nissued later."
    )
    assert sentences(text) == [
        "Drones over the north",
        "The raid lasted two hours, officials said in a statement that was\nissued later.",
    ]


@given(st.text(max_size=400))
def test_sentences_are_ordered_trimmed_and_lose_no_letter(text):
    spans = split(text)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        assert end - start <= LONGEST
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())


def test_a_run_without_stops_is_cut():
    text = "word " * 5_000
    assert all(end - start <= LONGEST for start, end in split(text))


def test_marks_of_emphasis_and_signs_between_sentences_hide_no_end():
    text = "**За ночь сбито 47 дронов.  **  17 дронов сбиты над Азовом. ▫️ Обломки упали в поле."
    assert sentences(text, "ru") == [
        "**За ночь сбито 47 дронов.  **",
        "17 дронов сбиты над Азовом.",
        "▫️ Обломки упали в поле.",
    ]
