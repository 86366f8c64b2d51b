"""Verbs and phrases by which a Ukrainian or Russian sentence reports, with source and content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitrep.extract.reading import Reading
from sitrep.extract.slavic_content import Contents
from sitrep.extract.slavic_phrases import matches, phrases, without
from sitrep.extract.slavic_sources import Extent, Sentence, after, before, phrase_source, resolve
from sitrep.extract.speaker import NOBODY, Speaker
from sitrep.vocabulary.slavic import SlavicReporting, SlavicWords
from sitrep.vocabulary.types import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class SlavicFrame:
    """A cue with its source and content, offsets in the article."""

    word: SlavicReporting
    lemma: str
    cue: Extent
    source: Extent | None
    content: tuple[Extent, ...]
    speaker: Speaker
    negated: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """Words that report: `extent` offsets in the sentence, `source` positions of its words."""

    word: SlavicReporting
    extent: Extent
    source: Extent | None
    reason: str
    lemma: str = ""
    negated: bool = False


class FrameFinder:
    """Finds the attributions of one article, sentence by sentence."""

    def __init__(
        self,
        reading: Reading,
        vocabulary: Vocabulary,
        lists: SlavicWords,
        quotes: Sequence[Extent],
    ) -> None:
        self.reading = reading
        self.vocabulary = vocabulary
        self.lists = lists
        self.quotes = quotes
        self.contents = Contents(reading, lists, quotes)
        self.phrases = phrases(lists.phrases)
        self.previous: Speaker | None = None

    def of_sentence(self, sentence: Sentence, number: int) -> Iterator[SlavicFrame]:
        """Yield what phrases and verbs of the sentence attribute."""
        taken: list[Extent] = []
        for told in self._by_phrase(sentence):
            taken.append(told.cue)
            yield told
        for at, word in enumerate(sentence.words):
            entry = self.lists.reporting.get(word.lemma)
            if entry is None or word.infinitive or self._inside_quote(sentence, at):
                continue
            if not (word.past or word.personal) or any(
                a <= word.start + sentence.read.start < b for a, b in taken
            ):
                continue
            frame = self._by_verb(sentence, at, entry, number)
            if frame is not None:
                yield frame

    def _by_phrase(self, sentence: Sentence) -> Iterator[SlavicFrame]:
        read = sentence.read
        for match, entry in matches(self.phrases, read.text):
            at = next((n for n, w in enumerate(sentence.words) if w.start >= match.end()), None)
            if at is None:
                continue
            source = phrase_source(sentence, at)
            if source is None:
                continue
            last = sentence.words[source[1] - 1].end
            content = without(read, (match.start(), last), self.lists)
            cue = _Cue(
                word=entry, extent=(match.start(), match.end()), source=source, reason="phrase"
            )
            yield self._frame(sentence, cue, content)

    def _by_verb(
        self, sentence: Sentence, at: int, entry: SlavicReporting, number: int
    ) -> SlavicFrame | None:
        words = sentence.words
        front, behind = before(sentence, at), after(sentence, at + 1)
        end = behind[1] if behind is not None and front is None else at + 1
        spoken = self.contents.before(sentence, at)
        if spoken and (behind is not None or front is not None):
            source = behind or front
            later = self.contents.quotes_after(sentence, source[1] if source else at + 1)
            content: tuple[Extent, ...] = (*spoken, *later)
            reason = "said-before"
        else:
            content, reason = self.contents.behind(sentence, at, end, entry, number)
            source = front or behind
        if not content:
            return None
        negated = at > 0 and words[at - 1].lower in self.lists.negations
        first = words[at - 1].start if negated else words[at].start
        cue = _Cue(
            word=entry,
            extent=(first, words[at].end),
            source=source,
            reason=reason,
            lemma=words[at].lemma,
            negated=negated,
        )
        return self._frame(sentence, cue, content)

    def _inside_quote(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a verb is quoted; one behind a dash within the marks reports them."""
        place = sentence.words[at].start + sentence.read.start
        quote = next(((a, b) for a, b in self.quotes if a < place < b), None)
        if quote is None:
            return False
        inner = sentence.read.text[
            max(0, quote[0] - sentence.read.start) : sentence.words[at].start
        ]
        return re.search(r"[,!?…]\s*[—–-]\s*(?:[\w-]+\s+){0,4}$", inner) is None

    def _frame(self, sentence: Sentence, cue: _Cue, content: tuple[Extent, ...]) -> SlavicFrame:
        offset, words = sentence.read.start, sentence.words
        source, speaker = None, NOBODY
        if cue.source is not None:
            published = self.reading.article.published_at
            speaker = resolve(
                sentence,
                cue.source,
                self.vocabulary,
                previous=self.previous,
                day=published.date() if published else None,
            )
            first, last = words[cue.source[0]], words[cue.source[1] - 1]
            source = (first.start + offset, last.end + offset)
        return SlavicFrame(
            word=cue.word,
            lemma=cue.lemma,
            cue=(cue.extent[0] + offset, cue.extent[1] + offset),
            source=source,
            content=content,
            speaker=speaker,
            negated=cue.negated,
            reason=cue.reason,
        )
