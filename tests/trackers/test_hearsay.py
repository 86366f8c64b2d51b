"""What somebody else says of a party's position is not the party's position."""

from datetime import UTC, datetime

import pytest

from sitrep.trackers.track import track

NOON = "2025-05-21T12:00:00+00:00"
EVENING = "2025-05-21T18:00:00+00:00"


@pytest.fixture
def states(told):
    def of(*texts):
        reports = told(
            [
                {"outlet": "Sample Wire", "at": at, "text": text}
                for at, text in zip((NOON, EVENING), texts, strict=False)
            ],
            "ukraine",
        )
        findings, claims = reports.findings(datetime(2025, 5, 22, tzinfo=UTC))
        found = track(findings, claims, reports.theatre, reports.vocabulary)
        return {one.key: one for one in found if one.tracker == "ceasefire"}, findings

    return of


def test_a_person_outside_the_files_states_no_position_of_a_party(states):
    found, findings = states(
        "Russia will not accept a 30-day ceasefire in Ukraine, the writer Ned Hartwell said."
    )
    assert not [one for one in findings if one.question.kind == "decision"]
    truce = found["30-day-ceasefire"]
    assert truce.value == "said to be not accepted by Ned Hartwell"
    assert truce.text == "The 30-day ceasefire is said by Ned Hartwell to be not accepted"
    assert "30-day-ceasefire:russia" not in found


def test_the_party_itself_outweighs_what_a_stranger_says_of_it(states):
    found, _ = states(
        "Russia has accepted a 30-day ceasefire in Ukraine, Kremlin spokesman Dmitry Peskov said.",
        "Russia will not accept a 30-day ceasefire in Ukraine, the writer Ned Hartwell said.",
    )
    assert found["30-day-ceasefire"].value == "accepted"
    assert found["30-day-ceasefire:russia"].value == "accepted"


def test_what_the_other_party_says_of_a_position_is_its_word(states):
    found, _ = states(
        "Russia has rejected the 30-day ceasefire, Ukrainian President Volodymyr Zelensky said."
    )
    assert found["30-day-ceasefire"].value.startswith("said to be refused by ")
    assert found["30-day-ceasefire:russia"].value == "said to be refused"
    assert found["30-day-ceasefire:russia"].text.endswith(", Volodymyr Zelensky says")


def test_an_outlet_in_its_own_voice_tells_a_position(states):
    found, _ = states("Russia rejected the 30-day ceasefire with Ukraine on Wednesday.")
    assert found["30-day-ceasefire"].value == "refused"
    assert found["30-day-ceasefire:russia"].value == "refused"


def test_a_spokesman_whom_no_file_names_speaks_for_his_side(states):
    found, _ = states(
        "Russian Foreign Ministry spokesman Oleg Varenov said on Wednesday that he had read"
        " Volodymyr Zelensky's answer."
        ' "Ukraine\'s demands are fully rejected, and the war goes on," the spokesman said.'
    )
    state = found["the other side's conditions:russia"]
    assert state.value == "refused"
    assert (
        state.text == "Russia has rejected the other side's conditions, according to Oleg Varenov"
    )
