"""Finding things by the start of their id and by their words."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from sitrep.model.brief import Brief
from sitrep.model.documents import Article, RawDocument
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.issues import RunManifest
from sitrep.model.lineage import Origin, Story
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.protocol import Found, Hit, Kept, Kind
from sitrep.store.records import Records

EXCERPT_CHARS = 240
"""How much of an article's text a hit shows."""

_ARTICLES = Records(Article)
_CLAIMS = Records(Claim)

_READ: Mapping[Kind, Callable[[str], Kept]] = MappingProxyType(
    {
        "document": Records(RawDocument).read,
        "article": _ARTICLES.read,
        "claim": _CLAIMS.read,
        "origin": Records(Origin).read,
        "story": Records(Story).read,
        "finding": Records(Finding).read,
        "brief": Records(Brief).read,
        "run": Records(RunManifest).read,
    }
)
_COUNTS = (
    "documents", "articles", "extractions", "claims", "lineages", "runs", "findings", "briefs",
    "decisions",
)  # fmt: skip


def find(database: Database, prefix: str, limit: int) -> tuple[Found, ...]:
    """Return the things of any kind whose id starts with `prefix`, by id."""
    if not prefix.isascii():
        return ()
    found = [
        Found(kind=kind, id=row[0], record=_READ[kind](row[1]))
        for kind, query in dialect.NEWEST.items()
        for row in database.rows(query, (prefix, dialect.after_prefix(prefix), limit))
    ]
    return tuple(sorted(found, key=lambda thing: (thing.id, thing.kind))[:limit])


def search(database: Database, query: str, limit: int, as_of: datetime | None) -> tuple[Hit, ...]:
    """Return articles and claims that hold all words of `query`, best first."""
    expression = dialect.match(query)
    if expression is None:
        return ()
    cut = dialect.timestamp(as_of)
    parameters = (expression, cut, cut, cut, cut, limit)
    hits = [_article_hit(row) for row in database.rows(dialect.SEARCH_ARTICLES, parameters)]
    hits += [_claim_hit(row) for row in database.rows(dialect.SEARCH_EVIDENCE, parameters)]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id))[:limit])


def counts(database: Database) -> Mapping[str, int]:
    """Return how many of each kind are kept."""
    return {
        table: database.number(f"SELECT count(*) FROM {table}")  # noqa: S608 - a constant
        for table in _COUNTS
    }


def _article_hit(row: tuple[str, str, str, float]) -> Hit:
    article = _ARTICLES.read(row[2])
    return Hit(
        kind="article",
        id=article.id,
        article_id=article.id,
        title=article.title,
        text=article.text[:EXCERPT_CHARS],
        score=row[3],
    )


def _claim_hit(row: tuple[str, str, str, str, float]) -> Hit:
    claim = _CLAIMS.read(row[3])
    return Hit(
        kind="claim",
        id=row[0],
        article_id=row[1],
        title=_ARTICLES.read(row[2]).title,
        text=claim.evidence.quote,
        score=row[4],
    )
