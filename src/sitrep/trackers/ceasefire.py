"""The ceasefire tracker: what each party made of each proposal."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.wording import according_to, opened
from sitrep.vocabulary.types import Theatre
from sitrep.vocabulary.wording import actor_name, proposal_name

_STATES = {
    "accepts": ("accepted", "{party} has accepted {proposal}"),
    "rejects": ("refused", "{party} has rejected {proposal}"),
    "has not accepted": ("not accepted", "{party} has not accepted {proposal}"),
    "will set conditions": (
        "conditions announced",
        "{party} has said that it will set conditions for {proposal}",
    ),
    "accepts in principle": ("open", "{party} has agreed in principle to {proposal}"),
    "sets conditions": ("conditions set", "{party} has set conditions for {proposal}"),
    "is open to": ("open", "{party} is open to {proposal}"),
    "proposes": ("proposed", "{party} has proposed {proposal}"),
}
_DISPUTED = ("disputed", "Accounts differ on whether {party} accepts {proposal}")


def ceasefire(findings: Sequence[Finding], theatre: Theatre) -> list[TrackerState]:
    """Return a state for each proposal and party or mediator that a decision finding names.

    The value is "accepted", "open", "refused", "not accepted", "conditions set", "conditions
    announced", "proposed" or, where reports exclude one another, "disputed". The key is proposal
    and party.
    """
    known = {*(party.actor for party in theatre.parties), *theatre.mediators}
    return [
        _state(finding, theatre)
        for finding in findings
        if finding.question.kind == "decision"
        and finding.question.key.rsplit("|", 1)[1] in known
        and (finding.status == "contested" or finding.answers[0].text in _STATES)
    ]


def _state(finding: Finding, theatre: Theatre) -> TrackerState:
    _, proposal, party = finding.question.key.split("|", 2)
    contested = finding.status == "contested"
    value, sentence = _DISPUTED if contested else _STATES[finding.answers[0].text]
    text = sentence.format(
        party=actor_name(party, theatre), proposal=proposal_name(proposal, theatre)
    )
    return TrackerState(
        tracker="ceasefire",
        key=f"{proposal}:{party}",
        text=opened(text if contested else f"{text}{according_to(finding)}"),
        value=value,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )
