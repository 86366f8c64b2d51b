"""`sitrep stories`: which reports belong together, and from whom they come."""

from collections import defaultdict
from collections.abc import Iterable
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
from sitrep.store.protocol import View
from sitrep.vocabulary.load import load

LIMIT = 40


class StoryLine(Record, frozen=True, kw_only=True):
    """One article with its story and origins: a line of `sitrep stories --json`."""

    id: str
    given_id: str | None
    url: str | None
    story: str
    label: str
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

    With REPORTS no store is needed; without them the store's articles are grouped. With --json one
    line an article: its id and url, its story, its origins.

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
            view = View(
                since=options.moment(since, "--since"), until=options.moment(until, "--until")
            )
            with reading(setting.store) as kept:
                articles = kept.reports.articles(view)
            traced = trace(articles, vocabulary=words, engines=Engines())
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
            origins=tuple(origin.id for origin in origins[article.id]),
            origin_names=tuple(origin.name for origin in origins[article.id]),
        )


def _print(traced: Lineage, articles: Iterable[Article], limit: int) -> None:
    outlet = {article.id: article.outlet for article in articles}
    ranked = sorted(traced.stories, key=lambda story: (-len(story.articles), story.id))
    rows = [(s.id, str(len(s.articles)), s.label, _outlets(s, outlet)) for s in ranked[:limit]]
    table("Stories", ("id", "articles", "label", "outlets"), rows)


def _outlets(story: Story, outlet: dict[str, str]) -> str:
    return ", ".join(sorted({outlet[article] for article in story.articles}))
