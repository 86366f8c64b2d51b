"""Scores PolNeAR's annotators against each other, as `bench.attribution` scores the program.

python -m bench.annotators FOLDER
    FOLDER is a folder with text/ and attributions/, or the archive of one

Over all pairs of people who labelled one text: the labels of one as gold, of the other as system.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from bench.attribution import Tally, count_whole, matched, read_gold, unpacked

ROLES = ("source", "cue", "content")
_PAST_THE_END = " " * 500
"""Some labels of the training part reach past the end of their text."""


def agreement(folder: Path) -> None:
    """Print the overlap F1 of each role and of whole attributions between two people."""
    tallies = {role: Tally() for role in ROLES}
    whole, indirect, texts, pairs = Tally(), Tally(), 0, 0
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text("utf-8") + _PAST_THE_END
        labels = sorted((folder / "attributions").glob(path.stem + "*.ann"))
        people = [read_gold(label, text) for label in labels] if len(labels) > 1 else []
        texts += bool(people)
        for gold, system in combinations(people, 2):
            pairs += 1
            for role, tally in tallies.items():
                left, right = (
                    [getattr(item, role) for item in items if getattr(item, role)]
                    for items in (gold, system)
                )
                tally.hits += matched(left, right, 0.5)
                tally.gold += len(left)
                tally.system += len(right)
            count_whole(text, gold, system, (whole, indirect))
    print(f"{texts} texts with several people, {pairs} pairs")
    for role, tally in tallies.items():
        print(f"{role:12} {tally.row()}")
    print(f"{'attribution':12} {whole.row()}")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    with unpacked(parser.parse_args(arguments).polnear) as folder:
        agreement(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
