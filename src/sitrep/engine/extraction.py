"""Reads the articles that the present extractor has not read, and keeps what it finds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sitrep.engine import stages, versions
from sitrep.engine.executors import Executor, Fault
from sitrep.engine.issue_log import IssueLog
from sitrep.engine.progress import Progress
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.issues import Issue
from sitrep.store.protocol import Extracted, Store
from sitrep.vocabulary.types import Vocabulary

if TYPE_CHECKING:
    from sitrep.language.engines import Engines

KEEP_EVERY = 32
"""Extractions to one transaction: at 40 articles a second a killed run loses about a second."""


class Extraction:
    """The claims of articles, read now or kept from before, by one version of the extractor."""

    def __init__(
        self, store: Store, vocabulary: Vocabulary, engines: Engines, workers: Executor
    ) -> None:
        self._store = store
        self._workers = workers
        self._stage = stages.extract(vocabulary, engines)
        self._version = versions.extractor_version(vocabulary)
        self._claims: dict[str, list[Claim]] = {}

    def claims(
        self, article_ids: Collection[str], *, log: IssueLog, progress: Progress
    ) -> tuple[Claim, ...]:
        """Return the claims of the articles, by article and place in it, reading what is unread.

        An article whose reading fails has no claims and an issue in `log`; it is tried again in the
        next run.
        """
        wanted = sorted(article_ids)
        fresh = [id_ for id_ in wanted if id_ not in self._claims]
        if fresh:
            self._read(fresh, log, progress)
            self._claims.update((id_, []) for id_ in fresh)
            for claim in self._store.claims.of(self._version, fresh):
                self._claims[claim.article_id].append(claim)
        return tuple(claim for id_ in wanted for claim in self._claims[id_])

    def _read(self, article_ids: Sequence[str], log: IssueLog, progress: Progress) -> None:
        done = self._store.claims.extracted(self._version, article_ids)
        missing = self._store.reports.select([id_ for id_ in article_ids if id_ not in done])
        if not missing:
            return  # nothing to load a parser for
        batch: list[Extracted] = []
        for number, (article, result) in enumerate(self._results(missing), start=1):
            if isinstance(result, Fault):
                log.add([_issue(article, result)])
            else:
                batch.append(result)
            if len(batch) >= KEEP_EVERY or number == len(missing):
                self._store.claims.add(self._version, batch)
                batch = []
                progress("extract", number, len(missing))

    def _results(self, articles: Sequence[Article]) -> Iterator[tuple[Article, Extracted | Fault]]:
        results = self._workers.map(self._stage, articles)
        return zip(articles, results, strict=True)


def _issue(article: Article, fault: Fault) -> Issue:
    return Issue(
        stage="extract",
        severity="error",
        subject=article.id,
        code="stage-failed",
        message=f"{article.outlet}, “{article.title}” could not be read ({fault.error});"
        " please report it.",
    )
