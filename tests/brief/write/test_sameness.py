"""A reader would call two sentences the same, or not."""

from sitrep.brief.write.sameness import one_name, same
from sitrep.vocabulary.types import Vocabulary


def test_one_event_in_other_words_is_the_same() -> None:
    left = "Ukraine said ten of its drones struck a semiconductor plant in the Oryol region."
    right = "Ukrainian drones struck a semiconductor plant in Russia's Oryol region, Kyiv said."
    assert same(left, right)


def test_two_events_of_one_day_are_not() -> None:
    left = "Ukraine said ten of its drones struck a semiconductor plant in the Oryol region."
    assert not same(left, "The governor of Kherson reported a drone attack on a city bus.")


def test_counts_of_their_own_tell_two_things() -> None:
    left = "Air defences shot down 159 drones over the country in the night of 20 May."
    right = "Air defences shot down 30 drones over the country in the evening of 21 May."
    assert not same(left, right)


def test_a_capital_and_its_state_are_one_name(vocabulary: Vocabulary) -> None:
    left = "Moscow is ready to work with Kyiv on a memorandum, Putin said."
    right = "Putin said that Russia was ready to work on a memorandum with Ukraine."
    assert same(left, right, one_name(vocabulary))
