"""Who a source is: names, offices, bodies and pronouns resolved within one article.

A wrong speaker is worse than none: where two can be meant, the words stand as they are written (a
pronoun for nobody), with a low score and a reason.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from sitrep.extract.cast import Cast, is_person
from sitrep.extract.frames import Frame
from sitrep.extract.holders import Holders, Phrase, phrase_words
from sitrep.extract.papers import Papers
from sitrep.extract.pronouns import GENDERS, UNRESOLVED, Pronouns, Said, said_gender
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import NOBODY, Speaker, spelt
from sitrep.model.extraction import Mention
from sitrep.vocabulary.reporting import Reporting
from sitrep.vocabulary.types import Vocabulary

_RELATIVE = frozenset({"who", "that", "which", "whom"})
_FIRST_PERSON = frozenset({"i", "we", "you", "my", "our", "us", "me"})
_NOBODY_NAMED = _RELATIVE | {"what", "this", "these", "those", "there", "they", "one", "it", "he"}
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
_INDEFINITE = frozenset({"a", "an", "some", "several", "many", "one", "two", "another"})
_BODY_KINDS = frozenset({"organisation", "force", "group", "country"})
_SMALL = frozenset({"of", "the", "for", "and"})
_LONGEST_NAME = 90
_UNSURE = 0.3
_CERTAIN = 0.75
_BESIDE = 12
"""Characters between "said" and "statement": "said in a statement"."""


class Speakers:
    """Resolves the sources of one article in text order; remembers who has spoken."""

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        quotes: Sequence[Extent],
        known: tuple[Vocabulary, Reporting],
    ) -> None:
        """Take the article with what was found in it, and what is known of actors and words."""
        self._reading = reading
        self._text = reading.article.text
        self._mentions = mentions
        self._vocabulary, self._words = known
        cast = Cast(reading, mentions, quotes, self._words)
        self._pronouns = Pronouns(reading, cast, self._vocabulary)
        self._holders = Holders(reading, mentions, cast, known)
        self._papers = Papers(self._text)
        self._said: list[Said] = []

    def resolve(self, frame: Frame, content: Sequence[Extent], *, outer: bool) -> Speaker:
        """Return who the source of `frame` is; `NOBODY` for a frame without a source.

        `content` is all that it reports; `outer`: it stands in no other statement.
        """
        if frame.source is None or frame.source_head is None:
            return NOBODY
        again = next((s for s in reversed(self._said) if s.source == frame.source), None)
        speaker = again.speaker if again else self._of_head(frame.source_head, frame)
        mention = next((m for m in self._within(frame.source) if is_person(m)), None)
        self._said.append(
            Said(
                sentence=frame.sentence,
                source=frame.source,
                cue_end=frame.cue[1],
                content=tuple(content),
                speaker=speaker,
                outer=outer,
                gender=self._gender(speaker, mention, frame),
                asks=frame.verb.lemma_.lower() in {"ask", "request", "order", "instruct"},
            )
        )
        return speaker

    def _gender(self, speaker: Speaker, mention: Mention | None, frame: Frame) -> str | None:
        head = frame.source_head.lower_ if frame.source_head is not None else ""
        known = said_gender(speaker, mention, self._reading, self._vocabulary)
        return known or GENDERS.get(head)

    def _of_head(self, head: Token, frame: Frame) -> Speaker:
        word = head.lower_
        extent = frame.source or frame.cue
        if word in _RELATIVE:
            return self._antecedent(head, frame)
        if word in _FIRST_PERSON:
            return Speaker(name=None, score=0.4, reasons=("first-person",))
        if word in GENDERS:
            return self._pronouns.person(word, extent[0], frame.sentence, self._said)
        if word == "it":
            return self._pronouns.body(frame.sentence, extent[0], self._said)
        if word in _NOBODY_NAMED or not any(letter.isalnum() for letter in word):
            return UNRESOLVED
        return self._noun_phrase(head, extent, frame.sentence)

    def _antecedent(self, head: Token, frame: Frame) -> Speaker:
        """Return whom "who" takes up: the noun that its clause hangs on."""
        clause = head.head
        while clause.dep_ in {"conj", "xcomp", "ccomp", "aux"} and clause.head != clause:
            clause = clause.head
        antecedent = clause.head
        if clause.dep_ not in {"relcl", "acl"} or antecedent.lower_ in _NOBODY_NAMED:
            return UNRESOLVED
        if antecedent.pos_ not in {"NOUN", "PROPN"}:
            return UNRESOLVED
        base = self._reading.sentences[frame.sentence].start
        start, end = antecedent.left_edge.idx, antecedent.idx + len(antecedent)
        return self._noun_phrase(antecedent, (base + start, base + end), frame.sentence)

    def _within(self, extent: Extent) -> list[Mention]:
        return [m for m in self._mentions if extent[0] <= m.span.start < extent[1]]

    def _noun_phrase(self, head: Token, extent: Extent, number: int) -> Speaker:
        within = self._within(extent)
        base = self._reading.sentences[number].start
        named = self._name_at(head, base, within)
        if self._joined(head, extent, base, within):
            return self._as_written(extent, "several")
        if named is not None:
            return self._named(named)
        lemma = head.lemma_.lower()
        left = [m for m in within if m.span.start <= base + head.idx]
        bodies = [m for m in (left or within) if not is_person(m) and m.kind != "place"]
        if lemma in self._words.papers:
            return self._paper(lemma, bodies, extent)
        definite = self._text[extent[0] : extent[1]].split(" ", 1)[0].lower() not in _INDEFINITE
        if definite and self._bare(head, within, base):
            again = self._taken_up(head, bodies, base + head.idx, number)
            if again is not None:
                return again
        if bodies:
            return self._for_body(lemma, bodies, extent)
        return self._as_written(extent, "as-written")

    def _joined(self, head: Token, extent: Extent, base: int, within: Sequence[Mention]) -> bool:
        """Tell whether several speak: "Anna and Maria said"."""
        joined = [base + child.idx for child in head.children if child.dep_ == "conj"]
        if any(extent[0] <= place < extent[1] for place in joined):
            return True
        names = [m for m in within if m.kind not in {"demonym", "office"}]
        return any(
            self._text[left.span.end : right.span.start].strip(" ,") in {"and", "&"}
            for left, right in pairwise(names)
        )

    def _name_at(self, head: Token, base: int, within: Sequence[Mention]) -> Mention | None:
        """Return the name that the phrase is: at its head, or beside it in apposition."""
        at = base + head.idx
        for mention in within:
            if mention.span.start <= at < mention.span.end and mention.kind not in {
                "demonym",
                "office",
            }:
                return mention
        beside = [child for child in head.children if child.dep_ in {"appos", "flat"}]
        places = {base + child.idx for child in beside}
        for mention in within:
            if not is_person(mention):
                continue
            if any(mention.span.start <= place < mention.span.end for place in places):
                return mention
            between = self._text[at + len(head) : mention.span.start]
            if mention.span.start > at and between in {" ", ", "}:
                return mention
        return None

    def _bare(self, head: Token, within: Sequence[Mention], base: int) -> bool:
        """Tell whether nothing but adjectives and the name of a country qualifies the noun."""
        known = [(m.span.start - base, m.span.end - base) for m in within if m.country]
        for child in head.children:
            if child.dep_ in {"poss", "prep", "relcl", "acl"}:
                inside = child if child.dep_ != "prep" else next(iter(child.children), child)
                if not any(start <= inside.idx < end for start, end in known):
                    return False
        return head.tag_ in {"NN", "NNP"}

    def _taken_up(
        self, head: Token, bodies: Sequence[Mention], at: int, number: int
    ) -> Speaker | None:
        """Return whom "the governor" or "the ministry" takes up again."""
        lemma = head.lemma_.lower()
        covered = {word.lower() for m in bodies for word in m.span.quote.split()}
        phrase = Phrase(
            noun=lemma,
            words=frozenset(phrase_words(head) - covered),
            at=at,
            sentence=number,
            country=next((m.country for m in bodies if m.country), None),
        )
        if lemma in self._words.offices:
            return self._holders.office(phrase)
        if lemma in self._words.bodies and not any(m.kind != "demonym" for m in bodies):
            return self._holders.body(phrase)
        return None

    def _paper(self, lemma: str, bodies: Sequence[Mention], extent: Extent) -> Speaker:
        """Return who is behind "the statement": the body it names, else its only author before."""
        if len({m.entity_id for m in bodies}) == 1 and bodies[0].kind != "demonym":
            return self._body(bodies[0], 0.7, "source-names-body")
        words = self._written(extent).split()
        if bodies or len(words) > 1 or self._papers.shared(lemma, extent[0]):
            return self._as_written(extent, "paper")
        at = self._papers.introduced(lemma, extent[0])
        near = [
            s
            for s in self._said
            if at is not None and s.outer and abs(at - s.cue_end) <= _BESIDE and s.speaker.entity_id
            if not any(start <= at < end for start, end in s.content)
        ]
        if near and near[-1].speaker.score >= _CERTAIN:
            return replace(near[-1].speaker, score=0.7, reasons=("paper-of-speaker",))
        return self._as_written(extent, "paper")

    def _named(self, mention: Mention) -> Speaker:
        person = is_person(mention)
        if mention.entity_id is None and not person:
            return self._whole_name(mention) or self._body(mention, 0.6, "name")
        if "shared-surname" in mention.reasons:
            return Speaker(name=mention.name, score=_UNSURE, reasons=("shared-surname",))
        return Speaker(
            name=mention.name,
            entity_id=mention.entity_id,
            reasons=("surname" if "surname" in mention.reasons else "name",),
            person=person,
        )

    def _body(self, mention: Mention, score: float, reason: str) -> Speaker:
        return Speaker(
            name=_clean(mention.name), entity_id=mention.entity_id, score=score, reasons=(reason,)
        )

    def _whole_name(self, mention: Mention) -> Speaker | None:
        """Return the only body named in full whose name holds all words of a shorter one."""
        words = {spelt(word) for word in mention.name.split()} - _ARTICLES - _SMALL
        found: dict[str, str] = {}
        for other in self._mentions:
            if other.span.start >= mention.span.start or other.entity_id is None:
                continue
            named = {spelt(word) for word in f"{other.name} {other.span.quote}".split()}
            if len(words) > 1 and words <= named and other.kind in _BODY_KINDS:
                found[other.entity_id] = other.name
        if len(found) != 1:
            return None
        entity, name = next(iter(found.items()))
        return Speaker(name=name, entity_id=entity, score=0.8, reasons=("shortened-name",))

    def _for_body(self, lemma: str, bodies: Sequence[Mention], extent: Extent) -> Speaker:
        """Return the body that "Ukrainian officials" or "the ministry's spokesman" speak for."""
        if len({m.country or m.entity_id for m in bodies}) > 1:
            released = next((m for m in bodies if self._releases(m, extent)), None)
            if released is None:
                return self._as_written(extent, "several-bodies")
            return self._body(released, 0.8, "released-by")
        body = bodies[0]
        known = lemma in self._words.spokespeople or lemma in self._words.bodies
        medium = lemma in self._words.media
        if not (known or medium or body.kind != "demonym"):
            return self._as_written(extent, "as-written")
        name = body.name if medium and body.kind != "demonym" else self._written(extent)
        reason = "speaks-for" if known else "source-names-body"
        score = 0.8 if known else 0.6
        return Speaker(name=name, entity_id=body.entity_id, score=score, reasons=(reason,))

    def _releases(self, body: Mention, extent: Extent) -> bool:
        """Return whether the source is what a body gave out: "data released by the ministry"."""
        before = self._text[extent[0] : body.span.start].lower().split()
        given, by = (["", "", *before[:-1]] if before[-1:] == ["the"] else ["", "", *before])[-2:]
        return by == "by" and given in self._words.giving_out

    def _written(self, extent: Extent) -> str:
        words = self._text[extent[0] : extent[1]].split()
        while len(words) > 1 and words[0].lower() in _ARTICLES:
            words.pop(0)
        name = " ".join(words)
        name = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rsplit(" ", 1)[0]
        return _clean(name)

    def _as_written(self, extent: Extent, reason: str) -> Speaker:
        name = self._written(extent)
        if name.lower() in _NOBODY_NAMED or not any(letter.isalpha() for letter in name):
            return UNRESOLVED
        score = _UNSURE if len(name.split()) == 1 or reason != "as-written" else 0.6
        return Speaker(name=name, score=score, reasons=(reason,))


def _clean(name: str) -> str:
    """Return a name without the halves of brackets and marks that a cut left in it."""
    for left, right in ("()", "[]", "“”"):
        if name.count(left) != name.count(right):
            name = name.replace(left, "").replace(right, "")
    return name.strip(" ,;:—–-\"'").removesuffix("’s").removesuffix("'s") or name
