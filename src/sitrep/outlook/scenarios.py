"""Two courses from an open question, each with the signs that claims say to watch."""

from collections.abc import Mapping, Sequence

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Indicator, Scenario, TrackerState
from sitrep.outlook.questions import Open

_AHEAD = ("planned", "conditional")
_INDICATORS = 3


def scenarios(
    question: Open,
    states: Sequence[TrackerState],
    findings: Mapping[str, Finding],
    claims: Mapping[str, Claim],
) -> tuple[Scenario, ...]:
    """Return the course towards a settlement of the question and the course without one."""
    towards, away = _sides(question)
    return (
        Scenario(
            name=_NAMES[question.matter][0].format(subject=question.subject),
            text="; ".join(state.text for state in towards),
            claims=_claims(towards, findings),
            indicators=_indicators(states, findings, claims),
        ),
        Scenario(
            name=_NAMES[question.matter][1].format(subject=question.subject),
            text="; ".join(state.text for state in away),
            claims=_claims(away, findings),
        ),
    )


_NAMES = {
    "proposal": ("Both sides accept the {subject}", "The {subject} stalls"),
    "talks": ("{subject}: held", "{subject}: not held"),
    "place": ("One side establishes control of {subject}", "{subject} stays contested"),
}


def _sides(question: Open) -> tuple[tuple[TrackerState, ...], tuple[TrackerState, ...]]:
    away = tuple(
        state
        for state in question.states
        if state.value in ("refused", "not accepted", "conditions set", "disputed", "contested")
    )
    towards = tuple(state for state in question.states if state not in away)
    return towards or question.states, away or question.states


def _claims(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            claim
            for state in states
            for one in state.findings
            if one in findings
            for claim in findings[one].claims
        )
    )


def _indicators(
    states: Sequence[TrackerState],
    findings: Mapping[str, Finding],
    claims: Mapping[str, Claim],
) -> tuple[Indicator, ...]:
    found: list[Indicator] = []
    for state in states:
        ahead = tuple(
            one for one in _claims([state], findings) if one in claims and _ahead(claims[one])
        )
        if state.tracker == "diplomacy" and state.value in ("planned", "possible") and ahead:
            found.append(Indicator(text=state.text, claims=ahead))
    return tuple(found[:_INDICATORS])


def _ahead(claim: Claim) -> bool:
    return any(event.modality in _AHEAD for event in claim.events)
