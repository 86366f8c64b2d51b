"""Names of actors: the vocabulary's written forms first, then the parser's entities."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Self

from sitrep.extract.metonymy import speaks
from sitrep.extract.namesakes import told_apart
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.surfaces import Sighting, Surface, SurfaceList
from sitrep.extract.surnames import same_persons
from sitrep.model.extraction import Mention, MentionKind
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Vocabulary

_ENTITY_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "demonym",
}
_CAPITALISED = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w’'-]*")
_OPENING = 2
"""Characters, of quotation marks, before the first word of a sentence."""
_ENTITY_SCORE = 0.6
"""What a name gets that only the statistical model sees; its label is right about as often."""


class NameFinder:
    """Finds the actors of a vocabulary, and other persons and bodies, in a reading."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._list = SurfaceList(vocabulary.actors)

    def __reduce__(self) -> tuple[type[Self], tuple[Vocabulary]]:
        """Pickle the vocabulary alone: the worker builds its own automaton."""
        return type(self), (self._vocabulary,)

    def leaves_names(self, text: str, published: datetime | None) -> bool:
        """Tell whether a sentence may name persons, bodies or places besides listed actors.

        Only such a sentence is worth the statistical model's look. A metonym is a place as well;
        the first word has a capital in any case.
        """
        day = published.date() if published else None
        covered = [
            (sighting.start, sighting.end)
            for sighting in self._list.find(text, day)
            if sighting.surfaces[0].form != "metonym"
        ]
        return any(
            not any(start <= match.start() < end for start, end in covered)
            and not (match.start() <= _OPENING and match[0].lower() in stopwords())
            for match in _CAPITALISED.finditer(text)
        )

    def listed(self, text: str, published: datetime | None) -> tuple[str, ...]:
        """Return the ids of the listed actors that a title names, each form with one meaning."""
        found = self._list.find(text, published.date() if published else None)
        return tuple(one.surfaces[0].actor.id for one in found if len(one.surfaces) == 1)

    def find(self, reading: Reading) -> tuple[Mention, ...]:
        """Return the mentions in the sentences of `reading`, in text order, none overlapping.

        A surname alone, after the full name, is the same person. Metonyms ("Moscow") are mentions
        only where they act; else they are places alone.
        """
        found: list[Mention] = []
        ambiguous: list[tuple[Sighting, int]] = []
        published = reading.article.published_at
        day = published.date() if published else None
        for sentence in reading.sentences:
            taken = _listed(reading, sentence, self._list.find(sentence.text, day), ambiguous)
            found.extend(taken)
            found.extend(_entities(reading, sentence, taken))
        found.extend(_settled(reading, ambiguous, found))
        found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
        return same_persons(reading, told_apart(reading, _disjoint(found)))


def _listed(
    reading: Reading,
    sentence: ReadSentence,
    sightings: Iterable[Sighting],
    ambiguous: list[tuple[Sighting, int]],
) -> list[Mention]:
    """Turn the sightings of one sentence into mentions; set ambiguous ones aside."""
    taken: list[Mention] = []
    for sighting in sightings:
        start, end = sighting.start + sentence.start, sighting.end + sentence.start
        surfaces = sighting.surfaces
        if surfaces[0].form == "metonym" and not _acting(sentence, sighting):
            continue
        if surfaces[0].kind == "person" and _of_another_person(sentence, sighting):
            continue
        if len(surfaces) > 1:
            ambiguous.append((sighting, sentence.start))
            continue
        taken.append(_mention(reading, (start, end), surfaces[0], ()))
    return taken


def _acting(sentence: ReadSentence, sighting: Sighting) -> bool:
    lead = sentence.text[max(0, sighting.start - 4) : sighting.start].lower()
    if lead == "the " or sentence.text[sighting.start : sighting.end].lower().startswith("the "):
        # "the Kremlin", "the White House": the article makes it the body; "the Moscow talks" is
        # settled by what follows.
        return not sentence.text[sighting.end : sighting.end + 1].isalnum()
    return speaks(sentence, sighting.start + sentence.start, sighting.end + sentence.start)


def _of_another_person(sentence: ReadSentence, sighting: Sighting) -> bool:
    """Tell whether a surname belongs to a longer, unknown name: "Eric Trump", "Trump Jr"."""
    if " " in sentence.text[sighting.start : sighting.end] or sentence.doc is None:
        return False
    span = sentence.doc.char_span(sighting.start, sighting.end, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    before = sentence.doc[span.start - 1]
    known = titles()
    if before.lower_ in known.heads or before.lower_.rstrip(".") in known.heads:
        return False
    if before.text in known.address or before.lower_ in known.inside:
        return False
    return (
        before.pos_ == "PROPN"
        and before.ent_type_ == "PERSON"
        and span[0].ent_type_ == "PERSON"
        and span[0].ent_iob_ == "I"
        and before.text[:1].isupper()
    )


def _mention(
    reading: Reading, span: tuple[int, int], surface: Surface, reasons: tuple[str, ...]
) -> Mention:
    actor = surface.actor
    return Mention(
        span=reading.span(*span),
        kind=surface.kind,
        name=actor.name,
        entity_id=actor.id,
        country=actor.country,
        reasons=(f"vocabulary:{surface.form}", *reasons),
    )


def _entities(reading: Reading, sentence: ReadSentence, taken: Sequence[Mention]) -> list[Mention]:
    """Return the parser's persons and bodies that overlap no listed name."""
    if sentence.doc is None:
        return []
    found: list[Mention] = []
    for entity in sentence.doc.ents:
        kind = _ENTITY_KINDS.get(entity.label_)
        text = entity.text
        start, end = entity.start_char, entity.end_char
        if text.endswith(("'s", "’s")):
            end -= 2
        if text.lower().startswith("the "):
            start += 4
        if kind is None or end - start < 2 or not any(letter.isupper() for letter in text):
            continue
        start, end = start + sentence.start, end + sentence.start
        if any(start < other.span.end and other.span.start < end for other in taken):
            continue
        span = reading.span(start, end)
        reasons = (f"entity:{entity.label_}",)
        found.append(
            Mention(span=span, kind=kind, name=span.quote, score=_ENTITY_SCORE, reasons=reasons)
        )
    return found


def _settled(
    reading: Reading, ambiguous: Iterable[tuple[Sighting, int]], sure: Sequence[Mention]
) -> list[Mention]:
    """Give each ambiguous form ("the Defence Ministry") the actor that the article is about.

    The one named elsewhere in the article wins, else the one whose country is named most; a tie
    stays without an actor.
    """
    found: list[Mention] = []
    for sighting, offset in ambiguous:
        ranked = sorted(
            ((_support(surface, sure), -place) for place, surface in enumerate(sighting.surfaces)),
            reverse=True,
        )
        span = (sighting.start + offset, sighting.end + offset)
        if ranked[0][0] > ranked[1][0]:
            best = sighting.surfaces[-ranked[0][1]]
            found.append(_mention(reading, span, best, ("context",)))
            continue
        written = reading.span(*span)
        kind = sighting.surfaces[0].kind
        reasons = ("ambiguous", *(surface.actor.id for surface in sighting.surfaces))
        found.append(
            Mention(span=written, kind=kind, name=written.quote, score=0.5, reasons=reasons)
        )
    return found


def _support(surface: Surface, sure: Sequence[Mention]) -> tuple[int, int]:
    actor = surface.actor
    same = sum(1 for mention in sure if mention.entity_id == actor.id)
    country = sum(1 for mention in sure if actor.country and mention.country == actor.country)
    return same, country


def _disjoint(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    reached = -1
    for mention in mentions:
        if mention.span.start >= reached:
            kept.append(mention)
            reached = mention.span.end
    return tuple(kept)
