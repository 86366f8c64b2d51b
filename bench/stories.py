"""Score the stories that lineage finds against a hand-labelled day of real articles.

Data: `news/2025-05-21.jsonl.gz` and `news/stories-2025-05-21.tsv` under SITREP_BENCH_DATA or, by
default, `../shared/data` beside the repository. B-cubed after Bagga and Baldwin (1998), adjusted
Rand index after Hubert and Arabie (1985).

    python -m bench.stories [--parts]
    python -m bench.stories --online [--shuffles N]

With --online the articles come one after another, in order of publication (held to the floors), in
the reverse, and in N random orders (5): the spread of the scores, and how far the orders agree.
"""

import csv
import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from sitrep.language.encode import Encoder
from sitrep.lineage.shelf import Report
from sitrep.lineage.storybook import assigned
from sitrep.lineage.trace import reports, trace
from sitrep.model.documents import Article, RawItem
from sitrep.settings import Limits
from sitrep.sources.read import read
from sitrep.text.article import to_article
from sitrep.vocabulary.load import load
from sitrep.vocabulary.types import Vocabulary

DATA = Path(os.environ.get("SITREP_BENCH_DATA", Path(__file__).parents[2] / "shared" / "data"))
ARTICLES = DATA / "news" / "2025-05-21.jsonl.gz"
GOLD = DATA / "news" / "stories-2025-05-21.tsv"
FLOORS = {"B-cubed F1": 0.92, "ARI": 0.70, "B-cubed F1, multi-article": 0.85}

Labels = Mapping[str, str]


def b_cubed(found: Labels, gold: Labels, over: Collection[str]) -> tuple[float, float, float]:
    """Return mean precision, recall and F1 over the articles `over`; clusters are of all."""
    both = Counter((found[id_], gold[id_]) for id_ in gold)
    clusters = Counter(found[id_] for id_ in gold)
    stories = Counter(gold.values())
    pairs = [(found[id_], gold[id_]) for id_ in over]
    precision = sum(both[pair] / clusters[pair[0]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / stories[pair[1]] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def adjusted_rand(found: Labels, gold: Labels) -> float:
    """Return the adjusted Rand index, 0 for chance and 1 for the same grouping."""
    both = _pairs(Counter((found[id_], gold[id_]) for id_ in gold))
    clusters = _pairs(Counter(found[id_] for id_ in gold))
    stories = _pairs(Counter(gold.values()))
    chance = clusters * stories / (len(gold) * (len(gold) - 1) / 2)
    return (both - chance) / ((clusters + stories) / 2 - chance)


def _pairs(sizes: Mapping[object, int]) -> float:
    return sum(size * (size - 1) / 2 for size in sizes.values())


def scores(found: Labels, gold: Labels) -> dict[str, float]:
    """Return every measure by its name."""
    sizes = Counter(gold.values())
    precision, recall, f1 = b_cubed(found, gold, list(gold))
    multi = [id_ for id_ in gold if sizes[gold[id_]] > 1]
    result = {"B-cubed precision": precision, "B-cubed recall": recall, "B-cubed F1": f1}
    result["ARI"] = adjusted_rand(found, gold)
    if multi:
        result["B-cubed F1, multi-article"] = b_cubed(found, gold, multi)[2]
    return result


def read_articles(vocabulary: Vocabulary) -> list[Article]:
    """Return the day's articles as the product reads them."""
    found = []
    for item in read([str(ARTICLES)], limits=Limits()):
        if isinstance(item, RawItem):
            article, _ = to_article(item, vocabulary=vocabulary, limits=Limits())
            if article is not None:
                found.append(article)
    return found


def stories_of(articles: list[Article], vocabulary: Vocabulary, encoder: Encoder) -> Labels:
    """Return the story found for each article, by the id the input gave."""
    given = {article.id: article.given_id or article.id for article in articles}
    lineage = trace(articles, vocabulary=vocabulary, encoder=encoder)
    return {given[id_]: story.id for story in lineage.stories for id_ in story.articles}


def read_gold() -> dict[str, str]:
    """Return the gold story by article id."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["story"] for row in csv.DictReader(lines, delimiter="\t")}


def report(name: str, articles: list[Article], engines: tuple[Vocabulary, Encoder]) -> bool:
    """Print the scores of `articles` and return whether they hold the floors."""
    gold = read_gold()
    began = time.process_time()
    found = stories_of(articles, *engines)
    took = time.process_time() - began
    known = {id_: gold[id_] for id_ in found if id_ in gold}
    measured = scores(found, known)
    sizes = Counter(found.values())
    largest = max(sizes.values())
    print(f"{name}: {len(known)} articles, {took:.2f} s of CPU, largest story {largest}")
    for measure, value in measured.items():
        floor = f"  (floor {FLOORS[measure]:.2f})" if measure in FLOORS else ""
        print(f"  {measure:<28}{value:.4f}{floor}")
    return all(measured.get(measure, 1.0) >= floor for measure, floor in FLOORS.items())


def online(articles: list[Article], engines: tuple[Vocabulary, Encoder], shuffles: int) -> bool:
    """Print the scores of a story book over orders of arrival; return whether it holds the floors.

    The floors are for the order of publication.
    """
    gold = read_gold()
    given = {article.id: article.given_id or article.id for article in articles}
    told = reports(articles, vocabulary=engines[0], encoder=engines[1])
    orders = {"publication": told, "reverse": told[::-1]}
    for seed in range(shuffles):
        order = sorted(told, key=lambda report: report.features.article_id)
        random.Random(seed).shuffle(order)  # noqa: S311 - a seeded benchmark, no secret
        orders[f"shuffle {seed}"] = order
    labels, measured = {}, {}
    for name, order in orders.items():
        began = time.process_time()
        labels[name] = _assigned(order, given)
        took = 1000 * (time.process_time() - began) / len(order)
        measured[name] = scores(labels[name], {id_: gold[id_] for id_ in labels[name]})
        values = "  ".join(f"{key} {value:.4f}" for key, value in measured[name].items())
        print(f"{name} ({took:.1f} ms of CPU an article): {values}", flush=True)
    for measure in FLOORS:
        values_of = [found[measure] for found in measured.values()]
        spread = f"{min(values_of):.4f} to {max(values_of):.4f}"
        print(f"{measure} over {len(orders)} orders: {statistics.mean(values_of):.4f} ({spread})")
    agreed = [adjusted_rand(labels[one], labels[other]) for one, other in combinations(orders, 2)]
    print(f"ARI between two orders: {statistics.mean(agreed):.4f} (least {min(agreed):.4f})")
    first = measured["publication"]
    return all(first[measure] >= floor for measure, floor in FLOORS.items())


def _assigned(order: Sequence[Report], given: Mapping[str, str]) -> Labels:
    return {given[id_]: story.id for story in assigned(order) for id_ in story.articles}


def main() -> int:
    if not ARTICLES.exists() or not GOLD.exists():
        print(f"skipped: no {ARTICLES} or no {GOLD}; set SITREP_BENCH_DATA")
        return 0
    vocabulary, encoder = load(), Encoder.load()
    encoder.encode(["the model loads with its first sentence"])
    articles = read_articles(vocabulary)
    if "--online" in sys.argv:
        shuffles = sys.argv[sys.argv.index("--shuffles") + 1] if "--shuffles" in sys.argv else "5"
        return 0 if online(articles, (vocabulary, encoder), int(shuffles)) else 1
    held = report("whole day", articles, (vocabulary, encoder))
    if "--parts" in sys.argv:
        gold = read_gold()
        for part in range(4):
            stories = sorted(set(gold.values()))[part::4]
            chosen = [a for a in articles if gold.get(a.given_id or "") in stories]
            report(f"quarter {part + 1} of the stories", chosen, (vocabulary, encoder))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
