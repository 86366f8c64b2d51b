"""`sitrep findings`: what the ledger holds, now or as it was known at any moment."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import bars, report_issues, say_more, table, write_json
from sitrep.app.opened import reading
from sitrep.engine.analyse import analyse
from sitrep.language.engines import Engines
from sitrep.model.extraction import Track
from sitrep.model.findings import Finding
from sitrep.settings import Settings
from sitrep.store.protocol import Store, View
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre

LIMIT = 40


def findings(
    theatre: options.Theatre = "ukraine",
    track: Annotated[Track | None, typer.Option(help="Only this track.")] = None,
    status: Annotated[str | None, typer.Option(help="Only this status, e.g. contested.")] = None,
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    limit: options.Limit = LIMIT,
    json: options.Json = False,
) -> None:
    """List the findings of the last brief on a theatre, the most important first.

    They are made anew when decisions were added since, or when --since, --until or --as-of asks for
    another view.

    Examples:

      sitrep findings --status contested

      sitrep findings --as-of 2025-03-12T18:00Z
    """
    asked = options.view(since, until, as_of)
    setting = options.settings(store, theatre=theatre, vocabulary=vocabulary)
    with reading(setting.store) as kept:
        found = _found(kept, setting, asked)
    wanted = sorted(
        (
            f
            for f in found
            if (track is None or f.track == track) and (status is None or f.status == status)
        ),
        key=lambda f: (not f.pinned, -f.importance, f.id),
    )
    if json:
        write_json(wanted)
        return
    columns = ("id", "track", "status", "grade", "question", "answers")
    table("Findings", columns, _rows(wanted[:limit]))
    say_more(len(wanted), limit)


def _found(kept: Store, setting: Settings, asked: View) -> Sequence[Finding]:
    """Return the findings of the last run, of a new one where that does not answer."""
    latest = kept.runs.latest(setting.theatre)
    if asked == View():
        if latest is None:
            return ()
        if latest.logged == len(kept.reviews.entries()):
            return kept.runs.findings(latest.run_id)
        asked = View(since=latest.since, until=latest.until, as_of=latest.as_of)
    words = load(setting.vocabulary)
    with bars(quiet=False) as progress:
        analysis = analyse(
            store=kept,
            settings=setting,
            theatre=find_theatre(words, setting.theatre),
            vocabulary=words,
            engines=Engines(),
            since=asked.since,
            until=asked.until,
            as_of=asked.as_of,
            progress=progress,
        )
    report_issues([one for one in analysis.issues if one.code == "review-unmatched"], None)
    return analysis.findings


def _rows(found: Sequence[Finding]) -> list[tuple[str, ...]]:
    return [
        (
            f.id,
            f.track,
            _status(f),
            f"{f.grade.reliability}{f.grade.credibility}",
            f.question.text,
            " | ".join(f"{a.text} ({', '.join(a.claimants)})" for a in f.answers),
        )
        for f in found
    ]


def _status(finding: Finding) -> str:
    flags = (("pinned", finding.pinned), ("hidden", finding.hidden))
    return ", ".join([finding.status, *(word for word, is_so in flags if is_so)])
