"""The area that a map source gives to a party on each day of May 2025, against published figures.

    python -m bench.control

DeepState's own figures (docs/trackers.md names the articles): 114,493 km2 on 17 August 2025; growth
of 464 km2 in August, which was 18 % less than in July, of 556 km2 in June and of 449 km2 in May.
"""

import time
from datetime import date
from pathlib import Path

from bench.data import require
from sitrep.sources.reference import read_reference
from sitrep.trackers.control_area import area_changes, area_days

MAPPING = Path(__file__).parents[1] / "examples/reference/deepstate.yaml"
AUGUST_17, AUGUST, JUNE, MAY = 114_493, 464, 556, 449
JULY = AUGUST / (1 - 0.18)
MAY_ENDED = round(AUGUST_17 - AUGUST * 17 / 31 - JULY - JUNE)
PUBLISHED = {date(2025, 5, 1): MAY_ENDED - MAY, date(2025, 5, 31): MAY_ENDED}


def main() -> None:
    data = require("control/deepstate-2025-05.tar.gz")
    begun = time.perf_counter()
    reference, issues = read_reference(f"{MAPPING}={data}", parties=("russia", "ukraine"))
    days = area_days(reference.layers)
    changes = area_changes(reference.layers)
    seconds = time.perf_counter() - begun
    print("day          km2        day    week   gained  lost")
    for day in days:
        change, week = (_signed(value) for value in (day.change, day.week))
        parts = f"{day.gained or 0:7.1f} {day.lost or 0:5.1f}"
        print(f"{day.day} {day.km2:11,.1f} {change} {week} {parts}")
    print(f"{len(days)} maps, {len(issues)} issues, {len(changes)} changes: {seconds:.1f} s")
    for when, published in PUBLISHED.items():
        found = next(one.km2 for one in days if one.day == when)
        error = found / published - 1
        print(f"{when}: {found:,.0f} km2, published {published:,} km2, off by {error:+.3%}")
    grown = days[-1].km2 - days[0].km2
    print(f"growth 1 to 31 May: {grown:.0f} km2; published for the month: {MAY} km2")


def _signed(value: float | None) -> str:
    return "      –" if value is None else f"{value:+7.1f}"


if __name__ == "__main__":
    main()
