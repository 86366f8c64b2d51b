"""What makes two sentences one matter."""

from sitrep.language.content import Content, terms

SENTENCES = {
    "a": "A drone struck a bus in the town of Harbour and hurt two passengers.",
    "b": "Two passengers were hurt when a drone hit a bus in Harbour.",
    "c": "The president of Norland visited a nuclear plant near Harbour.",
}


def test_two_tellings_of_one_thing_are_more_alike_than_two_things_in_one_town():
    content = Content(SENTENCES, frozenset({"the", "and", "when", "were", "two"}))
    assert content.alike("a", "b") >= 0.5
    assert content.alike("a", "c") == 0.0
    assert list(content.neighbours(["a", "b", "c"])) == [(0, 1)]


def test_terms_keep_numbers_whole_and_drop_endings():
    assert terms("1,305 troops; Norland's attacks", frozenset()) == {
        "1305", "troop", "norland", "attack",
    }  # fmt: skip
