"""The question that tracker states leave open, the weightiest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sitrep.model.findings import Finding, TrackerState
from sitrep.vocabulary.types import Theatre

_YES = ("accepted", "proposed")
_NO = ("refused", "not accepted", "conditions set", "disputed")
Matter = Literal["proposal", "talks", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An open question: what it is about, in words, and the states and claims that leave it so."""

    matter: Matter
    subject: str
    text: str
    states: tuple[TrackerState, ...]
    findings: tuple[str, ...]
    claims: tuple[str, ...]


def open_question(
    states: Sequence[TrackerState], findings: Mapping[str, Finding], theatre: Theatre
) -> Open | None:
    """Return the weightiest question: a proposal, else planned talks, else a contested place."""
    return (
        _proposal(states, findings, theatre) or _talks(states, findings) or _place(states, findings)
    )


def _proposal(
    states: Sequence[TrackerState], findings: Mapping[str, Finding], theatre: Theatre
) -> Open | None:
    parties = {party.actor for party in theatre.parties}
    by_proposal: dict[str, list[TrackerState]] = {}
    for state in states:
        if state.tracker == "ceasefire" and state.key.rsplit(":", 1)[-1] in parties:
            by_proposal.setdefault(state.key.rsplit(":", 1)[0], []).append(state)
    ranked = sorted(by_proposal.items(), key=lambda item: (-_weight(item[1], findings), item[0]))
    for proposal, positions in ranked:
        values = {state.value for state in positions}
        if values == {"accepted"} and len(positions) == len(parties):
            continue
        subject = next(
            (p.name for p in theatre.proposals if p.id == proposal), f"{proposal} proposal"
        )
        return _open("proposal", subject, "; ".join(s.text for s in positions), positions, findings)
    return None


def _talks(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> Open | None:
    planned = [s for s in states if s.tracker == "diplomacy" and s.value in ("planned", "possible")]
    ranked = sorted(planned, key=lambda state: (-_weight([state], findings), state.key))
    if not ranked:
        return None
    return _open("talks", ranked[0].text.rsplit(":", 1)[0], ranked[0].text, ranked[:1], findings)


def _place(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> Open | None:
    contested = [s for s in states if s.tracker == "control" and s.value == "contested"]
    ranked = sorted(contested, key=lambda state: (-_weight([state], findings), state.key))
    if not ranked:
        return None
    return _open("place", ranked[0].key.split(":")[1], ranked[0].text, ranked[:1], findings)


def _weight(states: Sequence[TrackerState], findings: Mapping[str, Finding]) -> float:
    return sum(findings[one].importance for s in states for one in s.findings if one in findings)


def _open(
    matter: Matter,
    subject: str,
    text: str,
    states: Sequence[TrackerState],
    findings: Mapping[str, Finding],
) -> Open:
    behind = tuple(one for state in states for one in state.findings)
    claims = tuple(
        dict.fromkeys(claim for one in behind if one in findings for claim in findings[one].claims)
    )
    return Open(
        matter=matter,
        subject=subject,
        text=text,
        states=tuple(states),
        findings=behind,
        claims=claims,
    )
