"""A published series of attacks, day by day: totals, 7-day means, interception, records."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from sitrep.model.base import Record
from sitrep.model.reference import StrikeRecord

_WEEK = 7
_GAP = timedelta(days=3)
"""A table that has no row for longer than this has no data then: it is no time without attacks."""
_Z95 = 1.959963984540054
"""The 97.5th percentile of the normal distribution: intervals are of 95 %."""


class StrikeDay(Record, frozen=True, kw_only=True):
    """What was launched, intercepted and lost in the windows that end on one day (UTC).

    `mean` is the mean of launched over the seven days to this one, None where the table does not
    cover all of them. `rate` is intercepted of launched, 0 to 1, with its Wilson 95 % interval,
    None without a launch. `stopped_rate` counts lost too.
    """

    day: date
    launched: int
    intercepted: int
    lost: int
    mean: float | None = None
    rate: float | None = None
    rate_low: float | None = None
    rate_high: float | None = None
    stopped_rate: float | None = None


class StrikeRecordDay(Record, frozen=True, kw_only=True):
    """How a day's launched compare with all days before it that the table covers.

    `since` is the last day with as many or more, None where there was none since `first`, the
    first covered day; `gaps` are covered days apart by more than three days, as (last, next).
    """

    day: date
    launched: int
    since: date | None
    first: date
    gaps: tuple[tuple[date, date], ...]


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % score interval of a proportion (Wilson 1927, JASA 22:209-212).

    Raises ValueError unless 0 ≤ successes ≤ trials and trials > 0.
    """
    if trials <= 0 or not 0 <= successes <= trials:
        raise ValueError(f"{successes} of {trials} is no proportion")
    share, square = successes / trials, _Z95**2
    middle = (share + square / (2 * trials)) / (1 + square / trials)
    half = (
        _Z95
        / (1 + square / trials)
        * math.sqrt(share * (1 - share) / trials + square / (4 * trials**2))
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def strike_days(
    records: Iterable[StrikeRecord],
    *,
    target: str,
    weapons: Sequence[str],
    until: date | None = None,
) -> tuple[StrikeDay, ...]:
    """Return a day for each that the table covers, with the fire of `weapons` at `target`.

    A window belongs to the day on which it ends. Days within three days of a row are covered: where
    they have no row, nothing was launched; longer stretches without a row are left out. Windows
    that end after `until` are not yet known.
    """
    rows = [row for row in records if row.target == target and _day(row) <= (until or date.max)]
    covered = _covered(sorted({_day(row) for row in rows}))
    sums: dict[date, list[int]] = {day: [0, 0, 0] for day in covered}
    for row in rows:
        if row.weapon in weapons:
            total = sums[_day(row)]
            total[0] += row.launched or 0
            total[1] += row.intercepted or 0
            total[2] += row.lost or 0
    launched = {day: total[0] for day, total in sums.items()}
    return tuple(_strike_day(day, sums[day], launched) for day in covered)


def record_day(days: Sequence[StrikeDay], day: date) -> StrikeRecordDay | None:
    """Return how large `day` is against those before it; None where the table lacks it."""
    found = next((one for one in days if one.day == day), None)
    if found is None:
        return None
    before = [one for one in days if one.day < day]
    as_large = [one.day for one in before if one.launched >= found.launched]
    known = [*(one.day for one in before), day]
    gaps = tuple(
        (left, right) for left, right in pairwise(known) if right - left > timedelta(days=1)
    )
    return StrikeRecordDay(
        day=day, launched=found.launched, since=max(as_large, default=None), first=known[0],
        gaps=gaps,
    )  # fmt: skip


def _day(row: StrikeRecord) -> date:
    return (row.end - timedelta(microseconds=1) if row.end > row.start else row.end).date()


def _covered(days: Sequence[date]) -> list[date]:
    """Return the days of the table with those between, where the gap is short."""
    found: list[date] = []
    for day in days:
        if found and day - found[-1] <= _GAP:
            found += [found[-1] + timedelta(days=n) for n in range(1, (day - found[-1]).days)]
        found.append(day)
    return found


def _strike_day(day: date, total: Sequence[int], launched: dict[date, int]) -> StrikeDay:
    fired, intercepted, lost = total
    week = [launched.get(day - timedelta(days=back)) for back in range(_WEEK)]
    known = [number for number in week if number is not None]
    mean = sum(known) / _WEEK if len(known) == _WEEK else None
    if fired == 0 or intercepted > fired:
        return StrikeDay(day=day, launched=fired, intercepted=intercepted, lost=lost, mean=mean)
    low, high = wilson(intercepted, fired)
    return StrikeDay(
        day=day,
        launched=fired,
        intercepted=intercepted,
        lost=lost,
        mean=mean,
        rate=intercepted / fired,
        rate_low=low,
        rate_high=high,
        stopped_rate=min(1.0, (intercepted + lost) / fired),
    )
