"""Share of the day's nuggets that a brief covers.

A nugget is covered when one sentence, or two that cite the same report, cite an article of the
nugget's list and state it: they hold one of its figures, if any, and at least `RECALL` of its
content words (of two sentences `RECALL_OF_TWO`). Word recall stands in for a reader; the printed
pairs are there to be read.

    python -m bench.nuggets brief.json [--show]
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

from bench.data import day_articles, require
from sitrep.brief.write.sameness import content_words

RECALL, RECALL_OF_TWO = 0.4, 0.5
_NUMBER = re.compile(r"\d[\d,.]*")


def sentences(brief: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every sentence of a brief: in the text and the outlook."""
    yield brief["headline"]
    yield from brief["key_points"]
    for part in (*brief["lead"], *brief["analysis"]):
        yield from part["sentences"]
    yield from brief["outlook"]["question"]
    for scenario in brief["outlook"]["scenarios"]:
        yield from (*scenario["sentences"], *scenario["indicators"])


def _plain(value: float | str) -> str:
    return str(value).removesuffix(".0")


def covered(nugget: dict[str, Any], brief: dict[str, Any], ids: dict[int, Any]) -> str | None:
    """Return the sentence or two that cover `nugget`, None if none do.

    `ids` gives the report behind each source number, in the terms of the nugget's `supports`.
    """
    wanted = content_words(nugget["text"])
    figures = {_plain(f["value"] if isinstance(f, dict) else f) for f in nugget["figures"]}
    supports = set(nugget["supports"])
    citing = [
        (sentence["text"], found)
        for sentence in sentences(brief)
        if (found := {ids.get(c["source"], -1) for c in sentence["citations"]} & supports)
    ]
    best: tuple[float, str] = (0.0, "")
    for (one, its), (two, others) in combinations_with_replacement(citing, 2):
        if not its & others:
            continue
        text = one if one == two else f"{one} {two}"
        numbers = {n.strip(",.").replace(",", "") for n in _NUMBER.findall(text)}
        if figures and not figures & numbers:
            continue
        recall = len(wanted & content_words(text)) / len(wanted)
        if recall >= (RECALL if one == two else RECALL_OF_TWO):
            best = max(best, (recall, text))
    return f"{best[0]:.2f} {best[1]}" if best[1] else None


def article_ids(brief: dict[str, Any], reports: Iterable[dict[str, Any]]) -> dict[int, Any]:
    """Return the data set's id of each numbered source among `reports`, by link and title."""
    known = {(r["link"], r["title"]): r["id"] for r in reports}
    return {s["number"]: known.get((s["url"], s["title"]), -1) for s in brief["sources"]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("brief", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    brief = json.loads(options.brief.read_text("utf-8"))
    nuggets = json.loads(require("news/nuggets-2025-05-21.json").read_text("utf-8"))
    ids = article_ids(brief, day_articles())
    for grade in ("vital", "okay"):
        of_grade = [n for n in nuggets if n["importance"] == grade]
        found = {n["id"]: covered(n, brief, ids) for n in of_grade}
        hit = sum(1 for sentence in found.values() if sentence)
        print(f"{grade}: {hit} of {len(of_grade)} = {hit / len(of_grade):.2f}")
        if options.show:
            for nugget in of_grade:
                print(f"  {nugget['id']} {nugget['text']}\n      → {found[nugget['id']]}")


if __name__ == "__main__":
    main()
