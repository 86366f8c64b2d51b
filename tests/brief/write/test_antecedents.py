"""A definite phrase needs what it takes up, in the sentence or before it."""

import pytest

from sitrep.brief.write.antecedents import dangling


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Soldiers fired to ensure the delegation did not enter Harbour.", "the delegation"),
        (
            "Norland blamed the army for shelling the delegation in a grave breach.",
            "the delegation",
        ),
        ("The union said that the decision amounted to a ban on grain.", "the decision"),
        ("The union praised the delegation in Harbour.", ""),
        ("A delegation came to Harbour, and the delegation did not stay.", ""),
        ("The delegation of the northern parliament left Harbour.", ""),
        ("The army left the territory, the ministry said.", "the territory"),
        ("They worked inside the former school.", "the former school"),
        ("The army said that the conditions would be talked about.", "the conditions"),
        ("The army left Norland, and rain fell across the territory.", ""),
        ("The ministry said that power was out in the town centre.", ""),
        ("“We call on the army to investigate this incident,” Leo said.", "this incident"),
    ],
)
def test_phrase_that_only_words_before_explain(text: str, phrase: str) -> None:
    assert dangling(text, told=frozenset(), places=["Norland"]) == phrase


def test_what_has_been_read_explains() -> None:
    text = "The army said the delegation had left the route."
    told = frozenset({"deleg", "route"})
    assert dangling(text, told=told, places=()) == ""
