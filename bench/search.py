"""Measures search at 100,000 articles: a seeded synthetic store, p50 and p95 of a query.

    python -m bench.search [--articles 100000] [--store FILE] [--semantic]

Articles are recombined sentences of the development day's, so words are as frequent as in news; a
third of the sentences become claims. The store is built once (`--store` keeps it). Times are of the
CPU: everything runs on one core, so on an idle machine they are what a person waits.
"""

import argparse
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.data import day_articles
from sitrep.engine.search import search
from sitrep.model.documents import Article, RawDocument, Sentence
from sitrep.model.extraction import Claim, Extraction, Span
from sitrep.model.ids import make_id, sha256
from sitrep.store.protocol import Extracted, Report, Store
from sitrep.store.query import parse
from sitrep.store.sqlite import open_sqlite
from sitrep.vocabulary.load import load

SEED = 20250521
LIMIT_MS = 50.0
SENTENCES = 9
CLAIMS = 3
BATCH = 1000
ROUNDS = 3
START = datetime(2025, 1, 1, tzinfo=UTC)
QUERIES = (
    "drones", "ukraine", "ceasefire", "kharkiv", "warehouse", '"power plant"', "drones odesa",
    "putin trump call", '"prisoner exchange" -turkey', "talks since:2025-02-01 until:2025-02-08",
    "speaker:zelensky ceasefire", "place:kharkiv drones", "type:strikes killed",
    'speaker:"Donald Trump" since:2025-03-01', "outlet:reuters sanctions", "lang:en istanbul",
    "said", "russia since:2025-04-01", "minister -said", "substation kyiv region",
)  # fmt: skip


def articles(count: int) -> Iterator[tuple[Report, Extracted]]:
    """Yield `count` recombined articles with their claims, the same on every machine."""
    chance = random.Random(SEED)  # noqa: S311 - a seeded sample
    records = day_articles()
    sentences = [
        part.strip()
        for record in records
        for part in re.split(r"(?<=[.!?])\s+", record.get("text") or "")
        if 30 <= len(part.strip()) <= 400
    ]
    titles = [record["title"] for record in records if record.get("title")]
    outlets = sorted({record["source"] for record in records})
    vocabulary = load()
    people = sorted(a.name for a in vocabulary.actors.values() if a.kind == "person")
    for number in range(count):
        text = " ".join(chance.choices(sentences, k=SENTENCES))
        outlet = chance.choice(outlets)
        body = f"{number} {text}".encode()
        raw = make_id("raw", number)
        article = Article(
            id=make_id("art", number),
            raw_id=raw,
            source_id=outlet,
            outlet=outlet,
            url=f"https://{outlet}/{number}",
            title=chance.choice(titles),
            text=text,
            language="en",
            published_at=START + timedelta(minutes=2 * number),
            date_basis="declared",
            sentences=(Sentence(start=0, end=len(text)),),
        )
        document = RawDocument(
            id=raw, source_id=outlet, media_type="text/plain", body_sha256=sha256(body)
        )
        claims = tuple(claims_of(article, chance, people))
        yield (
            Report(document=document, body=body, article=article),
            Extracted(extraction=Extraction(article_id=article.id), claims=claims),
        )


def claims_of(article: Article, chance: random.Random, people: list[str]) -> Iterator[Claim]:
    """Yield claims of an article's first sentences, each by some person of the vocabulary."""
    start = 0
    for number, quote in enumerate(re.split(r"(?<=[.!?]) ", article.text)[:CLAIMS]):
        yield Claim(
            id=make_id("clm", article.id, number),
            article_id=article.id,
            evidence=Span(article_id=article.id, start=start, end=start + len(quote), quote=quote),
            language="en",
            speaker=chance.choice(people),
            track=chance.choice(("ground", "strikes", "diplomacy", "other")),
            published_at=article.published_at,
        )
        start += len(quote) + 1


def build(store: Store, count: int) -> None:
    """Fill the store."""
    begun = time.perf_counter()
    reports: list[Report] = []
    found: list[Extracted] = []
    for number, (report, extracted) in enumerate(articles(count), start=1):
        reports.append(report)
        found.append(extracted)
        if len(reports) == BATCH or number == count:
            store.reports.add(reports)
            store.claims.add("bench", found)
            reports, found = [], []
    print(f"built {count:,} articles in {time.perf_counter() - begun:.0f} s")


def timed(work: Callable[[str], object], queries: tuple[str, ...]) -> dict[str, list[float]]:
    """Return by query the milliseconds of CPU that `work` took, round by round."""
    taken: dict[str, list[float]] = {query: [] for query in queries}
    for _ in range(ROUNDS):
        for query in queries:
            begun = time.process_time()
            work(query)
            taken[query].append((time.process_time() - begun) * 1000)
    return taken


def report(name: str, taken: dict[str, list[float]]) -> None:
    """Print the slowest queries, and the percentiles over all."""
    every = sorted(value for values in taken.values() for value in values)
    p50, p95 = statistics.median(every), every[int(0.95 * (len(every) - 1))]
    for query, values in sorted(taken.items(), key=lambda one: -statistics.median(one[1]))[:6]:
        print(f"  {statistics.median(values):7.1f} ms  {query}")
    print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms of CPU; limit {LIMIT_MS:.0f} ms")


def main() -> None:
    """Build, or take, the store; measure; print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--semantic", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "search.sqlite"
        with open_sqlite(path) as store:
            if not store.counts()["articles"]:
                build(store, options.articles)
            print(dict(store.counts()))
            report("words", timed(lambda query: search(store, parse(query), limit=10), QUERIES))
            if options.semantic:
                near(store)


def near(store: Store) -> None:
    """Measure the search by meaning, once every article has its vector."""
    from sitrep.engine.semantic import semantic  # noqa: PLC0415 - loads NumPy and the encoder
    from sitrep.language.engines import Engines  # noqa: PLC0415

    encoder = Engines().encoder
    begun = time.perf_counter()
    semantic(store, QUERIES[0], encoder=encoder)
    print(f"vectors made, or read, in {time.perf_counter() - begun:.0f} s")
    plain = ("strikes on the energy grid", "a truce was offered", "soldiers taken prisoner")
    report("meaning", timed(lambda query: semantic(store, query, encoder=encoder), plain))


if __name__ == "__main__":
    main()
