"""A sentence becomes a clause of a headline: who says it first, in the present."""

import pytest

from sitrep.brief.write.terse import behind, parted, placed, said, undated


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The Harbour Ministry said that its crews had cleared the port.",
            ("The Harbour Ministry", "says", "its crews had cleared the port"),
        ),
        (
            "The dam held, the governor told reporters.",
            ("the governor", "says", "The dam held"),
        ),
        (
            "Shells killed 12 people on the quay, medics said, up from 9 in the morning.",
            ("medics", "says", "Shells killed 12 people on the quay"),
        ),
        (
            "“We will answer by Friday,” Olsen said.",
            ("Olsen", "says", "“We will answer by Friday”"),
        ),
    ],
)
def test_who_says_it_is_parted_from_what_is_said(text: str, parts: tuple[str, str, str]) -> None:
    assert parted(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Norway froze the talks and the Union said that it would review the pact.",
        "The dam held, the governor said, but the road was lost.",
        "Crews cleared the port.",
    ],
)
def test_what_has_no_one_speaker_stays_whole(text: str) -> None:
    assert parted(text) is None


def test_a_state_says_it_of_its_own_forces() -> None:
    of = frozenset({"norwegian", "norway", "navy"})
    told = said("Norway", "says", "its navy had taken the island", of)
    assert told == "Norway says it has taken the island"
    assert said("Medics", "says", "shells killed 12", frozenset()) == "Medics say shells killed 12"


def test_speech_is_given_as_speech() -> None:
    assert said("Olsen", "says", "“We will answer”") == "Olsen says: “We will answer”"


def test_a_place_in_the_name_of_the_source_is_not_told_twice() -> None:
    assert placed("shells killed 12 in Bergen on 3 May", "Health Office in Bergen") == (
        "shells killed 12 on 3 May"
    )


def test_the_day_of_the_brief_goes_without_saying() -> None:
    today = frozenset({"3 May", "2 May"})
    assert undated("Shells fell on the quay on 3 May", today) == "Shells fell on the quay"
    assert undated("Shells fell on 1 May", today) == "Shells fell on 1 May"


def test_a_stretch_of_time_goes_behind_and_short() -> None:
    text = "In the 24 hours to 3 May, shells killed five sailors"
    assert behind(text) == "shells killed five sailors in the past 24 hours"
    assert behind("It shot down 9 drones on the night of 2–3 May") == (
        "It shot down 9 drones overnight"
    )
