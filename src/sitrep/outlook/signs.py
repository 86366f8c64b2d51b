"""Signs to watch beside a course: meetings ahead, what the sides tie a truce to, counts of fire."""

from collections.abc import Iterator, Sequence
from itertools import chain

from sitrep.model.extraction import Claim
from sitrep.model.findings import Indicator, TrackerState
from sitrep.outlook.evidence import Evidence
from sitrep.outlook.measures import counted, measures
from sitrep.outlook.meetings import TOPICS, told
from sitrep.outlook.rates import odds
from sitrep.outlook.standing import related
from sitrep.vocabulary.diplomacy import diplomacy_words

LEAST = 0.05
"""A sign of less importance is left out."""
_SIGNS = 2
"""Signs of one kind beside a course."""
_BEARING = (
    "talks", "venue of talks", "mediation", "leaders' meeting", "prisoner exchange",
    "release of prisoners", "withdrawal", "disarmament", "security guarantees", "territory",
    "peacekeepers", "observers", "aid access",
)  # fmt: skip
"""Open questions (`diplomacy.yaml`) that a truce hangs on."""
_WITH_OTHERS = ("talks", "venue of talks", "mediation", "leaders' meeting")
"""Questions that a party may have with states that have no part in the conflict."""
_GRANTING = ("accepts", "proposes", "promises")
_REFUSING = ("rejects", "accuses", "denies", "demands", "threatens", "withholds")
"""Stances of claims, for and against a settlement."""
_YIELDING = ("open", "accepted", "proposed")


def of_meetings(meetings: Sequence[TrackerState], evidence: Evidence) -> Iterator[Indicator]:
    """Yield the meetings ahead; the first stands in the text already."""
    for place, state in enumerate(meetings[:_SIGNS]):
        text = told(state, evidence).rstrip(",")
        own = f"{text[:1].upper()}{text[1:]}." if place else ""
        yield Indicator(text=own, claims=evidence.claims_of([state]), as_told=True)


def of_positions(
    states: Sequence[TrackerState], evidence: Evidence, *, yielding: bool
) -> Iterator[Indicator]:
    """Yield what parties and mediators say, in their own words, on what a truce hangs on.

    The weightiest first; not every one gives a sentence that can be printed.
    """
    found = [
        (evidence.weight(state), claim)
        for actor in (*evidence.parties, *evidence.theatre.mediators)
        for state, claim in related(actor, states, evidence)
        if evidence.weight(state) >= LEAST
        and state.position is not None
        and state.position.question in _BEARING
        and (state.position.stand in _YIELDING) == yielding
        and (state.position.question not in _WITH_OTHERS or _bears(claim, evidence))
    ]
    found.sort(key=lambda one: (-one[0], one[1].id))
    once = {claim.evidence.quote: claim.id for _, claim in reversed(found)}
    for _, claim in found:
        if once[claim.evidence.quote] == claim.id:
            yield Indicator(text="", claims=(claim.id,), as_told=True)


def _bears(claim: Claim, evidence: Evidence) -> bool:
    """Return whether a claim on talks names a party, and another one or a mediator."""
    sides = evidence.sides(one.entity_id or "" for one in claim.mentions)
    return len(sides) > 1 and bool(sides & set(evidence.parties))


def of_words(question: Sequence[str], evidence: Evidence, *, yielding: bool) -> list[Indicator]:
    """Return what each party grants or refuses of a truce, a peace or prisoners, in its own words.

    One claim of each, the weightiest; none of those that the `question` cites.
    """
    stances = _GRANTING if yielding else _REFUSING
    topics = [diplomacy_words().topics[topic] for topic in TOPICS]
    found: dict[str, str] = {}
    for finding in sorted(evidence.findings.values(), key=lambda one: (-one.importance, one.id)):
        for id_ in finding.claims if finding.importance >= LEAST else ():
            claim = evidence.claims.get(id_)
            if claim is None or claim.side not in evidence.parties or claim.side in found:
                continue
            text = claim.evidence.quote.lower()
            fits = claim.stance in stances and any(topic.search(text) for topic in topics)
            if fits and id_ not in question and evidence.trusts(claim) and claim.language == "en":
                found[claim.side or ""] = id_
    return [
        Indicator(text="", claims=(found[one],), as_told=True)
        for one in evidence.parties
        if one in found
    ]


def of_attacks(states: Sequence[TrackerState], evidence: Evidence) -> Iterator[Indicator]:
    """Yield the weightiest count of the last days' fire as the measure of further attacks."""
    counts = measures(states, evidence)
    rated = next(((one, o) for one in counts if (o := odds(one, evidence)) is not None), None)
    fired = (one for one in counts if one.key.startswith("launched:"))
    chosen = rated[0] if rated else next(chain(fired, counts), None)
    if chosen is None:
        return
    measure = counted(chosen, evidence)
    yield Indicator(
        text=f"Attacks on the scale of {measure.window}: {measure.count}.",
        claims=measure.claims,
        odds=rated[1] if rated else None,
    )
