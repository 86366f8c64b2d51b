"""What SQLite says differently from other databases; the shelves speak plain SQL besides this.

Portable as it stands: `INSERT … ON CONFLICT DO NOTHING`, `LIMIT`, row values, text comparison of
times written by `timestamp`.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from sitrep.store.protocol import Kind

MEMBER = "IN (SELECT value FROM json_each(?))"
"""Membership in a list bound as one parameter by `members`, of any length."""

KNOWN = "coalesce(known_at, modified_at, published_at)"
"""When an article came to be known, as `View` tells it."""

NEWEST: Mapping[Kind, str] = MappingProxyType(
    {
        "document": "SELECT id, record FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        "article": "SELECT id, record FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        "claim": "SELECT id, record, max(extraction) FROM claims WHERE id >= ? AND id < ?"
        " GROUP BY id ORDER BY id LIMIT ?",
        "origin": "SELECT id, record, max(rowid) FROM lineage_parts WHERE id >= ? AND id < ?"
        " AND kind = 'origin' GROUP BY id ORDER BY id LIMIT ?",
        "story": "SELECT id, record, max(rowid) FROM lineage_parts WHERE id >= ? AND id < ?"
        " AND kind = 'story' GROUP BY id ORDER BY id LIMIT ?",
        "finding": "SELECT id, record, max(rowid) FROM findings WHERE id >= ? AND id < ?"
        " GROUP BY id ORDER BY id LIMIT ?",
        "brief": "SELECT id, record FROM briefs WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        "run": "SELECT id, record FROM runs WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
    }
)
"""Ids in [?, ?) with their records, at most ? of them; of what was derived more than once, the one
added last (SQLite takes the other columns from the row of the max)."""


def insert(table: str, columns: Sequence[str]) -> str:
    """Return the statement that adds a row unless its key is there already."""
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 - names are ours, values are bound


def members(values: Collection[str]) -> str:
    """Return `values` as the parameter of `MEMBER`."""
    return json.dumps(sorted(values))


def timestamp(moment: datetime | None) -> str | None:
    """Return a moment as UTC text of fixed width, so that text order is time order."""
    if moment is None:
        return None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def moment(written: str) -> datetime:
    """Return the moment that `timestamp` wrote."""
    return datetime.fromisoformat(written)


def after_prefix(prefix: str) -> str:
    """Return the least text that is greater than every id starting with `prefix`; ids are ASCII."""
    return prefix + "\x7f"
