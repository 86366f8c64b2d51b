"""`sitrep brief`: reports in, one situation brief out."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from sitrep.app import options
from sitrep.app.console import bars, counted, report_issues, say, write
from sitrep.app.opened import opened
from sitrep.brief.compose import compose
from sitrep.brief.render import html, json, markdown, pdf, text, wording
from sitrep.engine.analyse import analyse
from sitrep.engine.brief import material
from sitrep.engine.chat import Chat
from sitrep.engine.drafting import drafted
from sitrep.engine.ingest import IngestReport, ingest
from sitrep.engine.openai import OpenAiWriter
from sitrep.engine.reference import references
from sitrep.language.engines import Engines
from sitrep.model.brief import Brief
from sitrep.model.errors import NothingUsable, UsageError
from sitrep.model.issues import Issue
from sitrep.settings import Settings
from sitrep.store.protocol import View
from sitrep.vocabulary.load import load
from sitrep.vocabulary.load import theatre as find_theatre
from sitrep.vocabulary.spelling import Spelling

Format = Literal["md", "html", "json", "txt", "pdf"]
RENDERERS: dict[Format, Callable[[Brief], str | bytes]] = {
    "md": markdown.render,
    "html": html.render,
    "json": json.render,
    "txt": text.render,
    "pdf": pdf.render,
}
SUFFIXES: dict[str, Format] = {
    ".md": "md", ".markdown": "md", ".html": "html", ".json": "json", ".txt": "txt", ".pdf": "pdf",
}  # fmt: skip
"""The format that a file's name asks for."""


def brief(
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORTS", help=options.REPORTS_HELP)
    ] = None,
    theatre: options.Theatre = "ukraine",
    since: options.Since = None,
    until: options.Until = None,
    window_hours: options.WindowHours = 24,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="Format of what -o does not name.")
    ] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write here, by the file's ending; may be repeated."),
    ] = None,
    spelling: Annotated[
        Spelling, typer.Option(help="Of all words outside quotations and names.")
    ] = "british",
    store: options.Store = None,
    vocabulary: options.VocabularyFolder = None,
    executor: options.Executor = "processes",
    workers: options.Workers = 0,
    reference: options.References = None,
    writer: options.WriterChoice = "builtin",
    base_url: options.BaseUrl = None,
    model: options.Model = None,
    writer_timeout: options.WriterTimeout = 30.0,
    log: options.Log = None,
    quiet: options.Quiet = False,
) -> None:
    """Write a situation brief from REPORTS and what the store already holds.

    Without REPORTS the brief is written from the store alone. The window is the 24 hours before the
    newest report about the theatre, unless --since or --until say otherwise.

    Examples:

      sitrep brief examples/reports

      sitrep brief feeds/ news.jsonl.gz --theatre gaza -o brief.html -o brief.pdf

      curl -s https://example.org/rss | sitrep brief - --format md

      sitrep brief --writer openai --base-url http://127.0.0.1:8080/v1 --model NAME
    """
    setting = options.settings(
        store,
        theatre=theatre,
        vocabulary=vocabulary,
        executor=executor,
        workers=workers,
        window_hours=window_hours,
        spelling=spelling,
    )
    view = options.view(since, until, as_of)
    known = options.known_at(known_at)
    server = options.chat(writer, base_url, model, timeout=writer_timeout)
    targets = [(path, _format(path, form)) for path in output or []]
    _require_writable(targets, form)
    issues: list[Issue] = []
    try:
        written, read = _write(
            reports or [],
            setting,
            view,
            reference or [],
            issues=issues,
            quiet=quiet,
            known_at=known,
            server=server,
        )
    finally:
        report_issues(issues, log, quiet=quiet)
    _deliver(written, targets, form or "md")
    if not quiet:
        say(_summary(written, read, issues, [path for path, _ in targets]))
        if not written.method.on_theatre:
            say(_elsewhere(written))


def _write(
    reports: list[str],
    setting: Settings,
    view: View,
    reference: list[str],
    *,
    issues: list[Issue],
    quiet: bool,
    known_at: datetime | None,
    server: Chat | None,
) -> tuple[Brief, IngestReport | None]:
    """Read the reports, analyse the window and write the brief; problems go to `issues`."""
    words = load(setting.vocabulary)
    place = find_theatre(words, setting.theatre)
    published, problems = references(reference, place)
    issues += problems
    with opened(setting.store) as kept, bars(quiet=quiet) as progress:
        read: IngestReport | None = None
        if reports:
            read = ingest(
                reports,
                store=kept,
                settings=setting,
                vocabulary=words,
                known_at=known_at,
                received_at=options.now(),
                progress=progress,
            )
            issues += read.issues
        analysis = analyse(
            store=kept,
            settings=setting,
            theatre=place,
            vocabulary=words,
            engines=Engines(),
            since=view.since,
            until=view.until,
            as_of=view.as_of,
            progress=progress,
        )
        issues += analysis.issues
        if not analysis.articles and not (read and read.usable):
            raise NothingUsable(_nothing(reports))
        drawn_from = material(
            analysis,
            theatre=place,
            vocabulary=words,
            read=read,
            references=published,
            spelling=setting.spelling,
        )
        written, refused = compose(drawn_from)
        issues += refused
        if server is not None:
            writer = OpenAiWriter(server, progress)
            written, refused = drafted(written, drawn_from, writer)
            issues += refused
        kept.runs.add_brief(written)
    return written, read


def _format(path: Path, form: Format | None) -> Format:
    """Return the format of a file: that of its ending, else the one asked for."""
    found = SUFFIXES.get(path.suffix.lower()) or form
    if found is None:
        endings = ", ".join(SUFFIXES)
        raise UsageError(f"-o {path}: give it one of the endings {endings}, or name a --format")
    return found


def _require_writable(targets: list[tuple[Path, Format]], form: Format | None) -> None:
    """Raise UsageError for what cannot be written, before anything is read."""
    for path, _ in targets:
        if not path.parent.is_dir():
            raise UsageError(f"-o {path}: there is no folder {path.parent}; make it first")
    if any(target == "pdf" for _, target in targets) or (form == "pdf" and not targets):
        pdf.require()


def _deliver(brief: Brief, targets: list[tuple[Path, Format]], form: Format) -> None:
    """Write the brief to each target, to standard output when there is none."""
    if not targets:
        _print(RENDERERS[form](brief))
    for path, target in targets:
        try:
            path.write_bytes(_bytes(RENDERERS[target](brief)))
        except OSError as fault:
            raise UsageError(f"-o {path}: cannot be written ({fault.strerror})") from fault


def _bytes(page: str | bytes) -> bytes:
    return page if isinstance(page, bytes) else page.encode("utf-8")


def _print(page: str | bytes) -> None:
    """Write a page to standard output: text as text, anything else as its bytes."""
    if isinstance(page, str):
        write(page)
        return
    sys.stdout.buffer.write(page)
    sys.stdout.flush()


def _nothing(reports: list[str]) -> str:
    if not reports:
        return "the store holds no reports yet: name files or folders, e.g. sitrep brief reports/"
    return (
        f"nothing usable in {', '.join(reports)}: give JSON Lines, RSS, Atom, JSON Feed, HTML, "
        "Markdown, text or WARC files"
    )


def _summary(
    brief: Brief, read: IngestReport | None, issues: list[Issue], paths: list[Path]
) -> str:
    method = brief.method
    parts = [f"{method.on_theatre} of {method.articles} articles in the window on {brief.theatre}"]
    if read:
        parts.insert(0, f"{counted(read.read, 'report')} read, {read.new} new")
    parts.append(f"{counted(len(brief.sources), 'source')} cited")
    loud = sum(issue.severity != "note" for issue in issues)
    told = f"{counted(loud, 'warning')}, {counted(len(issues) - loud, 'note')}"
    parts.append(f"{told} (--log FILE lists them)")
    where = f" → {', '.join(map(str, paths))}" if paths else ""
    return f"{'; '.join(parts)}{where}"


def _elsewhere(brief: Brief) -> str:
    return (
        f"nothing on {brief.theatre} in the window ({wording.window(brief.method)}): `sitrep "
        "articles` lists the store; name another --theatre, or --since and --until"
    )
