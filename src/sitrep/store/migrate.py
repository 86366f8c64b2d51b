"""Numbered migrations: a store is brought from any earlier schema to this one when opened."""

import sqlite3
from collections.abc import Iterator
from importlib import resources

from sitrep.model.errors import StoreError
from sitrep.store.database import Database


def migrations() -> tuple[tuple[int, str], ...]:
    """Return (number, SQL) of every migration, from 1 upwards without a gap."""
    folder = resources.files("sitrep.store") / "migrations"
    files = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".sql")),
        key=lambda entry: entry.name,
    )
    return tuple((int(entry.name[:4]), entry.read_text(encoding="utf-8")) for entry in files)


def migrate(database: Database) -> None:
    """Bring the schema up to date, each step whole or not at all.

    Raises StoreError for a store that a newer version wrote.
    """
    newest = migrations()[-1][0]
    present = _schema(database)
    if present > newest:
        raise StoreError(
            f"{database.path}: was written by a newer sitrep (schema {present}, this one knows"
            f" {newest}); update sitrep or name another file"
        )
    for number, script in migrations():
        if number > present:
            _step(database, number, script)


def _step(database: Database, number: int, script: str) -> None:
    with database.transaction():
        if _schema(database) >= number:  # another process was faster
            return
        for statement in _statements(script):
            database.run(statement)
        database.run(f"PRAGMA user_version = {number}")


def _schema(database: Database) -> int:
    return database.number("PRAGMA user_version")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
