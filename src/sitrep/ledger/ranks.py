"""Who matters in a war: rank of those who act or speak, and the voice a sentence speaks in."""

import re
from datetime import date

from sitrep.ledger.context import Context
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import office_at
from sitrep.vocabulary.types import Actor

_BODY, _STATE, _OFFICE = 0.75, 0.5, 0.6
_ELSEWHERE = 0.6
"""What somebody of a state that neither fights nor mediates keeps of their rank."""
_UNKNOWN = 0.15
_VOICE_OF_NOBODY = 0.75
"""What a statement by somebody whom the vocabulary does not know keeps."""
_OPINION = 0.6
"""What a sentence of advice, praise or trade keeps, unless a leading official says it."""
_OFFICIAL = 0.7
"""From this rank on, a call to act is an act itself."""
_ASIDE = 0.5
"""What a sentence in the reporter's own first person keeps."""
_OPENING = "\"“„«'"
_QUOTED = re.compile(r"[\"“„«][^\"”“»]*(?:[\"”“»]|$)")
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b")


def rank(actor_id: str, context: Context, day: date | None) -> float:
    """Return the rank, 0 to 1, of an actor on `day`: leaders of parties and mediators first."""
    actor = context.actor(actor_id)
    if actor is None:
        return _UNKNOWN
    near = context.side(actor_id) is not None or bool(
        {actor_id, actor.speaks_for, _of(actor, day)} & set(context.theatre.mediators)
    )
    value = _person(actor, context, day) if actor.kind == "person" else _body(actor)
    return value if near else value * _ELSEWHERE


def voice(claim: Claim, context: Context) -> float:
    """Return what a claim's voice leaves of its weight: 1 for reports, acts and officials."""
    text = claim.evidence.quote
    day = claim.published_at.date() if claim.published_at else None
    speaker = context.speaker(claim) if claim.attribution is not None else None
    high = speaker is not None and rank(speaker, context, day) >= _OFFICIAL
    factor = 1.0
    if claim.attribution is not None and speaker is None:
        factor *= _VOICE_OF_NOBODY
    if not high and claim.attribution is not None and text[:1] in _OPENING:
        factor *= _OPINION
    if not high and context.opinion.search(text.casefold()):
        factor *= _OPINION
    if context.analysis.search(text.casefold()):
        factor *= _OPINION
    if claim.attribution is None and _FIRST_PERSON.search(_QUOTED.sub("", text)):
        factor *= _ASIDE
    return factor


def _person(actor: Actor, context: Context, day: date | None) -> float:
    office = office_at(actor, day) if day is not None else None
    if office is None:
        return _OFFICE / 2
    title = office.title.casefold()
    found = next((r.weight for r in context.words.ranks if re.search(r.offices, title)), None)
    return _OFFICE if found is None else found


def _of(actor: Actor, day: date | None) -> str | None:
    office = office_at(actor, day) if day is not None else None
    return office.of if office is not None else None


def _body(actor: Actor) -> float:
    return _STATE if actor.kind in ("country", "group") else _BODY
