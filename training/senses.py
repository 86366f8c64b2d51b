"""Compiles `vocabulary/senses.tsv.gz` from the files of WordNet 3.1 (Princeton University).

    python -m training.senses DICT [--out src/sitrep/vocabulary/senses.tsv.gz]

DICT is WordNet's folder of index.* and data.* files. Kept are the words that WordNet's tagged texts
or at least two of its definitions use; each with its first three senses and those that the tagged
texts have. Names and phrases of more than three words are left out.
"""

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sitrep.vocabulary.senses import FILE

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_WIDER = {"@", "@i"}
_BESIDE = {"&", "^", "="}
Sense = tuple[str, str]
"""Part of speech and offset: a synset."""


def kept_senses(folder: Path) -> dict[str, set[Sense]]:
    """Return for each word the synsets it keeps."""
    kept: dict[str, set[Sense]] = defaultdict(set)
    used = definition_words(folder)
    for line in (folder / "index.sense").read_text(encoding="ascii").splitlines():
        key, offset, number, tagged = line.split()
        word, _, lexical = key.partition("%")
        part = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[lexical[0]]
        used[word] += 2 * int(tagged)
        if word.count("_") < 3 and (int(tagged) or int(number) <= 6):
            kept[word].add((part, offset))
    return {word: senses for word, senses in kept.items() if used[word]}


def definition_words(folder: Path) -> Counter[str]:
    """Return how often each word stands in WordNet's definitions and examples."""
    used: Counter[str] = Counter()
    for part in PARTS:
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            used.update(re.findall(r"[a-z]+", line.partition(" | ")[2]))
    return used


def synsets(folder: Path) -> Iterator[tuple[Sense, list[str], list[tuple[str, Sense, str]]]]:
    """Yield each synset with its words and its pointers (kind, to, source and target word)."""
    for part, letter in PARTS.items():
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            size = int(fields[3], 16)
            words = [fields[4 + 2 * at].partition("(")[0] for at in range(size)]
            at = 4 + 2 * size
            pointers = [
                (fields[p], (fields[p + 2].replace("s", "a"), fields[p + 1]), fields[p + 3])
                for p in range(at + 1, at + 1 + 4 * int(fields[at]), 4)
            ]
            yield (letter, fields[0]), words, pointers


def rows(folder: Path) -> list[str]:
    """Return the table's rows: number, part, words, wider synsets, near synsets, opposites.

    An opposite is WORD>NUMBER:WORD: WordNet opposes words, not synsets.
    """
    kept = kept_senses(folder)
    held, names = {}, {}
    for sense, words, pointers in synsets(folder):
        lower = [w.lower() for w in words if w == w.lower() and sense in kept.get(w, ())]
        instance = any(kind == "@i" for kind, _, _ in pointers)
        if not instance:
            held[sense] = (lower, pointers)
            names[sense] = [word.lower() for word in words]
    used = _needed(held)
    numbers = {sense: str(number) for number, sense in enumerate(sorted(used))}
    return ["\t".join(_row(sense, held[sense], names, numbers)) for sense in sorted(used)]


def _needed(held: dict[Sense, tuple[list[str], list[tuple[str, Sense, str]]]]) -> set[Sense]:
    """Return the synsets that have a word, and all that are wider than these."""
    used: set[Sense] = set()
    open_ = [sense for sense, (words, _) in held.items() if words]
    while open_:
        sense = open_.pop()
        if sense not in used:
            used.add(sense)
            open_ += [to for kind, to, _ in held[sense][1] if kind in _WIDER and to in held]
    return used


def _row(
    sense: Sense,
    entry: tuple[list[str], list[tuple[str, Sense, str]]],
    names: dict[Sense, list[str]],
    numbers: dict[Sense, str],
) -> tuple[str, ...]:
    words, pointers = entry
    opposed = []
    for kind, to, which in pointers:
        mine, theirs = int(which[:2], 16), int(which[2:], 16)
        if kind == "!" and to in numbers and mine and theirs:
            opposed.append(f"{names[sense][mine - 1]}>{names[to][theirs - 1]}")
    wider = [numbers[to] for kind, to, _ in pointers if kind in _WIDER and to in numbers]
    beside = [numbers[to] for kind, to, which in pointers
              if kind in _BESIDE and to in numbers and which == "0000"]  # fmt: skip
    shown = ",".join(words).replace("_", " "), ",".join(opposed).replace("_", " ")
    return sense[0], shown[0], " ".join(wider), " ".join(beside), shown[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    lines = rows(options.folder)
    body = "\n".join(lines).encode()
    options.out.write_bytes(gzip.compress(body, mtime=0))
    print(f"{len(lines)} synsets, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
