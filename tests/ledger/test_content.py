"""What makes two sentences one matter."""

from sitrep.ledger.content import Content, clusters, marred, terms

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


def test_clusters_follow_chains_whatever_the_order_of_pairs():
    assert clusters(5, [(3, 4), (0, 1), (1, 3)]) == [0, 0, 2, 0, 0]


def test_headlines_in_capitals_and_bylines_mar_a_sentence():
    assert marred("TALKS STALL AS PARTIES MEET AGAIN The envoy said so.")
    assert marred("By Ann Example Reporting from Harbour The envoy said so.")
    assert not marred("The envoy of the UN and the EU said so.")
