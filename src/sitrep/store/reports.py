"""Documents, their original bytes, and articles."""

import zlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sitrep.model import ids
from sitrep.model.documents import Article, RawDocument
from sitrep.model.errors import StoreError
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.protocol import Publication, Report, View
from sitrep.store.records import Records

_BODY = dialect.insert("bodies", ("sha256", "size", "deflated"))
_DOCUMENT = dialect.insert("documents", ("id", "source_id", "body_sha256", "record"))
_ARTICLE = dialect.insert(
    "articles", ("id", "document_id", "source_id", "published_at", "known_at", "record")
)
_WORDS = "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)"

_IN_VIEW = """
published_at IS NOT NULL
AND (? IS NULL OR published_at >= ?) AND (? IS NULL OR published_at < ?)
AND (? IS NULL OR (published_at <= ? AND coalesce(known_at, published_at) <= ?))
ORDER BY published_at, id
"""

_ARTICLES = Records(Article)
_DOCUMENTS = Records(RawDocument)


class SqlReports:
    """`Reports` in tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, batch: Sequence[Report]) -> int:
        """Keep a batch, all or nothing, and return how many articles are new."""
        with self._database.transaction():
            return sum(self._add(report) for report in batch)

    def _add(self, report: Report) -> bool:
        document = report.document
        if not self._database.rows(
            "SELECT 1 FROM bodies WHERE sha256 = ?", (document.body_sha256,)
        ):
            self._database.run(
                _BODY, (document.body_sha256, len(report.body), zlib.compress(report.body))
            )
        self._database.run(
            _DOCUMENT,
            (document.id, document.source_id, document.body_sha256, _DOCUMENTS.write(document)),
        )
        return report.article is not None and self._add_article(report.article)

    def _add_article(self, article: Article) -> bool:
        number = self._database.run(
            _ARTICLE,
            (
                article.id,
                article.raw_id,
                article.source_id,
                dialect.timestamp(article.published_at),
                dialect.timestamp(article.known_at),
                _ARTICLES.write(article),
            ),
        )
        if number is None:
            return False
        self._database.run(_WORDS, (number, article.title, article.text))
        return True

    def known(self, document_ids: Collection[str]) -> frozenset[str]:
        """Return those of `document_ids` that are kept."""
        rows = self._database.rows(
            f"SELECT id FROM documents WHERE id {dialect.MEMBER}",  # noqa: S608 - a constant
            (dialect.members(document_ids),),
        )
        return frozenset(row[0] for row in rows)

    def document(self, document_id: str) -> RawDocument | None:
        """Return a document."""
        rows = self._database.rows("SELECT record FROM documents WHERE id = ?", (document_id,))
        return _DOCUMENTS.read(rows[0][0]) if rows else None

    def original(self, sha256: str) -> bytes | None:
        """Return the original bytes with this SHA-256 (64 hex digits)."""
        rows = self._database.rows("SELECT deflated FROM bodies WHERE sha256 = ?", (sha256,))
        return _inflated(sha256, rows[0][0]) if rows else None

    def article(self, article_id: str) -> Article | None:
        """Return an article."""
        rows = self._database.rows("SELECT record FROM articles WHERE id = ?", (article_id,))
        return _ARTICLES.read(rows[0][0]) if rows else None

    def articles(self, view: View) -> tuple[Article, ...]:
        """Return the dated articles in view, by publication time and id."""
        rows = self._database.rows(
            f"SELECT record FROM articles WHERE {_IN_VIEW}",  # noqa: S608 - a constant
            _bounds(view),
        )
        return tuple(_ARTICLES.read(row[0]) for row in rows)

    def select(self, article_ids: Collection[str]) -> tuple[Article, ...]:
        """Return these articles, by id; ids that are not kept are left out."""
        rows = self._database.rows(
            f"SELECT record FROM articles WHERE id {dialect.MEMBER} ORDER BY id",  # noqa: S608 - a constant
            (dialect.members(article_ids),),
        )
        return tuple(_ARTICLES.read(row[0]) for row in rows)

    def publications(self, view: View) -> tuple[Publication, ...]:
        """Return ids and times of the dated articles in view, by time and id."""
        rows = self._database.rows(
            f"SELECT id, published_at FROM articles WHERE {_IN_VIEW}",  # noqa: S608 - a constant
            _bounds(view),
        )
        return tuple(
            Publication(article_id=row[0], published_at=dialect.moment(row[1])) for row in rows
        )

    def undated(self, *, as_of: datetime | None = None) -> tuple[str, ...]:
        """Return the ids of the articles without a publication time."""
        cut = dialect.timestamp(as_of)
        rows = self._database.rows(
            "SELECT id FROM articles WHERE published_at IS NULL"
            " AND (? IS NULL OR known_at <= ?) ORDER BY id",
            (cut, cut),
        )
        return tuple(row[0] for row in rows)

    def hashes(self, article_ids: Collection[str]) -> Mapping[str, str]:
        """Return the SHA-256 (64 hex digits) of each article's original, by article id."""
        rows = self._database.rows(
            "SELECT a.id, d.body_sha256 FROM articles AS a"  # noqa: S608 - a constant
            f" JOIN documents AS d ON d.id = a.document_id WHERE a.id {dialect.MEMBER}"
            " ORDER BY a.id",
            (dialect.members(article_ids),),
        )
        return {row[0]: row[1] for row in rows}

    def sources(self) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of every source that an article came from, by id."""
        rows = self._database.rows(
            "SELECT record FROM articles WHERE number IN"
            " (SELECT max(number) FROM articles GROUP BY source_id) ORDER BY source_id"
        )
        newest = [_ARTICLES.read(row[0]) for row in rows]
        return tuple((article.source_id, article.outlet) for article in newest)


def _inflated(name: str, deflated: bytes) -> bytes:
    """Return the original, checked against the hash that is its name."""
    try:
        body = zlib.decompress(deflated)
    except zlib.error as error:
        raise StoreError(f"the original {name} is damaged ({error}); restore a copy") from error
    if ids.sha256(body) != name:
        raise StoreError(f"the original {name} is not what was read; restore a copy")
    return body


def _bounds(view: View) -> tuple[str | None, ...]:
    since, until = dialect.timestamp(view.since), dialect.timestamp(view.until)
    as_of = dialect.timestamp(view.as_of)
    return (since, since, until, until, as_of, as_of, as_of)
