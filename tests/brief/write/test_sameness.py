"""A reader would call two sentences the same, or not."""

from sitrep.brief.write.sameness import same


def test_one_event_in_other_words_is_the_same() -> None:
    left = "Ukraine said ten of its drones struck a semiconductor plant in the Oryol region."
    right = "Ukrainian drones struck a semiconductor plant in Russia's Oryol region, Kyiv said."
    assert same(left, right)


def test_two_events_of_one_day_are_not() -> None:
    left = "Ukraine said ten of its drones struck a semiconductor plant in the Oryol region."
    assert not same(left, "The governor of Kherson reported a drone attack on a city bus.")
