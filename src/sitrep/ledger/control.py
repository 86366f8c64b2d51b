"""Control: who holds a place, took it, left it or advanced there, and according to whom."""

import re

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import actor_before, nearest_place
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim

HELD_BY_OTHER = ("withdrew", "lost")
_REACH = 120
"""A place further from the cue than so many characters is another matter."""


def control(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply on who holds, or advanced at, the place nearest to the words of control."""
    text = claim.evidence.quote.casefold()
    found = _cue(text, context)
    if found is None or not _about_forces(claim, text, context):
        return []
    manner, position = found[0], claim.evidence.start + found[1]
    # "Kyiv" and "Moscow" most often stand for a government: no news of control rests on them.
    places = [place for place in claim.places if place.name.casefold() not in context.metonyms]
    place = nearest_place(places, position)
    if place is None or abs(place.span.start - position) > _REACH:
        return []
    actor = _actor(claim, text, manner, position, context)
    if actor is None:
        return []
    return [_reply(claim, manner, actor, place.name, context)]


def _reply(claim: Claim, manner: str, actor: str, place: str, context: Context) -> Reply:
    advanced = manner == "advanced"
    holder = context.opponent(actor) if manner in HELD_BY_OTHER else actor
    name = context.name(actor)
    return Reply(
        claim=claim,
        kind="control",
        key=f"{'advance' if advanced else 'control'}|{place}{f'|{actor}' if advanced else ''}",
        text=f"Has {name} advanced at {place}?" if advanced else f"Who controls {place}?",
        answer=_words(manner, name, context.name(holder) if holder else None),
        window=window_of(claim.as_of, claim.published_at),
        weight=context.words.weights["control"],
        affirms=not _denied(claim, context),
        place=place,
        actors=(actor,),
    )


def _words(manner: str, name: str, holder: str | None) -> str:
    if manner == "advanced":
        return f"{name} advanced"
    return holder or f"{name} {manner}"


def _cue(text: str, context: Context) -> tuple[str, int] | None:
    for manner, pattern in context.control_cues.items():
        match = pattern.search(text)
        if match:
            return manner, match.start()
    return None


def _about_forces(claim: Claim, text: str, context: Context) -> bool:
    words = set(re.findall(r"[^\W\d_]+", text))
    if words.intersection(context.words.forces):
        return True
    if any(event.type in ("RETREAT", "ASSAULT", "MOBILIZE") for event in claim.events):
        return True
    return claim.track == "ground"


def _actor(claim: Claim, text: str, manner: str, position: int, context: Context) -> str | None:
    """Return the party that controls, advanced or left: named before the cue, or within it."""
    if manner == "controls":
        match = re.compile(r"(?:under|in) (\w+) control").search(text)
        if match and match[1] in context.demonyms:
            return context.demonyms[match[1]]
    mention = actor_before(claim, position, context)
    party = context.side(mention.entity_id) if mention else None
    return party or (claim.side if claim.side in context.parties else None)


def _denied(claim: Claim, context: Context) -> bool:
    stances = [claim.stance, *(nested.stance for nested in claim.nested)]
    return stances[0] in ("denies", "rejects") or bool(
        context.denial.search(claim.evidence.quote.casefold())
    )
