"""Where the proposal for a truce stands: one clause for each who has a position on it."""

from collections.abc import Iterator, Sequence
from datetime import date

from sitrep.model.extraction import Claim
from sitrep.model.findings import Clause, Standing, TrackerState
from sitrep.outlook.accounts import account
from sitrep.outlook.evidence import PLURAL, Evidence
from sitrep.outlook.proposals import weightiest
from sitrep.outlook.stands import ANNOUNCED, BLAMED, BOUND, Stand, unheard
from sitrep.outlook.truce import RUNS, running_truce

_LONGEST = 32
"""A sentence of more words is no clause of one line."""
_SAYS = {
    "accepted": "{actor} has accepted {named}",
    "open": "{actor} says it is open to {named}",
    "proposed": "{actor} has offered {named}",
    "refused": "{actor} has rejected {named}",
    "not accepted": "{actor} has not accepted {named}",
    "demanded": "{actor} demands {named}",
    "disputed": "accounts differ on whether {actor} accepts {named}",
    "conditions set": "{actor} has set {conditions}",
    ANNOUNCED: "{actor} says it will set {conditions}",
    "declared": "{actor} has declared {named}",
    BLAMED: "{actor} accuses the other side of holding up {named}",
}
_TOLD = {
    "open": "{actor} is open to {named}",
    ANNOUNCED: "{actor} will set {conditions}",
}
"""The same where somebody else says so."""
_ORDER = ("proposed", "declared", "accepted", "open", "demanded")
"""Positions that are told first, in this order: the others answer them."""


def standing(
    held: Sequence[Stand], states: Sequence[TrackerState], evidence: Evidence
) -> Standing | None:
    """Return a clause for each party and mediator with a position, the favouring ones first.

    A party without one is heard in its own words on what it ties a truce to; one of whom the
    reports have no word is named as silent. Of a truce that runs, or is over, the one clause is
    how it fares. None where nobody has a position.
    """
    best = {
        actor: one
        for actor, one in weightiest(held, evidence).items()
        if actor in (*evidence.parties, *evidence.theatre.mediators)
    }
    order = sorted(best.values(), key=_place)
    running = running_truce(held, states, evidence)
    if running is not None and (running.truce.status in RUNS or not order):
        return Standing(clauses=running.clauses, by=running.at)
    if not any(actor in best for actor in evidence.parties):
        return None
    by = max((one.at for one in order if one.at), default=None)
    told = _clauses(order, evidence, by.date() if by else None)
    clauses = [*(running.clauses if running else ()), *told]
    heard = set(best)
    for actor in (one for one in evidence.parties if one not in best):
        own = next(_alone(actor, states, evidence), None)
        if own is not None:
            clauses.append(_own_words(actor, own))
            heard.add(actor)
    cited = [claim for one in clauses for claim in one.claims]
    offered = any(one.value in _ORDER for one in order)
    silent = list(unheard(heard, cited, evidence)) if offered else []
    return Standing(
        clauses=tuple(clauses),
        silence=_silence(silent, evidence),
        by=by,
    )


def _place(stand: Stand) -> tuple[int, float, str]:
    first = _ORDER.index(stand.value) if stand.value in _ORDER else len(_ORDER)
    return (first, -stand.weight, stand.actor)


def worded(stand: Stand, evidence: Evidence, named: str | None = None) -> str:
    """Return a position as a clause ("Sudria has accepted the truce"); `named` stands for it."""
    words = (_TOLD if stand.teller else _SAYS).get(stand.value) or _SAYS[stand.value]
    about = f"{named or stand.named} {stand.proviso}".rstrip()
    text = words.format(
        actor=evidence.name(stand.actor),
        named=about,
        conditions=stand.conditions or f"conditions for {about}",
    )
    return f"{text}, according to {evidence.called(stand.teller)}" if stand.teller else text


def related(
    actor: str, states: Sequence[TrackerState], evidence: Evidence
) -> Iterator[tuple[TrackerState, Claim]]:
    """Yield an actor's positions on other questions with the claims that tell them.

    Only what the actor says itself, by somebody known, or an outlet in its own voice reports of it.
    """
    theirs = [one for one in states if one.position is not None and one.position.actor == actor]
    for state in evidence.ranked(theirs):
        if state.position is None or not state.position.own:
            continue
        own = (
            one
            for one in _claims(state, evidence)
            if evidence.counts(one)
            and (
                actor in (one.side, evidence.side(one.speaker_id))
                or one.speaker == state.position.said_by
            )
        )
        first = next(own, None)
        if first is not None:
            yield state, first


def terms(
    actor: str, states: Sequence[TrackerState], evidence: Evidence
) -> tuple[str, Claim] | None:
    """Return what an actor ties a truce to, in its own words, as a clause on "it".

    "it is prepared to free them in exchange for a withdrawal": the content of what it says, where
    that stands alone beside the actor's name. None where no such words are at hand.
    """
    for _, claim in related(actor, states, evidence):
        told = claim.attribution
        if told is None or told.form != "indirect" or len(told.content) != 1:
            continue
        words = told.content[0].quote.rstrip(".").removeprefix("that ")
        if words.split()[0] == "it" and len(words.split()) <= _LONGEST:
            return words, claim
    return None


def _claims(state: TrackerState, evidence: Evidence) -> Iterator[Claim]:
    """Yield the claims of a position's findings that hold its words."""
    held = state.position
    for one in state.findings:
        for claim in evidence.findings[one].claims if one in evidence.findings else ():
            told = evidence.claims.get(claim)
            if held and told and told.language == "en" and held.words == told.evidence.quote:
                yield told


def _clauses(order: Sequence[Stand], evidence: Evidence, day: date | None) -> Iterator[Clause]:
    """Yield the positions as clauses; what the one before has named is "it".

    What was not said on `day` is told with its own. Those who hold the same of the same proposal,
    by the same word, stand in one clause.
    """
    before = ""
    for stand in order:
        alike = [one for one in order if _same(one, stand)]
        if alike[0] is not stand:
            continue
        again = stand.named == before and stand.value not in BOUND
        text = worded(stand, evidence, "it" if again else None)
        if len(alike) == 1:
            text = account(stand, evidence, day) or text
        else:
            text = _together(text, stand, [evidence.name(one.actor) for one in alike], evidence)
        before = stand.named
        yield Clause(
            actor=stand.actor,
            text=evidence.agreeing(text),
            claims=tuple(dict.fromkeys(one.claims[0] for one in alike)),
            findings=tuple(dict.fromkeys(name for one in alike for name in one.findings)),
        )


def _same(one: Stand, other: Stand) -> bool:
    mine, theirs = ((s.value, s.named, s.teller, s.proviso, s.conditions) for s in (one, other))
    return mine == theirs


def _together(text: str, stand: Stand, names: Sequence[str], evidence: Evidence) -> str:
    """Return a clause about one as that about several: "Norland and Sudria have accepted it"."""
    several = f"{', '.join(names[:-1])} and {names[-1]}"
    if stand.value == BLAMED:
        return f"{several} accuse each other of holding up {stand.named}"
    rest = text.split(evidence.name(stand.actor), 1)[1].strip()
    for one, many in PLURAL.items():
        if rest.startswith(f"{one} "):
            return f"{several} {many}{rest.removeprefix(one)}"
    return text.replace(evidence.name(stand.actor), several, 1)


def _alone(
    actor: str, states: Sequence[TrackerState], evidence: Evidence
) -> Iterator[tuple[TrackerState, Claim]]:
    """Yield positions whose sentence stands alone: short, and it begins with the actor's name."""
    for state, claim in related(actor, states, evidence):
        quote = claim.evidence.quote
        whole = quote.startswith(f"{evidence.name(actor)} ") and quote.endswith(".")
        if whole and len(quote.split()) <= _LONGEST:
            yield state, claim


def _own_words(actor: str, own: tuple[TrackerState, Claim]) -> Clause:
    state, claim = own
    text = claim.evidence.quote.rstrip(".")
    return Clause(actor=actor, text=text, claims=(claim.id,), findings=state.findings)


def _silence(silent: Sequence[str], evidence: Evidence) -> str:
    if not silent:
        return ""
    names = " and ".join(evidence.name(one) for one in silent)
    return f"No answer from {names} stands in the reports read."
