"""`sitrep extract`: what is found in each report, without a store."""

import sys

from sitrep.app import options
from sitrep.app.console import bars, counted, report_issues, say, table
from sitrep.engine.direct import extractions
from sitrep.engine.issue_log import IssueLog
from sitrep.extract.formats import to_json
from sitrep.language.engines import Engines
from sitrep.model.documents import Article
from sitrep.model.errors import NothingUsable
from sitrep.model.extraction import Extraction
from sitrep.vocabulary.load import load


def extract(
    reports: options.Reports,
    vocabulary: options.VocabularyFolder = None,
    executor: options.Executor = "processes",
    workers: options.Workers = 0,
    log: options.Log = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Find places, times, figures, attributions and events in REPORTS.

    With --json one line an article, in the format of docs/extract-format.md; offsets are code
    points of the article's text.

    Example: sitrep extract news.jsonl.gz --json > found.jsonl
    """
    setting = options.settings(None, vocabulary=vocabulary, executor=executor, workers=workers)
    issues, count = IssueLog(), 0
    rows: list[tuple[str, ...]] = []
    with bars(quiet=quiet) as progress:
        for article, found in extractions(
            reports, settings=setting, vocabulary=load(vocabulary), engines=Engines(), log=issues
        ):
            count += 1
            progress("extract", count, None)
            if json:
                sys.stdout.buffer.write(to_json(article, found) + b"\n")
            else:
                rows.append(_row(article, found))
    sys.stdout.flush()
    if not json and rows:
        columns = ("title", "places", "times", "figures", "attributions", "events")
        table("Found", columns, rows)
    report_issues(issues.all(), log, quiet=quiet)
    if not quiet:
        say(f"{counted(count, 'article')} read")
    if not count:
        raise NothingUsable(f"nothing usable in {', '.join(reports)}")


def _row(article: Article, found: Extraction) -> tuple[str, ...]:
    parts = (found.places, found.times, found.figures, found.attributions, found.events)
    return (article.title, *(str(len(part)) for part in parts))
