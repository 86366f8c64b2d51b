"""The actors and targets of an event: names, countries, places, or the words as they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.tokens import Token

from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.roles import (
    actor_heads,
    conjoined,
    core,
    noun_phrase,
    place_phrases,
    subject_head,
    target_phrases,
)
from sitrep.extract.triggers import Trigger
from sitrep.extract.whose import Somebody, Whose
from sitrep.model.extraction import Mention, Participant, Place

MOST = 4
"""Participants a role; a longer list is an enumeration of somebody else's."""
_MET = frozenset({"CONSULT"})
"""Types whose place is no target: "held talks in Geneva", against "shelled a town in Chad"."""
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_LONGEST_NAME = 80
_EMPTY_WORDS = frozenset({"it", "they", "he", "she", "we", "i", "you", "there", "this", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What is known of who stands in one sentence; mentions and places in text order."""

    reading: Reading
    sentence: ReadSentence
    mentions: Sequence[Mention]
    places: Sequence[Place]
    whose: Whose


def actors_of(trigger: Trigger, cast: Cast) -> tuple[Participant, ...]:
    """Return who does it."""
    found: list[Participant] = []
    noun = trigger.token.pos_ in {"NOUN", "PROPN"}
    for head in actor_heads(trigger):
        named = cast.whose.of_phrase(head)
        if named:
            found.extend(_participant(one, cast) for one in named)
        elif not noun:
            found.extend(_as_written(head, trigger.token, cast))
    return tuple(_distinct(found)[:MOST])


def requester_of(trigger: Trigger, cast: Cast) -> tuple[Participant, ...]:
    """Return who says that somebody must do it: the subject of the verb above."""
    above = trigger.token.head
    if trigger.token.dep_ not in {"ccomp", "parataxis"} or above == trigger.token:
        return ()
    head = subject_head(above)
    if head is None:
        return ()
    named = cast.whose.of_phrase(head)
    return tuple([_participant(one, cast) for one in named] or _as_written(head, above, cast))


def targets_of(
    trigger: Trigger, actors: Sequence[Participant], cast: Cast
) -> tuple[Participant, ...]:
    """Return whom it is done to: the first phrase, likeliest first, that names somebody else."""
    acting = {(actor.entity_id, actor.name) for actor in actors}
    heads = target_phrases(trigger)
    found = _others(heads, acting, cast)
    first = heads[0] if heads else None
    plain = first if first is not None and _patient(first) else None
    written = _as_written(plain, trigger.token, cast) if plain is not None else []
    if trigger.word.type == "PROTEST" and plain is not None and not found:
        # Who protests against "the new law" does so against those who made it.
        country = cast.whose.domestic(plain, trigger.token, anything=True)
        written = [replace(one, country=country) for one in written]
    if found or any(one.country for one in written):
        return tuple(found or written)
    if trigger.word.type not in _MET:
        placed = place_phrases(trigger)
        found = _others(placed, acting, cast)
        found = found or _others([*heads, *placed], acting, cast, located=True)
    return tuple(found or written)


def _patient(head: Token) -> bool:
    """Tell whether a phrase without a name may be whom it is done to: not "on Monday"."""
    return head.dep_ in {"dobj", "nsubjpass", "pobj"} and head.ent_type_ not in {"DATE", "TIME"}


def _others(
    heads: Iterable[Token],
    acting: set[tuple[str | None, str]],
    cast: Cast,
    *,
    located: bool = False,
) -> list[Participant]:
    """Return whom the first phrase names that names somebody besides those who act."""
    for head in heads:
        named = [
            _participant(one, cast)
            for each in [head, *conjoined(head)]
            for one in cast.whose.of_phrase(each, located=located)
        ]
        others = [one for one in named if (one.entity_id, one.name) not in acting]
        if others:
            return _distinct(others)[:MOST]
    return []


def _participant(one: Somebody, cast: Cast) -> Participant:
    start = cast.sentence.start
    return Participant(
        span=cast.reading.span(start + one.start, start + one.end),
        name=one.name,
        entity_id=one.entity_id,
        country=one.country,
    )


def _as_written(head: Token, verb: Token, cast: Cast) -> list[Participant]:
    kept = core(noun_phrase(head))
    if not kept or kept[-1].lower_ in _EMPTY_WORDS:
        return []
    start = cast.sentence.start + kept[0].idx
    end = cast.sentence.start + kept[-1].idx + len(kept[-1])
    span = cast.reading.span(start, end)
    if len(span.quote) > _LONGEST_NAME:
        return []
    own = any(child.lower_ in _OWN for child in head.children)
    country = None if own else cast.whose.domestic(head, verb)
    return [Participant(span=span, name=span.quote, country=country)]


def _distinct(participants: Iterable[Participant]) -> list[Participant]:
    found: list[Participant] = []
    seen: set[str] = set()
    for participant in participants:
        key = participant.entity_id or participant.name
        if key not in seen:
            seen.add(key)
            found.append(participant)
    return found
