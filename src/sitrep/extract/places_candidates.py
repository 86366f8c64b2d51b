"""Stretches of a sentence that may be names of places, before any look-up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as Entity

from sitrep.extract.reading import ReadSentence
from sitrep.vocabulary.places import place_words

_LONGEST = 5
"""Words of a name; "Democratic Republic of the Congo" has five."""
_CAPITAL = r"[A-ZÀ-ÞĀ-ŽА-ЯЁЄІЇҐ]"
_WORD = rf"{_CAPITAL}(?:[^\W_]|['’ʼ-](?=[^\W_])|\.(?=[A-Za-z]))*\.?"
_RUN = re.compile(
    rf"(?<![\w@#&])(?:{_WORD})"
    r"(?:[ \u00a0](?:(?:of|the|de|la|le|al|el|del|du|des|and|upon|on|da|do)[ \u00a0])?"
    rf"(?:[Tt]he[ ])?(?:{_WORD}))*"
)
_PIECE = re.compile(r"[^ \u00a0]+")
_SENTENCE_STOP = re.compile(r"(?<=[a-zа-яёіїєґ]{3})\.$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch [start, end) of a sentence, and the sentence."""

    sentence: ReadSentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as written, without a possessive ending."""
        return self.sentence.text[self.start : self.end]

    def entity(self) -> Entity | None:
        """Return the parser's entity that covers the first word, if any."""
        doc = self.sentence.doc
        if doc is None:
            return None
        span = doc.char_span(self.start, self.end, alignment_mode="expand")
        if span is None:
            return None
        return _entity_at(doc, span.start)

    def before(self) -> str:
        """Return the word in front, as written; empty at the start of the sentence."""
        lead = self.sentence.text[max(0, self.start - 30) : self.start]
        words = lead.split()
        return words[-1].strip('"“”‘«(') if words and lead[-1:] in ' \u00a0"“‘«(' else ""

    def after(self) -> str:
        """Return the word behind, as written."""
        words = self.sentence.text[self.end : self.end + 30].split()
        return (
            words[0] if words and self.sentence.text[self.end : self.end + 1] in " \u00a0" else ""
        )


def _entity_at(doc: Doc, at: int) -> Entity | None:
    """Return the entity around a token; the list of all entities would be made anew each time."""
    if not doc[at].ent_type:
        return None
    start, end = at, at + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Entity(doc, start, end, label=doc[at].ent_type)


def candidates(sentence: ReadSentence) -> Iterator[list[Candidate]]:
    """Yield, for each run of capitalised words, its sub-stretches, longest first."""
    for run in _RUN.finditer(sentence.text):
        pieces = [
            (piece.start() + run.start(), piece.end() + run.start())
            for piece in _PIECE.finditer(run[0])
        ]
        found: list[Candidate] = []
        for length in range(min(_LONGEST, len(pieces)), 0, -1):
            for at in range(len(pieces) - length + 1):
                start, end = pieces[at][0], pieces[at + length - 1][1]
                candidate = _trimmed(sentence, start, end)
                if candidate is not None:
                    found.append(candidate)
        if found:
            yield found


def _trimmed(sentence: ReadSentence, start: int, end: int) -> Candidate | None:
    text = sentence.text[start:end]
    if text.endswith(("'s", "’s")):
        end -= 2
    elif _SENTENCE_STOP.search(text) and text not in abbreviated():
        end -= 1
    text = sentence.text[start:end]
    if len(text) < 2 or not text[0].isupper() or not text.split()[-1][0].isupper():
        return None
    return Candidate(sentence, start, end)


@cache
def abbreviated() -> frozenset[str]:
    """Return the short forms of divisions: "Calif.", "N.Y."."""
    return frozenset(name for names in place_words().abbreviations.values() for name in names)
