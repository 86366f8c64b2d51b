"""The question that tracker states leave open, the weightiest first, in plain words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sitrep.model.findings import Finding, TrackerState
from sitrep.outlook.positions import ASKED, Positions, given, positions
from sitrep.vocabulary.types import Theatre

AHEAD = ("planned", "possible")
"""Values of meetings that have not taken place."""
_EACH = 1
"""Claims cited for each position: a reader checks the sentence, not the whole file."""
Matter = Literal["proposal", "talks", "place"]

_WHETHER = {
    "conditions announced": "the conditions that {party} says it will set for {proposal}",
    "conditions set": "the conditions that {party} has set for {proposal}",
    "refused": "whether {party}, which has rejected {proposal}, changes its position",
    "not accepted": "whether {party} accepts {proposal}",
    "disputed": "whether {party} accepts {proposal}",
    "open": "whether {party} accepts {proposal}",
    "proposed": "whether the other side accepts {proposal} that {party} has proposed",
    "": "whether {party} accepts {proposal}{giver}",
}
_GIVEN = "{proposal}{giver}, and on whether {party} accepts it"
"""The same where another side favours the proposal and this one has not refused it. The proposal
comes first: the reports tell of it with whoever favours it."""
"""What the next days turn on, by what the party that has not accepted made of the proposal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An open question: what it is about, in words, and the states that leave it open.

    `positions` are those on the proposal, where one is the matter.
    """

    matter: Matter
    subject: str
    text: str
    states: tuple[TrackerState, ...]
    positions: Positions | None = None


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


def ranked(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> list[TrackerState]:
    """Return states, the weightiest first."""
    return sorted(states, key=lambda state: (-weight(state, findings), state.key))


def _proposal(
    states: Sequence[TrackerState], findings: Mapping[str, Finding], theatre: Theatre
) -> Open | None:
    stands = [one for one in states if one.tracker == "ceasefire" and one.truce is None]
    order = ranked(stands, findings)
    found = positions(order, theatre)
    if found is None:
        return None
    giver = given(found, theatre)
    asked = giver and found.value in ASKED
    words = (_GIVEN if asked else _WHETHER[found.value]).format(
        party=found.party, proposal=found.proposal, giver=giver
    )
    return Open(
        matter="proposal",
        subject=found.subject,
        text=f"The next days turn on {words}.",
        states=found.states,
        positions=found,
    )


def _talks(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> Open | None:
    planned = [one for one in states if one.tracker == "diplomacy" and one.value in AHEAD]
    first = next(iter(ranked(planned, findings)), None)
    if first is None:
        return None
    head = findings[first.findings[0]].question.text.split(",")[0]
    words = f"{head[:1].lower()}{head[1:]}"
    told = words if words.startswith("talks") else f"a {words}"
    text = f"The next days turn on whether {told} {'go' if told == words else 'goes'} ahead."
    return Open(matter="talks", subject="talks", text=text, states=(first,))


def _place(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> Open | None:
    contested = [one for one in states if one.tracker == "control" and one.value == "contested"]
    first = next(iter(ranked(contested, findings)), None)
    if first is None:
        return None
    subject = first.key.split(":")[1]
    text = f"The next days turn on who controls {subject}."
    return Open(matter="place", subject=subject, text=text, states=(first,))
