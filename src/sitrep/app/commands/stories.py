"""`sitrep stories`: which reports belong together, and from whom they come."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import bars, report_issues, table, write_json
from sitrep.app.opened import reading
from sitrep.engine.direct import lineage, trace
from sitrep.engine.issue_log import IssueLog
from sitrep.language.engines import Engines
from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.lineage import Lineage, Story
from sitrep.vocabulary.load import load

LIMIT = 40


class StoryLine(Record, frozen=True, kw_only=True):
    """One article with its story and origins: a line of `sitrep stories --json`."""

    id: str
    given_id: str | None
    url: str | None
    story: str
    label: str
    first_at: datetime | None
    last_at: datetime | None
    origins: tuple[str, ...]
    origin_names: tuple[str, ...]


def stories(
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORTS", help=options.REPORTS_HELP)
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    log: options.Log = None,
    limit: options.Limit = LIMIT,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Group reports into stories and trace each to its origins.

    With REPORTS no store is needed. Without them the store's articles are grouped in order of
    publication: a story grows from day to day and keeps its id. With --json one line an article:
    its id and url, its story and that story's span, its origins.

    Example: sitrep stories news.jsonl.gz --json
    """
    setting = options.settings(store, vocabulary=vocabulary)
    words, issues = load(vocabulary), IssueLog()
    with bars(quiet=quiet):
        if reports:
            articles, traced = lineage(
                reports, settings=setting, vocabulary=words, engines=Engines(), log=issues
            )
        else:
            view = options.view(since, until)
            with reading(setting.store) as kept:
                articles = kept.reports.articles(view)
            traced = trace(articles, vocabulary=words, engines=Engines(), in_order=True)
    if json:
        write_json(_lines(articles, traced))
    else:
        _print(traced, articles, limit)
    report_issues(issues.all(), log, quiet=quiet)


def _lines(articles: Iterable[Article], traced: Lineage) -> Iterable[StoryLine]:
    story = {article: story for story in traced.stories for article in story.articles}
    origins = defaultdict(list)
    for origin in traced.origins:
        for article_id in origin.articles:
            origins[article_id].append(origin)
    for article in articles:
        yield StoryLine(
            id=article.id,
            given_id=article.given_id,
            url=article.url,
            story=story[article.id].id,
            label=story[article.id].label,
            first_at=story[article.id].first_at,
            last_at=story[article.id].last_at,
            origins=tuple(origin.id for origin in origins[article.id]),
            origin_names=tuple(origin.name for origin in origins[article.id]),
        )


def _print(traced: Lineage, articles: Iterable[Article], limit: int) -> None:
    by_id = {article.id: article for article in articles}
    ranked = sorted(traced.stories, key=lambda story: (-len(story.articles), story.id))
    rows = []
    for story in ranked[:limit]:
        parts = [by_id[id_] for id_ in story.articles]
        size, days = str(len(parts)), str(len(_days(parts)))
        rows.append((story.id, size, days, _span(story), story.label, _outlets(parts)))
    table("Stories", ("id", "articles", "days", "span", "label", "outlets"), rows)


def _days(parts: Iterable[Article]) -> set[date]:
    """Return the days on which parts of a story were published."""
    return {part.published_at.date() for part in parts if part.published_at}


def _span(story: Story) -> str:
    if story.first_at is None or story.last_at is None:
        return ""
    first, last = story.first_at.date().isoformat(), story.last_at.date().isoformat()
    return first if first == last else f"{first} to {last}"


def _outlets(parts: Iterable[Article]) -> str:
    return ", ".join(sorted({part.outlet for part in parts}))
