"""Two courses from an open question, each with the signs that claims say to watch."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sitrep.model.findings import Finding, Indicator, Scenario, TrackerState
from sitrep.outlook.questions import AHEAD, Open, claims_of, ranked, weight
from sitrep.vocabulary.types import Theatre

_INDICATORS = 2
_LEAST = 0.15
"""A sign of less importance is left out."""
_NAMES = {
    "proposal": ("Agreement on the {subject}", "No agreement on the {subject}"),
    "talks": ("The talks take place", "The talks do not take place"),
    "place": ("One side's hold on {subject} is confirmed", "{subject} stays contested"),
}
_WEEK = timedelta(days=7)
_BODIES = ("ministry", "force", "agency", "government", "organisation")
_AWAY = {
    "conditions announced": "the conditions go beyond what the other side accepts and the fighting "
    "goes on; the signs would be demands that have been refused before and further attacks",
    "conditions set": "{party} keeps to its conditions and the fighting goes on; the signs would "
    "be the same demands again and further attacks",
    "refused": "{party} keeps to its refusal and the fighting goes on; the signs would be another "
    "refusal and further attacks",
    "not accepted": "{party} puts off its answer and the fighting goes on; the signs would be new "
    "conditions and further attacks",
    "disputed": "{party} puts off its answer and the fighting goes on; the signs would be new "
    "conditions and further attacks",
    "open": "{party} ties its consent to conditions and the fighting goes on; the signs would be "
    "new demands and further attacks",
}
"""The course without a settlement, by what the waiting party made of the proposal."""


def scenarios(
    question: Open,
    states: Sequence[TrackerState],
    findings: Mapping[str, Finding],
    theatre: Theatre,
) -> tuple[Scenario, ...]:
    """Return the course towards a settlement and the course without one.

    A course rests on states that point its way; where the states carry one course alone, none is
    projected: one course is no choice.
    """
    if question.positions is None:
        return ()
    meetings = [one for one in states if one.tracker == "diplomacy" and one.value in AHEAD]
    ahead = [one for one in ranked(meetings, findings) if weight(one, findings) >= _LEAST]
    away = _AWAY.get(question.positions.value)
    if away is None or (question.positions.favouring is None and not ahead):
        return ()
    towards, stalls = (name.format(subject=question.subject) for name in _NAMES["proposal"])
    own = [question.positions.own] if question.positions.own else []
    return (
        _towards(towards, question, ahead, findings),
        Scenario(
            name=stalls,
            text=f"In this course {away.format(party=question.positions.party)}.",
            claims=claims_of(own, findings),
            indicators=_attacks(states, findings, theatre),
        ),
    )


def _towards(
    name: str, question: Open, ahead: Sequence[TrackerState], findings: Mapping[str, Finding]
) -> Scenario:
    found = question.positions
    carried = [*question.states, *ahead[:1]]
    if ahead:
        course = "the sides meet and agree on terms"
        signs = "an agreed place and date for talks"
    else:
        party = found.party if found else "the other side"
        course = f"{party} accepts and the terms are agreed"
        signs = "a formal acceptance and a date for the start"
    return Scenario(
        name=name,
        text=f"In this course {course}; the signs would be {signs}.",
        claims=claims_of(carried, findings),
        indicators=tuple(_meeting(one, findings) for one in ahead[:_INDICATORS]),
    )


def _meeting(state: TrackerState, findings: Mapping[str, Finding]) -> Indicator:
    """Return "Talks between A and B in the week from 26 May, of which C has spoken"."""
    finding = findings[state.findings[0]]
    head = finding.question.text.partition(", ")[0]
    when = _when(finding)
    who = next(iter(finding.answers[0].claimants), "")
    words = head if head.startswith("Talks") else f"A {head[:1].lower()}{head[1:]}"
    return Indicator(
        text=f"{words}{when}, of which {who} has spoken", claims=claims_of([state], findings)
    )


def _when(finding: Finding) -> str:
    """Return " in the week from 26 May" for the week after the last report, "" for another time."""
    begins, known = finding.happened_from, finding.last_known_at
    if begins is None or known is None or not known < begins <= known + _WEEK:
        return ""
    monday = begins - timedelta(days=begins.weekday())
    return f" in the week from {monday.day} {monday:%B}"


def _attacks(
    states: Sequence[TrackerState], findings: Mapping[str, Finding], theatre: Theatre
) -> tuple[Indicator, ...]:
    """Return the weightiest count of a night's fire as the measure of further attacks."""
    counts = [
        one
        for one in states
        if one.tracker == "strikes" and one.key.startswith("launched:") and "night:" in one.key
    ]
    first = next((one for one in ranked(counts, findings) if one.value.isdigit()), None)
    if first is None:
        return ()
    finding = findings[first.findings[0]]
    head, _, window = finding.question.text.partition(", ")
    weapon = head.split(" launched", 1)[0].lower()
    who = _who(finding.answers[0].claimants[0], theatre)
    text = f"Attacks on the scale of the {window}: {first.value} {weapon}, according to {who}"
    return (Indicator(text=text, claims=claims_of([first], findings)),)


def _who(name: str, theatre: Theatre) -> str:
    """Return a claimant with the article that bodies take."""
    body = any(one.name == name and one.kind in _BODIES for one in theatre.actors)
    return f"the {name}" if body else name
