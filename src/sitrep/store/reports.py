"""Documents, their original bytes, and articles."""

import zlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from sitrep.model import ids
from sitrep.model.documents import Article, RawDocument
from sitrep.model.errors import StoreError
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.protocol import Edition, Publication, Report, View
from sitrep.store.records import Records

_BODY = dialect.insert("bodies", ("sha256", "size", "deflated"))
_DOCUMENT = dialect.insert("documents", ("id", "source_id", "body_sha256", "record"))
_ARTICLE = dialect.insert(
    "articles",
    (
        "id", "document_id", "source_id", "published_at", "known_at", "record", "url", "given_id",
        "modified_at", "usable",
    ),
)  # fmt: skip
_WORDS = "INSERT INTO article_words (rowid, title, text, outlet, lang) VALUES (?, ?, ?, ?, ?)"

_IN_VIEW = f"""
usable = 1 AND published_at IS NOT NULL
AND (? IS NULL OR published_at >= ?) AND (? IS NULL OR published_at < ?)
AND (? IS NULL OR (published_at <= ? AND {dialect.KNOWN} <= ?))
ORDER BY published_at, id
"""

_EDITION = "id, source_id, url, given_id, published_at, modified_at, known_at, usable"

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
                article.url,
                article.given_id,
                dialect.timestamp(article.modified_at),
                article.usable,
            ),
        )
        if number is None:
            self._known_before(article)
            return False
        outlet = f"{article.outlet} | {article.source_id}"
        self._database.run(_WORDS, (number, article.title, article.text, outlet, article.language))
        return True

    def _known_before(self, again: Article) -> None:
        """Take the earlier time at which an article that comes in twice was known."""
        held = self.article(again.id)
        if held is None or held.known_at is None:
            return
        if again.known_at is None or again.known_at < held.known_at:
            record = _ARTICLES.write(replace(held, known_at=again.known_at))
            self._database.run(
                "UPDATE articles SET known_at = ?, record = ? WHERE id = ?",
                (dialect.timestamp(again.known_at), record, again.id),
            )

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
            "SELECT id FROM articles WHERE published_at IS NULL AND usable = 1"
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

    def editions(self, *, as_of: datetime | None = None) -> tuple[Edition, ...]:
        """Return the articles that share an address or a source's id, and all notices, by id."""
        cut = dialect.timestamp(as_of)
        rows = self._database.rows(
            f"SELECT {_EDITION} FROM articles WHERE (? IS NULL OR {dialect.KNOWN} <= ?) AND ("  # noqa: S608 - constants
            "usable = 0 OR url IN (SELECT url FROM articles WHERE url IS NOT NULL"
            " GROUP BY url HAVING count(*) > 1) OR (source_id, given_id) IN"
            " (SELECT source_id, given_id FROM articles WHERE given_id IS NOT NULL"
            " GROUP BY source_id, given_id HAVING count(*) > 1)) ORDER BY id",
            (cut, cut),
        )
        return tuple(map(_edition, rows))

    def siblings(self, article: Article, *, as_of: datetime | None = None) -> tuple[Edition, ...]:
        """Return the other articles with the address of `article`, or its id in its source."""
        cut = dialect.timestamp(as_of)
        rows = self._database.rows(
            f"SELECT {_EDITION} FROM articles WHERE id <> ?"  # noqa: S608 - constants
            " AND (url = ? OR (source_id = ? AND given_id = ?))"
            f" AND (? IS NULL OR {dialect.KNOWN} <= ?) ORDER BY id",
            (article.id, article.url, article.source_id, article.given_id, cut, cut),
        )
        return tuple(map(_edition, rows))

    def addresses(self, urls: Collection[str]) -> frozenset[str]:
        """Return those of `urls` that an article is kept under."""
        rows = self._database.rows(
            f"SELECT DISTINCT url FROM articles WHERE url {dialect.MEMBER}",  # noqa: S608 - a constant
            (dialect.members(urls),),
        )
        return frozenset(row[0] for row in rows)

    def sources(self) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of every source that an article came from, by id."""
        rows = self._database.rows(
            "SELECT record FROM articles WHERE number IN"
            " (SELECT max(number) FROM articles GROUP BY source_id) ORDER BY source_id"
        )
        newest = [_ARTICLES.read(row[0]) for row in rows]
        return tuple((article.source_id, article.outlet) for article in newest)


def _edition(row: Any) -> Edition:
    published, modified, known = (None if at is None else dialect.moment(at) for at in row[4:7])
    return Edition(
        article_id=row[0],
        source_id=row[1],
        url=row[2],
        given_id=row[3],
        published_at=published,
        modified_at=modified,
        known_at=known,
        usable=bool(row[7]),
    )


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
