"""Scores events on the sentences of our own in `tests/data/extract/events.jsonl`.

python -m bench.own_events [--misses]

Each event must be found at its trigger word with its type; then actors' and targets' countries
(as sets), polarity and modality are compared. An event that was not found is wrong in all. Records
with even numbers were tuned on; `--misses` prints theirs alone.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.events import Reader
from sitrep.model.extraction import Event

CASES = Path(__file__).parents[1] / "tests/data/extract/events.jsonl"
FIELDS = ("type", "actors", "targets", "polarity", "modality")


def given(found: Sequence[Event], wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what was found of an event at its trigger, empty if nothing."""
    at = [e for e in found if wanted["trigger"] in (e.trigger.quote, e.span.quote.split()[0])]
    one = next((e for e in at if e.type == wanted["type"]), at[0] if at else None)
    if one is None:
        return {}
    return {
        "type": one.type,
        "actors": sorted({p.country for p in one.actors if p.country}),
        "targets": sorted({p.country for p in one.targets if p.country}),
        "polarity": one.polarity,
        "modality": one.modality,
    }


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args(arguments)
    reader = Reader()
    right: dict[str, Counter[str]] = {"even": Counter(), "odd": Counter()}
    for number, line in enumerate(CASES.read_text("utf-8").splitlines()):
        case = json.loads(line)
        found = reader.events(case["text"])
        part = "odd" if number % 2 else "even"
        for wanted in case["events"]:
            have = given(found, wanted)
            wanted["actors"].sort()
            wanted["targets"].sort()
            wrong = [field for field in FIELDS if have.get(field) != wanted[field]]
            right[part].update(field for field in FIELDS if field not in wrong)
            right[part]["n"] += 1
            if wrong and options.misses and part == "even":
                print(wanted["trigger"], {f: (wanted[f], have.get(f)) for f in wrong}, case["text"])
    right["all"] = right["even"] + right["odd"]
    for part, counts in right.items():
        shares = "  ".join(f"{field} {counts[field] / counts['n']:.3f}" for field in FIELDS)
        print(f"{part:5}{shares}  n {counts['n']}")


if __name__ == "__main__":
    main(sys.argv[1:])
