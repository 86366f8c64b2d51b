"""Every PLOVER type and mode has an ACLED sub-event, or a reason why it has none."""

import pytest

from sitrep.vocabulary.events import PLOVER_TYPES, event_words

SUB_EVENTS = {
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest",
    "Violent demonstration", "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb",
    "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    "Sexual violence", "Attack", "Abduction/forced disappearance", "Agreement", "Arrests",
    "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
}  # fmt: skip
"""All 25 of the ACLED codebook."""
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "MOBILIZE": "troops weapons police militia",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives"
    " suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}
"""The modes of PLOVER 0.8 that matter for conflict news."""


def test_every_type_and_mode_is_mapped_or_has_a_reason() -> None:
    words = event_words()
    keys = {*PLOVER_TYPES, *(f"{t} {m}" for t, modes in MODES.items() for m in modes.split())}
    assert keys <= set(words.acled)
    without = {key.split()[0] for key, sub_event in words.acled.items() if sub_event == ""}
    assert without == set(words.not_in_acled)
    assert all(len(reason.split()) > 4 for reason in words.not_in_acled.values())


def test_no_word_has_a_mode_that_the_table_lacks() -> None:
    words = event_words()
    readings = [
        reading
        for table in (words.verbs, words.nouns, words.adjectives)
        for entries in table.values()
        for reading in entries
        if not reading.skip
    ]
    assert {r.type for r in readings} == set(PLOVER_TYPES)
    assert {f"{r.type} {r.mode}" for r in readings if r.mode} <= set(words.acled)
    reached = {r.acled or words.sub_event(r.type, r.mode) for r in readings} - {None}
    assert reached == SUB_EVENTS


def test_the_table_names_sub_events_of_the_codebook_alone() -> None:
    assert set(event_words().acled.values()) <= {"", *SUB_EVENTS}


@pytest.mark.parametrize(
    ("type_", "mode", "sub_event"),
    [
        ("RETREAT", "withdraw", "Non-violent transfer of territory"),
        ("RETREAT", "ceasefire", "Agreement"),
        ("COERCE", "arrest", "Arrests"),
        ("ASSAULT", "drone", "Air/drone strike"),
        ("ASSAULT", None, "Attack"),
        ("THREATEN", "violence", None),
    ],
)
def test_sub_events(type_: str, mode: str | None, sub_event: str | None) -> None:
    assert event_words().sub_event(type_, mode) == sub_event
