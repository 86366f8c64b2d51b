"""Values drawn from reports beside those of a published table, for the same window."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.reference import Reference, StrikeRecord
from sitrep.trackers.strikes_tally import Count, Tally, shared

_INSIDE = 0.8
"""So much of a row's window must lie in the tally's for the row to count in it ..."""
_UNION = 0.5
"""... or so much of both together be common: outlets name the same night by other hours."""

Verdict = Literal["agrees", "differs"]


class Beside(Record, frozen=True, kw_only=True):
    """One count of a tally beside the sum of the table's rows of the same window.

    `rows` are lines of the table; `difference` is reported less reference, None where the report
    gives a bound. Reports agree when the reference lies within what they say.
    """

    tally: Tally
    kind: str
    reported: Count
    reference: int
    source: str
    rows: tuple[int, ...]
    difference: float | None
    verdict: Verdict


def beside(found: Iterable[Tally], references: Sequence[Reference]) -> tuple[Beside, ...]:
    """Return every count of the whole area that a table has rows for, in the order of the tallies.

    Only counts of a stated window and of no single region are comparable. Rows are taken when they
    are of the same weapon and party fired at, and their window is that of the tally or in it.
    """
    return tuple(
        one
        for tally in found
        if tally.start is not None and tally.end is not None and not tally.region
        for reference in references
        for one in _beside(tally, (tally.start, tally.end), reference)
    )


def _beside(
    tally: Tally, window: tuple[datetime, datetime], reference: Reference
) -> Iterable[Beside]:
    rows = [row for row in reference.strikes if _fits(row, tally, window)]
    for kind, count in tally.counts.items():
        numbers = [(row.row, getattr(row, kind)) for row in rows]
        known = [(row, number) for row, number in numbers if number is not None]
        if not known:
            continue
        total = sum(number for _, number in known)
        most = count.most
        agrees = count.least <= total and (most is None or total <= most)
        yield Beside(
            tally=tally,
            kind=kind,
            reported=count,
            reference=total,
            source=reference.name,
            rows=tuple(row for row, _ in known),
            difference=None if count.value is None else count.value - total,
            verdict="agrees" if agrees else "differs",
        )


def _fits(row: StrikeRecord, tally: Tally, window: tuple[datetime, datetime]) -> bool:
    if row.weapon != tally.weapon or row.target != tally.target:
        return False
    length = row.end - row.start
    both = min(row.end, window[1]) - max(row.start, window[0])
    if length <= timedelta(0):
        return window[0] <= row.start < window[1]
    return both / length >= _INSIDE or shared((row.start, row.end), window) >= _UNION
