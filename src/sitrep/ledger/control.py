"""Control: who holds a place, took it, left it or advanced there, and according to whom."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sitrep.ledger.clauses import Voice, denied_words, voice_of
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import actor_before, inside, nearest_place
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim

HELD_BY_OTHER = ("withdrew", "lost")
_REACH = 120
"""A place further from the cue than so many characters is another matter."""
_HISTORY = timedelta(days=60)
"""Who took a place longer ago than this does not say who holds it."""
_PART = re.compile(
    r"\b(parts? of|some of|most of|strip|sliver|pocket|portion|outskirts|territories|"
    r"percent|per cent|square (kilomet\w+|miles?))\b|%"
)
_UNREAL = re.compile(
    r"\b(to|will|would|could|may|might|should|must|aims?|if|until|before|goal of)\W+(\w+\W+){0,2}$|"
    r"\b(help(s|ed|ing)?|threaten\w*|plan\w*|want\w*)\W+(\w+\W+){0,4}$"
)
"""What makes a deed a wish, a plan or a purpose."""
_OTHER_CLAUSE = re.compile(r", (and|but|while|where|when)\b|;")
_RECALLED = 0.7
"""What control weighs that a sentence names only to say when something else was."""
IN_PART = " in part"
"""What an answer ends with that leaves room for the other side's hold."""


def control(claim: Claim, context: Context) -> list[Reply]:
    """Return replies on who holds, or advanced at, the places of a sentence."""
    text = claim.evidence.quote.casefold()
    if not _about_forces(claim, text, context) or _history(claim):
        return []
    found: dict[str, Reply] = {}
    for manner, match in _cues(text, context):
        reply = _at(claim, manner, match, context)
        if reply is not None:
            found.setdefault(reply.key, reply)
    return [*found.values(), *_also_denied(list(found.values()))]


def _also_denied(found: list[Reply]) -> list[Reply]:
    """Return the denials that a sentence implies: "X denied that …, after Y reported that …"."""
    denials = [reply for reply in found if not reply.affirms and reply.objection == "denied"]
    if len(denials) != 1:
        return []
    who = denials[0]
    return [
        replace(
            reply,
            affirms=False,
            claimant=who.claimant,
            claimant_id=who.claimant_id,
            side=who.side,
        )
        for reply in found
        if reply.affirms and reply.claimant and reply.claimant != who.claimant
    ]


def doubt(claim: Claim, before: Reply, context: Context) -> Reply | None:
    """Return the reply of a speaker who does not confirm, or denies, what `before` said above.

    "The claim" may be denied, or that "it" was lost: both are of the place above.
    """
    denied = denied_words(claim, context).casefold()
    if context.unconfirmed.search(claim.evidence.quote.casefold()):
        objection = "not confirmed"
    elif any(said.search(denied) for said in (context.taken, context.rebutted)):
        objection = "denied"
    else:
        return None
    return replace(
        before, claim=claim, affirms=False, objection=objection, claimant="", claimant_id=None
    )


def _at(claim: Claim, manner: str, match: re.Match[str], context: Context) -> Reply | None:
    position = claim.evidence.start + match.start()
    if _UNREAL.search(match.string[: match.start()]):
        return None
    # "Kyiv" and "Moscow" most often stand for a government: no news of control rests on them.
    named = (place for place in claim.places if place.name.casefold() not in context.metonyms)
    places = [place for place in named if inside(place, context)]
    place = nearest_place(places, claim.evidence.start + match.end())
    if place is None or abs(place.span.start - position) > _REACH:
        return None
    between = match.string[match.end() : max(0, place.span.start - claim.evidence.start)]
    if _OTHER_CLAUSE.search(between):
        return None
    voice = voice_of(claim, match.start(), context)
    actor = _actor(claim, match, manner, context) or (voice.side if voice else None)
    if actor is None:
        return None
    site = context.namesakes.site(place, claim)
    reply = _reply(claim, manner, actor, site, context)
    recalled = bool(context.afterwards.search(match.string[: match.start()]))
    weight = reply.weight * (_RECALLED if recalled else 1.0)
    return _voiced(replace(reply, recalled=recalled, weight=weight), voice, match, context)


def _reply(claim: Claim, manner: str, actor: str, place: str, context: Context) -> Reply:
    advanced = manner == "advanced"
    holder = context.opponent(actor) if manner in HELD_BY_OTHER else actor
    name = context.name(actor)
    part = IN_PART if _PART.search(claim.evidence.quote.casefold()) else ""
    return Reply(
        claim=claim,
        kind="control",
        key=f"{'advance' if advanced else 'control'}|{place}{f'|{actor}' if advanced else ''}",
        text=f"Has {name} advanced at {place}?" if advanced else f"Who controls {place}?",
        answer="yes" if advanced else _holder(manner, name, holder, part, context),
        window=window_of(claim.as_of, claim.published_at),
        weight=context.words.weights["control"],
        place=place,
        actors=(actor,),
    )


def _holder(manner: str, name: str, holder: str | None, part: str, context: Context) -> str:
    return f"{context.name(holder)}{part}" if holder else f"{name} {manner}"


def _voiced(reply: Reply, voice: Voice | None, match: re.Match[str], context: Context) -> Reply:
    """Give a reply its own claimant within the sentence, and tell whether it is denied."""
    before = match.string[: match.start()]
    unconfirmed = bool(context.unconfirmed.search(before))
    if unconfirmed or (voice is None and reply.claim.stance == "withholds"):
        return replace(reply, affirms=False, objection="not confirmed")
    if voice is None:
        return replace(reply, affirms=reply.claim.stance not in ("denies", "rejects"))
    return replace(
        reply,
        affirms=not voice.denied,
        claimant=voice.name,
        claimant_id=voice.actor_id,
        side=voice.side or "",
    )


def _cues(text: str, context: Context) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the words of control in text order, each stretch of text once."""
    found = [
        (match.start(), rank, manner, match)
        for rank, (manner, pattern) in enumerate(context.control_cues.items())
        for match in pattern.finditer(text)
    ]
    end = -1
    for start, _, manner, match in sorted(found, key=lambda one: one[:2]):
        if start >= end:
            end = match.end()
            yield manner, match


def _about_forces(claim: Claim, text: str, context: Context) -> bool:
    words = set(re.findall(r"[^\W\d_]+", text))
    if words.intersection(context.words.forces):
        return True
    if any(event.type in ("RETREAT", "ASSAULT", "MOBILIZE") for event in claim.events):
        return True
    return claim.track == "ground"


def _history(claim: Claim) -> bool:
    """Tell whether all times of a sentence lie far back, or ahead for want of a year."""
    known = claim.published_at
    if known is None or not claim.times:
        return False
    return all(known - t.end > _HISTORY or t.start - known > _HISTORY for t in claim.times)


def _actor(claim: Claim, match: re.Match[str], manner: str, context: Context) -> str | None:
    """Return the party that controls, advanced or left: named before the cue, or within it."""
    if manner == "controls":
        held = re.search(r"(?:under|in) (\w+) control|(\w+)-controlled", match.string)
        word = (held[1] or held[2]) if held else ""
        if word in context.demonyms:
            return context.demonyms[word]
    mention = actor_before(claim, claim.evidence.start + match.start(), context)
    party = context.side(mention.entity_id) if mention else None
    return party or (claim.side if claim.side in context.parties else None)
