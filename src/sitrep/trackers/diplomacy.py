"""The diplomacy tracker: meetings, calls and visits, planned, held or called off."""

from collections.abc import Mapping, Sequence

from sitrep.model.extraction import Claim, Event
from sitrep.model.findings import Finding, TrackerState


def diplomacy(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> list[TrackerState]:
    """Return a state for each meeting or visit: "planned", "possible", "held" or "not held"."""
    return [
        TrackerState(
            tracker="diplomacy",
            key=f"{finding.question.kind}:{finding.id}",
            text=f"{finding.question.text}: {value}",
            value=value,
            as_of=finding.happened_to or finding.last_known_at,
            findings=(finding.id,),
        )
        for finding in findings
        if finding.question.kind in ("meeting", "visit")
        for value in (_value(finding, claims),)
    ]


def _value(finding: Finding, claims: Mapping[str, Claim]) -> str:
    events = [event for one in finding.claims if one in claims for event in _consulted(claims[one])]
    if events and all(event.polarity == "negated" for event in events):
        return "not held"
    if any(event.modality == "actual" and event.polarity == "affirmed" for event in events):
        return "held"
    return "planned" if any(event.modality == "planned" for event in events) else "possible"


def _consulted(claim: Claim) -> list[Event]:
    return [event for event in claim.events if event.type == "CONSULT"]
