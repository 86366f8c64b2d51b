"""The ceasefire tracker: what each party made of each proposal."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState

_VALUES = {
    "accepts": "accepted",
    "rejects": "refused",
    "has not accepted": "not accepted",
    "sets conditions": "conditions set",
    "proposes": "proposed",
}


def ceasefire(findings: Sequence[Finding]) -> list[TrackerState]:
    """Return a state for each proposal and party that a decision finding names.

    The value is "accepted", "refused", "not accepted", "conditions set", "proposed" or, where
    reports exclude one another, "disputed".
    """
    return [
        TrackerState(
            tracker="ceasefire",
            key=finding.question.key.removeprefix("decision|").replace("|", ":"),
            text=f"{finding.question.text}: {_value(finding)}",
            value=_value(finding),
            as_of=finding.happened_to or finding.last_known_at,
            findings=(finding.id,),
        )
        for finding in findings
        if finding.question.kind == "decision"
    ]


def _value(finding: Finding) -> str:
    if finding.status == "contested":
        return "disputed"
    return _VALUES.get(finding.answers[0].text, finding.answers[0].text)
