"""A sentence that takes another's place keeps who says so, whoever wrote it."""

import pytest

from sitrep.brief.verify.evidence import Known
from sitrep.brief.verify.rewrite import rewritten

CREDITED = "A missile damaged two grain silos in the port of Odesa, Sample Wire reported."
SAID = "Ten drones hit the plant, the air force said, Sample Wire reported."
SPOKEN = "The ministry said that troops left Sudzha."
OWN = "A missile damaged two grain silos in the port of Odesa."


def reasons(sentence: str, replaced: str) -> str:
    return "; ".join(fault.reason for fault in rewritten(sentence, replaced, Known()))


@pytest.mark.parametrize(
    ("sentence", "replaced"),
    [
        (CREDITED, CREDITED),
        ("Sample Wire reported that a missile damaged two grain silos in Odesa.", CREDITED),
        ("According to Sample Wire, a missile damaged two grain silos in Odesa.", CREDITED),
        ("Troops left Sudzha, the ministry said.", SPOKEN),
        ("A missile damaged two silos in Odesa.", OWN),
    ],
)
def test_source_may_move(sentence: str, replaced: str) -> None:
    assert reasons(sentence, replaced) == ""


@pytest.mark.parametrize(
    ("sentence", "replaced", "reason"),
    [
        (OWN, CREDITED, "is gone"),
        ("A missile damaged two silos, Sample Post reported.", CREDITED, "is gone"),
        ("A missile damaged two silos, Sample Wire confirmed.", CREDITED, "is gone"),
        ("A missile damaged two silos; Sample Wire reported that Odesa has a port.", CREDITED,
         "no longer answers for"),
        ("Ten drones hit the plant, the air force said.", SAID, "“Sample Wire reported” is gone"),
        ("Ten drones hit the plant, Sample Wire reported.", SAID, "“the air force said” is gone"),
        ("Troops left Sudzha.", SPOKEN, "is gone"),
        ("A missile damaged two silos and killed four.", OWN, "nobody is said to have said"),
        (f"{CREDITED[:-1]}, and officials confirmed.", CREDITED, "a source of its own"),
    ],
)  # fmt: skip
def test_source_may_not_go(sentence: str, replaced: str, reason: str) -> None:
    assert reason in reasons(sentence, replaced)
