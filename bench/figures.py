"""Drones that Russian Ministry of Defence posts report, and Ukraine's Air Force in English news.

python -m bench.figures [POSTS.csv.gz] [--checked tests/data/extract/mod-posts.tsv] [--wrong]

Posts: the total read in each of the hand-checked posts, beside the table's own `drone_count`, a
naive parser's; draws 2 to 5 were read by hand before the program saw them. News: each figure that
an article of the development day gives for the Air Force's count of one night, against the table
of attacks.
"""

import argparse
from pathlib import Path

from bench import air_force
from bench.data import require
from bench.mod_sample import read_checked, read_posts
from sitrep.extract.figures import find_figures
from sitrep.extract.figures_counts import BESIDES
from sitrep.extract.figures_parts import counted
from sitrep.extract.figures_singles import PART
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import find_times
from sitrep.language.sentences import split
from sitrep.model.documents import Article
from sitrep.model.extraction import Figure

DRAWS = ("1", "2", "3", "4", "5")
FIRST_RUN = {"2": 70, "3": 34, "4": 82, "5": 49}
"""Posts of a draw that were read right when the program first saw them; draw 1 was no fresh one."""
POSTS = "figures/russian-mod-telegram-2023-01_2025-02.csv.gz"


def drones(text: str) -> int:
    """Return the drones that the post says were shot down or jammed, 0 if none.

    Shares of a total do not count again. Sentences tell the same drones unless they say "another":
    the one with the most counts, and those that add to it.
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
    total = 0.0
    for sentence in sentences:
        here = [f for f in figures if sentence.start <= f.span.start < sentence.end]
        wholes = [f for f in here if _whole(f)]
        told = sum(_whole(figure) for figure in wholes)
        adds = bool(wholes) and BESIDES in wholes[0].reasons
        total = total + told if adds else max(total, told)
    return int(total)


def _whole(figure: Figure) -> float:
    return 0.0 if any(r.startswith(PART) for r in figure.reasons) else counted(figure)


def posts(path: Path, checked_path: Path, *, show: bool) -> None:
    """Print how many of the hand-checked posts are read right, by draw and in all."""
    checked = read_checked(checked_path)
    right = dict.fromkeys(DRAWS, 0)
    naive = dict.fromkeys(DRAWS, 0)
    size = {draw: sum(one.draw == draw for one in checked.values()) for draw in right}
    seen: set[str] = set()
    for post in read_posts(path):
        moment = post["datetime"]
        truth = checked.get(moment)
        if truth is None or moment in seen:
            continue
        seen.add(moment)
        total = drones(post["text_snippet"])
        right[truth.draw] += total == truth.total
        naive[truth.draw] += int(float(post["drone_count"] or 0)) == truth.total
        if show and total != truth.total:
            print("wrong", moment, "is", truth.total, "read", total)
    for draw in right:
        first = f"first run {FIRST_RUN[draw]}; " if draw in FIRST_RUN else ""
        print(f"draw {draw}: {right[draw]} of {size[draw]} right; {first}drone_count {naive[draw]}")
    whole, every = sum(right.values()), len(checked)
    print(
        f"hand-checked: {whole} of {every} right = {whole / every:.3f}; "
        f"drone_count: {sum(naive.values())} right = {sum(naive.values()) / every:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path, nargs="?")
    parser.add_argument("--checked", type=Path, default=Path("tests/data/extract/mod-posts.tsv"))
    parser.add_argument("--wrong", action="store_true", help="name what was read wrong")
    options = parser.parse_args()
    posts(options.posts or require(POSTS), options.checked, show=options.wrong)
    air_force.main(show=options.wrong)


if __name__ == "__main__":
    main()
