"""Any text against any reports: which passages carry each of its sentences, and what is wrong."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import combinations

from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Form, Known, Passage, Verdict
from sitrep.brief.verify.support import Support, support
from sitrep.language.sentences import split
from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.vocabulary.stopwords import stopwords

TRIED = 8
"""Source sentences that are tried alone; what shares fewer words carries no sentence."""
JOINED = 4
"""Of these the first so many are tried by twos, for a sentence that joins two."""
STEM = 5
_WORD = re.compile(r"[^\W_]+")


class Carrier(Record, frozen=True, kw_only=True):
    """A sentence of an article, [start, end) in code points of its text."""

    article_id: str
    outlet: str
    title: str
    start: int
    end: int
    quote: str


class Checked(Record, frozen=True, kw_only=True):
    """A sentence [start, end) of the text, the gates' verdict, and the passages it was read with.

    Where no passage carries the sentence, there stands the one against which a single gate objects,
    else the one that meets most of its words, and the verdict on it. `support` is the graded
    reading by the article that supports it most.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    support: Support
    passages: tuple[Carrier, ...]


class Library:
    """The sentences of some articles, to be searched for what carries a sentence.

    `known` says who is who (`sitrep.brief.verify.known`); without it names count as written.
    """

    def __init__(self, articles: Sequence[Article], *, known: Known | None = None) -> None:
        """Index every body sentence of `articles`; the order of articles changes nothing."""
        self._known = known or Known()
        ordered = sorted(articles, key=lambda article: article.id)
        self._told = {article.id: article.published_at for article in ordered}
        self._texts = {article.id: article.text for article in ordered}
        self._all = [carrier for article in ordered for carrier in _sentences(article)]
        self._words = [_stems(carrier.quote) for carrier in self._all]
        held = Counter(word for words in self._words for word in words)
        self._weights = {word: math.log(1 + len(self._all) / n) for word, n in held.items()}
        self._holders: dict[str, list[int]] = {}
        for number, words in enumerate(self._words):
            for word in words:
                self._holders.setdefault(word, []).append(number)

    def check(self, text: str, *, form: Form = "text") -> Iterator[Checked]:
        """Yield each sentence of `text` with the verdict of the passages that carry it best."""
        for start, end in split(text):
            yield self._sentence(text[start:end], start, end, form)

    def _sentence(self, sentence: str, start: int, end: int, form: Form) -> Checked:
        near = self._near(sentence)
        graded, article = self._graded(sentence, near)
        ways: list[tuple[Carrier, ...]] = [(one,) for one in near]
        ways += combinations(near[:JOINED], 2)
        tried = [(check(sentence, self._evidence(way), form=form), way) for way in ways or [()]]
        verdict, passages = min(tried, key=lambda one: _faults(one[0]))
        if passages and len(verdict.failed) == 1:
            # One fault away: that passage tells more than one that shares more everyday words.
            same = [one for one in near if one.article_id == passages[0].article_id]
            graded = graded if graded.carried else self._graded(sentence, same)[0]
        elif graded.nearest and not verdict.passed:
            nearest = article[graded.nearest[0].passage or 0]
            verdict, passages = next(one for one in tried if one[1] == (nearest,))
        return Checked(
            text=sentence,
            start=start,
            end=end,
            verdict=verdict,
            support=graded,
            passages=passages,
        )

    def _graded(self, sentence: str, near: list[Carrier]) -> tuple[Support, list[Carrier]]:
        """Return the best graded reading by sentences of one article, and those sentences.

        Words gathered from several reports are no report of the sentence.
        """
        articles: dict[str, list[Carrier]] = {}
        for carrier in near:
            articles.setdefault(carrier.article_id, []).append(carrier)
        tried = [(support(sentence, self._evidence(one)), one) for one in articles.values()]
        if not tried:
            return support(sentence, self._evidence([])), []
        return max(tried, key=lambda one: one[0].score)

    def _near(self, sentence: str) -> list[Carrier]:
        scores: Counter[int] = Counter()
        for word in _stems(sentence):
            for number in self._holders.get(word, ()):
                scores[number] += self._weights[word]  # type: ignore[assignment]
        ranked = sorted(scores, key=lambda number: (-scores[number], number))
        return [self._all[number] for number in ranked[:TRIED]]

    def _evidence(self, carriers: Sequence[Carrier]) -> Evidence:
        passages = tuple(self._passage(carrier) for carrier in carriers)
        return Evidence(passages=passages, known=self._known)

    def _passage(self, carrier: Carrier) -> Passage:
        told: datetime | None = self._told[carrier.article_id]
        return Passage(
            text=carrier.quote,
            outlet=carrier.outlet,
            published_at=told,
            article_text=self._texts[carrier.article_id],
            start=carrier.start,
        )


def _sentences(article: Article) -> Iterator[Carrier]:
    for part in article.sentences:
        if part.kind == "body":
            yield Carrier(
                article_id=article.id,
                outlet=article.outlet,
                title=article.title,
                start=part.start,
                end=part.end,
                quote=article.text[part.start : part.end],
            )


def _stems(text: str) -> frozenset[str]:
    """Return the content words of `text` cut to their first letters, digits whole."""
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        word if word[0].isdigit() else word[:STEM] for word in found if word not in stopwords()
    )


def _faults(verdict: Verdict) -> int:
    return sum(len(gate.spans) or 1 for gate in verdict.failed)
