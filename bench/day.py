"""The main job on the development day: time, memory, sameness, citations and nuggets.

    python -m bench.day [--keep FOLDER]

Runs the command as a user does: a cold brief for two theatres, a second one from the store, the
verification of both, and the share of the day's nuggets.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.data import DAY, day_articles, require
from bench.nuggets import article_ids, covered

SITREP = (sys.executable, "-m", "sitrep.app.cli")


def timed(*arguments: str | Path) -> float:
    """Run `sitrep` and return the seconds it took from starting Python; exits when it fails."""
    begun = time.perf_counter()
    done = subprocess.run([*SITREP, *map(str, arguments)], check=False, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - begun


def nuggets(brief: Path) -> None:
    read = json.loads(brief.read_text("utf-8"))
    ids = article_ids(read, day_articles())
    wanted = json.loads(require("news/nuggets-2025-05-21.json").read_text("utf-8"))
    for grade in ("vital", "okay"):
        of_grade = [nugget for nugget in wanted if nugget["importance"] == grade]
        found = sum(1 for nugget in of_grade if covered(nugget, read, ids))
        print(f"{grade} nuggets: {found} of {len(of_grade)} = {found / len(of_grade):.3f}")


def length(brief: Path) -> int:
    """Return the words of the brief's prose."""
    read = json.loads(brief.read_text("utf-8"))
    parts = [
        *read["key_points"],
        *(s for p in read["lead"] + read["analysis"] for s in p["sentences"]),
    ]
    return sum(len(part["text"].split()) for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="folder for the briefs")
    options = parser.parse_args()
    day = require(DAY)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        store = Path(temporary) / "store.sqlite"
        ukraine, again, gaza = (folder / f"{name}.json" for name in ("ukraine", "again", "gaza"))
        print(f"cold brief: {timed('brief', day, '--store', store, '-o', ukraine):.1f} s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process: {peak:.0f} MiB")
        print(f"second brief: {timed('brief', day, '--store', store, '-o', again):.1f} s")
        print(f"same bytes: {ukraine.read_bytes() == again.read_bytes()}")
        print(
            f"gaza brief: {timed('brief', '--theatre', 'gaza', '--store', store, '-o', gaza):.1f} s"
        )
        for brief in (ukraine, gaza):
            timed("verify", brief, "--store", store)
            print(f"{brief.stem}: every citation and gate holds; {length(brief)} words of prose")
        nuggets(ukraine)


if __name__ == "__main__":
    main()
