"""Scores attributions on PolNeAR and speakers on a list of quotations.

    python -m bench.attribution POLNEAR [--limit N] [--misses N] [--selected]  (folder or archive)
    python -m bench.attribution --quotes QUOTES.json --articles ARTICLES.jsonl.gz

Span F1 exact and by overlap (Dice ≥ 0.5 of the sets of characters, ends trimmed; matched one to
one) for source, cue and content; attribution F1 (source and content overlap with the same gold).
"""

import argparse
import gzip
import json
import re
import sys
import tarfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from sitrep.extract.attributions import find_attributions
from sitrep.extract.names import NameFinder
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.select import select
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Attribution
from sitrep.vocabulary.load import load

Characters: TypeAlias = frozenset[int]
_ENDS = frozenset("\"'“”‘’«»„`.,;:!?…")
_QUOTES = frozenset('"“”«»„') | {"''"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One attribution as sets of characters; an empty set: the role is not filled."""

    source: Characters
    cue: Characters
    content: Characters


def characters(text: str, extents: Sequence[tuple[int, int]]) -> Characters:
    """Return the offsets of `extents`, white space out, quotation marks and stops at ends out."""
    kept: set[int] = set()
    for first, last in extents:
        start, end = first, last
        while start < end and (text[start].isspace() or text[start] in _ENDS):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _ENDS):
            end -= 1
        kept.update(i for i in range(start, end) if not text[i].isspace())
    return frozenset(kept)


def dice(left: Characters, right: Characters) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def matched(gold: Sequence[Characters], system: Sequence[Characters], least: float) -> int:
    """Return how many pairs match one to one with Dice ≥ `least`, best pairs first."""
    pairs = sorted(
        (
            (-dice(g, s), i, j)
            for i, g in enumerate(gold)
            for j, s in enumerate(system)
            if dice(g, s) >= least
        ),
    )
    return _taken(pairs)


def _taken(pairs: Sequence[tuple[float, int, int]]) -> int:
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


@dataclass(slots=True)
class Tally:
    """Counts for precision, recall and F1."""

    hits: int = 0
    gold: int = 0
    system: int = 0

    def row(self) -> str:
        """Return precision, recall and F1 in a line."""
        precision = self.hits / self.system if self.system else 0.0
        recall = self.hits / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.hits}/{self.gold})"


def read_gold(path: Path, text: str) -> list[Labelled]:
    spans: dict[str, list[tuple[int, int]]] = {}
    found: list[Labelled] = []
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    for fields in sorted(rows, key=lambda row: not row[0].startswith("T")):
        if fields[0].startswith("T") and len(fields) > 2:
            offsets = fields[1].split(" ", 1)[1]
            pairs = [piece.split() for piece in offsets.split(";")]
            spans[fields[0]] = [(int(a), int(b)) for a, b in pairs]
        elif fields[0].startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for piece in fields[1].split()[1:]:
                role, key = piece.split(":")
                name = role.rstrip("0123456789")
                if name in roles:
                    roles[name].extend(spans.get(key, []))
            parts = [characters(text, roles[role]) for role in ("Source", "Cue", "Content")]
            found.append(Labelled(*parts))
    return found


def labelled(text: str, attribution: Attribution) -> Labelled:
    def of(*pieces: object) -> Characters:
        spans = [piece for piece in pieces if piece is not None]
        return characters(text, [(s.start, s.end) for s in spans])  # type: ignore[attr-defined]

    return Labelled(of(attribution.source), of(attribution.cue), of(*attribution.content))


class Reader:
    """Turns a bare text into attributions, through the product's own sentences and parser."""

    def __init__(self, *, selected: bool = False) -> None:
        """Read every sentence or, with `selected`, those that the extractor would parse."""
        self.selected = selected
        self.vocabulary = load()
        self.names = NameFinder(self.vocabulary)
        self.parser = Engines().parser

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Return the attributions of `text`."""
        article = Article(
            id="art-bench", raw_id="raw", source_id="bench", outlet="bench", title="", text=text,
            language="en", sentences=tuple(Sentence(start=a, end=b) for a, b in split(text)),
        )  # fmt: skip
        texts = [text[s.start : s.end] for s in article.sentences]
        chosen = select(article) if self.selected else [True] * len(texts)
        docs = iter(
            self.parser.parse([t for t, parsed in zip(texts, chosen, strict=True) if parsed])
        )
        sentences = tuple(
            ReadSentence(start=s.start, end=s.end, text=words, doc=next(docs) if parsed else None)
            for s, words, parsed in zip(article.sentences, texts, chosen, strict=True)
        )
        reading = Reading(article=article, sentences=sentences)
        return find_attributions(reading, self.names.find(reading), self.vocabulary)


def _documents(folder: Path, limit: int) -> Iterator[tuple[str, Path]]:
    """Yield each text as it stands, since its labels count its characters."""
    texts = sorted((folder / "text").glob("*.txt"))
    for path in texts[:limit] if limit else texts:
        for labels in sorted((folder / "attributions").glob(path.stem + "*.ann")):
            yield path.read_text("utf-8"), labels


@contextmanager
def unpacked(source: Path) -> Iterator[Path]:
    """Give the folder with text/ and attributions/: `source` itself, or what it holds packed."""
    if source.is_dir():
        yield source
        return
    with TemporaryDirectory() as folder, tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
        yield next(Path(folder).glob("**/attributions")).parent


def polnear(folder: Path, limit: int, misses: int, reader: Reader) -> None:
    tallies = {
        f"{role} {kind}": Tally()
        for role in ("source", "cue", "content")
        for kind in ("exact", "overlap")
    }
    whole, indirect = Tally(), Tally()
    for text, path in _documents(folder, limit):
        gold = read_gold(path, text)
        system = [labelled(text, found) for found in reader.attributions(text)]
        for name, tally in tallies.items():
            role, kind = name.split()
            left = [getattr(item, role) for item in gold if getattr(item, role)]
            right = [getattr(item, role) for item in system if getattr(item, role)]
            tally.hits += matched(left, right, 1.0 if kind == "exact" else 0.5)
            tally.gold += len(left)
            tally.system += len(right)
        count_whole(text, gold, system, (whole, indirect))
        if misses:
            misses -= _show(text, gold, system, misses)
    for name, tally in tallies.items():
        print(f"{name:16} {tally.row()}")
    print(f"{'attribution':16} {whole.row()}")
    print(f"{'indirect':16} {indirect.row()}")


def _same(gold: Labelled, system: Labelled) -> bool:
    source = dice(gold.source, system.source) >= 0.5 or not (gold.source or system.source)
    return source and dice(gold.content, system.content) >= 0.5


def count_whole(
    text: str, gold: list[Labelled], system: list[Labelled], tallies: tuple[Tally, Tally]
) -> None:
    whole, indirect = tallies
    for tally in tallies:
        wanted = gold if tally is whole else [g for g in gold if not _quoted(text, g)]
        pairs = sorted(
            (-dice(g.content, s.content), i, j)
            for i, g in enumerate(wanted)
            for j, s in enumerate(system)
            if _same(g, s)
        )
        tally.hits += _taken(pairs)
        tally.gold += len(wanted)
        tally.system += len(system)
    indirect.system = 0


def _quoted(text: str, item: Labelled) -> bool:
    if not item.content:
        return False
    first, last = min(item.content), max(item.content)
    around = text[max(0, first - 2) : last + 3]
    return any(mark in around for mark in _QUOTES)


def _show(text: str, gold: list[Labelled], system: list[Labelled], most: int) -> int:
    def words(item: Labelled) -> str:
        parts = (item.source, item.cue, item.content)
        return " | ".join(text[min(p) : max(p) + 1].replace("\n", " ") if p else "-" for p in parts)

    missed = [g for g in gold if not any(_same(g, s) for s in system)]
    extra = [s for s in system if not any(_same(g, s) for g in gold)]
    lines = [f"MISS  {words(g)}" for g in missed] + [f"EXTRA {words(s)}" for s in extra]
    for line in lines[:most]:
        print(line)
    return len(lines[:most])


def quotations(quotes: Path, articles: Path, reader: Reader) -> None:
    """Check the speaker of each listed quotation; compares the last word of the names."""
    wanted = json.loads(quotes.read_text("utf-8"))
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        texts = {item["id"]: item["text"] for item in map(json.loads, lines)}
    right = 0
    for row in wanted:
        found = reader.attributions(texts[row["id"]])
        holding = [
            a
            for a in found
            if any(s.start < row["end"] and row["start"] < s.end for s in a.content)
            and a.parent is None
        ]
        names = [a.speaker or "-" for a in holding]
        good = any(_family(name) == _family(row["speaker"]) for name in names)
        right += good
        if not good:
            print(row["id"], row["start"], "wanted:", row["speaker"], "found:", names)
    print(f"speakers right: {right}/{len(wanted)} = {right / len(wanted):.3f}")


def _family(name: str) -> str:
    """Return the last word of a name without accents, for comparison; of a ministry all of it."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("defence", "defense"))
    words = [
        w for w in re.findall(r"[a-z]+", "".join(c for c in plain if c.isascii())) if w != "of"
    ]
    if "ministry" in words:
        return " ".join(sorted(words))
    return words[-1].replace("y", "i")[:8] if words else ""


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--quotes", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--selected", action="store_true", help="parse what the extractor would")
    options = parser.parse_args(arguments)
    reader = Reader(selected=options.selected)
    if options.polnear:
        with unpacked(options.polnear) as folder:
            polnear(folder, options.limit, options.misses, reader)
    if options.quotes and options.articles:
        quotations(options.quotes, options.articles, reader)


if __name__ == "__main__":
    main(sys.argv[1:])
