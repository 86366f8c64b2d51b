"""The diplomacy tracker: meetings, calls and visits, planned, held or called off."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.model.meetings import Meeting
from sitrep.trackers.diplomacy_meetings import meeting, named
from sitrep.trackers.wording import according_to

_HISTORY = timedelta(days=7)
_VALUES = {"yes": "held", "planned": "planned", "possible": "possible"}
_WORDED = ("Talks between ", "Phone call between ", "Visit by ")
"""How questions begin that name who met or travelled."""


def diplomacy(findings: Sequence[Finding], claims: Mapping[str, Claim]) -> list[TrackerState]:
    """Return a state for each meeting of two or visit to a place that findings name.

    The value is "planned", "possible", "held", "not held", "cancelled" or "postponed". Where the
    question of a finding has no words for it, the events of its claims say who met or travelled.
    What ended before the reports of it by days is history and no state, nor is what is said to have
    been held on a day to come.
    """
    followed = [one for one in findings if _followed(one)]
    worded = [one for one in followed if one.question.text.startswith(_WORDED)]
    states = [_state(one, one.question.text, claims) for one in worded]
    for finding in followed:
        words = "" if finding in worded else named(finding, claims)
        state = _state(finding, words, claims) if words else None
        if state is not None and not any(_same(state.meeting, one.meeting) for one in states):
            states.append(state)
    return [one for one in states if not _missed(one)]


def _missed(state: TrackerState) -> bool:
    """Tell whether a meeting that only might be held had its time before the last report of it."""
    met = state.meeting
    over = met is not None and met.ends is not None and state.as_of == met.ends
    return over and state.value == "possible"


def _same(one: Meeting | None, other: Meeting | None) -> bool:
    """Tell whether two states are of one meeting: form, day, and somebody in common."""
    if one is None or other is None or one.form != other.form:
        return False
    days = [at.date() if at else None for at in (one.starts, other.starts)]
    return days[0] == days[1] and bool({*one.actors} & {*other.actors})


def _followed(finding: Finding) -> bool:
    if finding.question.kind not in ("meeting", "visit"):
        return False
    begins, ended, known = finding.happened_from, finding.happened_to, finding.first_known_at
    past = ended is not None and known is not None and known - ended >= _HISTORY
    last = finding.last_known_at
    not_yet = begins is not None and last is not None and begins > last
    return not past and not (not_yet and _value(finding) == "held")


def _state(finding: Finding, words: str, claims: Mapping[str, Claim]) -> TrackerState:
    told = meeting(finding, claims, _value(finding))
    if told.form == "visit" and words.startswith("Talks"):
        told = replace(told, form="meeting", place=finding.place)
    ends, known = finding.happened_to, finding.last_known_at
    value = told.status
    return TrackerState(
        tracker="diplomacy",
        key=f"{finding.question.kind}:{finding.id}",
        text=_sentence(finding, words, value),
        value=value,
        as_of=min((at for at in (ends, known) if at is not None), default=None),
        findings=(finding.id,),
        meeting=told,
    )


def _sentence(finding: Finding, words: str, value: str) -> str:
    """Return "A visit by … to …, 25–27 May, is planned, according to …"."""
    many = words.startswith("Talks")
    head = words if many else f"A {words[:1].lower()}{words[1:]}"
    comma = "," if "," in head else ""
    verb = {"held": "took place", "not held": "did not take place"}.get(
        value, f"{'are' if many else 'is'} {value}"
    )
    if value in ("cancelled", "postponed"):
        verb = f"{'were' if many else 'was'} {value}"
    return f"{head}{comma} {verb}{according_to(finding)}"


def _value(finding: Finding) -> str:
    """Return the state that the best supported answer gives."""
    return _VALUES.get(finding.answers[0].text, "not held")
