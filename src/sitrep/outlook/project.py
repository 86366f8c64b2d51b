"""Tracker states to an outlook: the open question, two courses, and what to watch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Outlook, TrackerState
from sitrep.outlook.evidence import Evidence, evidence_of
from sitrep.outlook.questions import Open, open_question
from sitrep.outlook.scenarios import scenarios
from sitrep.outlook.standing import standing
from sitrep.outlook.stands import stands
from sitrep.vocabulary.types import Theatre, Vocabulary


def project(  # noqa: PLR0913 - what the stages before give, and who is trusted
    states: Sequence[TrackerState],
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary | None = None,
    *,
    trusted: Iterable[str] = (),
    counted: Mapping[date, Mapping[str, float]] | None = None,
) -> Outlook:
    """Return the outlook that the states of `theatre` leave open.

    With a `vocabulary` only known actors are taken at their word; with the ids of `trusted`
    articles nothing rests on others. A probability is stated where the theatre file, or what was
    `counted` on days read before, gives a base rate for it, and nowhere else. With nothing open the
    question says so and there are no scenarios.
    """
    evidence = replace(
        evidence_of(findings, claims, theatre, vocabulary),
        trusted=frozenset(trusted),
        counted=counted or {},
    )
    carried = [one for one in states if one.truce is not None or evidence.claims_of([one])]
    held = stands(carried, evidence)
    stood = standing(held, carried, evidence)
    question = open_question(carried, held, evidence)
    if question is None:
        return Outlook(
            question="The reports read leave no question open that the trackers follow.",
            claims=(),
            confidence="low",
            confidence_reason="the reports leave nothing open that the trackers follow.",
            scenarios=(),
            standing=stood,
        )
    level, reason = _confidence(question, evidence)
    return Outlook(
        question=question.text,
        claims=question.claims,
        scenarios=scenarios(question, carried, evidence),
        confidence="moderate" if level else "low",
        confidence_reason=reason,
        standing=stood,
    )


def _confidence(question: Open, evidence: Evidence) -> tuple[bool, str]:
    behind = [evidence.findings[one] for one in question.findings if one in evidence.findings]
    answers = [answer for finding in behind for answer in finding.answers]
    known = {origin for answer in answers for origin in answer.vouched}
    origins = len(known) or max((answer.counted for answer in answers), default=0)
    sides = sorted({side for finding in behind for side in finding.sides})
    firm = origins >= 3 and "third" in sides and len(sides) >= 2
    one = origins == 1
    reason = f"the question rests on {origins} independent {'origin' if one else 'origins'}"
    if sides == ["third"]:
        return firm, f"{reason}, {'no party' if one else 'none of them a party'}."
    if "third" not in sides:
        told = "a party" if one else "all of them parties"
        return firm, f"{reason}, {told} to the conflict."
    return firm, f"{reason}, among them parties to the conflict."
