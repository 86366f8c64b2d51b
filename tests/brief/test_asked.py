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
        ("count", "count|hit|drone", "Drones that hit in Ukraine, 3 May",
         "How many drones hit in Ukraine on 3 May?"),
        ("count", "count|prisoners|x", "Number of hostages, May 2025",
         "How many hostages were counted in May 2025?"),
        ("count", "count|prisoners|x", "Hostages alive, as of 21 May",
         "How many hostages are alive as of 21 May?"),
        ("count", "count|area|km2", "Area taken in Kursk Oblast, 5–20 July",
         "How much land was taken in Kursk Oblast from 5 to 20 July?"),
        ("count", "count|intercepted|drone",
         "Drones shot down over A, B and C, 21 May, 12:00–15:00 UTC",
         "How many drones were shot down over A, B and C on 21 May, 12:00–15:00 UTC?"),
        ("control", "control|kursk", "Who controls Kursk?", "Who controls Kursk?"),
        ("decision", "decision|ceasefire|russia", "Russia on a ceasefire",
         "What does Russia make of a ceasefire?"),
        ("meeting", "meeting|x", "Talks between Russia and Ukraine, week of 26 May",
         "What became of the talks between Russia and Ukraine in the week of 26 May?"),
        ("attack", "attack|x", "Attack in Jenin, 21 May",
         "Was there an attack in Jenin on 21 May?"),
        ("sanction", "sanction|x", "Sanctions by the United Kingdom on Iran",
         "Were there sanctions by the United Kingdom on Iran?"),
        ("attack", "attack|x", "Reported by The Wire on 12 March: Troops came…",
         "Reported by The Wire on 12 March: Troops came…"),
    ],
)  # fmt: skip
def test_a_question_is_asked_as_a_reader_would(kind, key, text, wanted):
    assert asked(Question(kind=kind, key=key, text=text)) == wanted


@pytest.mark.parametrize(
    ("kind", "text", "answers", "wanted"),
    [
        ("attack", "Attack by Norland in Harbour, 3 May", ["warning shots", "deliberate fire"],
         "How were shots fired by Norland in Harbour on 3 May?"),
        ("attack", "Attack in Harbour, 3 May", ["a mistake", "deliberate fire"],
         "Was the attack in Harbour on 3 May deliberate?"),
        ("attack", "Attack by Norland in Harbour, 3 May", ["yes", "denied by Norland"],
         "Was there an attack by Norland in Harbour on 3 May?"),
        ("visit", "Visit by A to B, 3 May", ["yes", "denied by A"],
         "Was there a visit by A to B on 3 May?"),
        ("meeting", "Talks between A and B", ["yes", "cancelled"],
         "What became of the talks between A and B?"),
        ("meeting", "Phone call between A and B", ["yes", "denied by B"],
         "Was there a phone call between A and B?"),
    ],
)  # fmt: skip
def test_a_question_is_after_what_the_answers_differ_in(kind, text, answers, wanted):
    assert asked(Question(kind=kind, key=f"{kind}|x", text=text), answers) == wanted
