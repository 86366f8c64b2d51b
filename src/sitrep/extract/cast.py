"""The persons of an article in their places: who is a subject, who stands inside a quotation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.model.extraction import Mention
from sitrep.vocabulary.reporting import Reporting
from sitrep.vocabulary.types import Vocabulary

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANIMATE = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*\.?")
_ADDRESSED = re.compile(r"(?:\b(Mr|Sir|Lord)|\b(Ms|Mrs|Miss|Lady))\.? $")
_NEAR = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A person at [start, end) of the article; `mention` None: one that is not named.

    `subject`: of a verb of its sentence; `quoted`: inside quotation marks.
    """

    start: int
    end: int
    mention: Mention | None
    subject: bool
    quoted: bool

    @property
    def who(self) -> str | None:
        """The same for the same person: the vocabulary id, else the name; None if not named."""
        return None if self.mention is None else identity(self.mention)


def identity(mention: Mention) -> str:
    """Return what is the same for all mentions of one actor: its vocabulary id, else its name."""
    return mention.entity_id or mention.name


def is_person(mention: Mention) -> bool:
    """Tell whether a mention can be somebody: "PT-91 Twardy", which a parser took for one, not."""
    return mention.kind == "person" and (
        mention.entity_id is not None or _ANIMATE.fullmatch(mention.name) is not None
    )


class Cast:
    """The persons of one article by sentence."""

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        quotes: Sequence[Extent],
        words: Reporting,
    ) -> None:
        self._reading = reading
        self._quotes = quotes
        self._words = words
        self._by_sentence: list[list[Mention]] = [[] for _ in reading.sentences]
        numbers = iter(range(len(reading.sentences)))
        number = next(numbers, None)
        for mention in mentions:
            while number is not None and reading.sentences[number].end <= mention.span.start:
                number = next(numbers, None)
            if number is None:
                break
            if is_person(mention):
                self._by_sentence[number].append(mention)
        self._known: dict[int, tuple[Appearance, ...]] = {}

    def of(self, number: int) -> tuple[Appearance, ...]:
        """Return the persons in sentence `number`, in text order."""
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def _read(self, number: int) -> tuple[Appearance, ...]:
        sentence = self._reading.sentences[number]
        subjects = _subjects(sentence)
        found = [
            Appearance(
                start=mention.span.start,
                end=mention.span.end,
                mention=mention,
                subject=any(
                    mention.span.start <= sentence.start + token.idx < mention.span.end
                    for token in subjects
                ),
                quoted=self.quoted(mention.span.start),
            )
            for mention in self._by_sentence[number]
        ]
        found.extend(self._unnamed(sentence, subjects, found))
        return tuple(sorted(found, key=lambda one: one.start))

    def _unnamed(
        self, sentence: ReadSentence, subjects: Sequence[Token], named: Sequence[Appearance]
    ) -> list[Appearance]:
        """Return the subjects that are persons without a name: "a soldier", "the general"."""
        found: list[Appearance] = []
        for token in subjects:
            start = sentence.start + token.idx
            human = token.tag_ == "NN" and token.lemma_.lower() in self._words.persons
            # "the minister, Sergei Ivanov, said": the name is the person.
            inside = [token.left_edge.idx, token.right_edge.idx + len(token.right_edge)]
            left, right = (sentence.start + offset for offset in inside)
            if human and not any(left <= one.start < right and one.subject for one in named):
                found.append(
                    Appearance(
                        start=start,
                        end=start + len(token),
                        mention=None,
                        subject=True,
                        quoted=self.quoted(start),
                    )
                )
        return found

    def quoted(self, offset: int) -> bool:
        """Tell whether `offset` lies between quotation marks."""
        return any(start <= offset < end for start, end in self._quotes)


def _subjects(sentence: ReadSentence) -> list[Token]:
    """Return the heads of subjects with what is joined to them or beside them in apposition."""
    if sentence.doc is None:
        return []
    found = [token for token in sentence.doc if token.dep_ in _SUBJECTS]
    for token in found:
        found.extend(child for child in token.children if child.dep_ in {"conj", "appos"})
    return found


def gender_of(mention: Mention, reading: Reading, vocabulary: Vocabulary) -> str | None:
    """Return "m" or "f" by the vocabulary or by the form of address; None if unknown."""
    actor = vocabulary.actors.get(mention.entity_id or "")
    if actor is not None:
        return actor.gender
    before = reading.article.text[max(0, mention.span.start - _NEAR) : mention.span.start]
    address = _ADDRESSED.search(before)
    if address is not None:
        return "m" if address[1] else "f"
    words = re.findall(r"\w+", before.lower())[-2:]
    if any(word.endswith("woman") for word in words):
        return "f"
    return "m" if any(word.endswith(("spokesman", "congressman")) for word in words) else None
