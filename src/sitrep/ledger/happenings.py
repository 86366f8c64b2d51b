"""Happenings: visits, meetings, attacks, sanctions and other events that a sentence reports."""

import re

import msgspec

from sitrep.ledger.context import Context
from sitrep.ledger.novelty import stated_time
from sitrep.ledger.reply import NEGATED, Reply
from sitrep.ledger.scope import event_place
from sitrep.ledger.succession import CANCELLED
from sitrep.ledger.windows import window_of
from sitrep.ledger.wording import happening, sound
from sitrep.model.extraction import Claim, Event, Modality
from sitrep.model.findings import QuestionKind

_ANSWERS: dict[Modality, str] = {
    "actual": "yes",
    "planned": "planned",
    "conditional": "possible",
    "hypothetical": "possible",
}
_REAL: dict[Modality, float] = {
    "actual": 1.0,
    "planned": 0.85,
    "conditional": 0.6,
    "hypothetical": 0.5,
}
"""What happened weighs more than what may."""
_RECALLED = 0.4
"""What an event weighs that a sentence names only to say when something else was."""
_HOLLOW = ("will", "would", "shall", "have", "has", "had")
"""An auxiliary is no deed."""
_AROUND = 60
"""Characters before and after talks within which words tell whether they have been held."""
_BESIDE = 80
"""Characters before and after an attack within which words tell how it was made."""
_NEGATED = re.compile(r"\b(not|never|no|denied|denies|without)\W+(\w+\W+){0,3}$")
_SAID = 0.3
"""Below this weight of its event, a sentence is news of what was said."""


def happenings(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply for the weightiest event of a claim: one sentence, one thing that happened.

    A speaker who leaves it open ("declined to comment on the raid") says nothing for or against.
    """
    if claim.stance == "withholds":
        return []
    told = (_as_told(event, claim, context) for event in claim.events if _solid(event))
    events = sorted(
        told, key=lambda event: (-_weight(event, claim, context), event.trigger.start, event.type)
    )
    if not events or _weight(events[0], claim, context) < _SAID:
        return []
    return [_reply(claim, events[0], context)]


def _solid(event: Event) -> bool:
    return event.trigger.quote.casefold() not in _HOLLOW


def _as_told(event: Event, claim: Claim, context: Context) -> Event:
    """Return talks as planned where they are to come, as possible where only spoken of."""
    if event.type != "CONSULT" or event.modality != "actual":
        return event
    at = event.trigger.start - claim.evidence.start
    near = claim.evidence.quote[max(0, at - _AROUND) : at + _AROUND].casefold()
    if context.planned.search(claim.evidence.quote[:at].casefold()):
        return msgspec.structs.replace(event, modality="planned")
    if event.mode != "visit" and context.prospect.search(near):
        return msgspec.structs.replace(event, modality="conditional")
    return event


def _weight(event: Event, claim: Claim, context: Context) -> float:
    weights = context.words.event_weights
    mode = f"{event.type} {event.mode}" if event.mode else event.type
    known = weights.get(mode, weights.get(event.type, context.words.weights["event"]))
    before = claim.evidence.quote[: event.trigger.start - claim.evidence.start].casefold()
    recalled = _RECALLED if context.afterwards.search(before) else 1.0
    return known * event.score * _REAL[event.modality] * recalled


def _reply(claim: Claim, event: Event, context: Context) -> Reply:
    kind = _kind(event)
    place = event_place(event, claim)
    time = stated_time(event.time, claim) or stated_time(claim.as_of, claim)
    window = window_of(time, claim.published_at)
    text = happening(kind, event, place.name if place else "", claim, context)
    return Reply(
        claim=claim,
        kind=kind,
        key=f"{kind}|{event.type}",
        text=window.after(text) if text else "",
        answer=CANCELLED if _called_off(event, claim, context) else _ANSWERS[event.modality],
        window=window,
        weight=_weight(event, claim, context),
        loose=True,
        affirms=event.polarity == "affirmed" and claim.stance != "denies",
        objection="denied" if claim.stance == "denies" else NEGATED,
        place=place.name if place else None,
        actors=sound((*event.actors, *event.targets), claim, context),
        event=event,
        manner=_manner(event, claim, context) if kind == "attack" else "",
    )


def _manner(event: Event, claim: Claim, context: Context) -> str:
    """Return how an attack is said to have been made, by words beside it; "" where none says."""
    at = event.trigger.start - claim.evidence.start
    near = claim.evidence.quote[max(0, at - _BESIDE) : at + _BESIDE].casefold()
    for manner, pattern in context.manners.items():
        found = pattern.search(near)
        if found is not None and not _NEGATED.search(near[: found.start()]):
            return manner
    return ""


def _called_off(event: Event, claim: Claim, context: Context) -> bool:
    """Tell whether a sentence says that talks or a visit were called off."""
    if event.type != "CONSULT":
        return False
    return context.cancelled.search(claim.evidence.quote.casefold()) is not None


def _kind(event: Event) -> QuestionKind:
    if event.type == "CONSULT":
        return "visit" if event.mode == "visit" else "meeting"
    if event.type == "SANCTION":
        return "sanction"
    return "attack" if event.type == "ASSAULT" else "event"
