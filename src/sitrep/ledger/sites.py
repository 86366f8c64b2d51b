"""Where a count holds: over one region, over several, over all that its speaker answers for."""

from sitrep.ledger.context import Context
from sitrep.ledger.scope import COUNTRY, inside, listed, place_before, places_after
from sitrep.model.extraction import Claim, Figure, Place

_ANYWHERE = 8
_INTERCEPTED = "intercepted"
_JOINED = 5
"""More words between two numbers say more than that both are of one place."""
_EACH = "each of "
"""What extraction notes with a number that holds for each of several places."""


def place_name(
    claim: Claim, figure: Figure, kind: str, context: Context, places: tuple[Place, ...]
) -> str | None:
    """Return the name of where a count holds: of its `places`, else as its sentence has it."""
    named = listed(_region(place, claim, kind, context) for place in places)
    told = named or _told(claim, kind, figure.span.start, context)
    return told or _domain(claim, figure, kind, context)


def places_of(claim: Claim, figure: Figure, kind: str, context: Context) -> tuple[Place, ...]:
    """Return the places behind a number; for what is fired, else that with which its clause opens.

    A number that holds for each of several places is that of the first. "Shot down two missiles and
    nine drones over A" puts both there.
    """
    following = [f for f in claim.figures if f.span.start > figure.span.start]
    beside = min(following, key=lambda one: one.span.start, default=None)
    stop = beside.span.start if beside else claim.evidence.end
    found = places_after(claim, figure.span.end, stop, context)
    if not found and beside is not None and _together(claim, figure, beside, context):
        return places_of(claim, beside, kind, context)
    if any(reason.startswith(_EACH) for reason in figure.reasons):
        return found[:1]
    opening = place_before(claim, figure) if kind in context.words.fired and not found else None
    return (opening,) if opening else found


def _together(claim: Claim, figure: Figure, beside: Figure, context: Context) -> bool:
    """Tell whether two numbers of one kind, of unlike weapons, are joined by no more than "and"."""
    between = claim.evidence.quote[
        figure.span.end - claim.evidence.start : beside.span.start - claim.evidence.start
    ].casefold()
    alike = figure.kind == beside.kind and figure.weapon != beside.weapon
    joined = context.joining.search(between) is not None and len(between.split()) <= _JOINED
    return alike and joined and context.shares.search(between) is None


def _told(claim: Claim, kind: str, start: int, context: Context) -> str | None:
    """Return where a toll was paid, or a cargo arrived, when no place stands behind the number.

    A country far away that is named before it, which a visit may have led to, gives way to others.
    """
    if kind in context.words.fired:
        return None
    least = COUNTRY if kind in context.words.movements else _ANYWHERE
    located = [p for p in claim.places if p.use == "location" and p.precision < least]
    near = (
        place
        for place in located
        if place.precision < COUNTRY or place.span.start > start or inside(place, context)
    )
    found = next(near, next(iter(located), None))
    return found.name if found else None


def _region(place: Place, claim: Claim, kind: str, context: Context) -> str:
    """Return a place; what is shot down "over Kursk" is counted by region where one is named."""
    return context.namesakes.site(place, claim) if kind == _INTERCEPTED else place.name


def _domain(claim: Claim, figure: Figure, kind: str, context: Context) -> str | None:
    """Return the region or town that a governor or mayor, who counts fire, speaks for."""
    if kind not in context.words.fired:
        return None
    speaker = context.actor(figure.claimant_id or context.speaker(claim))
    return context.namesakes.domain(speaker) if speaker else None
