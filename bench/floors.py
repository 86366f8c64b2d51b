"""Holds the pinned floors: runs each command of floors.yaml and compares its numbers.

    python -m bench.floors [NAME...]

Without the benchmark data there is nothing to hold: it says so and ends with exit code 0.
"""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from bench.data import data_folder
from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class Floor(Record, frozen=True, kw_only=True):
    """A number that a benchmark's output must hold; without bounds its pattern must be found.

    "{data}" in `run` stands for the folder of benchmark data.
    """

    name: str
    run: tuple[str, ...]
    pattern: str
    least: float | None = None
    most: float | None = None


@cache
def output(run: tuple[str, ...]) -> str:
    """Return what the benchmark prints; a failed run is an empty text with a note."""
    given = [argument.replace("{data}", str(data_folder())) for argument in run]
    done = subprocess.run(
        [sys.executable, "-m", *given], capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"{' '.join(run)} failed:\n{done.stdout}{done.stderr}")
        return ""
    return done.stdout


def holds(floor: Floor) -> bool:
    """Return whether the benchmark's number keeps the floor, and print both."""
    found = re.search(floor.pattern, output(floor.run))
    if found is None:
        print(f"FAIL {floor.name}: no number found")
        return False
    if floor.least is None and floor.most is None:
        print(f"ok   {floor.name}")
        return True
    value = float(found[1])
    low, high = (
        floor.least is None or value >= floor.least,
        floor.most is None or value <= floor.most,
    )
    bound = f"at least {floor.least}" if floor.least is not None else f"at most {floor.most}"
    print(f"{'ok  ' if low and high else 'FAIL'} {floor.name}: {value:g} ({bound})")
    return low and high


def main() -> None:
    floors = read_typed(Path(__file__).with_name("floors.yaml"), tuple[Floor, ...])
    wanted = [floor for floor in floors if not sys.argv[1:] or floor.name in sys.argv[1:]]
    if data_folder() is None:
        print("no benchmark data here: floors not held (set SITREP_BENCH_DATA)")
        return
    failed = [floor.name for floor in wanted if not holds(floor)]
    print(f"{len(wanted) - len(failed)} passed, {len(failed)} failed")
    if failed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
