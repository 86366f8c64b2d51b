"""The question that decides the coming days, in words that name who stands where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import takewhile
from typing import Literal

from sitrep.model.findings import TrackerState
from sitrep.outlook import meetings
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.measures import counted, measures
from sitrep.outlook.proposals import Dispute, dispute, question_text, weightiest
from sitrep.outlook.stands import Stand
from sitrep.outlook.truce import standing_truce, truce_text

_LEAST = 0.08
"""What weighs less is an aside of a report: no question of the coming days."""
_RECENT = timedelta(days=2)
Matter = Literal["proposal", "truce", "talks", "place", "area", "strikes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An open question: its matter and words, and the claims and findings that leave it open.

    `dispute` is who stands where on a proposal, `state` the state of anything else.
    """

    matter: Matter
    text: str
    claims: tuple[str, ...]
    findings: tuple[str, ...]
    dispute: Dispute | None = None
    state: TrackerState | None = None


def open_question(
    states: Sequence[TrackerState], held: Sequence[Stand], evidence: Evidence
) -> Open | None:
    """Return the question of the day: a truce, else a proposal, talks ahead, ground or strikes.

    Of ground and strikes the weightier counts.
    """
    truce = standing_truce(held, states, evidence)
    if truce is not None and evidence.weight(truce[0]) >= _LEAST:
        state, one = truce
        near = list(weightiest(held, evidence).values())
        words, claims = truce_text(state, one, near, evidence)
        found_one = _of(
            state, "truce", evidence.agreeing(f"The next days turn on {words}."), evidence
        )
        return replace(found_one, claims=tuple(dict.fromkeys(claims)) or found_one.claims)
    found = dispute(held, evidence)
    if found is not None and max(one.weight for one in found.stands) >= _LEAST:
        return Open(
            matter="proposal",
            text=evidence.agreeing(f"The next days turn on {question_text(found, evidence)}."),
            claims=found.claims,
            findings=found.findings,
            dispute=found,
        )
    talks = next(iter(meetings.ahead(states, evidence)), None)
    if talks is not None and evidence.weight(talks) >= _LEAST:
        text = f"The next days turn on whether {meetings.told(talks, evidence)} take place."
        return _of(talks, "talks", text, evidence)
    others = [*_places(states, evidence), *_strikes(states, evidence), *_areas(evidence)]
    return max(others, key=lambda one: _weight(one, evidence), default=None)


def _weight(one: Open, evidence: Evidence) -> tuple[float, str]:
    return max((evidence.findings[name].importance, name) for name in one.findings)


def _of(state: TrackerState, matter: Matter, text: str, evidence: Evidence) -> Open:
    return Open(
        matter=matter,
        text=text,
        claims=evidence.claims_of([state]),
        findings=state.findings,
        state=state,
    )


def _places(states: Sequence[TrackerState], evidence: Evidence) -> Iterator[Open]:
    """Yield the places on which accounts differ, or of which one account alone tells."""
    for state in (one for one in states if one.tracker == "control"):
        finding = evidence.findings[state.findings[0]]
        if state.value == "contested":
            sides = "; ".join(
                f"{answer.text} according to {', '.join(answer.claimants[:2])}"
                for answer in finding.answers
                if answer.claimants
            )
            asked = finding.question.text.rstrip("?")
            asked = f"{asked[:1].lower()}{asked[1:]}"
            claims = tuple(a.claims_for[0] for a in finding.answers if a.claims_for)
            yield Open(
                matter="place",
                text=f"The next days turn on {asked}: {sides}.",
                claims=claims,
                findings=state.findings,
                state=state,
            )
        elif state.value in ("claimed", "reported advance"):
            account, _, by = state.text.partition(", according to ")
            text = f"The next days turn on whether the account of {by} is confirmed: {account}."
            yield _of(state, "place", text, evidence)


def _strikes(states: Sequence[TrackerState], evidence: Evidence) -> Iterator[Open]:
    for state in measures(states, evidence):
        told = counted(state, evidence)
        scale = f"the scale of {told.window}: {told.count}"
        text = f"The next days turn on whether attacks go on at {scale}."
        yield replace(_of(state, "strikes", text, evidence), claims=told.claims)


def _areas(evidence: Evidence) -> Iterator[Open]:
    """Yield the counts of area taken in a time that reaches the last reports."""
    for finding in evidence.findings.values():
        answer, key = finding.answers[0], finding.question.key.split("|")
        told = [evidence.claims[one] for one in answer.claims_for if one in evidence.claims]
        told = [claim for claim in told if evidence.trusts(claim) and evidence.counts(claim)]
        ends, known = finding.happened_to, finding.last_known_at
        recent = ends is not None and known is not None and known - ends <= _RECENT
        if key[:2] != ["count", "area"] or not told or not answer.claimants or not recent:
            continue
        figure = next((one for one in told[0].figures if one.kind == "area"), None)
        if figure is None:
            continue
        who = evidence.teller(told[0], answer.claimants[0])
        bound = "".join(takewhile(lambda sign: not sign.isdigit(), answer.text))
        yield Open(
            matter="area",
            text="The next days turn on how much more ground changes hands: by the count of"
            f" {who}, {bound}{figure.span.quote} so far.",
            claims=(told[0].id,),
            findings=(finding.id,),
        )
