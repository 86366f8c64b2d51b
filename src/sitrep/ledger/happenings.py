"""Happenings: visits, meetings, attacks, sanctions and other events that a sentence reports."""

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import actor_ids, deciding, event_place, names
from sitrep.ledger.windows import Window, window_of
from sitrep.model.extraction import Claim, Event
from sitrep.model.findings import QuestionKind

_ANSWERS = {"planned": "planned", "conditional": "possible", "hypothetical": "possible"}


def happenings(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply for the weightiest event of a claim: one sentence, one thing that happened."""
    events = sorted(
        claim.events,
        key=lambda event: (-_weight(event, context), -event.score, event.span.start),
    )
    return [_reply(claim, event, context) for event in events[:1]]


def _weight(event: Event, context: Context) -> float:
    weights = context.words.event_weights
    mode = f"{event.type} {event.mode}" if event.mode else event.type
    known = weights.get(mode, weights.get(event.type, context.words.weights["event"]))
    return known if event.actors or event.targets else known / 2


def _reply(claim: Claim, event: Event, context: Context) -> Reply:
    kind = _kind(event)
    place = event_place(event, claim)
    window = window_of(event.time or claim.as_of, claim.published_at)
    who = actor_ids(event.actors)
    whom = actor_ids(event.targets)
    principal = next(
        (deciding(one, context) or one for one in (*who, *whom)), context.story(claim.article_id)
    )
    return Reply(
        claim=claim,
        kind=kind,
        key=f"{kind}|{event.type}|{principal}",
        text=_question(kind, event, (who, whom), (place.name if place else None, window), context),
        answer=_answer(event),
        window=window,
        weight=max(_weight(event, context), 0.0),
        loose=True,
        affirms=event.polarity == "affirmed" and claim.stance != "denies",
        place=place.name if place else None,
        actors=(*who, *whom),
        event=event,
    )


def _kind(event: Event) -> QuestionKind:
    if event.type == "CONSULT":
        return "visit" if event.mode == "visit" else "meeting"
    if event.type == "SANCTION":
        return "sanction"
    return "attack" if event.type == "ASSAULT" else "event"


def _answer(event: Event) -> str:
    return _ANSWERS.get(event.modality, "yes")


def _question(
    kind: QuestionKind,
    event: Event,
    who: tuple[tuple[str, ...], tuple[str, ...]],
    scope: tuple[str | None, Window],
    context: Context,
) -> str:
    """Return the question in words: what, who, whom, where, when."""
    actors, targets = names(who[0], context), names(who[1], context)
    place, window = scope
    where = f" in {place}" if place else ""
    if kind == "visit":
        what = f"Visit by {actors or 'an official'}"
        where = f" to {place or targets}" if place or targets else ""
    elif kind == "meeting":
        what = "Phone call" if event.mode == "phone" else "Talks"
        what += f" between {names((*who[0], *who[1]), context)}" if actors or targets else ""
    elif kind == "sanction":
        what = f"Sanctions{f' by {actors}' if actors else ''}{f' on {targets}' if targets else ''}"
        where = ""
    elif kind == "attack":
        what = f"Attack{f' by {actors}' if actors else ''}{f' on {targets}' if targets else ''}"
    else:
        words = event.trigger.quote.casefold()
        what = f"{actors or 'Unnamed actor'}: {words}{f' ({targets})' if targets else ''}"
    return f"{what[:1].upper()}{what[1:]}{where}, {window.words}"
