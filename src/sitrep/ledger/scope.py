"""Whose and where: the party, the actors and the place that a part of a sentence is about."""

import re
from collections.abc import Iterable

from sitrep.ledger.context import Context
from sitrep.model.extraction import Claim, Event, Figure, Mention, Place

COUNTRY = 6
"""UCDP precision from which on a place is a whole country."""
_WITHIN = re.compile(
    r"\b(over|in|near|across|at|on|around|above|against|над|у|в|на|біля|поблизу|під|под|около|возле)"
    r"\W+(the\W+)?((\w+\W+)?(areas?|parts?|districts?|settlements?|villages?)\W+of\W+)?(\w+\W+){0,2}$"
)
"""What puts a figure at a place: "over the border region of", not "3 p.m. Moscow time"."""
_OPENS = re.compile(
    r"(?:^\W*|[;:–—]\s|\b(?:that|said|and|while)\s)"
    r"(?:over|in|near|across|at|above|над|у|в|на|біля|поблизу|под|около|возле)"
    r"\W+(?:the\W+)?(?:\w+\W+){0,2}$"
)
_CLAUSE = re.compile(r"[.;:!?–—(]|,.*,")
"""What ends what was begun with a place."""
_NEAR = 60
"""A place belongs to a figure when it follows within so many characters."""


def places_after(claim: Claim, start: int, stop: int, context: Context) -> tuple[Place, ...]:
    """Return the locations that a figure which ends at `start` holds for, before `stop`.

    "Over the A and B regions" is one count of both. "77 over all regions, most of them over A" says
    where a part was, and nothing of where the whole.
    """
    quote, offset = claim.evidence.quote, claim.evidence.start
    listed: list[Place] = []
    joined = False
    for place in claim.places:
        end = listed[-1].span.end if listed else start
        if not end <= place.span.start < stop:
            continue
        between = quote[end - offset : place.span.start - offset].casefold()
        if listed and not context.listing.fullmatch(between):
            break
        if not listed and place.span.start >= start + _NEAR:
            break
        fits = bool(listed) or _WITHIN.search(_before(claim, place)) is not None
        if not fits or place.use != "location" or place.precision >= COUNTRY:
            continue
        if context.shares.search(between):
            return ()
        joined = joined or bool(listed and context.joining.search(between))
        listed.append(place)
    return tuple(listed if joined else listed[:1])


def place_before(claim: Claim, figure: Figure) -> Place | None:
    """Return the location with which the clause of a figure begins: "Over A, 12 were shot down"."""
    counted = [one.span.end for one in claim.figures if one.span.end <= figure.span.start]
    after = max(counted, default=claim.evidence.start)
    for place in reversed(claim.places):
        near = after <= place.span.start and place.span.end <= figure.span.start
        if not near or place.use != "location" or place.precision >= COUNTRY:
            continue
        between = claim.evidence.quote[
            place.span.end - claim.evidence.start : figure.span.start - claim.evidence.start
        ]
        opens = _OPENS.search(_before(claim, place))
        return place if opens and len(between) <= _NEAR and not _CLAUSE.search(between) else None
    return None


def _before(claim: Claim, place: Place) -> str:
    return claim.evidence.quote[: place.span.start - claim.evidence.start].casefold()


def nearest_place(places: Iterable[Place], position: int) -> Place | None:
    """Return the location nearest to `position`, finer ones first where equally near."""
    here = [place for place in places if place.use == "location" and place.precision < COUNTRY]
    return min(
        here,
        key=lambda place: (abs(place.span.start - position), place.precision, place.name),
        default=None,
    )


def inside(place: Place, context: Context) -> bool:
    """Tell whether a place lies in a party's country or on the theatre's map."""
    if place.country in context.countries:
        return True
    if place.lat is None or place.lon is None:
        return False
    west, south, east, north = context.theatre.region
    return west <= place.lon <= east and south <= place.lat <= north


def event_place(event: Event, claim: Claim) -> Place | None:
    """Return where an event took place, the sentence's nearest location where it does not say."""
    own = nearest_place(event.places, event.trigger.start)
    return own or nearest_place(claim.places, event.trigger.start)


def actor_before(claim: Claim, position: int, context: Context) -> Mention | None:
    """Return the last mention of a party, mediator or state before `position`.

    A party's side stands for its people and forces. The speaker is not looked for here.
    """
    before = [
        mention
        for mention in claim.mentions
        if mention.span.start < position and deciding(mention.entity_id, context)
    ]
    return max(before, key=lambda mention: mention.span.start, default=None)


def deciding(actor_id: str | None, context: Context) -> str | None:
    """Return who decides when `actor_id` does: the party, the mediator, the state; else None."""
    if actor_id is None:
        return None
    side = context.side(actor_id)
    if side is not None:
        return side
    if actor_id in context.theatre.mediators:
        return actor_id
    actor = context.actor(actor_id)
    if actor is None:
        return None
    if actor.kind == "country":
        return actor_id
    speaks = actor.speaks_for
    return speaks if speaks is not None and speaks in context.vocabulary.actors else None


def names(ids: Iterable[str], context: Context) -> str:
    """Return ids as a list for readers: "A", "A and B", "A, B and C"."""
    return listed(context.name(one) for one in ids)


def listed(words: Iterable[str]) -> str:
    """Return words as a list for readers, each once: "A", "A and B", "A, B and C"."""
    *first, last = tuple(dict.fromkeys(words)) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def follows(claim: Claim, above: Claim, reach: int) -> bool:
    """Tell whether a claim stands within `reach` characters behind another of its report."""
    gap = claim.evidence.start - above.evidence.end
    return claim.article_id == above.article_id and 0 <= gap <= reach
