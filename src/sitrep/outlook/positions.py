"""What each party made of one proposal, and which of them the next days depend on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitrep.model.findings import TrackerState
from sitrep.vocabulary.types import Theatre
from sitrep.vocabulary.wording import actor_name, proposal_name

REFUSING = ("refused", "not accepted", "disputed", "conditions set", "conditions announced")
"""Values of states that stand in the way of a settlement, the weightiest last."""
_GIVING = {
    "accepted": " that {party} has accepted",
    "open": " that {party} says it is ready for",
    "proposed": " that {party} has proposed",
}

ASKED = ("open", "not accepted", "disputed")
"""Positions that leave the proposal as others have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The party that has yet to accept a proposal, its position, and who favours the proposal.

    `party` and `proposal` are words for readers, `subject` the proposal without its article.
    `value` is "" where the party has not answered in the reports read. `favouring` is the state of
    another party, or of a mediator, that accepted or made the proposal.
    """

    party: str
    proposal: str
    subject: str
    value: str
    own: TrackerState | None
    favouring: TrackerState | None

    @property
    def states(self) -> tuple[TrackerState, ...]:
        """The states behind the positions."""
        return tuple(one for one in (self.own, self.favouring) if one is not None)


def positions(ranked: Sequence[TrackerState], theatre: Theatre) -> Positions | None:
    """Return the positions on the weightiest proposal that not every party has accepted.

    `ranked` are the states of the ceasefire tracker, weightiest first. A state on a proposal
    without a name ("a ceasefire") counts for every proposal of its kind.
    """
    parties = [party.actor for party in theatre.parties]
    kinds = {one.id: one.kind for one in theatre.proposals}
    for proposal in dict.fromkeys(_proposal(state) for state in ranked):
        kind = kinds.get(proposal, proposal)
        near = [
            state
            for state in ranked
            if _proposal(state) in (proposal, kind)
            or (proposal == kind and kinds.get(_proposal(state)) == kind)
        ]
        held = _held(near)
        found = _open(held, parties, theatre)
        if found is not None:
            return found
    return None


def given(found: Positions, theatre: Theatre) -> str:
    """Return who favours the proposal, as a clause: " that Sudria has accepted"."""
    state = found.favouring
    if state is None:
        return ""
    return _GIVING[state.value].format(party=actor_name(_party(state), theatre))


def _held(states: Sequence[TrackerState]) -> dict[str, TrackerState]:
    """Return the position of each actor, the weightiest where there are several."""
    held: dict[str, TrackerState] = {}
    for state in states:
        held.setdefault(_party(state), state)
    return held


def _open(
    held: Mapping[str, TrackerState], parties: Sequence[str], theatre: Theatre
) -> Positions | None:
    waiting = [party for party in parties if _value(held, party) != "accepted"]
    if not waiting:
        return None
    party = min(waiting, key=lambda one: (_order(_value(held, one)), parties.index(one)))
    favouring = next(
        (held[one] for one in _others(held, party, parties) if held[one].value in _GIVING), None
    )
    own = held.get(party)
    if own is None and favouring is None:
        return None
    bound = own is not None and (favouring is None or own.value not in ASKED)
    about = own if bound else favouring
    name = proposal_name(_proposal(about or held[party]), theatre)
    return Positions(
        party=actor_name(party, theatre),
        proposal=name,
        subject=name.split(" ", 1)[1],
        value=own.value if own is not None else "",
        own=own,
        favouring=favouring,
    )


def _others(held: Mapping[str, TrackerState], party: str, parties: Sequence[str]) -> list[str]:
    """Return the other actors, parties before mediators."""
    return sorted((one for one in held if one != party), key=lambda one: (one not in parties, one))


def _order(value: str) -> int:
    """Order the parties that have not accepted: refusals first, then silence, then openness."""
    if value in REFUSING:
        return -REFUSING.index(value)
    return 1 if value == "" else 2


def _value(held: Mapping[str, TrackerState], party: str) -> str:
    return held[party].value if party in held else ""


def _proposal(state: TrackerState) -> str:
    return state.key.rsplit(":", 1)[0]


def _party(state: TrackerState) -> str:
    return state.key.rsplit(":", 1)[1]
