"""Counts of fire drawn from the reports of 21 May 2025 beside the Air Force's own table.

    python -m bench.strikes [--store STORE]

Without a store the day is read first, which takes a minute.
"""

import argparse
import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.data import DAY, require

MAPPING = Path(__file__).parents[1] / "examples/reference/ukraine-air-force.yaml"
SITREP = (sys.executable, "-m", "sitrep.app.cli")


def run(*arguments: str | Path) -> str:
    done = subprocess.run([*SITREP, *map(str, arguments)], check=False, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="a store that holds the day")
    options = parser.parse_args()
    table = require("strikes/ukraine-air-force-attacks.csv")
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store.sqlite"
        if options.store is None:
            run("ingest", require(DAY), "--store", store)
        given = ("--reference", f"{MAPPING}={table}", "--as-of", "2025-05-22")
        text = run("track", "strikes", "--store", store, "--format", "csv", *given)
    rows = list(csv.DictReader(io.StringIO(text)))
    tallies = [row for row in rows if row["key"].startswith("tally") and row["window"]]
    for row in tallies:
        beside = f"  | {row['reference']}: {row['verdict']}" if row["reference"] else ""
        region = f" over {row['region']}" if row["region"] else ""
        print(f"{row['window']}: {row['weapon']} at {row['target'] or '?'}{region}, "
              f"{row['source']}: {row['value']}{beside}")  # fmt: skip
    verdicts = "; ".join(row["verdict"] for row in tallies if row["verdict"]).split("; ")
    known = [verdict for verdict in verdicts if verdict]
    agreeing = sum(verdict.endswith("agrees") for verdict in known)
    print(f"{len(tallies)} tallies of a stated window; {len(known)} counts with a reference, "
          f"{agreeing} agree")  # fmt: skip
    for row in rows:
        if row["key"].startswith("day:drones") and row["window"] >= "2025-05-15":
            print(row["window"], row["launched"], "launched,", row["intercepted"], "shot down,",
                  row["lost"], "lost; rate", row["rate"], row["rate_low"], row["rate_high"],
                  "mean", row["mean_7_days"])  # fmt: skip


if __name__ == "__main__":
    main()
