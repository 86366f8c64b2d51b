"""`sitrep feed`: the briefs of the store, for feed readers."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from sitrep.app import options
from sitrep.app.console import counted, say, write_to
from sitrep.app.opened import reading
from sitrep.brief.render import wording
from sitrep.brief.render.feed import Feed, atom, json_feed
from sitrep.brief.render.feed import feed as feed_of
from sitrep.model.errors import UsageError
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre

Format = Literal["atom", "json"]
FORMATS: Mapping[Format, Callable[[Feed], bytes]] = {"atom": atom, "json": json_feed}


def feed(
    theatre: options.Theatre = "ukraine",
    form: Annotated[
        Format | None, typer.Option("--format", help="What to write [default: as -o ends, atom].")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here [default: standard output].")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Where the briefs lie as ID.html, for links to them.")
    ] = None,
    limit: options.Limit = 20,
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the briefs of a theatre as an Atom or JSON feed, newest first.

    Entries have the headline, the key points, the whole brief, a stable id and the time at which
    the window of the brief ends; the clock plays no part.

    Examples:

      sitrep feed -o site/feed.atom --base-url https://example.org/briefs

      sitrep feed --theatre gaza --format json
    """
    if base_url is not None and wording.safe_url(base_url) is None:
        raise UsageError(f"--base-url {base_url}: give an http or https address")
    place = find_theatre(load(vocabulary), theatre)
    with reading(options.store_path(store)) as kept:
        briefs = kept.runs.briefs(theatre)
    found = feed_of(briefs, theatre=theatre, name=place.name, base_url=base_url)
    if not found.briefs:
        raise UsageError(
            f"no brief on {theatre} with a time in the store; run `sitrep brief` first"
        )
    shown = feed_of(found.briefs[:limit][::-1], theatre=theatre, name=place.name, base_url=base_url)
    write_to(output, FORMATS[form or _format(output)](shown))
    if not quiet:
        say(f"{len(shown.briefs)} of {counted(len(briefs), 'brief')} on {theatre}")


def _format(output: Path | None) -> Format:
    """Return what the file's ending asks for, Atom where it says nothing."""
    ending = output.suffix.lower() if output is not None else ""
    if ending == ".rss":
        raise UsageError(f"-o {output}: a feed is Atom or JSON: -o feed.atom or -o feed.json")
    return "json" if ending == ".json" else "atom"
