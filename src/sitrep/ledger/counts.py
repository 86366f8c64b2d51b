"""Counts: how many were launched, shot down, lost, killed; of what, where, in which window."""

import re

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import COUNTRY, place_after
from sitrep.ledger.windows import Window, window_of
from sitrep.model.extraction import Claim, Figure, Qualifier

_WORDS: dict[Qualifier, str] = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "less_than": "fewer than ",
}
_WHOLE = ("night:", "day:", "24h:")
_PART = 0.7
"""What a count of fire on one region, or in some hours, keeps of its weight."""


def counts(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply for every figure of a claim that answers a question of number."""
    figures = [figure for figure in claim.figures if _counts(figure, context)]
    return [_reply(claim, figure, context) for figure in figures]


def _counts(figure: Figure, context: Context) -> bool:
    return figure.kind in context.words.counts and (
        figure.value is not None or figure.low is not None or figure.high is not None
    )


def _reply(claim: Claim, figure: Figure, context: Context) -> Reply:
    following = [f.span.start for f in claim.figures if f.span.start > figure.span.start]
    place = place_after(claim, figure.span.end, min(following, default=claim.evidence.end))
    window = window_of(figure.window or claim.as_of, claim.published_at)
    counted, subject = _counted(figure, context)
    target = _target(claim, figure, context)
    where = place.name if place else None
    if where is None and figure.kind in context.words.tolls:
        where = next((p.name for p in claim.places if p.use == "location"), None)
    head = context.words.counts[figure.kind].format(counted=counted)
    return Reply(
        claim=claim,
        kind="count",
        key="|".join(("count", figure.kind, subject, target or "", where or "", window.key)),
        text=_question(head, figure, context.name(target) if target else None, where, window),
        answer=_answer(claim, figure),
        window=window,
        weight=_weight(claim, figure, window, context, local=place is not None),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        place=where,
        claimant_id=figure.claimant_id,
        claimant=figure.claimant or "",
        actors=(target,) if target else (),
    )


def _weight(
    claim: Claim, figure: Figure, window: Window, context: Context, *, local: bool
) -> float:
    """Return the weight of a count: that of a night or day over all places weighs fully."""
    full = context.words.count_weights.get(figure.kind, context.words.weights["count"])
    before = any(
        place.use == "location"
        and place.precision < COUNTRY
        and place.span.end <= figure.span.start
        for place in claim.places
    )
    whole = not local and not before and window.key.startswith(_WHOLE)
    return full if whole or figure.kind not in context.words.fired else full * _PART


def _counted(figure: Figure, context: Context) -> tuple[str, str]:
    """Return what is counted, in words for readers and as a part of the key."""
    if figure.weapon:
        noun = figure.weapon.replace("-", " ").replace("_", " ")
        return (noun if noun.endswith("s") else f"{noun}s"), figure.weapon
    words = set(re.findall(r"[^\W\d_]+", (figure.counted or "").casefold()))
    for group, nouns in context.words.people.items():
        if words.intersection(nouns):
            return group, group
    default = context.words.counted.get(figure.kind)
    if default == "people" or not words:
        return default or figure.kind, default or figure.kind
    counted = figure.counted or ""
    return counted, counted.casefold()


def _target(claim: Claim, figure: Figure, context: Context) -> str | None:
    """Return the party that was fired at, or that had the loss, None where nothing tells."""
    own = _demonym(figure.counted or "", context)
    speaker = context.side(figure.claimant_id) or claim.side or context.side(context.speaker(claim))
    if figure.kind not in context.words.fired:
        return own
    attacker = own or (_attacker(claim, context) if figure.kind != "intercepted" else None)
    return context.opponent(attacker) if attacker is not None else speaker


def _attacker(claim: Claim, context: Context) -> str | None:
    """Return the party that the sentence has attack."""
    actors = (one for event in claim.events if event.type == "ASSAULT" for one in event.actors)
    sides = (context.side(one.entity_id) for one in actors)
    return next((side for side in sides if side is not None), None)


def _demonym(counted: str, context: Context) -> str | None:
    words = re.findall(r"[^\W\d_]+", counted.casefold())
    return next((context.demonyms[word] for word in words if word in context.demonyms), None)


def _question(
    head: str, figure: Figure, target: str | None, where: str | None, window: Window
) -> str:
    head = head[:1].upper() + head[1:]
    if where is not None:
        scope = f" over {where}" if figure.kind == "intercepted" else f" at {where}"
        scope = scope if figure.kind in ("intercepted", "launched", "hit") else f" in {where}"
    elif target is not None:
        scope = {"intercepted": f" over {target}", "launched": f" at {target}"}.get(
            figure.kind, f" ({target})"
        )
    else:
        scope = ""
    return window.after(f"{head}{scope}")


def _answer(claim: Claim, figure: Figure) -> str:
    """Return the number in words; of a whole given in the same sentence, "74 of 117"."""
    value = _number(figure)
    if figure.kind not in ("intercepted", "lost", "hit"):
        return value
    launched = next(
        (
            other.value
            for other in claim.figures
            if other.kind == "launched" and other.weapon == figure.weapon
        ),
        None,
    )
    return value if launched is None else f"{value} of {_plain(launched)}"


def _number(figure: Figure) -> str:
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{_plain(figure.low)}–{_plain(figure.high)}"
    for value in (figure.value, figure.low, figure.high):
        if value is not None:
            return f"{_WORDS.get(figure.qualifier, '')}{_plain(value)}"
    return "unknown"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
