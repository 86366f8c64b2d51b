"""Which track a title names."""

from sitrep.vocabulary.tracks import named


def test_a_title_names_the_track_that_most_of_its_words_are_of():
    assert named("Envoys leave ceasefire talks as drones hit the port") == "diplomacy"
    assert named("A quiet day at the river") is None
