"""A reader would call two sentences the same, or not."""

from sitrep.brief.write.sameness import content_words, one_name, repeats, same, without_dates
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


def test_the_day_of_a_month_is_no_count() -> None:
    left = "Britain paused trade talks with the northern state on 20 May, its minister said."
    right = "Britain paused trade talks with the northern state on 19 May, its minister said."
    assert same(left, right)


def test_one_speaker_who_comes_back_to_a_matter_repeats_it() -> None:
    left = content_words(
        without_dates("The state would control all of the strip by the end of its push.")
    )
    right = content_words(
        without_dates("The army aimed to bring the strip under control by the end.")
    )
    assert repeats(left, right, one_speaker=True)
    assert not repeats(left, right, one_speaker=False)
