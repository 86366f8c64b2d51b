"""Which sentences are worth parsing: those that can carry a claim.

The parse is most of what extraction costs. A sentence is parsed when it has a word that reports,
quotation marks, or the words of an event; in an article that has nothing of politics, conflict or
diplomacy only its first sentences are.
"""

import re
from functools import cache, lru_cache

import simplemma

from sitrep.model.documents import Article
from sitrep.vocabulary.events import EventWord, event_words
from sitrep.vocabulary.reporting import reporting
from sitrep.vocabulary.tracks import track_words

PARSED_LANGUAGES = frozenset({"en"})
FIRST = 3
"""Sentences of any article that are parsed if they carry a cue at all."""
LEAST_CONFLICT = 2
"""Sentences with words of war or diplomacy that make an article worth reading on."""
LEAST_SHARE = 0.15
"""Share of such sentences from which on every cue counts, and not only the commonest."""
LONGEST = 1_500
"""Characters; a longer "sentence" is a table or a list, and its parse would mean nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTE = re.compile(r"[\"“”«»]|''|[‘][^’]{12,}’")


def select(article: Article) -> list[bool]:
    """Return for each sentence of `article` whether to parse it."""
    if article.language not in PARSED_LANGUAGES:
        return [False] * len(article.sentences)
    texts = [article.text[s.start : s.end] for s in article.sentences]
    body = [s.kind == "body" and s.end - s.start <= LONGEST for s in article.sentences]
    pattern = track_words().conflict
    fought = [b and bool(pattern.search(t.lower())) for t, b in zip(texts, body, strict=True)]
    hits = sum(fought) + bool(pattern.search(article.title.lower()))
    thorough = hits >= LEAST_CONFLICT and hits >= LEAST_SHARE * sum(body)
    chosen: list[bool] = []
    for number, (text, usable) in enumerate(zip(texts, body, strict=True)):
        if not usable or (hits < LEAST_CONFLICT and number >= FIRST):
            chosen.append(False)
        else:
            chosen.append(carries_cue(text, core=not (thorough or fought[number])))
    return chosen


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
    phrases = {phrase.split()[0] for phrase in words.phrases}
    return frozenset(verbs | phrases | {"accord"})


@lru_cache(maxsize=100_000)
def _lemma(word: str) -> str:
    return str(simplemma.lemmatize(word, lang="en")).lower()
