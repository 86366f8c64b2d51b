"""What a store keeps and gives back; every backend passes the same tests."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, Protocol, Self

from sitrep.model.base import Record
from sitrep.model.brief import Brief
from sitrep.model.documents import Article, RawDocument
from sitrep.model.extraction import Claim, Extraction
from sitrep.model.findings import Finding
from sitrep.model.issues import Issue, RunManifest
from sitrep.model.lineage import Lineage, Origin, Story
from sitrep.model.review import Break, Decision, Entry
from sitrep.store.hits import Hit, HitKind, Query

Kind = Literal[
    "document", "article", "claim", "origin", "story", "finding", "brief", "run",
]  # fmt: skip
Kept = RawDocument | Article | Claim | Origin | Story | Finding | Brief | RunManifest


class Report(Record, frozen=True, kw_only=True):
    """A document with its bytes and the article made from it (None: no text could be had)."""

    document: RawDocument
    body: bytes
    article: Article | None


class Extracted(Record, frozen=True, kw_only=True):
    """What one version of the extractor found in one article, and the claims made from it."""

    extraction: Extraction
    claims: tuple[Claim, ...]


class View(Record, frozen=True, kw_only=True):
    """A look at the dated articles: published in [since, until), and known by `as_of`; UTC.

    An article is known by T when it was published at or before T and came to us (`known_at`) at or
    before T. Where `known_at` is None (a file without a fetch date) its last change decides, else
    publication alone. Every text of a report is in view, and no notice of a withdrawal.
    """

    since: datetime | None = None
    until: datetime | None = None
    as_of: datetime | None = None


class Publication(Record, frozen=True, kw_only=True):
    """An article's id and publication time, without the article."""

    article_id: str
    published_at: datetime


class Edition(Record, frozen=True, kw_only=True):
    """One of several texts of a report, or a notice of its withdrawal (`usable` False)."""

    article_id: str
    source_id: str
    url: str | None = None
    given_id: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    known_at: datetime | None = None
    usable: bool = True


class Found(Record, frozen=True, kw_only=True):
    """A stored thing of any kind."""

    kind: Kind
    id: str
    record: Kept


class Reports(Protocol):
    """Documents, their original bytes, and the articles made from them."""

    def add(self, batch: Sequence[Report]) -> int:
        """Keep a batch, all or nothing, and return how many articles are new."""

    def known(self, document_ids: Collection[str]) -> frozenset[str]:
        """Return those of `document_ids` that are kept."""

    def document(self, document_id: str) -> RawDocument | None:
        """Return a document."""

    def original(self, sha256: str) -> bytes | None:
        """Return the original bytes with this SHA-256 (64 hex digits)."""

    def article(self, article_id: str) -> Article | None:
        """Return an article."""

    def articles(self, view: View) -> tuple[Article, ...]:
        """Return the dated articles in view, by publication time and id."""

    def select(self, article_ids: Collection[str]) -> tuple[Article, ...]:
        """Return these articles, by id; ids that are not kept are left out."""

    def publications(self, view: View) -> tuple[Publication, ...]:
        """Return ids and times of the dated articles in view, by time and id."""

    def undated(self, *, as_of: datetime | None = None) -> tuple[str, ...]:
        """Return the ids of the articles without a publication time.

        With `as_of` only of those that are known to have come to us by then.
        """

    def hashes(self, article_ids: Collection[str]) -> Mapping[str, str]:
        """Return the SHA-256 (64 hex digits) of each article's original, by article id."""

    def editions(self, *, as_of: datetime | None = None) -> tuple[Edition, ...]:
        """Return the articles that share an address or a source's id, and all notices, by id.

        With `as_of` only of those known by then.
        """

    def siblings(self, article: Article, *, as_of: datetime | None = None) -> tuple[Edition, ...]:
        """Return the other articles with the address of `article`, or its id in its source."""

    def addresses(self, urls: Collection[str]) -> frozenset[str]:
        """Return those of `urls` that an article is kept under."""

    def sources(self) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of every source that an article came from, by id."""


class Claims(Protocol):
    """Extractions and claims, kept for each version of the extractor."""

    def add(self, version: str, batch: Sequence[Extracted]) -> int:
        """Keep a batch, all or nothing, and return how many extractions are new."""

    def extracted(self, version: str, article_ids: Collection[str]) -> frozenset[str]:
        """Return those of `article_ids` that this version has read."""

    def extraction(self, version: str, article_id: str) -> Extraction | None:
        """Return what this version found in an article."""

    def of(self, version: str, article_ids: Collection[str]) -> tuple[Claim, ...]:
        """Return the claims this version made from the articles, by article and place in it."""

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim as the newest version made it."""


class Runs(Protocol):
    """What runs derived: lineages (a cache), findings, issues, manifests, briefs."""

    def add_lineage(self, key: str, lineage: Lineage) -> None:
        """Keep a lineage under a key that names the articles and the code it came from."""

    def lineage(self, key: str) -> Lineage | None:
        """Return the lineage kept under `key`."""

    def add(
        self,
        manifest: RunManifest,
        *,
        theatre: str | None,
        findings: Sequence[Finding],
        issues: Sequence[Issue],
    ) -> None:
        """Keep a run's manifest, findings and issues; an analysis kept already becomes the last.

        `theatre` is None for a run that read reports and drew nothing from them.
        """

    def manifest(self, run_id: str) -> RunManifest | None:
        """Return a run's manifest."""

    def latest(self, theatre: str) -> RunManifest | None:
        """Return the manifest of the theatre's last run over the present, else over a past."""

    def findings(self, run_id: str) -> tuple[Finding, ...]:
        """Return a run's findings in their order."""

    def issues(self, run_id: str) -> tuple[Issue, ...]:
        """Return a run's issues in their order."""

    def add_brief(self, brief: Brief) -> None:
        """Keep a brief."""

    def brief(self, brief_id: str) -> Brief | None:
        """Return a brief."""

    def brief_before(self, theatre: str, until: datetime) -> Brief | None:
        """Return the theatre's brief whose window ended last before `until`.

        Of several over one window that of the last run.
        """

    def briefs(self, theatre: str) -> tuple[Brief, ...]:
        """Return the theatre's briefs, by the end of their window, their run and id."""


class Reviews(Protocol):
    """The log of review decisions: hash-chained, only ever added to."""

    def add(self, decisions: Sequence[Decision]) -> int:
        """Add those decisions that the log lacks, in their order, and return how many they are."""

    def decisions(self) -> tuple[Decision, ...]:
        """Return every decision, in the order of the log."""

    def entries(self) -> tuple[Entry, ...]:
        """Return the log."""

    def check(self) -> Break | None:
        """Return the first entry that does not hold, None for a whole log."""


class Vectors(Protocol):
    """Vectors of articles for semantic search, kept for each version of the encoder."""

    def missing(self, version: str, limit: int) -> tuple[tuple[int, Article], ...]:
        """Return the next `limit` articles without a vector of this version, with their numbers.

        Vectors are made and kept in the order of the numbers.
        """

    def add(self, version: str, vectors: Iterable[tuple[int, bytes]]) -> None:
        """Keep vectors (float16) by the number of their article."""

    def all(self, version: str) -> tuple[tuple[int, ...], bytes]:
        """Return the numbers of the articles that have a vector, and the vectors end to end."""

    def articles(self, numbers: Iterable[int]) -> tuple[Article, ...]:
        """Return the articles of these numbers, in their order."""


class Store(Protocol):
    """All that is kept. Every method raises StoreError, or StoreBusy when a later try may do."""

    @property
    def reports(self) -> Reports:
        """Documents, originals, articles."""

    @property
    def claims(self) -> Claims:
        """Extractions and claims."""

    @property
    def runs(self) -> Runs:
        """Lineages, findings, issues, manifests, briefs."""

    @property
    def reviews(self) -> Reviews:
        """The log of review decisions."""

    @property
    def vectors(self) -> Vectors:
        """Vectors of articles."""

    def find(self, prefix: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Return the things of any kind whose id starts with `prefix`, by id."""

    def search(
        self,
        query: Query,
        *,
        kind: HitKind,
        limit: int = 20,
        as_of: datetime | None = None,
        run_id: str | None = None,
    ) -> tuple[Hit, ...]:
        """Return the things of a kind that hold all of `query`, best first; known by `as_of`.

        Findings are those of the run `run_id`. A field that the kind does not have finds nothing.
        """

    def counts(self) -> Mapping[str, int]:
        """Return how many of each kind are kept."""

    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
