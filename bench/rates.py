"""Base rates of attacks from a published table: after such a day, how often another in N days.

    python -m bench.rates [--since 2024-09-01] [--until 2025-02-28] [--days 3]

Prints the entries of `rates` in theatres/ukraine.yaml. A class is the days of the table with at
least so many drones launched, that leave N days of the table behind them.
"""

import argparse
from datetime import date, timedelta

from bench.data import require
from bench.strikes import MAPPING
from sitrep.sources.reference import read_reference
from sitrep.trackers.strikes_series import StrikeDay, strike_days

BOUNDS = (25, 50, 75, 100, 150)


def followed(days: dict[date, int], least: int, within: int) -> tuple[int, int]:
    """Return how many days have at least `least`, and how many of them another `within` days."""
    last = max(days)
    cases = [
        day for day, count in days.items()
        if count >= least and day + timedelta(days=within) <= last
    ]  # fmt: skip
    again = [
        day for day in cases
        if any(days.get(day + timedelta(days=n), 0) >= least for n in range(1, within + 1))
    ]  # fmt: skip
    return len(cases), len(again)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--since", type=date.fromisoformat, default=date(2024, 9, 1))
    parser.add_argument("--until", type=date.fromisoformat, default=date(2025, 2, 28))
    parser.add_argument("--days", type=int, default=3)
    options = parser.parse_args()
    table = require("strikes/ukraine-air-force-attacks.csv")
    reference, _ = read_reference(f"{MAPPING}={table}", parties=("russia", "ukraine"))
    series: tuple[StrikeDay, ...] = strike_days(
        reference.strikes, target="ukraine", weapons=("drone",), until=options.until
    )
    days = {one.day: one.launched for one in series if one.day >= options.since}
    print(f"{len(days)} days covered")
    for least in BOUNDS:
        cases, again = followed(days, least, options.days)
        print(
            f"- {{kind: launched, weapon: drone, target: ukraine, at_least: {least}, within_days:"
            f" {options.days}, cases: {cases}, followed: {again}, since: {options.since}, until:"
            f" {options.until}, source: reports of the Ukrainian Air Force}}"
        )


if __name__ == "__main__":
    main()
