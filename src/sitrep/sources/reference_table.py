"""Tables of attacks (CSV) to strike records, by a mapping; each bad row is one issue."""

import csv
import io
import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sitrep.model.issues import Issue
from sitrep.model.reference import StrikeRecord
from sitrep.sources.problems import BadInput, issue, subject
from sitrep.sources.reference_mapping import Columns, Mapping

_MOST = 100_000
"""A larger count is a typing error: the largest attack published so far had fewer than 1,000."""
_SHORT_HOUR = re.compile(r"[ T](?=\d:)")
"""Before an hour of one digit, which tables write and ISO 8601 does not."""
_COUNTS = ("launched", "intercepted", "lost", "hit")
_REGION = re.compile(r"'([^']+)'|\"([^\"]+)\"")


def read_table(
    text: str, *, mapping: Mapping, path: str, parties: Collection[str]
) -> Iterator[StrikeRecord | Issue]:
    """Yield a record for each usable row of a CSV table, an issue for each that is not.

    `parties` are the ids that attackers and targets may have. Raises `BadInput` for a table that
    cannot be used at all: a column that is missing, a time zone that does not exist.
    """
    columns = mapping.columns
    if columns is None:
        raise BadInput("bad-mapping", f"{mapping.id}: the mapping names no columns")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    _require(columns, rows.fieldnames or (), mapping.id)
    reader = _Rows(mapping, columns, _zone(mapping.timezone), frozenset(parties))
    for row in rows:
        where = subject(path, rows.line_num)
        try:
            yield reader.record(row, rows.line_num)
        except BadInput as problem:
            yield issue(where, problem.code, problem.reason)


def _require(columns: Columns, found: Collection[str], mapping: str) -> None:
    wanted = [getattr(columns, name) for name in columns.__struct_fields__]
    missing = [name for name in wanted if name is not None and name not in found]
    if missing:
        raise BadInput(
            "missing-column",
            f"no column {', '.join(map(repr, missing))}, which the mapping {mapping} names; the"
            f" table has {', '.join(found) or 'none'}",
        )


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as fault:
        raise BadInput("unknown-timezone", f"{name!r} is no time zone of the IANA list") from fault


class _Rows:
    """Reads rows of one table."""

    def __init__(
        self, mapping: Mapping, columns: Columns, zone: tzinfo, parties: frozenset[str]
    ) -> None:
        self._mapping, self._columns, self._zone = mapping, columns, zone
        self._parties = parties

    def record(self, row: dict[str, str | None], line: int) -> StrikeRecord:
        columns = self._columns
        written = self._cell(row, columns.weapon)
        weapon = self._mapping.weapon(written)
        if weapon is None:
            raise BadInput("unknown-weapon", f"{columns.weapon}: {written!r} is not in the mapping")
        start = self._moment(row, columns.start)
        end = self._end(row, start)
        counts = {name: self._count(row, getattr(columns, name)) for name in _COUNTS}
        self._check(counts)
        return StrikeRecord(
            start=start,
            end=end,
            weapon=weapon,
            written=written,
            attacker=self._party(row, columns.attacker, self._mapping.attacker),
            target=self._party(row, columns.target, self._mapping.target),
            regions=self._regions(row),
            cite=self._cell(row, columns.cite),
            row=line,
            **counts,
        )

    def _cell(self, row: dict[str, str | None], column: str | None) -> str:
        return (row.get(column) or "").strip() if column else ""

    def _moment(self, row: dict[str, str | None], column: str) -> datetime:
        text = self._cell(row, column)
        try:
            found = datetime.fromisoformat(_SHORT_HOUR.sub("T0", text))
        except ValueError as fault:
            raise BadInput("bad-time", f"{column}: {text!r} is no ISO time") from fault
        return (found if found.tzinfo else found.replace(tzinfo=self._zone)).astimezone(UTC)

    def _end(self, row: dict[str, str | None], start: datetime) -> datetime:
        """Return the end of the window; a bare day ends with the day."""
        end = self._moment(row, self._columns.end)
        if len(self._cell(row, self._columns.end)) == len("2025-05-21"):
            end += timedelta(days=1)
        if end < start:
            raise BadInput("bad-window", f"{self._columns.end}: the window ends before it begins")
        return end

    def _count(self, row: dict[str, str | None], column: str | None) -> int | None:
        text = self._cell(row, column)
        if not text:
            return None
        try:
            value = float(text)
        except ValueError as fault:
            raise BadInput("bad-count", f"{column}: {text!r} is no number") from fault
        if not 0 <= value <= _MOST or value != int(value):
            raise BadInput("bad-count", f"{column}: {text} is no count of weapons")
        return int(value)

    def _check(self, counts: dict[str, int | None]) -> None:
        launched = counts["launched"]
        stopped = (counts["intercepted"] or 0) + (counts["lost"] or 0)
        if launched is not None and stopped > launched:
            raise BadInput(
                "impossible-count",
                f"{self._columns.intercepted} and {self._columns.lost} make {stopped} of {launched}"
                f" {self._columns.launched}",
            )

    def _party(self, row: dict[str, str | None], column: str | None, fixed: str | None) -> str:
        found = (self._cell(row, column) if column else "") or fixed or ""
        if found not in self._parties:
            known = ", ".join(sorted(self._parties))
            raise BadInput(
                "unknown-party",
                f"{column or 'mapping'}: {found!r} is no party of the theatre ({known})",
            )
        return found

    def _regions(self, row: dict[str, str | None]) -> tuple[str, ...]:
        text = self._cell(row, self._columns.regions)
        quoted = [one or other for one, other in _REGION.findall(text)]
        return tuple(quoted or [part.strip() for part in text.split(";") if part.strip()])
