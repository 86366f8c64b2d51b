"""Draw the posts of the Russian Ministry of Defence that are read by hand (tests/data/extract).

python -m bench.mod_sample POSTS.csv.gz [--without CHECKED.tsv] [--draw 2] [--count 90] [--seed 11]
                                        [--plain [--others 15]]

The sample is stratified over kinds of wording (`KINDS`, the first that fits) and, within each, over
months: kinds take turns, and each draws from its month that has been drawn from least. With
--plain it is a plain sample of the posts that mention drones, and of `others` that do not. Prints
kind and date.
"""

import argparse
import csv
import gzip
import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from sitrep.model.base import Record

KINDS = (
    ("several regions", r"(?s)дежурн.*(?:\b(?:еще|ещё|а также|из них)\b|област\w+[^.]*област\w+)"),
    (
        "number word",
        r"(?s)дежурн.*(?i:\b(?:дв[аеу]|тр[иё]|четыр|пят|шест|сем|восем|девят|десят)\w*)",
    ),
    ("digits", r"(?s)дежурн.*\d+ (?:украинск\w+ )?(?:беспилотн|БпЛА|БПЛА)"),
    ("singular", r"(?s)дежурн.*(?:беспилотн\w+|БпЛА|БПЛА)"),
    (
        "shot down",
        r"(?s)(?:сбит|уничтож|перехва|поражен|подавлен)\w*.*(?:беспилотн|БпЛА|БПЛА|дрон)",
    ),
    ("drones named", r"(?:беспилотн|БпЛА|БПЛА|дрон)"),
    ("no drones", r""),
)
"""Kinds of wording with what shows them; the first that fits is a post's."""
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in KINDS)


_DRONES = re.compile(r"(?i)беспилотн|бпла|дрон")


def read_posts(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10**7)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


class Checked(Record, frozen=True, kw_only=True):
    """What a post reports by hand, and the draw that it came in."""

    total: int
    draw: str


def read_checked(path: Path) -> dict[str, Checked]:
    """Return the hand-checked posts by date."""
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {moment: Checked(total=int(total), draw=draw) for moment, total, draw in rows}


def kind_of(text: str) -> str:
    """Return the kind of wording of a post."""
    return next(kind for kind, pattern in _PATTERNS if pattern.search(text))


def draw(
    posts: Iterator[dict[str, str]], *, known: Collection[str], count: int, seed: int
) -> list[tuple[str, str]]:
    """Return (kind, date) of `count` posts that are not `known`, in the order drawn."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    strata: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind, _ in KINDS}
    for post in posts:
        if post["datetime"] not in known:
            strata[kind_of(post["text_snippet"])][post["date"][:7]].append(post["datetime"])
    for months in strata.values():
        for moments in months.values():
            chance.shuffle(moments)
    order = sorted({month for months in strata.values() for month in months})
    chance.shuffle(order)
    drawn: list[tuple[str, str]] = []
    taken: Counter[str] = Counter()
    while len(drawn) < count and any(strata.values()):
        for kind, months in strata.items():
            if months and len(drawn) < count:
                month = min(months, key=lambda name: (taken[name], order.index(name)))
                taken[month] += 1
                drawn.append((kind, months[month].pop()))
                if not months[month]:
                    del months[month]
    return drawn


def plain(
    posts: Iterator[dict[str, str]],
    *,
    known: Collection[str],
    count: int,
    others: int,
    seed: int,
) -> list[tuple[str, str]]:
    """Return (kind, date) of `count` posts that mention drones and `others` that do not."""
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    texts: dict[str, str] = {}
    for post in posts:
        texts.setdefault(post["datetime"], post["text_snippet"])
    fresh = sorted(texts.keys() - set(known))
    with_drones = [moment for moment in fresh if _DRONES.search(texts[moment])]
    without = [moment for moment in fresh if not _DRONES.search(texts[moment])]
    drawn = [*chance.sample(with_drones, count), *chance.sample(without, others)]
    return [(kind_of(texts[moment]), moment) for moment in drawn]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path)
    parser.add_argument(
        "--without", type=Path, help="hand-checked posts: those of earlier draws are not drawn"
    )
    parser.add_argument("--draw", default="2", help="the number of the draw")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--others", type=int, default=0)
    parser.add_argument("--count", type=int, default=90)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    known = read_checked(options.without) if options.without else {}
    known = {moment: one for moment, one in known.items() if one.draw < options.draw}
    posts = read_posts(options.posts)
    count, seed = options.count, options.seed
    if options.plain:
        drawn = plain(posts, known=known, count=count, others=options.others, seed=seed)
    else:
        drawn = draw(posts, known=known, count=count, seed=seed)
    for kind, moment in drawn:
        print(kind, moment, sep="\t")


if __name__ == "__main__":
    main()
