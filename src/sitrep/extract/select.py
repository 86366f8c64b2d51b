"""Which sentences are worth parsing: those that can carry a claim.

The parse is most of what extraction costs. Everything worth finding stands in sentences with a word
that reports, quotation marks, or the words of an event; what an article that has little of politics
and war reports with other than the commonest words is left aside. Where only a theatre matters,
the sentences that concern it and those beside them are enough.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import simplemma

from sitrep.model.documents import Article
from sitrep.vocabulary.events import EventWord, event_words
from sitrep.vocabulary.reporting import reporting
from sitrep.vocabulary.tracks import track_words

PARSED_LANGUAGES = frozenset({"en"})
LEAST_SHARE = 0.2
"""Share of sentences with words of politics or war from which on every cue counts, and not only the
commonest: below it are sport, trade and fashion (set on the 759 articles of 20–21 May 2025)."""
BESIDE = 2
"""Sentences before and after one that concerns a theatre which may hold its speaker."""
LONGEST = 1_500
"""Characters; a longer "sentence" is a table or a list, and its parse would mean nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTE = re.compile(r"[\"“”«»]|''|[‘][^’]{12,}’")


def select(article: Article) -> list[bool]:
    """Return for each sentence of `article` whether to parse it."""
    texts = [article.text[s.start : s.end] for s in article.sentences]
    usable = _usable(article)
    public = track_words().public
    told = sum(bool(public.search(t.lower())) for t, u in zip(texts, usable, strict=True) if u)
    core = told < LEAST_SHARE * sum(usable)
    return [u and carries_cue(text, core=core) for text, u in zip(texts, usable, strict=True)]


def select_near(article: Article, wanted: Sequence[bool]) -> list[bool]:
    """Return for each sentence whether to parse it, given those that are `wanted`.

    Both lists are over all sentences of `article`. Beside a wanted sentence only the commonest
    cues count.
    """
    usable = _usable(article)
    chosen: list[bool] = []
    for number, sentence in enumerate(article.sentences):
        text = article.text[sentence.start : sentence.end]
        around = wanted[max(0, number - BESIDE) : number + BESIDE + 1]
        chosen.append(usable[number] and any(around) and carries_cue(text, core=not wanted[number]))
    return chosen


def _usable(article: Article) -> list[bool]:
    read = article.language in PARSED_LANGUAGES
    return [read and s.kind == "body" and s.end - s.start <= LONGEST for s in article.sentences]


def carries_cue(text: str, *, core: bool = False) -> bool:
    """Tell whether a sentence has words that report, quotation marks, or words of an event.

    With `core` only the commonest reporting words count.
    """
    lemmas = {_lemma(word) for word in _WORD.findall(text.lower())}
    if core:
        return bool(lemmas & reporting().core)
    if _QUOTE.search(text) or lemmas & _reporting_lemmas():
        return True
    verbs, nouns = event_words().verbs, event_words().nouns
    readings = (
        *(reading for lemma in lemmas & verbs.keys() for reading in verbs[lemma]),
        *(reading for lemma in lemmas & nouns.keys() for reading in nouns[lemma]),
    )
    return any(_fits(reading, lemmas) for reading in readings)


def _fits(reading: EventWord, lemmas: set[str]) -> bool:
    wanted = reading.needs | reading.subject
    return not wanted or not lemmas.isdisjoint(wanted)


@cache
def _reporting_lemmas() -> frozenset[str]:
    words = reporting()
    verbs = {lemma for lemma, entry in words.verbs.items() if entry.manner == "speech"}
    return frozenset(verbs | words.openings.keys() | {"accord"})


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    return str(simplemma.lemmatize(word, lang="en")).lower()
