"""The diplomacy tracker: meetings, calls and visits, planned, held or called off."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sitrep.model.extraction import Claim, Event
from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.wording import according_to

_HISTORY = timedelta(days=7)


def diplomacy(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> list[TrackerState]:
    """Return a state for each meeting of two or visit to a place that findings name.

    The value is "planned", "possible", "held" or "not held". What ended before the reports of it
    by days is history and no state.
    """
    return [_state(finding, claims) for finding in findings if _followed(finding)]


def _followed(finding: Finding) -> bool:
    kind, words = finding.question.kind, finding.question.text
    whole = (kind == "meeting" and " between " in words) or (kind == "visit" and " to " in words)
    ended, known = finding.happened_to, finding.first_known_at
    return whole and (ended is None or known is None or known - ended < _HISTORY)


def _state(finding: Finding, claims: Mapping[str, Claim]) -> TrackerState:
    value = _value(finding, claims)
    return TrackerState(
        tracker="diplomacy",
        key=f"{finding.question.kind}:{finding.id}",
        text=_sentence(finding, value),
        value=value,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )


def _sentence(finding: Finding, value: str) -> str:
    """Return "A visit by … to …, 25–27 May, is planned, according to …"."""
    words = finding.question.text
    many = words.startswith("Talks")
    head = words if many else f"A {words[:1].lower()}{words[1:]}"
    comma = "," if "," in head else ""
    verb = {"held": "took place", "not held": "did not take place"}.get(
        value, f"{'are' if many else 'is'} {value}"
    )
    return f"{head}{comma} {verb}{according_to(finding)}"


def _value(finding: Finding, claims: Mapping[str, Claim]) -> str:
    events = [event for one in finding.claims if one in claims for event in _consulted(claims[one])]
    if events and all(event.polarity == "negated" for event in events):
        return "not held"
    if any(event.modality == "actual" and event.polarity == "affirmed" for event in events):
        return "held"
    return "planned" if any(event.modality == "planned" for event in events) else "possible"


def _consulted(claim: Claim) -> list[Event]:
    return [event for event in claim.events if event.type == "CONSULT"]
