"""What a sentence may leave out of its evidence, and what breaks it."""

from datetime import UTC, date, datetime

import pytest

from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.known import known_names
from sitrep.vocabulary.load import load

WEDNESDAY = datetime(2025, 3, 12, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def known() -> Known:
    return known_names(load(), date(2025, 3, 12))


def refused(known: Known, text: str, sentence: str, **more) -> list[str]:
    """Return the gates that refuse `sentence`, told by TASS on 12 March 2025."""
    passage = Passage(text=text, outlet="TASS", published_at=WEDNESDAY, **more)
    return [
        gate.name for gate in check(sentence, Evidence(passages=(passage,), known=known)).failed
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Two convoys reached Sumy on Tuesday, the first to do so in a month, carrying flour.",
         "Two convoys reached Sumy on 11 March, carrying flour."),
        ("A pilot, Ivan Hrytsak, 40, was buried in Lutsk.", "A pilot was buried in Lutsk."),
        ("The bridge, which was built in 1961, has since reopened.",
         "The bridge has since reopened."),
        ("Engineers repaired the line in the hills near Izium.", "Engineers repaired the line."),
        ("Nine wounded, including two children, and some nurses remain in the clinic.",
         "Nine wounded and some nurses remain in the clinic."),
        ("Poland wants a quick deal, which can only come if both sides give way, said Adam Lis.",
         "Poland wants a quick deal, said Adam Lis."),
        ("A guard was charged in Lviv after allegedly taking a bribe.",
         "A guard was charged in Lviv."),
        ("The mayor, who is a doctor, received a letter from the ministry.",
         "The mayor received a letter from the ministry."),
    ],
)  # fmt: skip
def test_whole_phrases_may_go(known: Known, text: str, sentence: str):
    assert refused(known, text, sentence) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The minister herself was under a travel ban.", "The minister herself was."),
        ("The head of the pipeline company resigned.", "The head resigned."),
        ("Efforts to sell the yard appear in doubt.", "Efforts to sell the yard appear."),
        ("Norway and Sweden are in talks on a joint fund, a clerk said.",
         "Norway and Sweden are, a clerk said."),
        ("Bondar was the last elected mayor, who was removed in May, after he refused to sign.",
         "Bondar was the last elected mayor, after he refused to sign."),
        (("Aid has done little to end the shortage, despite calls between Oslo and Bern, and "
          "Friday's direct talks in Geneva."),
         "Aid has done little to end the shortage and direct talks in Geneva."),
        ("The engineers spoke in the Chamber of Trade, the upper house of the council.",
         "The engineers spoke, the upper house of the council."),
        ("He joined the Centre for the Common Good, a body he co-directs, in May.",
         "He joined the Centre for the Common Good-directs, in May."),
        ("The talks cover fuel, the war in Georgia and grain.", "The talks cover fuel, the war."),
        ("Troops, however, have refused to leave Izium.", "Troops, have refused to leave Izium."),
    ],
)  # fmt: skip
def test_a_cut_in_the_middle_is_refused(known: Known, text: str, sentence: str):
    assert "support" in refused(known, text, sentence)


def test_a_count_keeps_its_time(known: Known):
    text = "The garrison lost 210 men, two tanks and a gun over the past day, the army said."
    assert "numbers" in refused(known, text, "The garrison lost 210 men, the army said.")


def test_a_condition_is_kept_whole(known: Known):
    text = "If there is a pause in exchange for the captives, Israel will accept it."
    assert "modality" in refused(known, text, "If there is a pause, Israel will accept it.")
