"""A headline tells what was done as it is done."""

import pytest

from sitrep.brief.write.tense import forward, passive, plural, present


@pytest.mark.parametrize(
    ("text", "verbs", "told"),
    [
        ("Olsen visited the harbour", {"visited"}, "Olsen visits the harbour"),
        ("Crews cleared the port", {"cleared"}, "Crews clear the port"),
        ("Bergen and Oslo signed a pact", set(), "Bergen and Oslo sign a pact"),
        (
            "Bergen froze the talks and Oslo said that it would review the pact",
            set(),
            "Bergen freezes the talks and Oslo says it will review the pact",
        ),
    ],
)
def test_the_first_simple_past_is_told_in_the_present(
    text: str, verbs: set[str], told: str
) -> None:
    assert present(text, frozenset(verbs)) == told


@pytest.mark.parametrize(
    "text",
    [
        "The port was cleared by crews",
        "The crews trained in Bergen were sent home",
        "The port has been cleared",
    ],
)
def test_a_participle_is_no_simple_past(text: str) -> None:
    assert present(text, frozenset({"cleared", "trained"})) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("its crews had cleared the port", "its crews have cleared the port"),
        ("the port would open on Monday", "the port will open on Monday"),
        ("he would rather wait", "he would rather wait"),
        ("it was ready to talk", "it is ready to talk"),
        ("the port was shelled", "the port was shelled"),
    ],
)
def test_reported_speech_is_told_as_it_was_spoken(text: str, told: str) -> None:
    assert forward(text) == told


def test_some_subjects_without_an_s_are_plural() -> None:
    assert plural("military personnel")
    assert plural("health officials in the port")
    assert plural("a large number of troops")
    assert not plural("the United States")


def test_who_was_killed_does_not_kill() -> None:
    done = passive("A child was killed in Bergen")
    verbs = frozenset({"killed"})
    assert present("Child killed in Bergen", verbs, done) == "Child killed in Bergen"
    assert present("Shells killed a child", verbs) == "Shells kill a child"


def test_two_pasts_stay_together() -> None:
    text = "Bergen froze the talks and sanctioned some traders"
    assert present(text, frozenset({"froze"})) == text
    resigned = "Man appointed to the board has resigned"
    assert present(resigned, frozenset({"appointed"})) == resigned
