"""Time and memory of lineage, stories and ledger as the corpus grows.

    python -m bench.scale [--sizes 1000,3000,10000,30000] [--held N] [--every N] [--svg FILE]

The corpus is made from the development day (`bench.grown`), 2,000 articles a day. Each size runs in
a process of its own. `lineage` is everything but the encoder: scans, copies, features, stories of a
window, origins; `stories` takes the same articles one by one into a story book; `ledger` reads the
claims that came along with the sentences. Vectors are made with the articles: encoding costs the
same for each article, and its rate is printed on a line of its own. Times are of the processor.
With --held a longer corpus is read in windows of so many articles, as a daily run does; memory then
no longer grows with the corpus.
"""

import argparse
import gc
import json
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.grown import Made, Maker, Source, source
from bench.scale_plot import plot
from bench.stories import read_articles
from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.language.threads import one_thread
from sitrep.ledger.build import build
from sitrep.lineage.storybook import assigned
from sitrep.lineage.trace import drawn, read
from sitrep.vocabulary.load import load, theatre

SIZES = "1000,3000,10000,30000"
STAGES = ("lineage", "stories", "ledger")


class Vectors:
    """The encoder's place: hands out the vectors that articles were made with, by their titles."""

    def __init__(self, made: Sequence[Made]) -> None:
        self._by_title: dict[str, NDArray[np.float32]] = {}
        for one in made:
            self._by_title[one.article.title] = one.meaning

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row for each text."""
        return np.stack([self._by_title[text.partition(". ")[0]] for text in texts])


def material(every: int) -> list[Source]:
    """Return one of `every` real articles, read and encoded; print the rate of the encoder."""
    vocabulary, engines = load(), Engines()
    extractor = Extractor(engines, vocabulary)
    articles = read_articles(vocabulary)[::every]
    claims = [extractor.run(article)[1] for article in articles]
    texts = [f"{one.title}. {one.text[:240]}" for one in articles]
    begun = time.process_time()
    rows = engines.encoder.encode(texts)
    rate = len(texts) / (time.process_time() - begun)
    print(f"encoder: {rate:.0f} articles a processor second, whatever the size")
    return [source(*one) for one in zip(articles, claims, rows, strict=True)]


def measure(made: Iterator[Made], size: int, held: int) -> dict[str, Any]:
    """Return by stage the processor seconds and the memory in MiB, and what was counted."""
    vocabulary = load()
    war = theatre(vocabulary, "ukraine")
    clock, counts = Clock(), dict.fromkeys(("claims", "links", "stories", "findings"), 0)
    for begun in range(0, size, held):
        window = list(islice(made, min(held, size - begun)))
        articles, vectors = [one.article for one in window], Vectors(window)
        claims = [claim for one in window for claim in one.claims if war.id in claim.theatres]
        del window
        with clock.stage("lineage"):
            reading = read(articles, vocabulary, vectors)
            lineage = drawn(reading, vocabulary)
        with clock.stage("stories"):
            stories = assigned(reading.reports())
        del reading, vectors
        with clock.stage("ledger"):
            found = build(
                claims,
                articles={one.id: one for one in articles},
                lineage=lineage,
                theatre=war,
                vocabulary=vocabulary,
            )
        for name, many in zip(counts, (claims, lineage.links, stories, found), strict=True):
            counts[name] += len(many)
    return {"size": size, **clock.spent, "memory": clock.memory, "counts": counts}


class Clock:
    """Adds up by stage the processor seconds, and keeps the most memory that it added, in MiB."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        self.memory = dict.fromkeys(STAGES, 0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5", "ascii")  # the peak begins anew (Linux)
        before, begun = _status("VmRSS"), time.process_time()
        with one_thread():
            yield
        self.spent[name] += time.process_time() - begun
        self.memory[name] = max(self.memory[name], _status("VmHWM") - before)


def _status(field: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) // 1024


def slope(sizes: Sequence[int], values: Sequence[float]) -> float:
    """Return the slope of log value over log size, by least squares."""
    return float(np.polyfit(np.log(sizes), np.log(values), 1)[0])


def one_size(folder: Path, size: int, held: int) -> dict[str, Any]:
    """Return what a process of its own measures."""
    command = [sys.executable, "-m", "bench.scale", "--one", str(size), "--held", str(held)]
    done = subprocess.run(
        [*command, "--material", str(folder)], check=True, capture_output=True, text=True
    )
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--held", type=int, default=1_000_000)
    parser.add_argument("--every", type=int, default=1, help="one of so many real articles")
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--material", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        with options.material.open("rb") as opened:
            sources = pickle.load(opened)  # noqa: S301 - our own parent wrote it
        print(json.dumps(measure(Maker(sources).made(options.one), options.one, options.held)))
        return
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path = options.material or Path(folder) / "sources"
        if not path.exists():
            path.write_bytes(pickle.dumps(material(options.every)))
        for size in (int(size) for size in options.sizes.split(",")):
            rows.append(one_size(path, size, options.held))
            print(line(rows[-1]), flush=True)
    if len(rows) > 1:
        report(rows, options.svg)


def report(rows: Sequence[dict[str, Any]], svg: Path | None) -> None:
    """Print the slopes, and draw the times where a file is given."""
    sizes, slopes = [row["size"] for row in rows], {}
    for stage in STAGES:
        slopes[stage] = slope(sizes, [row[stage] for row in rows])
        of_memory = slope(sizes, [max(1, row["memory"][stage]) for row in rows])
        print(f"{stage} slope: {slopes[stage]:.2f} of time, {of_memory:.2f} of memory")
    if svg is not None:
        lines = {stage: [(row["size"], row[stage]) for row in rows] for stage in STAGES}
        svg.write_text(plot(lines, slopes), "utf-8")


def line(row: dict[str, Any]) -> str:
    """Return one size as a line."""
    parts = [f"{one} {row[one]:.1f} s {row['memory'][one]} MiB" for one in STAGES]
    counts = ", ".join(f"{many:,} {name}" for name, many in row["counts"].items())
    return f"{row['size']:>9,}: {'; '.join(parts)} ({counts})"


if __name__ == "__main__":
    main()
