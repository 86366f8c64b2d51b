"""Happenings: visits, meetings, attacks, sanctions and other events that a sentence reports."""

from collections.abc import Iterable

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import actor_ids, event_place
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim, Event, Modality, Participant
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
_SAID = 0.3
"""Below this weight of its event, a sentence with a speaker is news of what was said."""
_SHOWN = 2
"""So many actors, and so many targets, are named in a question."""


def happenings(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply for the weightiest event of a claim: one sentence, one thing that happened."""
    events = sorted(
        claim.events, key=lambda event: (-_weight(event, context), event.trigger.start, event.type)
    )
    if not events or (claim.attribution is not None and _weight(events[0], context) < _SAID):
        return []
    return [_reply(claim, events[0], context)]


def _weight(event: Event, context: Context) -> float:
    weights = context.words.event_weights
    mode = f"{event.type} {event.mode}" if event.mode else event.type
    known = weights.get(mode, weights.get(event.type, context.words.weights["event"]))
    return known * event.score * _REAL[event.modality]


def _reply(claim: Claim, event: Event, context: Context) -> Reply:
    kind = _kind(event)
    place = event_place(event, claim)
    window = window_of(event.time or claim.as_of, claim.published_at)
    text = _question(kind, event, place.name if place else "", context)
    return Reply(
        claim=claim,
        kind=kind,
        key=f"{kind}|{event.type}",
        text=window.after(f"{text[:1].upper()}{text[1:]}"),
        answer=_ANSWERS[event.modality],
        window=window,
        weight=_weight(event, context),
        loose=True,
        affirms=event.polarity == "affirmed" and claim.stance != "denies",
        place=place.name if place else None,
        actors=(*actor_ids(event.actors), *actor_ids(event.targets)),
        event=event,
    )


def _kind(event: Event) -> QuestionKind:
    if event.type == "CONSULT":
        return "visit" if event.mode == "visit" else "meeting"
    if event.type == "SANCTION":
        return "sanction"
    return "attack" if event.type == "ASSAULT" else "event"


def _question(kind: QuestionKind, event: Event, place: str, context: Context) -> str:
    """Return what, who, whom and where in words, without the time."""
    actors, targets = _names(event.actors, context), _names(event.targets, context)
    where = f" in {place}" if place and place not in targets else ""
    if kind == "visit":
        to = place or " and ".join(targets)
        return f"visit{_after(' by ', actors)}{f' to {to}' if to else ''}"
    if kind == "meeting":
        what = "phone call" if event.mode == "phone" else "talks"
        people = list(dict.fromkeys([*actors, *targets]))
        word = " between " if len(people) > 1 else " with "
        return f"{what}{_after(word, people)}{where}"
    if kind == "sanction":
        return f"sanctions{_after(' by ', actors)}{_after(' on ', targets)}"
    if kind == "attack":
        return f"attack{_after(' by ', actors)}{_after(' on ', targets)}{where}"
    what = context.words.event_names.get(event.type, event.type.casefold())
    return f"{what}{_after(': ', list(dict.fromkeys([*actors, *targets])))}{where}"


def _after(word: str, people: list[str]) -> str:
    return f"{word}{' and '.join(people)}" if people else ""


def _names(participants: Iterable[Participant], context: Context) -> list[str]:
    """Return the names of participants that are somebody: known actors, and names as written."""
    found = [
        context.name(one.entity_id) if one.entity_id else one.name
        for one in participants
        if one.entity_id or one.name[:1].isupper()
    ]
    return list(dict.fromkeys(found))[:_SHOWN]
