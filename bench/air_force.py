"""What English news gives for the Ukrainian Air Force's counts, against the table of attacks.

A figure is checked when its sentence names the Air Force, or the sentence before does and its own
names no speaker. It is right when the table has it for a night that ended in the three days before
the article: launched, shot down (`destroyed`) or lost (`not_reach_goal`), of drones.
"""

import csv
import gzip
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bench.data import DAY, require
from sitrep.extract.figures import find_figures
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import find_times
from sitrep.model.base import Record
from sitrep.model.documents import Article, RawItem
from sitrep.settings import Limits
from sitrep.sources.read import read
from sitrep.text.article import to_article
from sitrep.vocabulary.load import load

TABLE = "strikes/ukraine-air-force-attacks.csv"
_COLUMNS = {"launched": "launched", "intercepted": "destroyed", "lost": "not_reach_goal"}
_FORCE = re.compile(
    r"\b(?:Ukrain\w+|Kyiv)\b.{0,80}\bair force|\bair force.{0,80}\bUkrain",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(r"\b(?:said|says|according|reported|claimed)\b")
_NEAR = timedelta(days=3)


class Night(Record, frozen=True, kw_only=True):
    """The drones of one attack, by kind of figure; UTC plus three as the table gives it."""

    end: datetime
    counts: dict[str, float]


def nights() -> list[Night]:
    """Return the attacks of the table by drones of the Shahed kind, by their end."""
    found: list[Night] = []
    with require(TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if "Shahed" not in row["model"] or len(row["time_end"]) < 16:
                continue
            counts = {kind: float(row[key]) for kind, key in _COLUMNS.items() if row[key]}
            found.append(
                Night(end=datetime.fromisoformat(row["time_end"] + "+03:00"), counts=counts)
            )
    return found


def articles() -> Iterator[Article]:
    """Yield the articles of the development day."""
    vocabulary, limits = load(), Limits()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.jsonl"
        path.write_bytes(gzip.decompress(require(DAY).read_bytes()))
        for item in read([str(path)], limits=limits):
            made = (
                to_article(item, vocabulary=vocabulary, limits=limits)[0]
                if isinstance(item, RawItem)
                else None
            )
            if made is not None:
                yield made


def main(*, show: bool) -> None:
    """Print for each kind the share of the articles' figures that the table bears out."""
    table = nights()
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    read_articles = 0
    for article in articles():
        read_articles += 1
        if (
            article.published_at is None
            or article.language != "en"
            or not _FORCE.search(article.text)
        ):
            continue
        near = [n for n in table if timedelta(0) <= article.published_at - n.end <= _NEAR]
        for kind, value in _told(article):
            every[kind] += 1
            fits = any(night.counts.get(kind) == value for night in near)
            right[kind] += fits
            if show:
                print("right" if fits else "wrong", article.given_id, kind, f"{value:g}")
    print(
        f"Air Force figures in {read_articles} articles: "
        f"{sum(right.values())} of {sum(every.values())} right"
    )
    for kind in _COLUMNS:
        print(f"  {kind}: {right[kind]} of {every[kind]}")


def _told(article: Article) -> Iterator[tuple[str, float]]:
    """Yield kind and number of the drones that an article gives beside the Air Force's name."""
    spans = [(s.start, s.end) for s in article.sentences if s.kind == "body"]
    sentences = tuple(ReadSentence(start=a, end=b, text=article.text[a:b]) for a, b in spans)
    reading = Reading(article=article, sentences=sentences)
    for figure in find_figures(reading, find_times(reading)):
        if figure.weapon != "drone" or figure.kind not in _COLUMNS or figure.value is None:
            continue
        at = next(n for n, (a, b) in enumerate(spans) if a <= figure.span.start < b)
        own = sentences[at].text
        before = sentences[at - 1].text if at and not _SAID.search(own) else ""
        if _FORCE.search(f"{before} {own}"):
            yield figure.kind, figure.value
