"""The store in one SQLite file: write-ahead log, full-text search."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Self

from sitrep.model.errors import StoreError
from sitrep.store import lookup, search
from sitrep.store.claims import SqlClaims
from sitrep.store.database import BUSY_SECONDS, Database
from sitrep.store.hits import Hit, HitKind, Query
from sitrep.store.migrate import migrate
from sitrep.store.protocol import Found, Store
from sitrep.store.reports import SqlReports
from sitrep.store.reviews import SqlReviews
from sitrep.store.runs import SqlRuns
from sitrep.store.vectors import SqlVectors


def open_sqlite(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Store:
    """Open the store at `path`, creating it and its folder, or bringing an older schema up to date.

    A writer waits `busy_seconds` for another process before StoreBusy. Raises StoreError for a file
    that is no store, is damaged, may not be written, or was written by a newer version.
    """
    database = Database(path, busy_seconds=busy_seconds)
    try:
        migrate(database)
    except StoreError:
        database.close()
        raise
    return SqliteStore(database)


class SqliteStore:
    """`Store` over one connection; for one thread."""

    def __init__(self, database: Database) -> None:
        """Take an open database whose schema is up to date."""
        self._database = database
        self.reports = SqlReports(database)
        self.claims = SqlClaims(database)
        self.runs = SqlRuns(database)
        self.vectors = SqlVectors(database)
        self.reviews = SqlReviews(database)

    def find(self, prefix: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Return the things of any kind whose id starts with `prefix`, by id."""
        return lookup.find(self._database, prefix, limit)

    def search(
        self,
        query: Query,
        *,
        kind: HitKind,
        limit: int = 20,
        as_of: datetime | None = None,
        run_id: str | None = None,
    ) -> tuple[Hit, ...]:
        """Return the things of a kind that hold all of `query`, best first; known by `as_of`."""
        look = search.Look(kind=kind, limit=limit, as_of=as_of, run_id=run_id)
        return search.search(self._database, query, look)

    def counts(self) -> Mapping[str, int]:
        """Return how many of each kind are kept."""
        return lookup.counts(self._database)

    def close(self) -> None:
        """Let go of the store."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
