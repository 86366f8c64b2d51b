"""What is done in Ukrainian and Russian articles: PLOVER events by lemmas within a clause.

Types and modes as for English (`events`); there is no parse: the actor is the name before an
active verb, the target the name behind it, and the other way round for passive forms.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.select import LONGEST
from sitrep.extract.slavic_parties import Clause, bounds, parties
from sitrep.extract.slavic_tokens import Token, tokens
from sitrep.model.extraction import (
    Attribution,
    Event,
    Mention,
    Modality,
    Place,
    Polarity,
    TimeRef,
)
from sitrep.vocabulary.events import event_words
from sitrep.vocabulary.slavic import SlavicEvent, SlavicWords, slavic_words

T = TypeVar("T", Mention, Place, TimeRef)
VERB_SCORE = 0.9
NOUN_SCORE = 0.5
_ALONE_LOSS = 0.2


def find_slavic_events(
    reading: Reading,
    mentions: Sequence[Mention],
    places: Sequence[Place],
    times: Sequence[TimeRef],
    attributions: Sequence[Attribution],
) -> tuple[Event, ...]:
    """Return the events of a Ukrainian or Russian article in text order; none in other languages.

    All arguments are of the same article and in text order; `Event.attribution` is a position in
    `attributions`.
    """
    lists = slavic_words(reading.article.language)
    if lists is None:
        return ()
    passive = re.compile(lists.passive)
    found: list[Event] = []
    for read in reading.sentences:
        if read.end - read.start > LONGEST:
            continue
        near = (_within(mentions, read), _within(places, read), _within(times, read))
        clause = _clause(reading, read, near, lists)
        told = [one for one in attributions if _touches(one, read)] if clause.mentions else []
        for at, reading_of, noun in _triggers(clause):
            here = _without_speakers(clause, at, told)
            found.append(_event(reading, here, at, (reading_of, noun, passive), attributions))
    return tuple(found)


def _within(found: Sequence[T], read: ReadSentence) -> Sequence[T]:
    """Return those of `found`, in text order, that begin in a sentence."""
    first = bisect_left(found, read.start, key=lambda one: one.span.start)
    return found[first : bisect_left(found, read.end, key=lambda one: one.span.start)]


def _touches(one: Attribution, read: ReadSentence) -> bool:
    return any(span.start < read.end and read.start < span.end for span in one.content)


def _without_speakers(clause: Clause, at: int, attributions: Sequence[Attribution]) -> Clause:
    """Return `clause` without the sources that tell of word `at`: they say it, and do not do it.

    Who promises or refuses to do something does it: «X відмовився приїхати».
    """
    position = clause.words[at].start + clause.read.start
    sources = [
        one.source
        for one in attributions
        if one.source is not None
        and "infinitive" not in one.reasons
        and any(s.start <= position < s.end for s in one.content)
    ]
    return replace(
        clause,
        mentions=[
            (first, last, mention)
            for first, last, mention in clause.mentions
            if not any(s.start <= mention.span.start < s.end for s in sources)
        ],
    )


def _clause(
    reading: Reading,
    read: ReadSentence,
    context: tuple[Sequence[Mention], Sequence[Place], Sequence[TimeRef]],
    lists: SlavicWords,
) -> Clause:
    words = tokens(read.text, reading.article.language)
    mentions, places, times = context
    here = [
        (first, last, mention)
        for mention in mentions
        if read.start <= mention.span.start < read.end
        for first in [_word_at(words, mention.span.start - read.start)]
        for last in [_word_at(words, mention.span.end - read.start - 1)]
        if first is not None and last is not None
    ]
    return Clause(
        read=read,
        words=words,
        mentions=here,
        places=[p for p in places if read.start <= p.span.start < read.end],
        times=[t for t in times if read.start <= t.span.start < read.end],
        lists=lists,
    )


def _word_at(words: Sequence[Token], offset: int) -> int | None:
    return next((at for at, word in enumerate(words) if word.start <= offset < word.end), None)


def _triggers(clause: Clause) -> Iterator[tuple[int, SlavicEvent, bool]]:
    """Yield position, reading and whether it is a noun, of each trigger of the sentence."""
    taken: set[int] = set()
    for at, word in enumerate(clause.words):
        readings = clause.lists.verbs.get(_verb_lemma(word))
        entry = _fitting(clause, at, readings) if readings else None
        if entry is not None:
            low, high = bounds(clause, at)
            taken.update(n for n in range(low, high) if clause.words[n].lemma in entry.needs)
            taken.update(range(at, high))
            yield at, entry, False
    for at, word in enumerate(clause.words):
        readings = clause.lists.nouns.get(word.lemma)
        entry = _fitting(clause, at, readings) if readings and at not in taken else None
        if entry is not None:
            yield at, entry, True


def _verb_lemma(word: Token) -> str:
    """Return the lemma; of a participle that the lemmatiser leaves as it is, its verb's."""
    for ending, verb in (("ений", "ити"), ("аний", "ати"), ("енный", "ить"), ("анный", "ать")):
        if word.lemma.endswith(ending):
            return word.lemma.removesuffix(ending) + verb
    return word.lemma


def _fitting(clause: Clause, at: int, readings: Sequence[SlavicEvent]) -> SlavicEvent | None:
    low, high = bounds(clause, at)
    near = {clause.words[n].lemma for n in range(low, high) if n != at}
    near |= {clause.words[n].lower for n in range(low, high) if n != at}
    return next((r for r in readings if not r.needs or near & r.needs), None)


def _event(
    reading: Reading,
    clause: Clause,
    at: int,
    trigger: tuple[SlavicEvent, bool, re.Pattern[str]],
    attributions: Sequence[Attribution],
) -> Event:
    entry, noun, passive = trigger
    word, read = clause.words[at], clause.read
    low, high = bounds(clause, at)
    is_passive = not noun and not word.past and not word.personal and not word.infinitive
    actors, targets = parties(clause, at, turned=is_passive and bool(passive.search(word.lower)))
    score = (NOUN_SCORE if noun else VERB_SCORE) - (0.0 if actors or targets else _ALONE_LOSS)
    start, end = word.start + read.start, clause.words[high - 1].end + read.start
    inside = [p for p in clause.places if p.use == "location" and start <= p.span.start < end]
    return Event(
        span=reading.span(start, max(end, word.end + read.start)),
        trigger=reading.span(start, word.end + read.start),
        type=entry.type,
        mode=entry.mode,
        acled=event_words().sub_event(entry.type, entry.mode),
        actors=actors,
        targets=targets,
        places=tuple(inside or [p for p in clause.places if p.use == "location"][:1]),
        time=_time(clause, start),
        polarity=_polarity(clause, at, low),
        modality=_modality(clause, at, low, entry),
        attribution=_holder(attributions, start),
        score=round(score, 2),
        reasons=(f"word:{word.lemma}",),
    )


def _polarity(clause: Clause, at: int, low: int) -> Polarity:
    """Return "negated" behind "не", or where a refusal rules the trigger."""
    words, lists = clause.words, clause.lists
    if at and words[at - 1].lower in lists.negations:
        return "negated"
    ruled = any(
        reading.complement == "negated"
        for n in range(low, at)
        for reading in lists.verbs.get(words[n].lemma, ())
    )
    return "negated" if ruled else "affirmed"


def _modality(clause: Clause, at: int, low: int, entry: SlavicEvent) -> Modality:
    """Return how real the event is, from its form and from the words of its clause before it."""
    words, lists = clause.words, clause.lists
    word = words[at]
    ruling = [words[n] for n in range(low, at)]
    if any(w.lower in lists.conditional or w.lemma in lists.conditional for w in ruling):
        return "conditional"
    if word.infinitive or any(w.lower in lists.clause for w in ruling):
        if any(w.lemma in lists.hypothetical or w.lower in lists.hypothetical for w in ruling):
            return "hypothetical"
        if word.infinitive:
            return "planned"
    if not word.past and word.personal and word.lemma in entry.words:
        return "planned"
    return "actual"


def _time(clause: Clause, start: int) -> TimeRef | None:
    if not clause.times:
        return None
    return min(clause.times, key=lambda t: (abs(t.span.start - start), t.span.start))


def _holder(attributions: Sequence[Attribution], position: int) -> int | None:
    """Return the position of the innermost attribution whose content holds the trigger."""
    holding = [
        (sum(s.end - s.start for s in attribution.content), number)
        for number, attribution in enumerate(attributions)
        if any(s.start <= position < s.end for s in attribution.content)
    ]
    return min(holding)[1] if holding else None
