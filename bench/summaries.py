"""Nuggets that plain summaries of the same length cover, beside the brief's.

The brief's own store is read: the baselines get the cleaned text, the sentences and the choice of
articles on the theatre from it, each in the brief's number of words.

- lede: the first sentence of each article, the newest article first
- first paragraph: the first two sentences of each
- LexRank (Erkan and Radev 2004), by the package sumy where it is installed

    python -m bench.summaries STORE BRIEF.json
"""

import argparse
import importlib.util
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.data import day_articles, require
from bench.nuggets import article_ids, covered, sentences
from sitrep.app.opened import reading
from sitrep.engine.versions import extractor_version
from sitrep.model.documents import Article
from sitrep.store.protocol import View
from sitrep.vocabulary.load import load

Picked = tuple[Article, str]
_EARLY = datetime.min.replace(tzinfo=UTC)


def on_theatre(store: Path, theatre: str) -> list[Article]:
    """Return the articles of the last brief's window that make claims on its theatre."""
    with reading(store) as kept:
        last = kept.runs.latest(theatre)
        if last is None:
            raise SystemExit(f"{store}: no brief on {theatre} in this store")
        found = kept.reports.articles(View(since=last.since, until=last.until))
        version = extractor_version(load(None))
        claims = kept.claims.of(version, [article.id for article in found])
    wanted = {claim.article_id for claim in claims if theatre in claim.theatres}
    kept_articles = [article for article in found if article.id in wanted]
    return sorted(kept_articles, key=lambda a: (a.published_at or _EARLY, a.id), reverse=True)


def body(article: Article) -> list[str]:
    """Return an article's sentences without what the text stage marked as page furniture."""
    marked = [sentence for sentence in article.sentences if sentence.kind == "body"]
    return [article.text[sentence.start : sentence.end] for sentence in marked]


def opening(articles: Iterable[Article], count: int) -> Iterator[Picked]:
    for article in articles:
        for text in body(article)[:count]:
            yield article, text


def lexrank(articles: Sequence[Article], count: int) -> Iterator[Picked]:
    """Yield the `count` most central sentences of all articles, by sumy."""
    from sumy.models.dom import (  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415
        ObjectDocumentModel,
        Paragraph,
        Sentence,
    )
    from sumy.summarizers.lex_rank import (  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415
        LexRankSummarizer,
    )

    class Words:
        """Stands for sumy's tokenizer, which wants a download."""

        def to_words(self, text: str) -> list[str]:
            return [word for word in text.split() if word.isalpha()]

    of = {text: article for article in articles for text in body(article)}
    told = [Paragraph([Sentence(text, Words()) for text in body(one)]) for one in articles]
    for sentence in LexRankSummarizer()(ObjectDocumentModel(told), count):
        yield of[str(sentence)], str(sentence)


def within(picked: Iterable[Picked], words: int) -> list[Picked]:
    """Return the first picked sentences that fit into `words`."""
    out: list[Picked] = []
    for article, text in picked:
        words -= len(text.split())
        if words < 0:
            break
        out.append((article, text))
    return out


def as_brief(picked: Sequence[Picked]) -> dict[str, Any]:
    """Return picked sentences in the shape that `bench.nuggets` reads, source numbers as ids."""
    told = [{"text": text, "citations": [{"source": a.id}]} for a, text in picked]
    nothing: dict[str, Any] = {"question": [], "scenarios": []}
    headline = {"text": "", "citations": []}
    parts = [{"sentences": told}]
    return {
        "headline": headline,
        "key_points": [],
        "lead": parts,
        "analysis": [],
        "outlook": nothing,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("brief", type=Path)
    options = parser.parse_args()
    brief = json.loads(options.brief.read_text("utf-8"))
    words = sum(len(sentence["text"].split()) for sentence in sentences(brief))
    articles = on_theatre(options.store, brief["theatre"])
    known = {(r["link"], r["title"]): r["id"] for r in day_articles()}
    ids = {article.id: known.get((article.url, article.title), -1) for article in articles}
    ways = {
        "lede": within(opening(articles, 1), words),
        "first paragraph": within(opening(articles, 2), words),
    }
    if importlib.util.find_spec("sumy"):
        ways["LexRank"] = within(lexrank(articles, 80), words)
    else:
        print("LexRank: sumy is not installed")
    wanted = json.loads(require("news/nuggets-2025-05-21.json").read_text("utf-8"))
    report("brief", brief, article_ids(brief, day_articles()), wanted, words)
    for name, picked in ways.items():
        report(name, as_brief(picked), ids, wanted, sum(len(t.split()) for _, t in picked))


def report(name: str, brief: dict[str, Any], ids: dict[Any, int], wanted: Any, words: int) -> None:
    found = {n["id"] for n in wanted if covered(n, brief, ids)}
    vital = {n["id"] for n in wanted if n["importance"] == "vital"}
    print(
        f"{name}: {words} words, vital {len(found & vital)} of {len(vital)},"
        f" all {len(found)} of {len(wanted)}"
    )


if __name__ == "__main__":
    main()
