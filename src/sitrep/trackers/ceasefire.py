"""The ceasefire tracker: what each party made of each proposal."""

from collections.abc import Sequence

from sitrep.model.findings import Answer, Finding, TrackerState
from sitrep.trackers.marks import Cast
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


def ceasefire(
    findings: Sequence[Finding], theatre: Theatre, cast: Cast | None = None
) -> list[TrackerState]:
    """Return a state for each proposal and party or mediator that a decision finding names.

    The value is "accepted", "open", "refused", "not accepted", "conditions set", "conditions
    announced", "proposed" or, where reports exclude one another, "disputed". The key is proposal
    and party. An answer gives the state where the party itself, a mediator (by the `cast`) or an
    outlet in its own voice gives it; else it is what others say of the party ("said to be").
    """
    known = {*(party.actor for party in theatre.parties), *theatre.mediators}
    return [
        _state(finding, theatre, cast)
        for finding in findings
        if finding.question.kind == "decision"
        and finding.question.key.rsplit("|", 1)[1] in known
        and (finding.status == "contested" or _leading(finding, cast)[0].text in _STATES)
    ]


def _leading(finding: Finding, cast: Cast | None) -> tuple[Answer, bool]:
    """Return the answer that gives the state, and whether it is more than hearsay."""
    party = finding.question.key.rsplit("|", 1)[1]
    for answer in finding.answers:
        own = party in answer.sides or any(_own(one, party, cast) for one in answer.origins)
        if answer.text in _STATES and own:
            return answer, True
    return finding.answers[0], False


def _own(origin: str, party: str, cast: Cast | None) -> bool:
    """Tell whether an origin gives a position: an outlet, the party, a mediator."""
    kind, _, who = origin.partition(":")
    if kind != "speaker" or cast is None:
        return True
    behind = cast.behind(who)
    return behind == party or behind in cast.mediators


def _state(finding: Finding, theatre: Theatre, cast: Cast | None) -> TrackerState:
    _, proposal, party = finding.question.key.split("|", 2)
    contested = finding.status == "contested"
    answer, own = _leading(finding, cast)
    value, sentence = _DISPUTED if contested else _STATES[answer.text]
    text = sentence.format(
        party=actor_name(party, theatre), proposal=proposal_name(proposal, theatre)
    )
    by = according_to(finding, answer)
    if not contested and not own:
        value, by = (
            f"said to be {value}",
            f", {answer.claimants[0]} says" if answer.claimants else "",
        )
    return TrackerState(
        tracker="ceasefire",
        key=f"{proposal}:{party}",
        text=opened(text if contested else f"{text}{by}"),
        value=value,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )
