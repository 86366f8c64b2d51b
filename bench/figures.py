"""Compare the drones total read in Russian Ministry of Defence posts with two references.

Usage: python bench/figures.py POSTS.csv.gz [--checked tests/data/extract/mod-posts.tsv]
The first reference is the table's `drone_count`, a naive parser's; the second a hand-checked list
of date and total. Only posts whose first reference is above zero are compared with it.
"""

import argparse
import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from sitrep.extract.figures import find_figures
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import find_times
from sitrep.language.sentences import split
from sitrep.model.documents import Article
from sitrep.model.extraction import Figure


def read_posts(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10**7)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def drones(text: str) -> int:
    """Return the drones that the post says were intercepted, 0 if none.

    Of its sentences the one with the most: a later one splits the total up by place. Numbers that
    stand side by side without a total ("one over …, two over …") add up.
    """
    article = Article(
        id="art-post", raw_id="", source_id="", outlet="", title="", text=text, language="ru"
    )
    sentences = tuple(
        ReadSentence(start=start, end=end, text=text[start:end]) for start, end in split(text, "ru")
    )
    reading = Reading(article=article, sentences=sentences)
    figures = [
        figure
        for figure in find_figures(reading, find_times(reading))
        if figure.weapon == "drone" and figure.kind in {"intercepted", "lost"}
    ]
    totals = [
        sum(_share(figure) for figure in figures if start <= figure.span.start < end)
        for start, end in ((sentence.start, sentence.end) for sentence in sentences)
    ]
    return int(max(totals, default=0))


def _share(figure: Figure) -> float:
    parts = any(reason.startswith("part of") for reason in figure.reasons)
    return 0.0 if parts else figure.value or 0.0


def read_checked(path: Path) -> dict[str, int]:
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {moment: int(total) for moment, total in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path)
    parser.add_argument("--checked", type=Path, default=Path("tests/data/extract/mod-posts.tsv"))
    options = parser.parse_args()
    checked = read_checked(options.checked)
    naive = naive_same = right = naive_right = 0
    for post in read_posts(options.posts):
        reference = int(float(post["drone_count"] or 0))
        total = drones(post["text_snippet"])
        if reference:
            naive += 1
            naive_same += reference == total
        truth = checked.get(post["datetime"])
        if truth is not None:
            right += truth == total
            naive_right += truth == reference
            if truth != total:
                print("wrong", post["datetime"], "is", truth, "read", total)
    print(f"hand-checked: {right} of {len(checked)} right; drone_count: {naive_right} right")
    print(f"same as drone_count where it is above zero: {naive_same} of {naive}")


if __name__ == "__main__":
    main()
