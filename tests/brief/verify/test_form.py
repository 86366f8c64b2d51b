"""A sentence must be whole by itself: a brief has none before it that helps."""

from datetime import UTC, date, datetime

import pytest

from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.known import known_names
from sitrep.vocabulary.load import load

WEDNESDAY = datetime(2025, 3, 12, 12, tzinfo=UTC)
KALLAS = "EU foreign policy chief Kaja Kallas urged member states to send shells."
CALL = "Zelensky praised Monday's call with Trump."


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
        (KALLAS, ("EU foreign policy EU foreign policy chief Kaja Kallas urged member states to "
                  "send shells.")),
        ("Mr Putin of Russia wants a deal.",
         "Russian President Vladimir Putin of Russia wants a deal."),
        (CALL, "Zelensky praised the on 10 March call with Trump."),
        ("In March, Moldova closed the line.", "In in March, Moldova closed the line."),
        ("The crews, Norway said, go to Izium and Lviv.", "The crews, Norway said, go to."),
        ("(Photo Agency) Trucks crossed into Moldova.", "(Photo Agency) Trucks crossed."),
        ("Ministers met in Oslo, Norway, this week for a summit.",
         "Ministers met in Oslo. for a summit."),
        ("Norway has announced at a briefing that a new fund for crews is ready.",
         "Norway has announced, TASS reported."),
    ],
)  # fmt: skip
def test_broken_english_is_refused(known: Known, text: str, sentence: str):
    assert "support" in refused(known, text, sentence)


@pytest.mark.parametrize(
    "sentence",
    ["The dam held through the night, he added.", "Then she crossed the dam on foot."],
)
def test_a_pronoun_that_stands_for_nobody_is_refused(known: Known, sentence: str):
    assert "speaker" in refused(known, sentence, sentence)


def test_a_pronoun_whose_name_comes_first_is_kept(known: Known):
    text = "Marta Lind said the dam had held, and that she had crossed it on foot."
    assert refused(known, text, text) == []


def test_may_at_the_end_is_a_month(known: Known):
    text = "Moldova closed the line on Wednesday."
    said = Passage(text=text, published_at=datetime(2025, 5, 21, 9, tzinfo=UTC))
    verdict = check("Moldova closed the line on 21 May.", Evidence(passages=(said,), known=known))
    assert verdict.failed == ()


@pytest.mark.parametrize(
    ("stand_in", "speaker", "text"),
    [
        ("its director", "Kaja Kallas", "The clinic is open, but its director said it was full."),
        ("the leaders", "Kaja Kallas", "The leaders said it was full."),
        ("which", "NATO", "The body, which said it was full, left."),
    ],
)
def test_words_do_not_stand_for_somebody_they_cannot_mean(
    known: Known, stand_in: str, speaker: str, text: str
):
    sentence = f"{speaker} said it was full."
    gates = refused(known, text, sentence, speaker=speaker, stands_for={stand_in: speaker})
    assert "speaker" in gates


def test_an_office_stands_for_its_holder(known: Known):
    text = "The pact stays, according to its foreign policy chief."
    sentence = "The pact stays, according to EU foreign policy chief Kaja Kallas."
    stands_for = {"its foreign policy chief": "Kaja Kallas"}
    assert refused(known, text, sentence, speaker="Kaja Kallas", stands_for=stands_for) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "For months, Trump has been threatening to leave the talks.",
        "Putin promised Trump that Moscow was “ready to sit down” over a memorandum.",
        "Spain's Interior Ministry on 12 March said two men were held.",
        "Trump wrote that the talks would start “at once”.",
        "Lavrov accused the envoys of delay and alleged that notes were lost.",
    ],
)
def test_a_sentence_may_attribute_by_its_own_verb(known: Known, sentence: str):
    speaker = next(name for name in ("Trump", "Putin", "Lavrov", "Ministry") if name in sentence)
    if speaker == "Trump" and "Putin" in sentence:
        speaker = "Putin"
    text = sentence.replace("12 March", "Wednesday")
    assert refused(known, text, sentence, speaker=speaker) == []


def test_the_new_york_times_may_report(known: Known):
    said = Passage(text="Trucks crossed into Moldova.", outlet="The New York Times")
    sentence = "Trucks crossed into Moldova, The New York Times reported."
    assert check(sentence, Evidence(passages=(said,), known=known)).passed


def test_accents_make_no_other_name(known: Known):
    text = "Blanar said the pact had failed."
    assert refused(known, text, "Blanár said the pact had failed.") == []


def test_a_first_name_that_is_a_countrys_is_no_title_said_twice(known: Known) -> None:
    text = "Israel Katz opened a school in Moldova."
    assert not refused(
        known, text, "Israeli Defence Minister Israel Katz opened a school in Moldova."
    )
    doubled = "Israeli Israel Defence Minister Katz opened a school in Moldova."
    assert refused(known, text, doubled)


def test_drones_by_their_long_name_are_drones(known: Known) -> None:
    text = "Norway shot down 67 unmanned aerial vehicles over Moldova."
    assert not refused(known, text, "Norway shot down 67 drones over Moldova.")
    assert refused(known, text, "Norway shot down 67 rockets over Moldova.")
