"""Finding things by the start of their id."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sitrep.model.brief import Brief
from sitrep.model.documents import Article, RawDocument
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.issues import RunManifest
from sitrep.model.lineage import Origin, Story
from sitrep.store import dialect
from sitrep.store.database import Database
from sitrep.store.protocol import Found, Kept, Kind
from sitrep.store.records import Records

_READ: Mapping[Kind, Callable[[str], Kept]] = MappingProxyType(
    {
        "document": Records(RawDocument).read,
        "article": Records(Article).read,
        "claim": Records(Claim).read,
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


def counts(database: Database) -> Mapping[str, int]:
    """Return how many of each kind are kept."""
    return {
        table: database.number(f"SELECT count(*) FROM {table}")  # noqa: S608 - a constant
        for table in _COUNTS
    }
