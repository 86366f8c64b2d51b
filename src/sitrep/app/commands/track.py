"""`sitrep track`: the state of things, and what it rests on."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from sitrep.app import options
from sitrep.app.console import bars, report_issues, table, write_to
from sitrep.app.opened import reading
from sitrep.drawing.png import png
from sitrep.engine.analyse import analyse
from sitrep.engine.reference import references, sheet
from sitrep.language.engines import Engines
from sitrep.model.errors import UsageError
from sitrep.model.findings import TrackerState
from sitrep.trackers.forms import form as find_form
from sitrep.trackers.forms import names
from sitrep.trackers.track import history as every_state
from sitrep.trackers.truces import problems
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre

Format = Literal["table", "json", "csv", "geojson", "svg", "png", "ics"]
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
"""States build on all that was reported, however long ago."""


def track(
    name: Annotated[options.TrackerName, typer.Argument(metavar="NAME", help="The tracker.")],
    theatre: options.Theatre = "ukraine",
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    form: Annotated[Format, typer.Option("--format", help="What to print.")] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here, not to standard output.")
    ] = None,
    reference: options.References = None,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    history: Annotated[
        bool, typer.Option("--history", help="Every dated state (ceasefire, diplomacy).")
    ] = False,
    log: options.Log = None,
    quiet: options.Quiet = False,
) -> None:
    """Print the states of a tracker: ceasefire, strikes, control or diplomacy.

    All reports in the store that were known by --as-of count, unless --since or --until say
    otherwise. geojson, svg and png are for the trackers that have a map or a plot,
    ics (a calendar) for diplomacy.

    Examples:

      sitrep track ceasefire --as-of 2025-05-21T12:00Z

      sitrep track strikes --format svg -o strikes.svg
    """
    write_out = find_form(name, form)
    if write_out is None and form != "table":
        raise UsageError(
            f"--format {form}: the {name} tracker has no such form; it has table, "
            f"{', '.join(names(name))}"
        )
    asked = options.view(since, until, as_of)
    setting = options.settings(store, theatre=theatre, vocabulary=vocabulary)
    words = load(vocabulary)
    place = find_theatre(words, theatre)
    published, issues = references(reference or [], place)
    with reading(setting.store) as kept, bars(quiet=quiet) as progress:
        analysis = analyse(
            store=kept,
            settings=setting,
            theatre=place,
            vocabulary=words,
            engines=Engines(),
            since=asked.since or EARLIEST,
            until=asked.until,
            as_of=asked.as_of,
            progress=progress,
            keep=False,
        )
    ends = [end for end in (analysis.window.as_of, analysis.window.until) if end is not None]
    found = sheet(name, analysis, place, published, min(ends, default=None))
    if name == "ceasefire":
        issues = (*issues, *problems(analysis.claims, place, words))
    if history:
        claims = {claim.id: claim for claim in analysis.claims}
        told = every_state(analysis.findings, claims, place, words)
        found = msgspec.structs.replace(
            found, states=tuple(one for one in told if one.tracker == name)
        )
    if write_out is None:
        head = ("key", "as of (UTC)", "value", "state")
        table(f"{name}, {place.name}", head, _rows(found.states))
    elif form == "png":
        write_to(output, png(write_out(found)))
    else:
        write_to(output, write_out(found).encode())
    report_issues([*issues, *analysis.issues], log, quiet=quiet)


def _rows(states: Sequence[TrackerState]) -> list[tuple[str, ...]]:
    return [
        (
            state.key,
            f"{state.as_of:%d %b %Y %H:%M}" if state.as_of else "–",
            state.value,
            state.text,
        )
        for state in states
    ]
