"""Words for probabilities."""

import pytest

from sitrep.vocabulary.probability import probability_words


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.01, "almost no chance"),
        (0.05, "very unlikely"),
        (0.15, "very unlikely"),
        (0.20, "unlikely"),
        (0.44, "unlikely"),
        (0.45, "roughly even"),
        (0.55, "roughly even"),
        (0.56, "likely"),
        (0.80, "likely"),
        (0.95, "very likely"),
        (0.99, "almost certain"),
    ],
)
def test_a_probability_has_one_word_and_on_a_bound_the_one_nearer_to_even(probability, word):
    assert probability_words().word_for(probability) == word


@pytest.mark.parametrize("probability", [0.0, 0.005, 1.0, -1.0, float("nan")])
def test_nothing_is_certain_or_impossible(probability):
    with pytest.raises(ValueError, match="no word stands for"):
        probability_words().word_for(probability)


def test_the_ranges_follow_each_other_without_a_gap():
    words = probability_words().words
    assert [word.low for word in words[1:]] == [word.high for word in words[:-1]]
