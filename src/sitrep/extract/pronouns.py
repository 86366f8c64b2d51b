"""Whom "he", "she" and "it" stand for as the source of a statement: nobody rather than a guess.

A pronoun is a person only where one alone can be meant: the one who spoke in the sentence before,
or its only subject, with no other of the same gender between. News style allows that much: whoever
speaks goes on speaking until another is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitrep.extract.cast import Appearance, Cast, gender_of
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import Speaker
from sitrep.model.extraction import Mention
from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Vocabulary

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
REACH = 3
"""Sentences that a pronoun may look back over; farther ones are another matter's."""
UNRESOLVED = Speaker(name=None, score=0.2, reasons=("pronoun-unresolved",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who was found to speak: in which sentence, from where, saying what; `outer`: in no other."""

    sentence: int
    source: Extent
    cue_end: int
    content: tuple[Extent, ...]
    speaker: Speaker
    outer: bool
    gender: str | None = None
    asks: bool = False
    """A question or demand: who is asked may answer next."""

    @property
    def who(self) -> str | None:
        """The same for the same speaker."""
        return self.speaker.entity_id or self.speaker.name


class Pronouns:
    """Resolves the pronouns of one article."""

    def __init__(self, reading: Reading, cast: Cast, vocabulary: Vocabulary) -> None:
        self._reading = reading
        self._cast = cast
        self._vocabulary = vocabulary

    def person(self, word: str, at: int, number: int, said: Sequence[Said]) -> Speaker:
        """Return whom "he" or "she" at `at` in sentence `number` stands for.

        `said` are the statements before it, in text order.
        """
        gender = GENDERS[word]
        inside = [s for s in said if s.sentence == number and _holds(s.content, at)]
        if self._cast.quoted(at) or inside:
            quoted = self._cast.quoted(at)
            return UNRESOLVED if quoted else self._of_frame(inside[-1], at, gender)
        found = self._in_own_sentence((at, number), gender, said)
        if found is not None:
            return found
        here = [one for one in self._fitting(number, gender) if one.start < at]
        barred = here[0].who if here else None
        for before in range(number - 1, max(-1, number - 1 - REACH), -1):
            found = self._in_sentence(before, gender, said)
            if found is not None:
                return UNRESOLVED if barred in {found.entity_id, found.name} else found
        return UNRESOLVED

    def _in_own_sentence(
        self, place: tuple[int, int], gender: str, said: Sequence[Said]
    ) -> Speaker | None:
        """Return the person named before the pronoun in its sentence, None if none is."""
        at, number = place
        earlier = [s for s in said if s.sentence == number and s.outer and s.source[0] < at]
        if earlier and "pronoun-unresolved" in earlier[-1].speaker.reasons:
            return UNRESOLVED
        here = [one for one in self._fitting(number, gender) if one.start < at]
        if earlier and earlier[-1].speaker.person and not (_others(here, earlier[-1].who)):
            return self._taken(earlier[-1].speaker)
        if len({one.who for one in here}) > 1:
            return UNRESOLVED
        if here and (here[0].subject or here[0].mention is None):
            return self._only(here)
        return None

    def _of_frame(self, outer: Said, at: int, gender: str) -> Speaker:
        """Return the outer speaker for "Trump said he thought", if nobody else comes between."""
        between = [
            one
            for one in self._fitting(outer.sentence, gender)
            if one.start < at and one.who != outer.who
        ]
        if between or not outer.speaker.person or not _fits(outer.gender, gender):
            return UNRESOLVED
        return self._taken(outer.speaker)

    def _in_sentence(self, number: int, gender: str, said: Sequence[Said]) -> Speaker | None:
        """Return the person of an earlier sentence, `UNRESOLVED` if unsure, None to look on."""
        sentence = self._reading.sentences[number]
        persons = self._fitting(number, gender)
        main = [s for s in said if s.sentence == number and s.outer]
        if any("pronoun-unresolved" in s.speaker.reasons for s in main):
            return UNRESOLVED
        voices = [s for s in main if s.speaker.person and _fits(s.gender, gender)]
        if voices:
            if len({s.who for s in voices}) > 1 or any(s.asks for s in voices):
                return UNRESOLVED
            contents = [extent for s in main for extent in s.content]
            rivals = [
                one
                for one in persons
                if one.subject and one.who != voices[0].who and not _holds(contents, one.start)
            ]
            rivals = [one for one in rivals if not _holds([voices[0].source], one.start)]
            return UNRESOLVED if rivals else self._taken(voices[0].speaker)
        if persons:
            return self._only(persons)
        if sentence.doc is None and _names_somebody(sentence.text):
            return UNRESOLVED
        return None

    def _only(self, persons: Sequence[Appearance]) -> Speaker:
        """Return the only person of a sentence, if it is a subject and surely a person."""
        named = [one for one in persons if one.mention is not None]
        whole = len({one.who for one in persons}) == 1
        if not named or not whole or not any(one.subject for one in named):
            return UNRESOLVED
        mention = named[0].mention
        if mention is None or not self._sure(mention):
            return UNRESOLVED
        return Speaker(
            name=mention.name,
            entity_id=mention.entity_id,
            score=0.6,
            reasons=("pronoun", "only-subject"),
            person=True,
        )

    def _sure(self, mention: Mention) -> bool:
        """Tell whether a name is a person's: by the vocabulary, or a title in front of it."""
        if mention.entity_id is not None:
            return True
        text = self._reading.article.text
        before = text[max(0, mention.span.start - 40) : mention.span.start].split()
        last = before[-1] if before else ""
        return last in titles().address or last.lower() in titles().heads

    def _taken(self, speaker: Speaker) -> Speaker:
        return replace(speaker, score=0.7, reasons=("pronoun", "goes-on-speaking"))

    def _fitting(self, number: int, gender: str) -> list[Appearance]:
        """Return the persons of a sentence who may be of `gender`, those in quotations left out."""
        return [
            one
            for one in self._cast.of(number)
            if not one.quoted
            and (
                one.mention is None
                or _fits(gender_of(one.mention, self._reading, self._vocabulary), gender)
            )
        ]

    def body(self, number: int, at: int, said: Sequence[Said]) -> Speaker:
        """Return the body that "it" stands for: the only one that spoke here or just before."""
        for before in (number, number - 1):
            voices = [s for s in said if s.sentence == before and s.source[0] < at and s.outer]
            names = {s.who for s in voices}
            if not voices:
                continue
            speaker = voices[0].speaker
            if len(names) > 1 or speaker.person or speaker.entity_id is None:
                return UNRESOLVED
            if "source-names-body" in speaker.reasons or "speaks-for" in speaker.reasons:
                return UNRESOLVED
            return replace(speaker, score=0.6, reasons=("pronoun", "goes-on-speaking"))
        return UNRESOLVED


def said_gender(
    speaker: Speaker, mention: Mention | None, reading: Reading, all_: Vocabulary
) -> str | None:
    """Return the gender of a speaker, by the vocabulary or by the words before the mention."""
    actor = all_.actors.get(speaker.entity_id or "")
    if actor is not None:
        return actor.gender
    return gender_of(mention, reading, all_) if mention is not None else None


def _fits(known: str | None, wanted: str) -> bool:
    return known is None or known == wanted


def _holds(extents: Sequence[Extent], offset: int) -> bool:
    return any(start <= offset < end for start, end in extents)


def _others(persons: Sequence[Appearance], who: str | None) -> bool:
    return any(one.who != who for one in persons)


def _names_somebody(text: str) -> bool:
    """Tell whether an unparsed sentence may name a person: two words with capitals in a row."""
    words = text.split()
    pairs = pairwise(words[1:])
    return any(a[:1].isupper() and b[:1].isupper() and a[-1:].isalpha() for a, b in pairs)
