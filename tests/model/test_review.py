"""The log of decisions: what holds, and what a chain shows."""

from datetime import UTC, datetime, timedelta

import msgspec

from sitrep.model.review import (
    Decision,
    Target,
    chained,
    first_break,
    identified,
    in_force,
    written,
)

NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def decided(action="reject", hours=0, **more):
    target = Target(kind="claim", id="clm-1", text="Ten drones were shot down.")
    return identified(
        Decision(
            action=action, targets=(target,), by="A. Analyst", at=NOON + hours * HOUR,
            reason="another night", **more,
        )
    )  # fmt: skip


def log_of(*decisions):
    entries = []
    for decision in decisions:
        entries.append(chained(written(decision), entries[-1] if entries else None))
    return entries


def test_an_id_stands_for_all_that_a_decision_says():
    assert decided().id == decided().id
    assert decided().id != decided(hours=1).id
    assert identified(decided()).id == decided().id


def test_an_undone_decision_does_not_hold_until_its_undoing_is_undone():
    first = decided()
    undo = decided("undo", hours=1, undoes=first.id)
    again = decided("undo", hours=2, undoes=undo.id)
    assert in_force([first]) == [first]
    assert in_force([first, undo]) == []
    assert in_force([first, undo, again]) == [first]


def test_a_past_moment_knows_only_what_was_decided_by_then():
    first = decided()
    undo = decided("undo", hours=1, undoes=first.id)
    assert in_force([first, undo], as_of=NOON - HOUR) == []
    assert in_force([first, undo], as_of=NOON) == [first]
    assert in_force([first, undo], as_of=NOON + HOUR) == []


def test_decisions_hold_in_the_order_of_their_making_whatever_that_of_the_log():
    early, late = decided("accept"), decided("reject", hours=1)
    assert in_force([late, early]) == [early, late]


def test_a_whole_log_holds():
    assert first_break([]) is None
    assert first_break(log_of(decided(), decided("accept", 1), decided("reject", 2))) is None


def test_the_first_entry_that_was_changed_is_named():
    log = log_of(decided(), decided("accept", 1), decided("reject", 2))
    forged = msgspec.structs.replace(log[1], written=log[1].written.replace("Analyst", "Other"))
    broken = first_break([log[0], forged, log[2]])
    assert broken.number == 2
    assert "changed" in broken.problem


def test_a_forged_hash_shows_in_the_entry_after_it():
    log = log_of(decided(), decided("accept", 1))
    forged = chained(log[0].written.replace("Analyst", "Other"), None)
    assert first_break([forged, log[1]]).number == 2


def test_a_lost_entry_and_two_that_changed_places_are_named():
    log = log_of(decided(), decided("accept", 1), decided("reject", 2))
    assert first_break([log[0], log[2]]).number == 2
    assert first_break(log[1:]).number == 1
    assert first_break([log[1], log[0], log[2]]).number == 1
