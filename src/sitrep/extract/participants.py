"""The actors and targets of an event: names, countries, places, or the words as they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.roles import actor_heads, core, noun_phrase, subject_head, target_phrases
from sitrep.extract.triggers import Trigger
from sitrep.model.extraction import Mention, Participant, Place

MOST = 4
"""Participants a role; a longer list is an enumeration of somebody else's."""
_LONGEST_NAME = 80
_EMPTY_WORDS = frozenset({"it", "they", "he", "she", "we", "i", "you", "there", "this", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What is known of who stands in one sentence; mentions and places in text order."""

    reading: Reading
    sentence: ReadSentence
    mentions: Sequence[Mention]
    places: Sequence[Place]


def actors_of(trigger: Trigger, cast: Cast) -> tuple[Participant, ...]:
    """Return who does it."""
    found: list[Participant] = []
    noun = trigger.token.pos_ in {"NOUN", "PROPN"}
    for head in actor_heads(trigger):
        named = _named(noun_phrase(head), cast)
        if named:
            found.extend(named[:1])
        elif not noun:
            found.extend(_as_written(noun_phrase(head), cast))
    return tuple(_distinct(found)[:MOST])


def requester_of(trigger: Trigger, cast: Cast) -> tuple[Participant, ...]:
    """Return who says that somebody must do it: the subject of the verb above."""
    above = trigger.token.head
    if trigger.token.dep_ not in {"ccomp", "parataxis"} or above == trigger.token:
        return ()
    head = subject_head(above)
    if head is None:
        return ()
    phrase = noun_phrase(head)
    return tuple(_named(phrase, cast)[:1] or _as_written(phrase, cast))


def targets_of(
    trigger: Trigger, actors: Sequence[Participant], cast: Cast
) -> tuple[Participant, ...]:
    """Return whom it is done to: the first phrase, likeliest first, that names somebody else."""
    acting = {(actor.entity_id, actor.name) for actor in actors}
    phrases = target_phrases(trigger)
    for phrase in phrases:
        named = [p for p in _named(phrase, cast) if (p.entity_id, p.name) not in acting]
        if named:
            return tuple(_distinct(named)[:2])
    for phrase in phrases[:1]:
        head = [token for token in phrase if token.head not in phrase]
        if head and head[0].dep_ in {"dobj", "nsubjpass", "pobj"}:
            return tuple(_as_written(noun_phrase(head[0]), cast))
    return ()


def _named(tokens: Sequence[Token], cast: Cast) -> list[Participant]:
    """Return the mentions and, where there is none, the places among `tokens`."""
    if not tokens:
        return []
    offset = cast.sentence.start
    inside = {token.i for token in tokens}
    starts = {offset + token.idx for token in tokens if token.i in inside}
    found: list[tuple[int, Participant]] = []
    for mention in cast.mentions:
        if mention.span.start in starts:
            part = Participant(
                span=mention.span,
                name=mention.name,
                entity_id=mention.entity_id,
                country=mention.country,
            )
            found.append((mention.span.start, part))
    known = [p for _, p in found if p.country is not None or p.entity_id is not None]
    if not known:
        for place in cast.places:
            if place.span.start in starts and place.country:
                part = Participant(span=place.span, name=place.name, country=place.country)
                found.append((place.span.start, part))
    found.sort(key=lambda pair: (pair[1].country is None and pair[1].entity_id is None, pair[0]))
    return [part for _, part in found]


def _as_written(tokens: Sequence[Token], cast: Cast) -> list[Participant]:
    kept = core(tokens)
    if not kept or kept[-1].lower_ in _EMPTY_WORDS:
        return []
    start = cast.sentence.start + kept[0].idx
    end = cast.sentence.start + kept[-1].idx + len(kept[-1])
    span = cast.reading.span(start, end)
    if len(span.quote) > _LONGEST_NAME:
        return []
    return [Participant(span=span, name=span.quote)]


def _distinct(participants: Iterable[Participant]) -> list[Participant]:
    found: list[Participant] = []
    seen: set[str] = set()
    for participant in participants:
        key = participant.entity_id or participant.name
        if key not in seen:
            seen.add(key)
            found.append(participant)
    return found
