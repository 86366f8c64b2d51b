"""Average linkage and components."""

from hypothesis import given
from hypothesis import strategies as st

from sitrep.lineage.components import components
from sitrep.lineage.linkage import cluster


def singles(text):
    return [(letter,) for letter in text]


def test_the_likest_unite_first_and_all_pairs_count():
    scores = {("a", "b"): 0.9, ("b", "c"): 0.6, ("c", "d"): 0.9}
    assert cluster(singles("abcd"), scores, threshold=0.4) == [("a", "b"), ("c", "d")]


def test_a_chain_of_likely_pairs_does_not_run_together():
    scores = dict.fromkeys(zip("abcdefgh", "bcdefghi", strict=True), 0.5)
    assert max(map(len, cluster(singles("abcdefghi"), scores, threshold=0.4))) == 2


def test_given_groups_stay_together():
    assert cluster([("a", "b"), ("c",)], {}, threshold=0.4) == [("a", "b"), ("c",)]


@given(st.permutations("abcdef"), st.permutations(["ab", "bc", "de", "ef", "af"]))
def test_neither_order_of_nodes_nor_of_scores_matters(nodes, edges):
    weights = {"ab": 0.8, "bc": 0.8, "de": 0.7, "ef": 0.5, "af": 0.9}
    scores = {(edge[0], edge[1]): weights[edge] for edge in edges}
    fixed = {(edge[0], edge[1]): weight for edge, weight in weights.items()}
    expected = cluster(singles("abcdef"), fixed, threshold=0.4)
    assert cluster(singles(nodes), scores, threshold=0.4) == expected


def test_components_are_sorted_and_complete():
    assert components("dcba", [("d", "b"), ("b", "a")]) == [("a", "b", "d"), ("c",)]
