import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.language.numerals import LARGEST, find_numbers


def values(text, language="en"):
    return [number.value for number in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("117", 117), ("1,234.5", 1234.5), ("1 234", 1234), ("2.5 billion", 2.5e9), ("3,5", 3.5),
        ("two dozen", 24), ("a dozen", 12), ("twenty-five", 25), ("one hundred and five", 105),
        ("half a million", 5e5), ("three hundred thousand two hundred and four", 300204),
    ],
)  # fmt: skip
def test_english(text, value):
    assert values(f"There were {text} of them") == [value]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("двенадцать", "ru", 12), ("двадцать пять", "ru", 25), ("сто двадцать три", "ru", 123),
        ("1,5 тыс.", "ru", 1500), ("две тысячи триста", "ru", 2300), ("троих", "ru", 3),
        ("двадцять п’ять", "uk", 25), ("сто один", "uk", 101), ("5 млн", "uk", 5e6),
    ],
)  # fmt: skip
def test_russian_and_ukrainian(text, language, value):
    assert values(text, language) == [value]


def test_vague_words_give_their_least():
    [number] = find_numbers("tens of thousands fled")
    assert (number.value, number.vague) == (20_000, True)


@pytest.mark.parametrize("text", ["1e309", "ten thousand million hundred", "the 25th", "Su-34"])
def test_what_is_no_number(text):
    assert not find_numbers(text)


@given(st.text(alphabet="0123456789., -–eE%$a thousandmilbu\u200b\u00a0\u202eтрисо", max_size=80))
def test_numbers_are_finite_ordered_and_inside(text):
    reached = 0
    for number in find_numbers(text):
        assert math.isfinite(number.value)
        assert 0 <= number.value <= LARGEST
        assert reached <= number.start < number.end <= len(text)
        reached = number.end
