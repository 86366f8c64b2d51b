"""Who a source is: names, offices, bodies and pronouns resolved within one article."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from sitrep.extract.frames import Frame
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import NOBODY, Speaker, spelt
from sitrep.model.extraction import Mention
from sitrep.vocabulary.actors import office_at
from sitrep.vocabulary.reporting import Reporting
from sitrep.vocabulary.types import Actor, Vocabulary

_HE_SHE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_FIRST_PERSON = frozenset({"i", "we", "you", "my", "our", "us", "me"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
_BODY_KINDS = frozenset({"organisation", "force", "group", "country"})
_NEAR_TITLE = 60
"""Characters around a name in which the office it is introduced with stands."""
_LONGEST_NAME = 90
_MEMORY = 600
"""Characters after which "it" no longer means the body that spoke last."""
_TELLING = 5
"""Letters of a word that can tell one body from another."""


class Speakers:
    """Resolves the sources of one article in text order; remembers who has spoken."""

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        vocabulary: Vocabulary,
        words: Reporting,
    ) -> None:
        """Take the article, its mentions in text order, and what is known of actors and words."""
        self._text = reading.article.text
        published = reading.article.published_at
        self._day = published.date() if published else date.max
        self._mentions = mentions
        self._vocabulary = vocabulary
        self._words = words
        self._spoken: list[tuple[int, Speaker]] = []

    def resolve(self, frame: Frame) -> Speaker:
        """Return who the source of `frame` is; `NOBODY` for a frame without a source."""
        if frame.source is None or frame.source_head is None:
            return NOBODY
        speaker = self._of_head(frame.source_head, frame.source)
        if speaker.name is not None:
            self._spoken.append((frame.source[0], speaker))
        return speaker

    def _of_head(self, head: Token, extent: Extent) -> Speaker:
        word = head.lower_
        if word in _RELATIVE and head.head.dep_ in {"relcl", "ccomp", "acl"}:
            antecedent = head.head.head
            start = extent[0] - head.idx + antecedent.left_edge.idx
            end = extent[0] - head.idx + antecedent.idx + len(antecedent)
            return self._of_head(antecedent, (start, max(start, end)))
        if word in _FIRST_PERSON:
            return Speaker(name=None, score=0.4, reasons=("first-person",))
        if word in _HE_SHE:
            return self._pronoun(word, extent[0])
        if word in {"it", "they"}:
            return self._it_or_they(extent[0], word)
        return self._noun_phrase(head, extent)

    def _noun_phrase(self, head: Token, extent: Extent) -> Speaker:
        within = [m for m in self._mentions if extent[0] <= m.span.start < extent[1]]
        offset = self._offset(head, extent)
        at_head = [m for m in within if m.span.start <= offset < m.span.end]
        persons = [m for m in within if m.kind == "person"]
        lemma = head.lemma_.lower()
        if at_head and at_head[0].kind not in {"demonym", "office"}:
            return self._named(at_head[0])
        if persons and lemma not in self._words.media:
            return self._named(persons[0])
        if lemma in self._words.offices and self._definite(extent):
            office = self._office_holder(lemma, within, extent[0])
            if office is not None:
                return office
        bodies = [m for m in within if m.kind not in {"person", "place"}]
        if bodies:
            return self._for_body(lemma, bodies, persons, extent)
        if self._definite(extent):
            again = self._named_before(lemma, extent)
            if again is not None:
                return again
        return self._as_written(extent, persons)

    def _named_before(self, lemma: str, extent: Extent) -> Speaker | None:
        """Return whom "the ministry", "the statement" or "the plant" takes up again."""
        if lemma in self._words.media and self._spoken and lemma not in self._words.bodies:
            last = self._spoken[-1][1]
            return replace(last, score=0.6, reasons=("medium-of-last-speaker",))
        if lemma in self._words.bodies:
            body = self._body_again(extent[0], lemma) or self._body_like(extent)
            if body is not None:
                return body
        name = re.compile(rf"\b(?:[A-Z][\w’'-]+ )+(?:[a-z]+ ){{0,2}}{re.escape(lemma)}\b")
        found = [match[0] for match in name.finditer(self._text, 0, extent[0])]
        kept = [words for words in found if words.split()[0].lower() not in _ARTICLES]
        if not kept:
            return None
        return Speaker(name=kept[-1], score=0.6, reasons=("named-before",))

    def _body_like(self, extent: Extent) -> Speaker | None:
        """Return the last body that shares a telling word with the phrase: "the defense agency"."""
        words = {spelt(w) for w in self._written(extent).split()} - {"the"}
        words = {word for word in words if len(word) >= _TELLING}
        for mention in reversed(self._mentions):
            if mention.span.start < extent[0] and mention.kind in _BODY_KINDS:
                named = {spelt(w) for w in f"{mention.name} {mention.span.quote}".split()}
                if words & named:
                    return Speaker(
                        name=mention.name,
                        entity_id=mention.entity_id,
                        score=0.7,
                        reasons=("body-named-before",),
                    )
        return None

    def _offset(self, head: Token, extent: Extent) -> int:
        """Return the article offset of `head`, whose phrase begins at `extent`."""
        found = self._text.find(head.text, extent[0], max(extent[1], extent[0] + len(head.text)))
        position = found
        last = extent[0] + (head.idx - head.left_edge.idx)
        while position != -1 and position < last:
            found = position
            position = self._text.find(head.text, position + 1, extent[1])
        return position if position != -1 else found

    def _definite(self, extent: Extent) -> bool:
        first = self._text[extent[0] : extent[1]].split(" ", 1)[0].lower()
        return first not in {"a", "an", "some", "several", "many", "one", "two"}

    def _named(self, mention: Mention) -> Speaker:
        person = mention.kind == "person"
        if mention.entity_id is None and person and " " not in mention.name:
            for other in self._mentions:
                longer = other.kind == "person" and other.name.endswith(" " + mention.name)
                if longer and other.span.start < mention.span.start:
                    return Speaker(
                        name=other.name,
                        entity_id=other.entity_id,
                        score=0.9,
                        reasons=("surname",),
                        person=True,
                    )
        if mention.entity_id is None and not person:
            whole = self._whole_name(mention)
            if whole is not None:
                return whole
        return Speaker(
            name=mention.name, entity_id=mention.entity_id, reasons=("name",), person=person
        )

    def _whole_name(self, mention: Mention) -> Speaker | None:
        """Return the body named in full before whose name holds all words of a shorter one."""
        words = {spelt(word) for word in mention.name.split()} - _ARTICLES
        for other in reversed(self._mentions):
            if other.span.start >= mention.span.start or other.entity_id is None:
                continue
            named = {spelt(word) for word in f"{other.name} {other.span.quote}".split()}
            if len(words) > 1 and words <= named and other.kind in _BODY_KINDS:
                return Speaker(
                    name=other.name,
                    entity_id=other.entity_id,
                    score=0.8,
                    reasons=("shortened-name",),
                )
        return None

    def _for_body(
        self, lemma: str, bodies: list[Mention], persons: list[Mention], extent: Extent
    ) -> Speaker:
        """Return the body that "Ukrainian officials" or "the ministry's spokesman" speak for."""
        body = bodies[0]
        name = self._written(extent)
        known = lemma in self._words.spokespeople or lemma in self._words.bodies
        if known or lemma in self._words.media or body.kind != "demonym":
            reason = "speaks-for" if known else "source-names-body"
            if lemma in self._words.media and body.kind != "demonym":
                name = body.name
            return Speaker(
                name=name, entity_id=body.entity_id, score=0.8 if known else 0.6, reasons=(reason,)
            )
        return self._as_written(extent, persons)

    def _office_holder(self, noun: str, within: list[Mention], before: int) -> Speaker | None:
        """Return the person whom the article or the vocabulary gives the office `noun`."""
        country = next((m.country for m in within if m.country), None)
        earlier = [m for m in self._mentions if m.kind == "person" and m.span.start < before]
        for mention in reversed(earlier):
            actor = self._vocabulary.actors.get(mention.entity_id or "")
            if actor is not None and country and actor.country not in {country, None}:
                continue
            if (actor is not None and self._holds(actor, noun)) or self._introduced(mention, noun):
                return Speaker(
                    name=self._named(mention).name,
                    entity_id=mention.entity_id or self._named(mention).entity_id,
                    score=0.8,
                    reasons=("office", "earlier-in-article"),
                    person=True,
                )
        return None

    def _holds(self, actor: Actor, noun: str) -> bool:
        office = office_at(actor, self._day)
        if office is None:
            return False
        return noun in f"{office.title} {office.short or ''}".lower()

    def _introduced(self, mention: Mention, noun: str) -> bool:
        start, end = mention.span.start, mention.span.end
        before = self._text[max(0, start - _NEAR_TITLE) : start].lower()
        after = self._text[end : end + _NEAR_TITLE].lower()
        before = before.rsplit(". ", 1)[-1].rsplit(",", 1)[-1]
        after = after.split(". ", 1)[0]
        return noun in before or (after.startswith(",") and noun in after[1:].split(",", 1)[0])

    def _pronoun(self, word: str, before: int) -> Speaker:
        """Return who "he" or "she" most likely is: the last to speak, else the last named."""
        gender = _HE_SHE[word]
        best: tuple[float, Speaker] | None = None
        for position, speaker in self._spoken:
            if speaker.person and self._fits(speaker.entity_id, gender):
                weight = 250.0 - (before - position) / 2
                best = max(best or (weight, speaker), (weight, speaker), key=lambda pair: pair[0])
        for mention in self._mentions:
            if mention.span.start >= before or mention.kind != "person":
                continue
            if self._fits(mention.entity_id, gender):
                weight = -float(before - mention.span.start) / 2
                named = self._named(mention)
                if best is None or weight > best[0]:
                    best = (weight, named)
        if best is None:
            return Speaker(name=None, score=0.2, reasons=("pronoun-unresolved",))
        return replace(best[1], score=0.6, reasons=("pronoun",))

    def _fits(self, entity_id: str | None, gender: str) -> bool:
        actor = self._vocabulary.actors.get(entity_id or "")
        return actor is None or actor.gender is None or actor.gender == gender

    def _it_or_they(self, before: int, word: str) -> Speaker:
        """Return the body that last spoke, for "it"; nobody for "they"."""
        if word == "it":
            for position, speaker in reversed(self._spoken):
                if not speaker.person and before - position < _MEMORY and speaker.name:
                    return replace(speaker, score=0.5, reasons=("pronoun",))
        return Speaker(name=None, score=0.2, reasons=("pronoun-unresolved",))

    def _body_again(self, before: int, noun: str) -> Speaker | None:
        """Return the body last named before with `noun` in its name, for "the ministry"."""
        for mention in reversed(self._mentions):
            if mention.span.start >= before or mention.kind not in _BODY_KINDS:
                continue
            actor = self._vocabulary.actors.get(mention.entity_id or "")
            kind = actor.kind if actor is not None else ""
            text = f"{mention.name} {mention.span.quote} {kind}".lower()
            if noun in text or (noun in {"army", "military"} and kind == "force"):
                return Speaker(
                    name=mention.name,
                    entity_id=mention.entity_id,
                    score=0.75,
                    reasons=("body-named-before",),
                )
        return None

    def _written(self, extent: Extent) -> str:
        words = self._text[extent[0] : extent[1]].split()
        while len(words) > 1 and words[0].lower() in _ARTICLES:
            words.pop(0)
        name = " ".join(words)
        return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rsplit(" ", 1)[0]

    def _as_written(self, extent: Extent, persons: list[Mention]) -> Speaker:
        if persons:
            return self._named(persons[0])
        return Speaker(name=self._written(extent), score=0.6, reasons=("as-written",))
