"""Vectors of articles for semantic search: float16, one row an article and version."""

from collections.abc import Iterable

from sitrep.model.documents import Article
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.records import Records

_VECTOR = dialect.insert("vectors", ("version", "article", "vector"))
_ARTICLES = Records(Article)


class SqlVectors:
    """`Vectors` in a table."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def missing(self, version: str, limit: int) -> tuple[tuple[int, Article], ...]:
        """Return the next `limit` articles without a vector of this version, with their numbers.

        Vectors are made in the order of the numbers, so those behind the last one are missing.
        """
        rows = self._database.rows(
            "SELECT number, record FROM articles WHERE usable = 1 AND number >"
            " (SELECT coalesce(max(article), 0) FROM vectors WHERE version = ?)"
            " ORDER BY number LIMIT ?",
            (version, limit),
        )
        return tuple((row[0], _ARTICLES.read(row[1])) for row in rows)

    def add(self, version: str, vectors: Iterable[tuple[int, bytes]]) -> None:
        """Keep vectors by the number of their article."""
        with self._database.transaction():
            self._database.run_many(_VECTOR, ((version, number, raw) for number, raw in vectors))

    def all(self, version: str) -> tuple[tuple[int, ...], bytes]:
        """Return the numbers of the articles that have a vector, and the vectors end to end."""
        rows = self._database.rows(
            "SELECT article, vector FROM vectors WHERE version = ? ORDER BY article", (version,)
        )
        return tuple(row[0] for row in rows), b"".join(row[1] for row in rows)

    def articles(self, numbers: Iterable[int]) -> tuple[Article, ...]:
        """Return the articles of these numbers, in their order."""
        found = (
            self._database.rows("SELECT record FROM articles WHERE number = ?", (number,))
            for number in numbers
        )
        return tuple(_ARTICLES.read(rows[0][0]) for rows in found if rows)
