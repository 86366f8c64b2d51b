"""Who says what in Ukrainian and Russian articles, by patterns over words; there is no parse.

Four forms: a phrase before its source («за словами X, …»), a verb with its source before it
(«X заявив, що …»), a verb behind what was said («…, — заявил X»), and speech between quotation
marks or behind a dash. Speaker and stance come as they do for English (`attributions`).
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from sitrep.extract.quotes import find_quotes
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.select import LONGEST
from sitrep.extract.slavic_frames import FrameFinder, SlavicFrame
from sitrep.extract.slavic_sources import Extent, Sentence
from sitrep.extract.slavic_tokens import tokens
from sitrep.model.extraction import Attribution, Hedge, Mention, Stance
from sitrep.vocabulary.slavic import SlavicWords, slavic_words
from sitrep.vocabulary.types import Vocabulary

_NEGATED: dict[Stance, Stance] = {
    "confirms": "denies", "accepts": "rejects", "denies": "asserts", "rejects": "asserts",
    "promises": "rejects",
}  # fmt: skip
"""What a negated reporting verb says: who "did not agree" rejects."""
_NEAR = 12
"""Attributions on either side of one among which the one that holds it is."""
_ORDER: tuple[Hedge, ...] = ("certain", "probable", "possible", "doubtful")


def find_slavic_attributions(
    reading: Reading, mentions: Sequence[Mention], vocabulary: Vocabulary
) -> tuple[Attribution, ...]:
    """Return the attributions of a Ukrainian or Russian article in text order (by cue).

    `mentions` are those of the same article in text order; other languages have none.
    """
    lists = slavic_words(reading.article.language)
    if lists is None:
        return ()
    quotes = find_quotes(reading.article.text, reading.sentences)
    finder = FrameFinder(reading, vocabulary, lists, quotes)
    found: list[SlavicFrame] = []
    starts = [mention.span.start for mention in mentions]
    for number, read in enumerate(reading.sentences):
        if read.end - read.start > LONGEST:
            continue
        here = mentions[bisect_left(starts, read.start) : bisect_left(starts, read.end)]
        sentence = _sentence(read, reading.article.language, here, lists)
        for one in finder.of_sentence(sentence, number):
            found.append(one)
            if one.speaker.name is not None:
                finder.previous = one.speaker
    found.sort(key=lambda one: one.cue)
    parents = _parents(found)
    return tuple(
        _attribution(reading, one, parent, lists, quotes)
        for one, parent in zip(found, parents, strict=True)
    )


def _sentence(
    read: ReadSentence, language: str, mentions: Sequence[Mention], lists: SlavicWords
) -> Sentence:
    words = tokens(read.text, language)
    places = {word.start + read.start: at for at, word in enumerate(words)}
    ends = {word.end + read.start: at + 1 for at, word in enumerate(words)}
    named = {
        places[m.span.start]: (ends[m.span.end], m)
        for m in mentions
        if m.span.start in places and m.span.end in ends
    }
    return Sentence(read=read, words=words, mentions=named, lists=lists)


def _parents(found: Sequence[SlavicFrame]) -> list[int | None]:
    """Return for each the position of the smallest other whose content holds its cue."""
    parents: list[int | None] = []
    for place, one in enumerate(found):
        near = range(max(0, place - _NEAR), min(len(found), place + _NEAR + 1))
        holding = [
            (sum(b - a for a, b in found[position].content), position)
            for position in near
            for other in (found[position],)
            if position != place
            and any(a <= one.cue[0] and one.cue[1] <= b for a, b in other.content)
        ]
        parents.append(min(holding)[1] if holding else None)
    return parents


def _attribution(
    reading: Reading,
    one: SlavicFrame,
    parent: int | None,
    lists: SlavicWords,
    quotes: Sequence[Extent],
) -> Attribution:
    content = sorted(one.content)
    stance = one.word.stance
    return Attribution(
        source=reading.span(*one.source) if one.source else None,
        cue=reading.span(*one.cue),
        content=tuple(reading.span(*extent) for extent in content),
        speaker=one.speaker.name,
        speaker_id=one.speaker.entity_id,
        form=_form(content, quotes),
        stance=_NEGATED.get(stance, stance) if one.negated else stance,
        hedge=_hedge(reading, one, lists),
        parent=parent,
        score=one.speaker.score,
        reasons=(f"{one.word.manner}:{one.lemma or one.reason}", one.reason, *one.speaker.reasons),
    )


def _hedge(reading: Reading, one: SlavicFrame, lists: SlavicWords) -> Hedge:
    """Return the weakest hedge of the cue and of the first words of what is said."""
    hedge = one.word.hedge
    for start, end in one.content[:1]:
        for word in tokens(reading.article.text[start:end], reading.article.language)[:8]:
            found = lists.hedges.get(word.lower)
            if found is not None and _ORDER.index(found) > _ORDER.index(hedge):
                hedge = found
    return hedge


def _form(
    content: Sequence[Extent], quotes: Sequence[Extent]
) -> Literal["direct", "indirect", "mixed"]:
    total = sum(end - start for start, end in content)
    quoted = sum(max(0, min(e, q[1]) - max(s, q[0])) for s, e in content for q in quotes)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= 0.9 * total else "mixed"
