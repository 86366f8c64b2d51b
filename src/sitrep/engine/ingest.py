"""Reads reports into the store."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace

from sitrep.engine import stages, versions
from sitrep.engine.executors import Fault
from sitrep.engine.issue_log import IssueLog
from sitrep.engine.processes import executor
from sitrep.engine.progress import Progress, silent
from sitrep.model.base import Record
from sitrep.model.documents import Article, RawItem
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue, RunManifest
from sitrep.settings import Settings
from sitrep.sources.read import read
from sitrep.store.protocol import Report, Store
from sitrep.vocabulary.types import Vocabulary

BATCH = 128
"""Reports to one transaction: what a killed run loses at most, beside what is in the workers."""

BATCH_BYTES = 32 * 2**20
"""What the bodies of a batch come to at most, so that large pages do not fill the memory."""

T = TypeVar("T")


class IngestReport(Record, frozen=True, kw_only=True):
    """What came of reading: every report read is new, known, or without text.

    `read` counts reports; `new` those whose article was added; `known` those that the store held or
    that stood in the input twice; `textless` those without usable text (each has its issue).
    """

    read: int
    new: int
    known: int
    textless: int
    issues: tuple[Issue, ...]
    manifest: RunManifest

    @property
    def usable(self) -> bool:
        """Whether anything at all could be read."""
        return self.new + self.known > 0


def ingest(  # noqa: PLR0913 - the parts of a run, each named at the call
    paths: Sequence[str],
    *,
    store: Store,
    settings: Settings,
    vocabulary: Vocabulary,
    known_at: datetime | None = None,
    received_at: datetime | None = None,
    progress: Progress = silent,
) -> IngestReport:
    """Read `paths` ("-": standard input) into `store`; reports that it holds are left as they are.

    `known_at` (UTC) is when the reports came to us: give it for reports that come in as they are
    published. Without it a report counts as known from its publication, as befits an archive; a
    fetch time that the input itself records (WARC) goes before both. `received_at` (UTC) is the
    present: it dates a changed text or a withdrawal of a report that the store holds, where nothing
    else does.
    """
    reading = _Reading(store, progress, received_at)
    with executor(settings) as workers:
        results = workers.map(
            stages.text(vocabulary, settings.limits),
            reading.fresh(read(paths, limits=settings.limits)),
        )
        reports = (reading.report(result, known_at) for result in results)
        for batch in _batches(reports, lambda report: len(report.body)):
            reading.keep(batch)
    report = reading.summary(settings, vocabulary)
    store.runs.add(report.manifest, theatre=None, findings=(), issues=report.issues)
    return report


class _Reading:
    """The state of one reading: what is on its way through the workers, and the counts."""

    def __init__(self, store: Store, progress: Progress, received_at: datetime | None) -> None:
        self._store = store
        self._received_at = received_at
        self._progress = progress
        self._log = IssueLog()
        self._seen: set[str] = set()
        self._under_way: deque[RawItem] = deque()
        self._counts = dict.fromkeys(("read", "new", "known", "textless"), 0)

    def fresh(self, items: Iterable[RawItem | Issue]) -> Iterator[RawItem]:
        """Yield the reports that the store does not hold, noting the rest."""
        for batch in _batches(self._reports(items), lambda item: len(item.body)):
            known = self._store.reports.known([item.document.id for item in batch])
            for item in batch:
                repeated = item.document.id in self._seen
                self._seen.add(item.document.id)
                if repeated or item.document.id in known:
                    self._counts["known"] += 1
                    continue
                self._under_way.append(item)
                yield item

    def _reports(self, items: Iterable[RawItem | Issue]) -> Iterator[RawItem]:
        for item in items:
            if isinstance(item, Issue):
                self._log.add([item])
            else:
                self._counts["read"] += 1
                yield item

    def report(self, result: stages.Read | Fault, known_at: datetime | None) -> Report:
        """Return the report that `result` belongs to: results come in the order of `fresh`."""
        item = self._under_way.popleft()
        if isinstance(result, Fault):
            self._log.add([_fault(item, result)])
            return Report(document=item.document, body=item.body, article=None)
        article, issues = result
        self._log.add(issues)
        return Report(
            document=item.document,
            body=item.body,
            article=article and _known(article, item, known_at),
        )

    def keep(self, batch: Sequence[Report]) -> None:
        """Put a batch into the store."""
        new = self._store.reports.add([self._dated(report) for report in batch])
        with_text = sum(report.article is not None for report in batch)
        self._counts["new"] += new
        self._counts["known"] += with_text - new
        self._counts["textless"] += len(batch) - with_text
        self._progress("text", self._counts["new"] + self._counts["known"], None)

    def _dated(self, report: Report) -> Report:
        """Date a change of a report that the store holds by our clock where no other dates it."""
        article, now = report.article, self._received_at
        if article is None or now is None or article.known_at or article.modified_at:
            return report
        held = self._store.reports.siblings(article)
        timeless = any(one.published_at == article.published_at for one in held)
        if not timeless and (article.usable or article.published_at):
            return report
        return replace(report, article=replace(article, known_at=now))

    def summary(self, settings: Settings, vocabulary: Vocabulary) -> IngestReport:
        """Return what came of it."""
        issues = self._log.all()
        settings_hash = versions.settings_hash(settings, vocabulary)
        unread = (issue.message for issue in issues if issue.stage == "sources")
        input_hash = versions.input_hash([*self._seen, *unread])
        code_version = versions.code_version()
        manifest = RunManifest(
            run_id=make_id("run", "ingest", settings_hash, input_hash, code_version),
            as_of=None,
            code_version=code_version,
            settings_hash=settings_hash,
            input_hash=input_hash,
            counts=dict(self._counts),
        )
        return IngestReport(**self._counts, issues=issues, manifest=manifest)


def _batches(items: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Cut `items` into lists of `BATCH`, shorter where their bytes come to `BATCH_BYTES`."""
    batch: list[T] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) == BATCH or total >= BATCH_BYTES:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _known(article: Article, item: RawItem, known_at: datetime | None) -> Article:
    moment = article.known_at or item.document.fetched_at or known_at
    return article if moment == article.known_at else replace(article, known_at=moment)


def _fault(item: RawItem, fault: Fault) -> Issue:
    where = item.document.path or item.document.url or item.document.source_id
    return Issue(
        stage="text",
        severity="error",
        subject=where if item.document.record is None else f"{where}#{item.document.record}",
        code="stage-failed",
        message=f"The report could not be made into an article ({fault.error}); please report it.",
    )
