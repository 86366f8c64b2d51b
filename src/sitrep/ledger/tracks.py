"""The track of a finding: from its kind, its events, its place and its reports' titles."""

import re
from collections.abc import Sequence

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import COUNTRY, inside
from sitrep.model.extraction import Claim, Place, Track
from sitrep.vocabulary.tracks import track_words

_OF_FIGURES: dict[str, Track] = {
    "launched": "strikes",
    "intercepted": "strikes",
    "lost": "strikes",
    "hit": "strikes",
    "strikes": "strikes",
    "area": "ground",
    "captured": "ground",
    "prisoners": "prisoners",
    "displaced": "humanitarian",
    "sanctioned": "sanctions",
    "entered": "humanitarian",
    "cleared": "humanitarian",
}
_OF_KINDS: dict[str, Track] = {"control": "ground", "decision": "diplomacy"}
_WORDS_ONLY = frozenset(("REJECT", "REQUEST", "CONCEDE", "THREATEN", "SUPPORT"))
_ANSWERS = _WORDS_ONLY | {"ACCUSE", "AGREE"}
_HARM = ("killed", "wounded", "missing")


def track_of(replies: Sequence[Reply], context: Context) -> Track:
    """Return the track of a finding whose first reply is its best evidence.

    Violence outside the theatre's region, and violence by nobody known against nobody known, is
    "other": a murder abroad is no part of the fighting. What third parties make of it is diplomacy.
    """
    first = replies[0]
    if first.kind != "count" and _word_of_others(first.claim, context):
        return "diplomacy"
    figure = first.key.split("|")[1] if first.kind == "count" else ""
    if first.kind == "attack" or figure in _HARM:
        return _violence(replies, context)
    if figure:
        return _OF_FIGURES.get(figure, _counted(first.claim, context))
    if first.kind in ("visit", "meeting"):
        return _travel(replies, context)
    if _sanctioning(first):
        return "sanctions"
    return _other_track(first, context)


def _other_track(first: Reply, context: Context) -> Track:
    """Return the track of what is no count, blow, journey or sanction."""
    words = first.event is not None and first.event.type in _WORDS_ONLY
    if words and first.claim.track == "ground":
        return "diplomacy"
    track = "other" if _private(first.claim, context) else first.claim.track
    otherwise = _of_words(first, context) if track == "other" else track
    return _OF_KINDS.get(first.kind, otherwise)


def _private(claim: Claim, context: Context) -> bool:
    """Tell whether only people whom nobody knows offer or ask something: that is no diplomacy."""
    named = (claim.speaker_id, *(mention.entity_id for mention in claim.mentions))
    actors = (context.actor(one) for one in named if one)
    known = any(actor is not None and actor.kind != "media" for actor in actors)
    return claim.track == "diplomacy" and not (known or _names("diplomacy", claim.evidence.quote))


def _word_of_others(claim: Claim, context: Context) -> bool:
    """Tell whether a sentence on the fighting is what third parties say of it: they condemn, call.

    A report of an outlet or of nobody known is none.
    """
    if claim.track not in ("ground", "strikes", "diplomacy"):
        return False
    answers = [event for event in claim.events if event.type in _ANSWERS]
    said = [one.entity_id for event in answers for one in event.actors if one.entity_id]
    known = [one for one in said if (actor := context.actor(one)) and actor.kind != "media"]
    return bool(known) and not any(context.side(one) for one in known)


def _sanctioning(reply: Reply) -> bool:
    """Tell whether a sentence tells of sanctions, or of what somebody makes of them."""
    if reply.event is None or not _names("sanctions", reply.claim.evidence.quote):
        return False
    types = {event.type for event in reply.claim.events}
    return "SANCTION" in types or bool(types & _WORDS_ONLY)


def _travel(replies: Sequence[Reply], context: Context) -> Track:
    """Return "ground" for a leader with his own at the front: that is no diplomacy."""
    first = replies[0]
    at_home = first.kind == "visit" or _among_themselves(first, context)
    near = any(_at_war(reply.claim, context) for reply in replies)
    return "ground" if at_home and near else "diplomacy"


def _violence(replies: Sequence[Reply], context: Context) -> Track:
    if context.bloodless.search(replies[0].claim.evidence.quote.casefold()):
        return "other"
    places = [place for reply in replies for place in _located(reply.claim)]
    if places and not any(inside(place, context) for place in places):
        return "other"
    sided = any(context.side(actor) for reply in replies for actor in reply.actors)
    if any(_by_strike(reply, context) for reply in replies):
        return "strikes"
    if not places and not sided and replies[0].kind == "attack":
        return "other"
    return _stated(replies[0].claim, "ground")


def _by_strike(reply: Reply, context: Context) -> bool:
    """Tell whether a sentence names drones, missiles or bombs, or of a toll the report's title."""
    claim = reply.claim
    title = context.title(claim.article_id) if reply.kind == "count" else ""
    return claim.track == "strikes" or _names("strikes", f"{claim.evidence.quote} {title}")


def _names(track: Track, text: str) -> bool:
    """Tell whether a text has words of a track."""
    words = track_words()
    at = next(n for n, entry in enumerate(words.tracks) if entry.track == track)
    return bool(words.patterns[at].search(text.casefold()))


def _among_themselves(reply: Reply, context: Context) -> bool:
    """Tell whether only people of one party meet: a leader with his own is no diplomacy."""
    sides = {context.side(actor) for actor in reply.actors if context.actor(actor)}
    return len(sides) == 1 and None not in sides


def _of_words(reply: Reply, context: Context) -> Track:
    """Return a track for words that name none: of the war where they are of parties to it."""
    claim = reply.claim
    speaker = context.side(context.speaker(claim))
    if speaker is None:
        return "other"
    if _of_forces(claim, context):
        return "ground"
    others = {mention.entity_id for mention in claim.mentions if mention.entity_id} - {speaker}
    about = [one for one in sorted(others) if context.side(one) not in (None, speaker)]
    return "diplomacy" if about or others & set(context.theatre.mediators) else "other"


def _counted(claim: Claim, context: Context) -> Track:
    """Return the track of a count that is of no one track: of the ground where forces are named."""
    if _names("sanctions", claim.evidence.quote):
        return "sanctions"
    return _stated(claim, "ground") if _of_forces(claim, context) else claim.track


def _stated(claim: Claim, otherwise: Track) -> Track:
    return otherwise if claim.track in ("other", "diplomacy") else claim.track


def _at_war(claim: Claim, context: Context) -> bool:
    """Tell whether a place of the sentence is in the theatre, and no capital that stands for it."""
    return any(
        inside(place, context)
        and place.precision < COUNTRY
        and place.name.casefold() not in context.metonyms
        for place in _located(claim)
    )


def _of_forces(claim: Claim, context: Context) -> bool:
    words = set(re.findall(r"[^\W\d_]+", claim.evidence.quote.casefold()))
    return bool(words.intersection(context.words.forces))


def _located(claim: Claim) -> list[Place]:
    return [place for place in claim.places if place.use == "location"]
