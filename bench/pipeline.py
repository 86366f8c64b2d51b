"""Measures the pipeline from reports to findings: documents a second by stage, time, memory.

    python bench/pipeline.py [REPORTS...] [--theatre ukraine] [--workers N] [--inline]

Every run is a process of its own, so that what is timed begins with starting Python: first into an
empty store (cold), then once more from that store (again).
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DEFAULT_INPUT = Path(__file__).parents[2] / "shared" / "data" / "news" / "2025-05-21.jsonl.gz"
COLD_LIMIT_S = 45.0
AGAIN_LIMIT_S = 3.0
MEMORY_LIMIT_MB = 2048


class Clock:
    """Adds up the time to each stage's word of progress since the word before."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.documents: dict[str, int] = {}
        self._last = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note of how far `stage` is."""
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self.documents[stage] = max(done, total or 0)
        self._last = now


def run_once(options: argparse.Namespace) -> None:
    """Ingest and analyse; print what was measured as JSON."""
    # Imported here so that the parent stays small and the child's imports are timed.
    from sitrep.engine.pipeline import analyse, ingest  # noqa: PLC0415
    from sitrep.language.engines import Engines  # noqa: PLC0415
    from sitrep.settings import Settings  # noqa: PLC0415
    from sitrep.store.sqlite import open_sqlite  # noqa: PLC0415
    from sitrep.vocabulary.load import load, theatre  # noqa: PLC0415

    clock = Clock()
    settings = Settings(
        store=Path(options.store),
        executor="inline" if options.inline else "processes",
        workers=options.workers,
    )
    vocabulary = load()
    with open_sqlite(settings.store) as store:
        ingest(
            options.reports, store=store, settings=settings, vocabulary=vocabulary, progress=clock
        )
        analysis = analyse(
            store=store,
            settings=settings,
            theatre=theatre(vocabulary, options.theatre),
            vocabulary=vocabulary,
            engines=Engines(),
            progress=clock,
        )
    measured = {
        "seconds": clock.seconds,
        "documents": clock.documents,
        "counts": dict(analysis.counts),
        "main_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "worker_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }
    print(json.dumps(measured))


def timed(arguments: Sequence[str], store: Path) -> dict[str, Any]:
    """Run this file once more as a child; return what it measured with its wall time."""
    start = time.perf_counter()
    child = subprocess.run(
        [sys.executable, __file__, *arguments, "--store", str(store)],
        check=True,
        capture_output=True,
        text=True,
    )
    wall = time.perf_counter() - start
    return {**json.loads(child.stdout.splitlines()[-1]), "wall": wall}


def report(name: str, measured: dict[str, Any], limit: float, workers: int) -> None:
    """Print one run as a table."""
    print(f"\n{name}: {measured['wall']:.1f} s from starting Python (limit {limit:g} s)")
    print(f"{'stage':<10} {'documents':>9} {'seconds':>8} {'a second':>9}")
    for stage, seconds in measured["seconds"].items():
        documents = measured["documents"][stage]
        print(f"{stage:<10} {documents:>9} {seconds:>8.2f} {documents / seconds:>9.0f}")
    together = measured["main_mb"] + workers * measured["worker_mb"]
    print(
        f"peak memory: {measured['main_mb']:.0f} MB here, {measured['worker_mb']:.0f} MB in the"
        f" largest worker, at most {together:.0f} MB together (limit {MEMORY_LIMIT_MB} MB)"
    )
    print(", ".join(f"{count} {what}" for what, count in measured["counts"].items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="*", default=[str(DEFAULT_INPUT)])
    parser.add_argument("--theatre", default="ukraine")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--inline", action="store_true")
    parser.add_argument("--store", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.store:
        run_once(options)
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        report("cold", timed(sys.argv[1:], store), COLD_LIMIT_S, options.workers)
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 2**20
        report("again", timed(sys.argv[1:], store), AGAIN_LIMIT_S, options.workers)
        print(f"store: {size:.0f} MB")


if __name__ == "__main__":
    main()
