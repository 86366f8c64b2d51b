"""Options that several commands share, and how they become settings."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
import typer

from sitrep.engine.chat import Chat
from sitrep.model.errors import UsageError
from sitrep.settings import Settings
from sitrep.store.protocol import View
from sitrep.vocabulary.spelling import Spelling

REPORTS_HELP = (
    "Files and folders of reports: JSON Lines, RSS, Atom, JSON Feed, HTML, Markdown, text, WARC, "
    "plain or gzipped; - reads standard input."
)
Reports = Annotated[list[str], typer.Argument(metavar="REPORTS", help=REPORTS_HELP)]
Store = Annotated[
    Path | None,
    typer.Option(help="The store's file [default: $SITREP_HOME, else your data folder]."),
]
Theatre = Annotated[str, typer.Option(help="The conflict to report on; see `sitrep theatres`.")]
VocabularyFolder = Annotated[
    Path | None, typer.Option("--vocabulary", help="A folder with theatre files of your own.")
]
Since = Annotated[str | None, typer.Option(help="Begin of the window, e.g. 2025-03-12T20:00Z.")]
Until = Annotated[str | None, typer.Option(help="End of the window, not included.")]
WindowHours = Annotated[
    int, typer.Option(min=1, help="Length of the window where --since does not set it.")
]
AsOf = Annotated[str | None, typer.Option(help="What was known at this moment.")]
References = Annotated[
    list[str] | None,
    typer.Option(
        "--reference",
        metavar="MAPPING[=DATA]",
        help="A published series or map to set reports beside, by its mapping; may be repeated.",
    ),
]
KnownAt = Annotated[
    str | None,
    typer.Option(
        help="When these reports came to us (a time, or now), for --as-of [default: as the reports "
        "say, else when they were published]."
    ),
]
ExecutorName = Literal["inline", "processes"]
Executor = Annotated[ExecutorName, typer.Option(help="How work is spread; never what comes out.")]
Workers = Annotated[int, typer.Option(min=0, help="Worker processes; 0: one for each core.")]
Log = Annotated[str | None, typer.Option(help="Write every issue to this file, as JSON Lines.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON line each, for scripts.")]
Limit = Annotated[int, typer.Option(min=1, help="Show at most so many.")]

WriterName = Literal["builtin", "openai"]
WriterChoice = Annotated[
    WriterName,
    typer.Option("--writer", help="Who words the sentences; the same gates check every writer."),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        help="Address of an OpenAI-compatible server, e.g. http://127.0.0.1:8080/v1; a key, if it "
        "wants one, comes from $SITREP_API_KEY."
    ),
]
Model = Annotated[str | None, typer.Option(help="The model that the server is asked for.")]
WriterTimeout = Annotated[
    float, typer.Option(min=0.1, help="Seconds that the server has for one sentence.")
]

TrackerName = Literal["ceasefire", "strikes", "control", "diplomacy"]


def store_path(given: Path | None) -> Path:
    """Return where the store is: as given, else under SITREP_HOME, else the user's data folder."""
    if given is not None:
        return given
    home = os.environ.get("SITREP_HOME")
    folder = Path(home) if home else Path(platformdirs.user_data_dir("sitrep", appauthor=False))
    return folder / "sitrep.sqlite"


def settings(  # noqa: PLR0913 - one for each option
    store: Path | None,
    *,
    theatre: str = "ukraine",
    vocabulary: Path | None = None,
    executor: ExecutorName = "processes",
    workers: int = 0,
    window_hours: int = 24,
    spelling: Spelling = "british",
) -> Settings:
    """Return the settings of a run."""
    return Settings(
        store=store_path(store),
        theatre=theatre,
        vocabulary=vocabulary,
        executor=executor,
        workers=workers,
        window_hours=window_hours,
        spelling=spelling,
    )


def chat(
    writer: WriterName, base_url: str | None, model: str | None, *, timeout: float
) -> Chat | None:
    """Return the server that drafts sentences, None for the built-in writer.

    Raises UsageError when the options do not fit together.
    """
    if writer == "builtin":
        if base_url or model:
            raise UsageError("--base-url and --model go with --writer openai")
        return None
    if not base_url or not model:
        raise UsageError(
            "--writer openai wants a server and a model: --base-url http://127.0.0.1:8080/v1 "
            "--model NAME"
        )
    key = os.environ.get("SITREP_API_KEY") or None
    return Chat(base_url=base_url, model=model, key=key, seconds=timeout)


def moment(text: str | None, option: str) -> datetime | None:
    """Return `text` (RFC 3339; without a zone: UTC) as a time in UTC, None for None.

    Raises UsageError with an example when it is none.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as fault:
        raise UsageError(
            f"{option} {text!r} is no time; write 2025-03-12 or 2025-03-12T20:00Z"
        ) from fault
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def view(since: str | None, until: str | None, as_of: str | None = None) -> View:
    """Return what of the store counts; raises UsageError where the window holds no moment."""
    asked = View(
        since=moment(since, "--since"),
        until=moment(until, "--until"),
        as_of=moment(as_of, "--as-of"),
    )
    if asked.since is not None and asked.until is not None and asked.since >= asked.until:
        raise UsageError(f"--since {since} is not before --until {until}: no report lies between")
    return asked


def known_at(text: str | None) -> datetime | None:
    """Return when reports came to us: `text` as a time, the present for "now", None for None."""
    return now() if text == "now" else moment(text, "--known-at")


def now() -> datetime:
    """Return the present time in UTC: the one place where Sitrep reads the clock."""
    return datetime.now(tz=UTC)
