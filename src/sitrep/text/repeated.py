"""Furniture that shows only beside other articles: the same sentence under unlike titles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sitrep.model.documents import Article, Sentence
from sitrep.text.margins import content_stems

LEAST_ARTICLES = 3
LEAST_WORDS = 6


def mark_repeated(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return `articles` in the same order, with repeated sentences marked as furniture.

    A sentence of at least six words is furniture where it stands verbatim in at least three
    articles of one outlet whose different titles have no word of content in common with it. Outlets
    do repeat their own background paragraphs, but under titles on the matter; and a wire copy comes
    from different outlets. A `Merge` step: the result for an article depends on the others of its
    outlet, never on their order.
    """
    shown: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    bodies = [tuple(_bodies(article)) for article in articles]
    for article, told in zip(articles, bodies, strict=True):
        for _, words in told:
            shown[article.source_id, words].add(article.title)
    furniture = {
        key
        for key, titles in shown.items()
        if len(titles) >= LEAST_ARTICLES and _unrelated(key[1], titles) >= LEAST_ARTICLES
    }
    return tuple(
        _marked(article, {n for n, words in told if (article.source_id, words) in furniture})
        for article, told in zip(articles, bodies, strict=True)
    )


def _bodies(article: Article) -> Iterator[tuple[int, str]]:
    """Yield the number and the words of each long enough body sentence."""
    for number, sentence in enumerate(article.sentences):
        if sentence.kind == "body":
            words = article.text[sentence.start : sentence.end].split()
            if len(words) >= LEAST_WORDS:
                yield number, " ".join(words)


def _unrelated(sentence: str, titles: Iterable[str]) -> int:
    stems = content_stems(sentence)
    return sum(stems.isdisjoint(content_stems(title)) for title in titles)


def _marked(article: Article, numbers: set[int]) -> Article:
    """Return `article` with its sentences of these numbers marked."""
    if not numbers:
        return article
    sentences = tuple(
        Sentence(start=sentence.start, end=sentence.end, kind="furniture")
        if number in numbers
        else sentence
        for number, sentence in enumerate(article.sentences)
    )
    return msgspec.structs.replace(article, sentences=sentences)
