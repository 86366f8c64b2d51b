"""The control tracker: who holds or claims each place, and where anyone is said to advance."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState


def control(findings: Sequence[Finding]) -> list[TrackerState]:
    """Return a state for each place that a control finding names.

    The value is "contested", "controlled" (corroborated), "claimed" or "reported advance".
    """
    return [_state(finding) for finding in findings if finding.question.kind == "control"]


def _state(finding: Finding) -> TrackerState:
    advance = finding.question.key.startswith("advance|")
    best = finding.answers[0]
    value = _value(finding, advance=advance)
    who = ", ".join(best.claimants)
    return TrackerState(
        tracker="control",
        key=finding.question.key.replace("|", ":"),
        text=f"{finding.place}: {best.text} ({value}, according to {who})",
        value=value,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )


def _value(finding: Finding, *, advance: bool) -> str:
    if finding.status == "contested":
        return "contested"
    if advance:
        return "reported advance"
    return "controlled" if finding.status == "corroborated" else "claimed"
