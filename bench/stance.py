"""Scores stance and hedge on the sentences of our own in `tests/data/extract/stance.jsonl`.

python -m bench.stance [--misses N]

Each record names one reporting word. The attribution whose cue overlaps it must have the record's
stance and hedge; where there is no such attribution both are wrong. The records marked `held_out`
were not looked at while the words were tuned: `--misses` never prints them.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.events import Reader
from sitrep.model.extraction import Attribution

CASES = Path(__file__).parents[1] / "tests/data/extract/stance.jsonl"


def at_cue(found: Sequence[Attribution], text: str, cue: str) -> Attribution | None:
    """Return the attribution whose cue overlaps the first `cue` in `text`, the nearest one."""
    start = text.index(cue)
    over = [
        one
        for one in found
        if one.cue is not None and one.cue.start < start + len(cue) and start < one.cue.end
    ]
    return min(over, key=lambda one: abs(one.cue.start - start) if one.cue else 0, default=None)


def score(reader: Reader, cases: Sequence[dict[str, Any]], misses: int) -> str:
    """Return the shares of cases whose cue was found, whose stance and whose hedge are right."""
    found = stances = hedges = 0
    for case in cases:
        one = at_cue(reader.attributions(case["text"]), case["text"], case["cue"])
        found += one is not None
        stances += one is not None and one.stance == case["stance"]
        hedges += one is not None and one.hedge == case["hedge"]
        have = (one.stance, one.hedge) if one is not None else None
        if have != (case["stance"], case["hedge"]) and misses > 0:
            misses -= 1
            print(f"{case['stance']}/{case['hedge']} not {have} [{case['cue']}] {case['text']}")
    shares = [f"{count / len(cases):.3f}" for count in (found, stances, hedges)]
    return "cue found {}  stance {}  hedge {}  n {}".format(*shares, len(cases))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args(arguments)
    reader = Reader()
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    held = [case for case in cases if case["held_out"]]
    tuned = [case for case in cases if not case["held_out"]]
    print("tuned   ", score(reader, tuned, options.misses))
    print("held out", score(reader, held, 0))
    print("all     ", score(reader, cases, 0))


if __name__ == "__main__":
    main(sys.argv[1:])
