"""The question that tracker states leave open, the weightiest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sitrep.model.findings import Finding, TrackerState
from sitrep.vocabulary.types import Theatre

AGAINST = ("refused", "not accepted", "conditions set", "disputed", "contested", "not held")
"""Values of states that stand in the way of a settlement."""
AHEAD = ("planned", "possible")
"""Values of meetings that have not taken place."""
_EACH = 1
"""Claims cited for each position: a reader checks the sentence, not the whole file."""
Matter = Literal["proposal", "talks", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An open question: what it is about, in words, and the states that leave it open."""

    matter: Matter
    subject: str
    text: str
    states: tuple[TrackerState, ...]


def open_question(
    states: Sequence[TrackerState], findings: Mapping[str, Finding], theatre: Theatre
) -> Open | None:
    """Return the weightiest question: a proposal, else planned talks, else a contested place."""
    return (
        _proposal(states, findings, theatre) or _talks(states, findings) or _place(states, findings)
    )


def claims_of(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> tuple[str, ...]:
    """Return the best claims behind each state, in the order of the states."""
    return tuple(
        dict.fromkeys(
            claim
            for state in states
            for one in state.findings
            if one in findings
            for claim in findings[one].answers[0].claims_for[:_EACH]
        )
    )


def weight(state: TrackerState, findings: Mapping[str, Finding]) -> float:
    """Return the importance of the findings behind a state."""
    return max((findings[one].importance for one in state.findings if one in findings), default=0.0)


def joined(states: Sequence[TrackerState]) -> str:
    """Return the texts of one or two states as one sentence."""
    return f"{'; '.join(state.text for state in states[:2])}."


def ranked(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> list[TrackerState]:
    """Return states, the weightiest first."""
    return sorted(states, key=lambda state: (-weight(state, findings), state.key))


def _proposal(
    states: Sequence[TrackerState], findings: Mapping[str, Finding], theatre: Theatre
) -> Open | None:
    parties = {party.actor for party in theatre.parties}
    by_proposal: dict[str, list[TrackerState]] = {}
    for state in ranked([one for one in states if one.tracker == "ceasefire"], findings):
        proposal, party = state.key.rsplit(":", 1)
        if party in parties:
            by_proposal.setdefault(proposal, []).append(state)
    unsettled = {
        proposal: positions
        for proposal, positions in by_proposal.items()
        if len(positions) < len(parties) or any(one.value != "accepted" for one in positions)
    }
    if not unsettled:
        return None
    proposal = min(unsettled, key=lambda one: (-len(unsettled[one]), one))
    positions = unsettled[proposal]
    named = next((one.name for one in theatre.proposals if one.id == proposal), proposal)
    return Open(
        matter="proposal", subject=named, text=joined(positions), states=tuple(positions[:2])
    )


def _talks(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> Open | None:
    planned = [one for one in states if one.tracker == "diplomacy" and one.value in AHEAD]
    first = next(iter(ranked(planned, findings)), None)
    if first is None:
        return None
    return Open(matter="talks", subject="talks", text=joined([first]), states=(first,))


def _place(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> Open | None:
    contested = [one for one in states if one.tracker == "control" and one.value == "contested"]
    first = next(iter(ranked(contested, findings)), None)
    if first is None:
        return None
    subject = first.key.split(":")[1]
    return Open(matter="place", subject=subject, text=joined([first]), states=(first,))
