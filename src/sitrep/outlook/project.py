"""Tracker states to an outlook: the open question, two courses, and what to watch."""

from collections.abc import Mapping, Sequence

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Outlook, TrackerState
from sitrep.outlook.questions import Open, claims_of, open_question
from sitrep.outlook.scenarios import scenarios
from sitrep.vocabulary.types import Theatre


def project(
    states: Sequence[TrackerState],
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
) -> Outlook:
    """Return the outlook that the states of `theatre` leave open.

    No base rate is known to this version, so no scenario bears a probability. With nothing open
    the question says so and there are no scenarios.
    """
    by_id = {finding.id: finding for finding in findings}
    carried = [state for state in states if all(one in claims for one in claims_of([state], by_id))]
    question = open_question(carried, by_id, theatre)
    if question is None:
        return Outlook(
            question="The reports read leave no question open that the trackers follow.",
            claims=(),
            confidence="low",
            confidence_reason="the reports leave nothing open that the trackers follow.",
            scenarios=(),
        )
    courses = scenarios(question, carried, by_id, theatre)
    level, reason = _confidence(question, by_id)
    return Outlook(
        question=question.text,
        claims=claims_of(question.states, by_id),
        scenarios=courses,
        confidence="moderate" if level else "low",
        confidence_reason=reason,
    )


def _confidence(question: Open, findings: Mapping[str, Finding]) -> tuple[bool, str]:
    behind = [
        findings[one] for state in question.states for one in state.findings if one in findings
    ]
    answers = [answer for finding in behind for answer in finding.answers]
    known = {origin for answer in answers for origin in answer.vouched}
    origins = len(known) or max((answer.counted for answer in answers), default=0)
    sides = sorted({side for finding in behind for side in finding.sides})
    firm = origins >= 3 and "third" in sides and len(sides) >= 2
    one = origins == 1
    reason = f"it rests on {origins} independent {'origin' if one else 'origins'}"
    if sides == ["third"]:
        return firm, f"{reason}, {'no party' if one else 'none of them a party'}."
    if "third" not in sides:
        told = "a party" if one else "all of them parties"
        return firm, f"{reason}, {told} to the conflict."
    return firm, f"{reason}, among them parties to the conflict."
