"""`sitrep search`: find articles, claims and findings by their words, fields and meaning."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

import typer

from sitrep.app import options
from sitrep.app.console import bars, say, table, write_json
from sitrep.app.opened import reading
from sitrep.engine.search import KINDS, Found
from sitrep.engine.search import search as look_for
from sitrep.language.engines import Engines
from sitrep.store.hits import Hit, HitKind
from sitrep.store.protocol import Store
from sitrep.store.query import parse

LIMIT = 10
TITLES: dict[HitKind, str] = {"finding": "Findings", "claim": "Claims", "article": "Articles"}
Format = Literal["table", "json"]


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="What to look for.")],
    kind: Annotated[HitKind | None, typer.Option(help="Only these things.")] = None,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Articles near in meaning, whatever their words.")
    ] = False,
    theatre: options.Theatre = "ukraine",
    as_of: options.AsOf = None,
    store: options.Store = None,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = "table",
    limit: options.Limit = LIMIT,
    quiet: options.Quiet = False,
) -> None:
    """Search articles, claims and the findings of the last run, the best match first.

    All parts of QUERY must hold: words, "phrases", -words that must not stand there, and fields:
    speaker: place: type: outlet: lang: origins:>=2 since:2025-03-01 until:2025-03-13

    Examples:

      sitrep search 'drones "power plant" since:2025-03-01'

      sitrep search 'ceasefire speaker:"Donald Trump" -minerals' --kind claim

      sitrep search 'type:contested origins:>=2' --format json

      sitrep search --semantic "strikes on the energy grid in winter"
    """
    text = " ".join(query)
    moment = options.moment(as_of, "--as-of")
    with reading(options.store_path(store)) as kept:
        if semantic:
            found = _near(kept, text, limit, moment, quiet=quiet)
        else:
            found = look_for(
                kept,
                parse(text),
                kinds=(kind,) if kind else KINDS,
                limit=limit,
                as_of=moment,
                theatre=theatre,
            )
        ran = kept.runs.latest(theatre) is not None
    _print(found, form)
    left_out = sum(one.left_out for one in found)
    if left_out and not quiet:
        say(f"{left_out} hits left out: rejected, replaced or withdrawn")
    if not ran and not semantic and not quiet:
        say("no findings yet: `sitrep brief` makes them, and reads the claims")


def _near(
    kept: Store, text: str, limit: int, as_of: datetime | None, *, quiet: bool
) -> tuple[Found, ...]:
    """Return the articles nearest in meaning."""
    from sitrep.engine.semantic import semantic  # noqa: PLC0415 - it loads NumPy

    with bars(quiet=quiet) as progress:
        encoder = Engines().encoder
        hits = semantic(kept, text, encoder=encoder, limit=limit, as_of=as_of, progress=progress)
    return (Found(kind="article", hits=hits),)


def _print(found: Sequence[Found], form: Format) -> None:
    if form == "json":
        write_json(hit for one in found for hit in one.hits)
        return
    if not any(one.hits for one in found):
        say("nothing found")
    for one in found:
        if one.hits:
            columns = ("id", "when (UTC)", "who", "title", "text")
            table(TITLES[one.kind], columns, map(_row, one.hits))


def _row(hit: Hit) -> tuple[str, ...]:
    when = f"{hit.published_at:%d %b %Y %H:%M}" if hit.published_at else "–"
    return (hit.id, when, hit.speaker or hit.outlet or "", hit.title, " ".join(hit.text.split()))
