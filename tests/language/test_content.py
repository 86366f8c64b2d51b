"""What makes two sentences one matter."""

import pytest

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


@pytest.mark.parametrize("share", [0.1, 0.25, 0.4, 0.7, 1.0])
def test_what_holds_a_share_of_a_sentence_has_one_of_its_rarest_terms(share):
    content = Content(SENTENCES, frozenset())
    for whole in SENTENCES:
        rarest = content.rarest(whole, share)
        for part in SENTENCES:
            if content.share(part, whole) >= share:
                assert content.terms(part) & {*rarest}


def test_common_words_that_do_not_make_the_share_are_not_among_the_rarest():
    content = Content(SENTENCES, frozenset())
    assert {"harbour", "the"} <= content.terms("c") - {*content.rarest("c", 0.4)}
    assert content.rarest("c", 1.0) == ["visit"]
    assert Content({"c": ""}, frozenset()).rarest("c", 0.4) == []
