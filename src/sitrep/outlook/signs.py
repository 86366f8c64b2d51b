"""Signs to watch beside a course: meetings ahead, what the sides tie a truce to, counts of fire."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from sitrep.model.findings import Indicator, TrackerState
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.measures import counted, measures
from sitrep.outlook.meetings import told
from sitrep.outlook.rates import odds
from sitrep.outlook.standing import related

LEAST = 0.05
"""A sign of less importance is left out."""
_SIGNS = 2
"""Signs of one kind beside a course."""
_BEARING = (
    "talks", "venue of talks", "mediation", "leaders' meeting", "prisoner exchange",
    "release of prisoners", "withdrawal", "disarmament", "security guarantees", "territory",
    "peacekeepers", "observers", "aid access",
)  # fmt: skip
"""Open questions (`diplomacy.yaml`) that a truce hangs on."""
_YIELDING = ("open", "accepted", "proposed")


def of_meetings(meetings: Sequence[TrackerState], evidence: Evidence) -> Iterator[Indicator]:
    """Yield the meetings ahead; the first stands in the text already."""
    for place, state in enumerate(meetings[:_SIGNS]):
        text = told(state, evidence).rstrip(",")
        own = f"{text[:1].upper()}{text[1:]}." if place else ""
        yield Indicator(text=own, claims=evidence.claims_of([state]), as_told=True)


def of_positions(
    states: Sequence[TrackerState], evidence: Evidence, *, yielding: bool
) -> Iterator[Indicator]:
    """Yield what parties and mediators say, in their own words, on what a truce hangs on."""
    found = (
        Indicator(text="", claims=(claim.id,), as_told=True)
        for actor in (*evidence.parties, *evidence.theatre.mediators)
        for state, claim in related(actor, states, evidence)
        if evidence.weight(state) >= LEAST
        and state.position is not None
        and state.position.question in _BEARING
        and (state.position.stand in _YIELDING) == yielding
    )
    yield from islice(found, _SIGNS)


def of_attacks(states: Sequence[TrackerState], evidence: Evidence) -> Iterator[Indicator]:
    """Yield the weightiest count of the last days' fire as the measure of further attacks."""
    counts = measures(states, evidence)
    rated = next(((one, o) for one in counts if (o := odds(one, evidence)) is not None), None)
    fired = (one for one in counts if one.key.startswith("launched:"))
    chosen = rated[0] if rated else next(chain(fired, counts), None)
    if chosen is None:
        return
    count, window = counted(chosen, evidence)
    yield Indicator(
        text=f"Attacks on the scale of {window}: {count}.",
        claims=evidence.claims_of([chosen]),
        odds=rated[1] if rated else None,
    )
