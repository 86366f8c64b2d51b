"""One SQLite connection: opening, transactions, and errors a reader understands."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sitrep.model.errors import StoreBusy, StoreError

APPLICATION_ID = 0x53495452
"""“SITR”, in the file's header: tells our files from other programs' SQLite files."""

BUSY_SECONDS = 5.0
"""How long a writer waits for another before it gives up."""

Parameters = Sequence[str | int | float | bytes | None]

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_PRIMARY_CODE = 0xFF


class Database:
    """A connection to the file at `path`."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open or create the file; raise StoreError where that cannot be."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path}: the folder cannot be made: {error.strerror}") from error
        if path.is_dir():
            raise StoreError(f"{path}: is a folder; name a file")
        with self._plain_errors():
            self._connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        try:
            self._prepare()
        except StoreError:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        self._refuse_foreign()
        with self._plain_errors():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _refuse_foreign(self) -> None:
        owner = self.number("PRAGMA application_id")
        tables = self.number("SELECT count(*) FROM sqlite_master")
        if owner != APPLICATION_ID and (owner or tables):
            raise StoreError(f"{self.path}: is another program's database; name another file")

    def close(self) -> None:
        """Close the connection."""
        with self._plain_errors():
            self._connection.close()

    def rows(self, statement: str, parameters: Parameters = ()) -> list[Any]:
        """Return all rows of a query, each a tuple of the columns named."""
        with self._plain_errors():
            return self._connection.execute(statement, parameters).fetchall()

    def number(self, statement: str, parameters: Parameters = ()) -> int:
        """Return the one whole number that a query yields."""
        return int(self.rows(statement, parameters)[0][0])

    def run(self, statement: str, parameters: Parameters = ()) -> int | None:
        """Run a statement; return the number of the row it added, None if it added none."""
        with self._plain_errors():
            cursor = self._connection.execute(statement, parameters)
        return cursor.lastrowid if cursor.rowcount == 1 else None

    def run_many(self, statement: str, parameters: Iterable[Parameters]) -> None:
        """Run a statement once for each set of parameters."""
        with self._plain_errors():
            self._connection.executemany(statement, parameters)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has ended it already
                self.run("ROLLBACK")
            raise

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _explained(self.path, error) from error


def _explained(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    if code in _BUSY:
        return StoreBusy(f"{path}: another process is writing to it; try again in a moment")
    if code in _DAMAGED:
        return StoreError(
            f"{path}: is not a usable store ({error}); restore a copy or name a new file"
        )
    if code == sqlite3.SQLITE_READONLY:
        return StoreError(f"{path}: may not be written; change its permissions or name another")
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreError(f"{path}: cannot be opened; check that you may read and write it")
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"{path}: the disk is full")
    return StoreError(f"{path}: {error}")
