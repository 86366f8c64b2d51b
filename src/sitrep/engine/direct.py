"""Runs that need no store: straight from files to what is found in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitrep.engine import stages
from sitrep.engine.executors import Executor, Fault
from sitrep.engine.issue_log import IssueLog
from sitrep.engine.processes import executor
from sitrep.model.documents import Article, RawItem
from sitrep.model.extraction import Extraction
from sitrep.model.issues import Issue
from sitrep.model.lineage import Lineage
from sitrep.settings import Settings
from sitrep.sources.read import read
from sitrep.vocabulary.types import Vocabulary

if TYPE_CHECKING:
    from sitrep.language.engines import Engines


def extractions(
    paths: Sequence[str],
    *,
    settings: Settings,
    vocabulary: Vocabulary,
    engines: Engines,
    log: IssueLog,
) -> Iterator[tuple[Article, Extraction]]:
    """Yield each article of `paths` with what is found in it, in the order of the input.

    Problems go to `log`.
    """
    with executor(settings) as workers:
        found = list(_articles(paths, workers, settings, vocabulary, log))
        results = workers.map(stages.extract(vocabulary, engines), found)
        for article, result in zip(found, results, strict=True):
            if isinstance(result, Fault):
                log.add([_fault("extract", article.path or article.id, result)])
            else:
                yield article, result.extraction


def lineage(
    paths: Sequence[str],
    *,
    settings: Settings,
    vocabulary: Vocabulary,
    engines: Engines,
    log: IssueLog,
) -> tuple[tuple[Article, ...], Lineage]:
    """Return the articles of `paths`, in the order of the input, and their lineage.

    Two records of the same words stay two articles of one story; problems go to `log`.
    """
    found = articles(paths, settings=settings, vocabulary=vocabulary, log=log)
    return found, trace(found, vocabulary=vocabulary, engines=engines)


def articles(
    paths: Sequence[str], *, settings: Settings, vocabulary: Vocabulary, log: IssueLog
) -> tuple[Article, ...]:
    """Return the articles of `paths`, in the order of the input; problems go to `log`."""
    with executor(settings) as workers:
        return tuple(_articles(paths, workers, settings, vocabulary, log))


def trace(
    given: Sequence[Article],
    *,
    vocabulary: Vocabulary,
    engines: Engines,
    in_order: bool = False,
) -> Lineage:
    """Return the lineage of the articles `given`, which may repeat one another.

    With `in_order` a story grows in order of publication and keeps its id as later reports come.
    """
    distinct = tuple({article.id: article for article in given}.values())
    marked = stages.furniture().run(distinct)
    return stages.lineage(vocabulary, engines, in_order=in_order).run(marked)


def _articles(
    paths: Sequence[str],
    workers: Executor,
    settings: Settings,
    vocabulary: Vocabulary,
    log: IssueLog,
) -> Iterator[Article]:
    items = list(_items(paths, settings, log))
    results = workers.map(stages.text(vocabulary, settings.limits), items)
    for item, result in zip(items, results, strict=True):
        if isinstance(result, Fault):
            log.add([_fault("text", item.document.path or item.document.id, result)])
            continue
        article, issues = result
        log.add(issues)
        if article is not None:
            yield article


def _items(paths: Sequence[str], settings: Settings, log: IssueLog) -> Iterator[RawItem]:
    for item in read(paths, limits=settings.limits):
        if isinstance(item, Issue):
            log.add([item])
        else:
            yield item


def _fault(stage: str, subject: str, fault: Fault) -> Issue:
    return Issue(
        stage="extract" if stage == "extract" else "text",
        severity="error",
        subject=subject,
        code="stage-failed",
        message=f"{subject} could not be read ({fault.error}); please report it.",
    )
