"""Recall of the timeline against the editors' daily event lists of 20 and 21 May 2025.

Of the items that the day's articles report at all (bench/timeline_gold.yaml, decided by reading),
the share for which the timeline has an entry of the right day, actors and place from a report of
the item. An entry dated by its report alone, or told of a day beside, does not count. The matched
entries are printed to be read.

    python -m bench.timeline [--store FILE]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from bench.data import DAY, day_articles, require

GOLD = Path(__file__).with_name("timeline_gold.yaml")
SITREP = (sys.executable, "-m", "sitrep.app.cli")
WINDOW = ("--since", "2025-05-19T22:00Z", "--until", "2025-05-22")


def ran(*arguments: str | Path) -> str:
    """Return what `sitrep` prints; exits when it fails."""
    done = subprocess.run([*SITREP, *map(str, arguments)], check=False, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


def entries(theatre: str, store: Path) -> list[dict[str, Any]]:
    """Return the timeline of a theatre."""
    out = ran("timeline", "--theatre", theatre, *WINDOW, "--store", store, "--format", "json")
    return [json.loads(line) for line in out.splitlines() if line]


def numbers(store: Path) -> dict[str, int]:
    """Return the data set's number of each article of the store, by its id."""
    known = {(r["link"], r["title"]): r["id"] for r in day_articles()}
    out = ran("articles", "--store", store, "--json", "--limit", "100000")
    return {
        a["id"]: known.get((a.get("url"), a["title"]), -1)
        for a in map(json.loads, out.splitlines())
    }


def matches(entry: dict[str, Any], item: dict[str, Any], ids: dict[str, int]) -> bool:
    """Tell whether an entry is the item: day, actors, place, matter and a report of it."""
    day, words = str(item["day"]), " ".join((entry["text"], entry["words"], *entry["more"]))
    named = set(entry["actors"]) | set(entry["said_by"])
    where = f"{entry.get('place') or ''} {words}"
    return (
        entry["day"] <= day <= entry["last"]
        and bool(named & set(item["actors"]))
        and (not item["places"] or any(place in where for place in item["places"]))
        and any(about in words.lower() for about in item["about"])
        and bool({ids.get(one) for one in entry["articles"]} & set(item["articles"]))
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, help="a store that holds the day already")
    options = parser.parse_args()
    items = [i for i in yaml.safe_load(GOLD.read_text("utf-8")) if i["articles"]]
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "store.sqlite"
        if options.store is None:
            ran("ingest", require(DAY), "--store", store)
        told = {name: entries(name, store) for name in sorted({i["theatre"] for i in items})}
        ids = numbers(store)
    held = 0
    for item in items:
        found = [e for e in told[item["theatre"]] if matches(e, item, ids)]
        held += bool(found)
        print(f"{'held' if found else 'MISSED'} {item['id']}")
        for entry in sorted(found, key=lambda e: -e["weight"])[:3]:
            print(f"    {entry['day']} {entry['dated_by']} {entry['kind']}: {entry['words'][:150]}")
            print(f"      {', '.join(entry['actors'][:6])} | {entry.get('place')}")
    sizes = ", ".join(f"{len(some)} entries on {name}" for name, some in told.items())
    print(f"{sizes}\nitems held: {held} of {len(items)} = {held / len(items):.3f}")


if __name__ == "__main__":
    main()
