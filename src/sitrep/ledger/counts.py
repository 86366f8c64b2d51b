"""Counts: how many were launched, shot down, lost, killed; of what, where, in which window."""

import re
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from sitrep.ledger.amounts import converted, number, plain
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import COUNTRY
from sitrep.ledger.sites import place_name, places_of
from sitrep.ledger.stocks import around, asked, counted_before, stock_of
from sitrep.ledger.windows import Window, window_of
from sitrep.model.extraction import Claim, Figure

_WHOLE = ("night:", "day:", "24h:")
_WAR, _LONG = 1000, timedelta(days=60)
"""A toll from this number on, of no stated time or a longer one, is a running total."""
_NO_DAY, _BRIEF = 10_000, timedelta(days=2)
"""No day's toll of a war of this century; "53,000 killed" beside a day is a running total."""
_RUNNING = re.compile(
    r"\b(?:since the (?:start|beginning|outset|launch|onset) of|(?:in total|overall|all told), )"
)
"""Words of a running total whose begin has no date; months of fire are one too."""
_WARDED = re.compile(r"\b(?:repel\w*|repuls\w*|thwart\w*|foil\w*|fend\w* off|beat(?:en)? back)\b")
"""Who does this is attacked."""
_SHARE = "part of "
"""What extraction notes with a number that is a share of another."""
_PART = 0.7
"""What a count of fire on one region, or in some hours, keeps of its weight."""


def counts(claim: Claim, context: Context, above: Sequence[Reply] = ()) -> list[Reply]:
    """Return a reply for every figure of a claim that answers a question of number.

    `above` are the counts of the sentence before: one that says no time is of theirs.
    """
    told = [
        (figure, kind)
        for figure in map(converted, claim.figures)
        if _given(figure) and (kind := _kind(claim, figure, context)) in context.words.counts
    ]
    return [_reply(claim, figure, kind, context, above) for figure, kind in told]


def _given(figure: Figure) -> bool:
    """Tell whether a figure is a count: "52-E" and "two-storey" are none."""
    named = (figure.counted or "").startswith("-")
    return not named and any(one is not None for one in (figure.value, figure.low, figure.high))


def _kind(claim: Claim, figure: Figure, context: Context) -> str:
    """Return what a figure counts: its kind, or what befell a cargo ("trucks entered").

    Of two things that befell it the nearer one is meant; land that is captured is no toll. What a
    missile destroys, or a strike on the ground, is not shot down.
    """
    if figure.kind == "intercepted" and context.wreaked.search(around(claim, figure)):
        return "other"
    if figure.kind not in ("other", "vehicles"):
        return "other" if figure.kind == "captured" and figure.unit != "people" else figure.kind
    words = set(re.findall(r"[^\W\d_]+", (figure.counted or "").casefold()))
    if not words.intersection(context.words.cargo):
        return figure.kind
    text = claim.evidence.quote.casefold()
    at = figure.span.start - claim.evidence.start
    near = [
        (min(abs(cue.start() - at) for cue in found), kind)
        for kind, pattern in context.cargo_cues.items()
        if (found := list(pattern.finditer(text)))
    ]
    return min(near)[1] if near else figure.kind


def _reply(
    claim: Claim, figure: Figure, kind: str, context: Context, above: Sequence[Reply]
) -> Reply:
    places = places_of(claim, figure, kind, context)
    running = _running(figure, claim)
    window = window_of(None, claim.published_at) if running else _window(claim, figure, above)
    state = stock_of(claim, figure, context)
    if state is not None:
        figure = msgspec.structs.replace(figure, counted=counted_before(claim, figure))
        window = window_of(None, claim.published_at)
    counted, subject = _counted(claim, figure, kind, context)
    target = _target(claim, figure, context)
    where = place_name(claim, figure, kind, context, places)
    share = "" if places else _share(claim, figure, kind, context)
    head = context.words.counts[kind].format(counted=counted)
    text = _question(head + share, kind, context.name(target) if target else None, where, window)
    scope = (f"{where or ''}{share}", window.key)
    if state is not None:
        text, day = asked(counted, state, window, claim)
        scope, where, target = ("", day), None, None
    elif kind in context.words.movements:
        scope = ("", window.key)
    elif running or _total(figure, kind, window, context):
        scope = ("", "total")
        text = f"{head[:1].upper()}{head[1:]} in all"
    return Reply(
        claim=claim,
        kind="count",
        key="|".join(("count", kind, subject, target or "", *scope)),
        text=text,
        answer=_answer(claim, figure),
        window=window,
        weight=_weight(claim, kind, figure, window, context, local=bool(places)),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        place=where,
        claimant_id=figure.claimant_id,
        claimant=figure.claimant or "",
        actors=(target,) if target else (),
    )


def _share(claim: Claim, figure: Figure, kind: str, context: Context) -> str:
    """Return " (part of 236)" for a share of what was shot down, without a place; "" for others."""
    wholes = (f for f in claim.figures if f.kind == kind and f.weapon == figure.weapon)
    marks = {f"{_SHARE}{one.value:g}" for one in wholes if one.value is not None}
    shares = (f" ({one})" for one in figure.reasons if one in marks)
    return next(shares, "") if kind in context.words.fired else ""


def _running(figure: Figure, claim: Claim) -> bool:
    if figure.window is not None:
        return False
    return _RUNNING.search(claim.evidence.quote.casefold()) is not None


def _total(figure: Figure, kind: str, window: Window, context: Context) -> bool:
    """Tell whether a count is that of a whole war: large, and of no time or of a long one."""
    if kind in context.words.fired:
        months = window.start and window.end and window.end - window.start > _LONG
        return bool(months)
    if kind not in context.words.tolls or (figure.value or figure.low or 0) < _WAR:
        return False
    if window.start is None or window.end is None:
        return True
    held = window.end - window.start
    return held > _LONG or (held <= _BRIEF and (figure.value or figure.low or 0) >= _NO_DAY)


def _window(claim: Claim, figure: Figure, above: Sequence[Reply]) -> Window:
    """Return the time of a count: its own, else that of the same speaker's sentence before."""
    time = figure.window or claim.as_of
    before = next((one for one in above if one.claim.speaker == claim.speaker), None)
    if time is None and before is not None:
        return before.window
    return window_of(time, claim.published_at)


def _weight(  # noqa: PLR0913 - all that a count's weight hangs on
    claim: Claim, kind: str, figure: Figure, window: Window, context: Context, *, local: bool
) -> float:
    """Return the weight of a count: that of a night or day over all places weighs fully."""
    full = context.words.count_weights.get(kind, context.words.weights["count"])
    before = any(
        place.use == "location"
        and place.precision < COUNTRY
        and place.span.end <= figure.span.start
        for place in claim.places
    )
    whole = not local and not before and window.key.startswith(_WHOLE)
    return full if whole or kind not in context.words.fired else full * _PART


def _counted(claim: Claim, figure: Figure, kind: str, context: Context) -> tuple[str, str]:
    """Return what is counted, in words for readers and as a part of the key.

    One number of two weapons is set against none of either.
    """
    if figure.weapon:
        noun = figure.weapon.replace("-", " ").replace("_", " ")
        noun = noun if noun.endswith("s") else f"{noun}s"
        other = _second(claim, figure, context)
        return (f"{noun} and {other}s", f"{noun} {other}") if other else (noun, figure.weapon)
    if figure.unit and figure.kind in ("area", "distance"):
        return figure.unit, figure.unit
    words = set(re.findall(r"[^\W\d_]+", (figure.counted or "").casefold()))
    for group, nouns in context.words.people.items():
        if words.intersection(nouns):
            return group, group
    default = context.words.counted.get(kind)
    if default == "people" or not words or kind in context.words.movements:
        return default or kind, default or kind
    counted = context.uncounted.sub("", (figure.counted or "").casefold())
    at = figure.span.quote.casefold().find(counted)
    written = figure.span.quote[at : at + len(counted)] if counted and at >= 0 else counted
    return written or figure.counted or "", counted or (figure.counted or "").casefold()


def _second(claim: Claim, figure: Figure, context: Context) -> str | None:
    """Return the other weapon that a number counts with its own ("93 missiles and drones")."""
    end = figure.span.end - claim.evidence.start
    found = context.mixed.match(claim.evidence.quote[end:].casefold())
    if found is None or found.lastgroup is None or found.lastgroup in (figure.weapon or ""):
        return None
    stop = figure.span.end + found.end()
    counted = any(figure.span.end < other.span.start < stop for other in claim.figures)
    return None if counted else found.lastgroup


def _target(claim: Claim, figure: Figure, context: Context) -> str | None:
    """Return the party that was fired at, or that had the loss, None where nothing tells."""
    own = _demonym(figure.counted or "", context)
    speaker = context.side(figure.claimant_id) or claim.side or context.side(context.speaker(claim))
    if figure.kind not in context.words.fired:
        return own
    attacker = own or (_attacker(claim, context) if figure.kind != "intercepted" else None)
    return context.opponent(attacker) if attacker is not None else speaker


def _attacker(claim: Claim, context: Context) -> str | None:
    """Return the party that the sentence has attack; who repels an attack is attacked."""
    if _WARDED.search(claim.evidence.quote.casefold()):
        return None
    actors = (one for event in claim.events if event.type == "ASSAULT" for one in event.actors)
    sides = (context.side(one.entity_id) for one in actors)
    return next((side for side in sides if side is not None), None)


def _demonym(counted: str, context: Context) -> str | None:
    words = re.findall(r"[^\W\d_]+", counted.casefold())
    return next((context.demonyms[word] for word in words if word in context.demonyms), None)


def _question(head: str, kind: str, target: str | None, where: str | None, window: Window) -> str:
    head = head[:1].upper() + head[1:]
    if where is not None:
        scope = f" over {where}" if kind == "intercepted" else f" at {where}"
        scope = scope if kind in ("intercepted", "launched", "hit") else f" in {where}"
        scope = f" {where}" if head.endswith(("entered", "to enter")) else scope
    elif target is not None:
        scope = {
            "intercepted": f" over {target}",
            "lost": f" over {target}",
            "launched": f" at {target}",
            "hit": f" in {target}",
        }.get(kind, f" on the side of {target}")
    else:
        scope = ""
    return window.after(f"{head}{scope}")


def _answer(claim: Claim, figure: Figure) -> str:
    """Return the number in words; of a whole given in the same sentence, "74 of 117"."""
    value = number(figure)
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
    return value if launched is None else f"{value} of {plain(launched)}"
