"""The dated states that one proposal goes through, report by report."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sitrep.model.truces import Truce
from sitrep.trackers.ceasefire_identity import Thread
from sitrep.trackers.ceasefire_machine import Machine
from sitrep.trackers.ceasefire_steps import Step
from sitrep.trackers.marks import Cast


def states_of(
    thread: Thread, cast: Cast, findings: Mapping[str, tuple[str, ...]], as_of: datetime
) -> Sequence[tuple[datetime, Truce, tuple[str, ...]]]:
    """Return the states of a proposal, each with its moment and the findings behind the change.

    The last is the state at `as_of`, which time alone may have brought about.
    """
    machine = Machine(thread, cast, findings)
    states: list[tuple[datetime, Truce, tuple[str, ...]]] = []
    by_report: dict[tuple[datetime, str], list[Step]] = {}
    for step in thread.steps:
        by_report.setdefault((step.at, step.claim.article_id), []).append(step)
    behind: tuple[str, ...] = ()
    for (at, _), together in by_report.items():
        for step in together:
            machine.take(step)
        new = (one for step in together for one in findings.get(step.claim.id, ()))
        behind = tuple(dict.fromkeys(new)) or behind
        truce = machine.truce(at)
        if machine.told and (not states or _seen(truce) != _seen(states[-1][1])):
            states.append((at, truce, behind))
    last = machine.truce(as_of)
    if states and last.status != states[-1][1].status:
        states.append((last.ended or as_of, last, behind))
    elif states:
        states[-1] = (states[-1][0], last, behind)
    return states


def _seen(truce: Truce) -> tuple[object, ...]:
    """Return what makes a state another one for readers."""
    return (
        truce.status,
        truce.starts,
        truce.ends,
        tuple((one.actor, one.stand) for one in truce.positions),
        tuple((one.by, one.disputed) for one in truce.said_agreed),
        tuple((one.against, one.by, one.count) for one in truce.violations),
        tuple((one.worry, one.by) for one in truce.concerns),
    )
