"""Chains of what is alike, and sentences that page furniture has marred."""

from sitrep.ledger.content import clusters, marred


def test_clusters_follow_chains_whatever_the_order_of_pairs():
    assert clusters(5, [(3, 4), (0, 1), (1, 3)]) == [0, 0, 2, 0, 0]


def test_headlines_in_capitals_and_bylines_mar_a_sentence():
    assert marred("TALKS STALL AS PARTIES MEET AGAIN The envoy said so.")
    assert marred("By Ann Example Reporting from Harbour The envoy said so.")
    assert not marred("The envoy of the UN and the EU said so.")
