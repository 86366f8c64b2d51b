"""What reports say came of humanitarian corridors."""

import pytest

from sitrep.trackers.ceasefire_corridors import outcome, together
from sitrep.vocabulary.ceasefire import patterns


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("some 1,200 people were evacuated from the town on monday, the minister said.", "worked"),
        ("the corridor from the port did not work, she said.", "disrupted"),
        ("the evacuation has been disrupted by shelling, the mayor said.", "disrupted"),
        ("the army accused militants of disrupting the corridors.", "disputed"),
        ("nobody came to the assembly point, and no one reached the town.", None),
        ("three corridors will open on tuesday.", None),
    ],
)
def test_a_sentence_tells_what_came_of_a_corridor(text, wanted):
    assert outcome(text, patterns()) == wanted


def test_a_corridor_that_worked_for_some_has_worked_but_its_own_failure_comes_first():
    assert together(["disrupted", "worked", None]) == "worked"
    assert together(["worked", "disrupted"], own=["disrupted"]) == "disrupted"
    assert together([None, "disputed"]) == "disputed"
