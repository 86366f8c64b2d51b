"""What each actor makes of the proposals for a truce, in the words of the reports."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from sitrep.model.extraction import Claim
from sitrep.model.findings import TrackerState
from sitrep.model.truces import Position
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.phrases import Phrase, phrase
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.phrases import phrase_patterns
from sitrep.vocabulary.wording import CONDITIONS, proposal_name

ANNOUNCED = "conditions announced"
BOUND = (ANNOUNCED, "conditions set")
_TRIED = 5
"""So many of the best claims are searched for the fullest name of a proposal."""
_OF_TRUCES = {"accepted with conditions": "conditions set"}
"""Positions of the truce tracker in the words of the ledger's decisions."""
_HEARSAY = "said to be "
"""How the value of a position begins that only others tell."""
BLAMED = "blamed"
"""The position of who says that the other side holds an agreement up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """An actor's position (`value`) on a proposal, the best evidence first.

    `proposal` is its id or kind, `named` its name with all that the report says to limit it,
    `proviso` what the actor ties it to ("if Norland does the same"), `conditions` the words for
    what is set ("a list of conditions for a truce"), "" where there is none. `teller` is who says
    so, "" where it is the actor's own word or an outlet reports the act.
    """

    actor: str
    value: str
    proposal: str
    named: str
    proviso: str
    conditions: str
    teller: str
    claims: tuple[str, ...]
    findings: tuple[str, ...]
    weight: float
    at: datetime | None


def stands(states: Sequence[TrackerState], evidence: Evidence) -> list[Stand]:
    """Return the positions that the ceasefire tracker's states carry, the weightiest first.

    Of a truce as a whole those of the parties count that no decision of theirs tells already.
    Exchanges and corridors are left out.
    """
    decided = [one for one in states if one.tracker == "ceasefire" and one.truce is None]
    found = [stand for one in decided if (stand := _decided(one, evidence)) is not None]
    heard = {(one.actor, one.proposal) for one in found}
    for state in states:
        if state.truce is not None and state.truce.kind == "ceasefire":
            proposal = kind_of(state.key)
            theirs = (one for one in state.truce.positions if (one.actor, proposal) not in heard)
            found += [s for one in theirs if (s := _position(one, state, evidence)) is not None]
    for answers in (_answering(decided, evidence), _blaming(evidence)):
        speaking = {one.actor for one in found}
        found += [one for one in answers if one.actor not in speaking]
    return sorted(found, key=lambda one: (-one.weight, one.proposal, one.actor))


def _decided(state: TrackerState, evidence: Evidence) -> Stand | None:
    proposal, _, actor = state.key.rpartition(":")
    kinds = {one.id: one.kind for one in evidence.theatre.proposals}
    if kinds.get(proposal, proposal) not in ("ceasefire", "peace plan"):
        return None
    told = [claim for claim in evidence.behind(state) if evidence.counts(claim)]
    return _stand(actor, state.value, proposal, (told, state, evidence)) if told else None


def _position(held: Position, state: TrackerState, evidence: Evidence) -> Stand | None:
    """Return the position that an actor has on a truce as a whole, None where nobody tells it.

    Another's word on a party is left out: it stands in no finding on that party.
    """
    noun = patterns().nouns["ceasefire"]
    told = [
        evidence.claims[claim]
        for one in held.findings
        if one in evidence.findings
        for claim in evidence.findings[one].claims
        if claim in evidence.claims
    ]
    said = [c for c in told if c.speaker == held.said_by and noun.search(c.evidence.quote.lower())]
    said = [claim for claim in said if evidence.counts(claim) and evidence.trusts(claim)]
    if not said or not held.own:
        return None
    value = _OF_TRUCES.get(held.stand, held.stand)
    behind = replace(state, findings=held.findings, as_of=held.since)
    return _stand(held.actor, value, state.key, (said, behind, evidence))


def _answering(states: Sequence[TrackerState], evidence: Evidence) -> Iterator[Stand]:
    """Yield what parties make of the other side's conditions, in reports that speak of a truce."""
    about = {claim.article_id for claim, _ in evidence.about_truces()}
    for state in states:
        proposal, _, actor = state.key.rpartition(":")
        told = [claim for claim in evidence.behind(state) if evidence.counts(claim)]
        told = [claim for claim in told if claim.article_id in about]
        if proposal == CONDITIONS and actor in evidence.parties and told:
            stand = _stand(actor, state.value, "ceasefire", (told, state, evidence))
            yield dataclasses.replace(stand, named=CONDITIONS, proviso="")


def _blaming(evidence: Evidence) -> Iterator[Stand]:
    """Yield the parties that accuse somebody in a sentence on a truce to come, each once."""
    accuse, stalls = patterns()["accuse"], phrase_patterns().stalls
    broken = patterns()["breach"]
    seen: set[str] = set()
    for claim, finding in evidence.about_truces():
        text = claim.evidence.quote.lower()
        if (
            claim.stance != "accuses"
            or not accuse.search(text)
            or not stalls.search(text)
            or broken.search(text)
        ):
            continue
        for actor in evidence.parties:
            by_name = re.search(rf"\b{re.escape(evidence.name(actor))}\b", claim.speaker)
            if actor not in seen and (actor == claim.side or by_name):
                seen.add(actor)
                state = TrackerState(
                    tracker="ceasefire", key=f"ceasefire:{actor}", text="", value=BLAMED,
                    as_of=claim.published_at, findings=(finding.id,),
                )  # fmt: skip
                yield _stand(actor, BLAMED, "ceasefire", ([claim], state, evidence))


def _stand(
    actor: str, value: str, proposal: str, behind: tuple[Sequence[Claim], TrackerState, Evidence]
) -> Stand:
    told, state, evidence = behind
    own = [
        one
        for one in told
        if value == BLAMED or one.attribution is None or actor in (one.side, one.speaker_id)
    ]
    if value.startswith(_HEARSAY):
        own, value = [], value.removeprefix(_HEARSAY)
    rest = [claim for claim in told if claim not in own]
    ordered = [*own, *sorted(rest, key=lambda one: one.speaker not in one.evidence.quote)]
    first = _fullest((own or ordered)[:_TRIED], patterns().nouns["ceasefire"])
    set_out = (
        _fullest((own or ordered)[:_TRIED], phrase_patterns().conditions)
        if value in BOUND
        else None
    )
    best = set_out or first
    leading = best[1] if best else ordered[0]
    others = (claim for claim in ordered if claim is not leading)
    return Stand(
        actor=actor,
        value=value,
        proposal=proposal,
        named=first[0].text if first else _called(proposal, evidence),
        proviso=first[0].condition if first else "",
        conditions=set_out[0].text if set_out else "",
        teller="" if own or _presupposed(value, leading) else ordered[0].speaker,
        claims=tuple(dict.fromkeys(claim.id for claim in (leading, *others))),
        findings=state.findings,
        weight=evidence.weight(state),
        at=max((c.published_at for c in told if c.published_at), default=None),
    )


def _presupposed(value: str, claim: Claim) -> bool:
    """Return whether a sentence takes an offer for granted: "the truce that Norland proposed"."""
    content = claim.attribution.content if claim.attribution else ()
    return value == "proposed" and any(
        phrase_patterns().presupposed.search(one.quote.lower()) for one in content
    )


def _fullest(told: Iterable[Claim], noun: re.Pattern[str]) -> tuple[Phrase, Claim] | None:
    """Return the name that limits the thing most, and the claim that has it."""
    named = [
        (found, claim)
        for claim in told
        if claim.language == "en" and (found := phrase(claim.evidence.quote, noun)) is not None
    ]
    return max(named, key=lambda one: one[0].limits, default=None)


def _called(proposal: str, evidence: Evidence) -> str:
    """Return the name of a proposal where no report has one: the theatre's, else "a ceasefire"."""
    listed = any(one.id == proposal for one in evidence.theatre.proposals)
    return proposal_name(proposal if listed else kind_of(proposal), evidence.theatre)


def kind_of(proposal: str) -> str:
    """Return the kind of a proposal named by its first day: "ceasefire-2025-05-20"."""
    return re.sub(r"-\d{4}-\d{2}-\d{2}$", "", proposal)


def unheard(heard: Iterable[str], cited: Collection[str], evidence: Evidence) -> Iterator[str]:
    """Yield the parties not `heard` that no report on a truce lets speak or names.

    Sentences that are `cited` are left aside, for the offer itself names whom it is made to. A
    party that says anything in such a report, or anything on diplomacy in another, or that a
    sentence there names, is not called silent: its answer may stand in words nobody has read as
    one.
    """
    known = set(heard)
    quotes = {evidence.claims[one].evidence.quote for one in cited}
    told = {claim.article_id for claim, _ in evidence.about_truces()}
    for claim in evidence.claims.values():
        if claim.evidence.quote in quotes:
            continue
        if claim.article_id in told or claim.track == "diplomacy":
            known.add(claim.side or "")
        if claim.article_id in told:
            known.update(evidence.side(one.entity_id) for one in claim.mentions)
    yield from (one for one in evidence.parties if one not in known)
