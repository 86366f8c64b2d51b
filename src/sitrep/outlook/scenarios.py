"""Two courses from an open question, each with the signs that claims say to watch."""

from collections.abc import Mapping, Sequence

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Indicator, Scenario, TrackerState
from sitrep.outlook.questions import AGAINST, AHEAD, Open, claims_of, joined, ranked

_INDICATORS = 3
_NAMES = {
    "proposal": ("The sides settle on the {subject}", "The {subject} stalls"),
    "talks": ("The talks take place", "The talks do not take place"),
    "place": ("One side's hold on {subject} is confirmed", "{subject} stays contested"),
}


def scenarios(
    question: Open,
    states: Sequence[TrackerState],
    findings: Mapping[str, Finding],
    claims: Mapping[str, Claim],
) -> tuple[Scenario, ...]:
    """Return the course towards a settlement and the course without one.

    A course rests on states that point its way; where none does, it is left out.
    """
    meetings = ranked([one for one in states if one.tracker == "diplomacy"], findings)
    towards = [one for one in question.states if one.value not in AGAINST]
    towards += [one for one in meetings if one.value in AHEAD and one not in towards]
    away = [one for one in question.states if one.value in AGAINST]
    courses = []
    for name, signs in zip(_NAMES[question.matter], (towards, away), strict=True):
        if not signs:
            continue
        courses.append(
            Scenario(
                name=name.format(subject=question.subject),
                text=joined(signs[:1]),
                claims=claims_of(signs[:1], findings),
                indicators=_indicators(signs[1:], findings, claims),
            )
        )
    return tuple(courses)


def _indicators(
    signs: Sequence[TrackerState],
    findings: Mapping[str, Finding],
    claims: Mapping[str, Claim],
) -> tuple[Indicator, ...]:
    found = [
        Indicator(text=state.text, claims=behind)
        for state in signs
        for behind in (claims_of([state], findings),)
        if behind and all(one in claims for one in behind)
    ]
    return tuple(found[:_INDICATORS])
