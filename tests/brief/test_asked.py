"""The ledger's questions read as questions."""

import pytest

from sitrep.brief.asked import asked
from sitrep.model.findings import Question


@pytest.mark.parametrize(
    ("kind", "key", "text", "wanted"),
    [
        ("count", "count|intercepted|drone", "Drones shot down over Russia, night of 20–21 May",
         "How many drones were shot down over Russia on the night of 20–21 May?"),
        ("count", "count|killed|people", "People killed in Gaza Strip, 24 hours to 21 May",
         "How many people were killed in the Gaza Strip in the 24 hours to 21 May?"),
        ("count", "count|hit|drone", "Drones that hit (Ukraine), 3 May",
         "How many drones hit (Ukraine) on 3 May?"),
        ("count", "count|prisoners|x", "Number of hostages, May 2025",
         "How many hostages in May 2025?"),
        ("control", "control|kursk", "Who controls Kursk?", "Who controls Kursk?"),
        ("decision", "decision|ceasefire|russia", "Russia on a ceasefire",
         "What does Russia make of a ceasefire?"),
        ("meeting", "meeting|x", "Talks between Russia and Ukraine, week of 26 May",
         "What became of the talks between Russia and Ukraine in the week of 26 May?"),
        ("attack", "attack|x", "Attack in Jenin, 21 May",
         "Is the report of the attack in Jenin on 21 May true?"),
        ("count", "count|killed|people", "People killed, some other time",
         "People killed, some other time"),
    ],
)  # fmt: skip
def test_a_question_is_asked_as_a_reader_would(kind, key, text, wanted):
    assert asked(Question(kind=kind, key=key, text=text)) == wanted
