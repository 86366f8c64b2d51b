"""The control tracker: who holds or claims each place, and where anyone is said to advance."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.wording import according_to

_IN_PART = " in part"
_OBJECTIONS = ("denied by", "not confirmed by")
"""How answers of the ledger end, or begin, that limit or refuse."""


def control(findings: Sequence[Finding]) -> list[TrackerState]:
    """Return a state for each place that a control finding names.

    The value is "contested", "controlled" (corroborated), "claimed", "reported advance" or
    "denied", where only a denial was read.
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
    if finding.answers[0].text.startswith(_OBJECTIONS):
        return "denied"
    if finding.question.key.startswith("advance|"):
        return "reported advance"
    return "controlled" if finding.status == "corroborated" else "claimed"


def _sentence(finding: Finding, value: str) -> str:
    answer, place = finding.answers[0], finding.place
    source = according_to(finding)
    if value == "contested":
        return f"Accounts differ on {_asked(finding)}"
    if answer.text.startswith(_OBJECTIONS):
        return f"It is {answer.text} that {_asserted(finding)}"
    if value == "reported advance":
        return f"{_asserted(finding)[:1].upper()}{_asserted(finding)[1:]}{source}"
    holder = answer.text.removesuffix(_IN_PART)
    part = "part of " if answer.text.endswith(_IN_PART) else ""
    return f"{holder} holds {part}{place}{source}"


def _asked(finding: Finding) -> str:
    """Return the question inside a sentence: "who controls Harbour"."""
    words = finding.question.text.rstrip("?")
    if words.startswith("Has "):
        return f"whether {_asserted(finding)}"
    return f"{words[:1].lower()}{words[1:]}"


def _asserted(finding: Finding) -> str:
    """Return what the question asks, as said: "Norland has advanced at Harbour"."""
    words = finding.question.text.rstrip("?")
    if not words.startswith("Has "):
        return f"{finding.place} has changed hands"
    party, rest = words.removeprefix("Has ").split(" advanced ", 1)
    return f"{party} has advanced {rest}"
