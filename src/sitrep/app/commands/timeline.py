"""`sitrep timeline`: what happened, day by day, with who says so."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

import typer

from sitrep.app import options
from sitrep.app.console import bars, report_issues, table, write, write_json
from sitrep.app.opened import reading
from sitrep.engine.analyse import analyse
from sitrep.language.engines import Engines
from sitrep.model.timeline import TimelineEntry
from sitrep.trackers.timeline import LEAST
from sitrep.trackers.timeline import timeline as entries_of
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre

Format = Literal["table", "json", "csv", "md"]
COLUMNS = (
    "day", "last", "dated_by", "kind", "text", "actors", "place", "said_by", "status", "held",
    "weight", "finding", "articles", "words",
)  # fmt: skip


def timeline(
    theatre: options.Theatre = "ukraine",
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    least: Annotated[
        float, typer.Option(min=0, max=1, help="Least importance of a finding to be an entry.")
    ] = LEAST,
    form: Annotated[Format, typer.Option("--format", help="What to print.")] = "table",
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    log: options.Log = None,
    quiet: options.Quiet = False,
) -> None:
    """Print the timeline of a theatre: dated entries with actors, place and who says so.

    Reports published in [--since, --until) are read; without either, the last 24 hours on the
    theatre.

    Example: sitrep timeline --since 2025-05-20 --until 2025-05-22 --format md
    """
    asked = options.view(since, until, as_of)
    setting = options.settings(store, theatre=theatre, vocabulary=vocabulary)
    words = load(vocabulary)
    place = find_theatre(words, theatre)
    with reading(setting.store) as kept, bars(quiet=quiet) as progress:
        analysis = analyse(
            store=kept,
            settings=setting,
            theatre=place,
            vocabulary=words,
            engines=Engines(),
            since=asked.since,
            until=asked.until,
            as_of=asked.as_of,
            progress=progress,
            keep=False,
        )
    claims = {claim.id: claim for claim in analysis.claims}
    found = entries_of(analysis.findings, claims, words, least)
    if form == "table":
        table(f"Timeline, {place.name}", ("day", "kind", "what", "who says so"), _rows(found))
    elif form == "json":
        write_json(found)
    else:
        write({"csv": _csv, "md": _markdown}[form](found))
    report_issues(analysis.issues, log, quiet=quiet)


def _rows(entries: Sequence[TimelineEntry]) -> list[tuple[str, ...]]:
    return [(_days(e), e.kind, e.text or e.words, ", ".join(e.said_by)) for e in entries]


def _days(entry: TimelineEntry) -> str:
    first, last = entry.day.isoformat(), entry.last.isoformat()
    span = first if first == last else f"{first} – {last}"
    return span if entry.dated_by == "stated" else f"{span} (reported)"


def _csv(entries: Sequence[TimelineEntry]) -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for entry in entries:
        values = (getattr(entry, name) for name in COLUMNS)
        rows.writerow("; ".join(v) if isinstance(v, tuple) else v or "" for v in values)
    return out.getvalue()


def _markdown(entries: Sequence[TimelineEntry]) -> str:
    lines: list[str] = []
    day: date | None = None
    for entry in entries:
        if entry.day != day:
            day = entry.day
            lines += ["", f"## {day.day} {day:%B %Y}", ""]
        who = ", ".join(entry.said_by)
        told = (entry.text or entry.words).rstrip(".")
        where = f" ({entry.place})" if entry.place and entry.place not in told else ""
        stop = "" if told.endswith(("…", "?")) and not where else "."
        lines.append(
            f"- {told}{where}{stop} {entry.held}, {entry.status}, according to"
            f" {who}. {entry.finding}"
        )
    return "\n".join(lines).lstrip("\n") + "\n"
