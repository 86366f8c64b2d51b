"""Who a source is: names, offices, bodies and pronouns resolved within one article.

A wrong speaker is worse than none: where two can be meant, the words stand as they are written (a
pronoun for nobody), with a low score and a reason.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from sitrep.extract.bodies import NOBODY_NAMED, Bodies
from sitrep.extract.cast import Cast, is_person
from sitrep.extract.frames import Frame
from sitrep.extract.holders import Holders, Phrase, phrase_words
from sitrep.extract.owners import Owners
from sitrep.extract.papers import Papers
from sitrep.extract.pronouns import GENDERS, UNRESOLVED, Pronouns, Said, said_gender
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import NOBODY, Speaker
from sitrep.model.extraction import Mention
from sitrep.vocabulary.reporting import Reporting
from sitrep.vocabulary.types import Vocabulary

_RELATIVE = frozenset({"who", "that", "which", "whom"})
_FIRST_PERSON = frozenset({"i", "we", "you", "my", "our", "us", "me"})
_INDEFINITE = frozenset({"a", "an", "some", "several", "many", "one", "two", "another"})
_BESIDES = frozenset({"poss", "compound", "amod", "nmod"})
_OFFICE, _SPOKESMAN = "office", "spokesman"
_UNSAID = 0.7
"""How sure it is whose body speaks where only what stands around tells it."""
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
        self._cast = Cast(reading, mentions, quotes, self._words)
        self._pronouns = Pronouns(reading, self._cast, self._vocabulary)
        self._holders = Holders(reading, mentions, self._cast, known)
        self._owners = Owners(reading, mentions, self._vocabulary)
        self._bodies = Bodies(self._text, mentions, self._words)
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
        if word in NOBODY_NAMED or not any(letter.isalnum() for letter in word):
            return UNRESOLVED
        return self._noun_phrase(head, extent, frame.sentence)

    def _antecedent(self, head: Token, frame: Frame) -> Speaker:
        """Return whom "who" takes up: the noun that its clause hangs on."""
        clause = head.head
        while clause.dep_ in {"conj", "xcomp", "ccomp", "aux"} and clause.head != clause:
            clause = clause.head
        antecedent = clause.head
        if clause.dep_ not in {"relcl", "acl"} or antecedent.lower_ in NOBODY_NAMED:
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
        named = self._name_at(head, extent, base, within)
        if self._joined(head, extent, base, within):
            return self._bodies.as_written(extent, "several")
        if named is not None:
            known: Speaker | None = self._named(head, named, within, number)
        else:
            known = self._office(head, within, number) or self._spokesman(head, extent, number)
        if known is not None:
            return known
        lemma = head.lemma_.lower()
        left = [m for m in within if m.span.start <= base + head.idx]
        bodies = [m for m in (left or within) if not is_person(m) and m.kind != "place"]
        if lemma in self._words.papers:
            return self._paper(lemma, bodies, extent)
        definite = self._text[extent[0] : extent[1]].split(" ", 1)[0].lower() not in _INDEFINITE
        if definite and self._bare(head, within, base):
            again = self._taken_up(head, bodies, number)
            if again is not None:
                return again
        if bodies:
            return self._bodies.for_body(lemma, bodies, extent)
        return self._bodies.as_written(extent, "as-written")

    def _named(
        self, head: Token, named: Mention, within: Sequence[Mention], number: int
    ) -> Speaker:
        """Return who has a name; "the Defence Ministry" may be that of a party."""
        speaker = self._bodies.named(named)
        base = self._reading.sentences[number].start
        if speaker.entity_id is not None or speaker.person or not self._bare(head, within, base):
            return speaker
        lemma = head.lemma_.lower()
        if lemma not in self._words.bodies or named.span.end > base + head.idx + len(head):
            return speaker
        return self._body(self._phrase(head, number)) or speaker

    def _office(self, head: Token, within: Sequence[Mention], number: int) -> Speaker | None:
        """Return the body that "his office" or "the prime minister's office" is."""
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        if head.lemma_.lower() != _OFFICE or owner is None:
            return None
        at = self._reading.sentences[number].start + owner.idx
        if owner.lower_ in GENDERS:
            person = self._pronouns.person(owner.lower_, at, number, self._said)
            return self._owners.office(person.entity_id or self._subject(number, at))
        for mention in within:
            if mention.span.start <= at < mention.span.end and is_person(mention):
                return self._owners.office(mention.entity_id)
        if owner.lemma_.lower() not in self._words.offices:
            return None
        holder = self._holders.office(self._phrase(owner, number))
        return self._owners.office(holder.entity_id if holder else None)

    def _subject(self, number: int, before: int) -> str | None:
        """Return the only person who is a subject before an offset: "X met Y, his office said"."""
        found = {
            one.who
            for one in self._cast.of(number)
            if one.subject and not one.quoted and one.start < before
        }
        return found.pop() if len(found) == 1 else None

    def _spokesman(self, head: Token, extent: Extent, number: int) -> Speaker | None:
        """Return the body for which "the army's chief spokesman" speaks."""
        lemma = head.lemma_.lower()
        if self._words.equal_offices.get(lemma, lemma) != _SPOKESMAN:
            return None
        for child in head.lefts:
            if child.dep_ in _BESIDES and child.lemma_.lower() in self._words.bodies:
                body = self._body(self._phrase(child, number))
                name = self._bodies.written(extent)
                return replace(body, name=name, score=_UNSAID) if body is not None else None
        return None

    def _phrase(self, head: Token, number: int, covered: Sequence[Mention] = ()) -> Phrase:
        """Return a noun with its adjectives, without the words of the names that `covered` are."""
        words = {word.lower() for m in covered for word in m.span.quote.split()}
        return Phrase(
            noun=head.lemma_.lower(),
            words=frozenset(phrase_words(head) - words),
            at=self._reading.sentences[number].start + head.idx,
            sentence=number,
            country=next((m.country for m in covered if m.country), None),
        )

    def _body(self, phrase: Phrase) -> Speaker | None:
        """Return the body that is meant: one named before, one that spoke, a party's only one."""
        named = self._holders.body(phrase)
        if named is not None:
            return named
        spoken = {
            s.speaker.entity_id: s.speaker
            for s in self._said
            if self._owners.said_without_name(s.speaker, phrase)
        }
        if len(spoken) == 1:
            return replace(spoken.popitem()[1], score=_UNSAID, reasons=("body-spoken-before",))
        return self._owners.body(phrase)

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

    def _name_at(
        self, head: Token, extent: Extent, base: int, within: Sequence[Mention]
    ) -> Mention | None:
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
        return self._bodies.beside(extent, within)

    def _bare(self, head: Token, within: Sequence[Mention], base: int) -> bool:
        """Tell whether nothing but adjectives and the name of a country qualifies the noun."""
        known = [(m.span.start - base, m.span.end - base) for m in within if m.country]
        for child in head.children:
            if child.dep_ in {"poss", "prep", "relcl", "acl"}:
                inside = child if child.dep_ != "prep" else next(iter(child.children), child)
                if not any(start <= inside.idx < end for start, end in known):
                    return False
        return head.tag_ in {"NN", "NNP"}

    def _taken_up(self, head: Token, bodies: Sequence[Mention], number: int) -> Speaker | None:
        """Return whom "the governor" or "the ministry" takes up again."""
        lemma = head.lemma_.lower()
        phrase = self._phrase(head, number, bodies)
        if lemma in self._words.offices:
            return self._holders.office(phrase)
        if lemma in self._words.bodies and not any(m.kind != "demonym" for m in bodies):
            return self._body(phrase)
        return None

    def _paper(self, lemma: str, bodies: Sequence[Mention], extent: Extent) -> Speaker:
        """Return who is behind "the statement": the body it names, else its only author before."""
        if len({m.entity_id for m in bodies}) == 1 and bodies[0].kind != "demonym":
            return self._bodies.body(bodies[0], 0.7, "source-names-body")
        words = self._bodies.written(extent).split()
        if bodies or len(words) > 1 or self._papers.shared(lemma, extent[0]):
            return self._bodies.as_written(extent, "paper")
        at = self._papers.introduced(lemma, extent[0])
        near = [
            s
            for s in self._said
            if at is not None and s.outer and abs(at - s.cue_end) <= _BESIDE and s.speaker.entity_id
            if not any(start <= at < end for start, end in s.content)
        ]
        if near and near[-1].speaker.score >= _CERTAIN:
            return replace(near[-1].speaker, score=0.7, reasons=("paper-of-speaker",))
        return self._bodies.as_written(extent, "paper")
