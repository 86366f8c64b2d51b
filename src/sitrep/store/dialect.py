"""What SQLite says differently from other databases; the shelves speak plain SQL besides this.

Portable as it stands: `INSERT … ON CONFLICT DO NOTHING`, `LIMIT`, row values, text comparison of
times written by `timestamp`.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType

from sitrep.store.protocol import Kind

MEMBER = "IN (SELECT value FROM json_each(?))"
"""Membership in a list bound as one parameter by `members`, of any length."""

KNOWN = "coalesce(known_at, modified_at, published_at)"
"""When an article came to be known, as `View` tells it."""

SEARCH_ARTICLES = """
SELECT a.id, a.id, a.record, -bm25(article_words, 4.0, 1.0) AS score
FROM article_words JOIN articles AS a ON a.number = article_words.rowid
WHERE article_words MATCH ? AND a.usable = 1
    AND (? IS NULL OR coalesce(a.known_at, a.modified_at, a.published_at) <= ?)
    AND (? IS NULL OR a.published_at <= ?)
ORDER BY score DESC, a.id LIMIT ?
"""
"""A word of the title weighs four times one of the text."""

SEARCH_EVIDENCE = """
SELECT e.claim_id, e.article_id, a.record,
    (SELECT c.record FROM claims AS c WHERE c.id = e.claim_id ORDER BY c.extraction DESC LIMIT 1),
    -bm25(evidence_words) AS score
FROM evidence_words JOIN evidence AS e ON e.number = evidence_words.rowid
JOIN articles AS a ON a.id = e.article_id
WHERE evidence_words MATCH ?
    AND (? IS NULL OR coalesce(a.known_at, a.modified_at, a.published_at) <= ?)
    AND (? IS NULL OR a.published_at <= ?)
ORDER BY score DESC, e.claim_id LIMIT ?
"""

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

_QUERY_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")


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


def match(query: str) -> str | None:
    """Return an FTS5 expression for all words and "quoted phrases" of `query`, None if it has none.

    Every word is quoted, so that nothing a person types is read as an operator.
    """
    parts = [phrase or word for phrase, word in _QUERY_PART.findall(query)]
    quoted = ['"' + part.replace('"', " ") + '"' for part in parts if _WORD.search(part)]
    return " AND ".join(quoted) or None


def after_prefix(prefix: str) -> str:
    """Return the least text that is greater than every id starting with `prefix`; ids are ASCII."""
    return prefix + "\x7f"
