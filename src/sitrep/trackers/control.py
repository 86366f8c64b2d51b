"""The control tracker: who holds or claims each place, and where anyone is said to advance."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.wording import according_to


def control(findings: Sequence[Finding]) -> list[TrackerState]:
    """Return a state for each place that a control finding names.

    The value is "contested", "controlled" (corroborated), "claimed" or "reported advance".
    """
    return [_state(finding) for finding in findings if finding.question.kind == "control"]


def _state(finding: Finding) -> TrackerState:
    value = _value(finding)
    return TrackerState(
        tracker="control",
        key=finding.question.key.replace("|", ":"),
        text=_sentence(finding, value),
        value=value,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )


def _value(finding: Finding) -> str:
    if finding.status == "contested":
        return "contested"
    if finding.question.key.startswith("advance|"):
        return "reported advance"
    return "controlled" if finding.status == "corroborated" else "claimed"


def _sentence(finding: Finding, value: str) -> str:
    answer = finding.answers[0].text
    if value == "contested":
        return f"Accounts differ on who controls {finding.place}"
    if value == "reported advance":
        return f"{answer} at {finding.place}{according_to(finding)}"
    return f"{answer} holds {finding.place}{according_to(finding)}"
