"""The control tracker: who holds, claims or lost each place, and who is said to advance."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.wording import according_to
from sitrep.vocabulary.types import Theatre
from sitrep.vocabulary.wording import actor_name

_IN_PART = " in part"
_OBJECTIONS = ("denied by", "not confirmed by")
"""How answers of the ledger end, or begin, that limit or refuse."""
_LEFT = (" withdrew", " lost")
"""How answers end that say who left, and not who came."""
CONFIRMED = "confirmed by the other side"


def control(findings: Sequence[Finding], theatre: Theatre) -> list[TrackerState]:
    """Return a state for each place that a control finding names.

    The value is "contested"; "confirmed by the other side", where the party that loses by it says
    so too; "controlled" (corroborated otherwise); "assessed", where a map source of the theatre and
    no party says it; "lost", where only who left is told; "claimed"; "reported advance"; or
    "denied", where only a denial was read. The text says according to whom.
    """
    return [_state(finding, theatre) for finding in findings if finding.question.kind == "control"]


def holder(finding: Finding, theatre: Theatre) -> str | None:
    """Return the party that the leading answer says holds the place or advanced, None for none."""
    parts = finding.question.key.split("|")
    if parts[0] == "advance":
        return parts[2] if len(parts) > 2 else None
    name = finding.answers[0].text.removesuffix(_IN_PART)
    return next(
        (one.actor for one in theatre.parties if actor_name(one.actor, theatre) == name), None
    )


def _state(finding: Finding, theatre: Theatre) -> TrackerState:
    value = _value(finding, theatre)
    return TrackerState(
        tracker="control",
        key=finding.question.key.replace("|", ":"),
        text=_sentence(finding, value),
        value=value,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )


def _value(finding: Finding, theatre: Theatre) -> str:
    answer = finding.answers[0]
    if finding.status == "contested":
        return "contested"
    if answer.text.startswith(_OBJECTIONS):
        return "denied"
    party = holder(finding, theatre)
    others = {one.actor for one in theatre.parties if one.actor != party}
    if party is not None and others & set(answer.sides):
        return CONFIRMED
    if finding.question.key.startswith("advance|"):
        return "reported advance"
    return _held(finding, theatre)


def _held(finding: Finding, theatre: Theatre) -> str:
    answer = finding.answers[0]
    if answer.text.endswith(_LEFT):
        return "lost"
    if finding.status == "corroborated":
        return "controlled"
    parties = {one.actor for one in theatre.parties}
    maps = {actor_name(name, theatre) for name in theatre.map_sources}
    assessed = maps & set(answer.claimants) and not parties & set(answer.sides)
    return "assessed" if assessed else "claimed"


def _sentence(finding: Finding, value: str) -> str:
    answer, place = finding.answers[0], finding.place
    source = according_to(finding)
    if value == "contested":
        return f"Accounts differ on {_asked(finding)}"
    if answer.text.startswith(_OBJECTIONS):
        return f"It is {answer.text} that {_asserted(finding)}"
    if finding.question.key.startswith("advance|"):
        return f"{_asserted(finding)[:1].upper()}{_asserted(finding)[1:]}{source}"
    for left in _LEFT:
        if answer.text.endswith(left):
            verb = "has lost" if left == " lost" else "has withdrawn from"
            return f"{answer.text.removesuffix(left)} {verb} {place}{source}"
    held_by = answer.text.removesuffix(_IN_PART)
    part = "part of " if answer.text.endswith(_IN_PART) else ""
    return f"{held_by} holds {part}{place}{source}"


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
