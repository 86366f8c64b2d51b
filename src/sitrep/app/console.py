"""What goes to the terminal: results to standard output, everything else to standard error."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

from sitrep.model.base import Record
from sitrep.model.errors import UsageError
from sitrep.model.issues import Issue

SHOWN_ISSUES = 12
_SHOWN = frozenset({"warning", "error"})
_RECORD = re.compile(r"\[\d+\]\Z")


def errors() -> Console:
    """Return the console for messages."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


class Bars:
    """Shows a bar for each stage of a run; nothing when standard error is no terminal."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._tasks: dict[str, int] = {}

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Move the bar of `stage` to `done` of `total` (None: not known)."""
        if self._progress is None:
            return
        if stage not in self._tasks:
            self._tasks[stage] = int(self._progress.add_task(stage, total=total))
        self._progress.update(self._task(stage), completed=done, total=total)

    def _task(self, stage: str) -> TaskID:
        return TaskID(self._tasks[stage])


@contextmanager
def bars(*, quiet: bool) -> Iterator[Bars]:
    """Show progress while the block runs, unless `quiet` or not on a terminal."""
    console = errors()
    if quiet or not console.is_terminal:
        yield Bars(None)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        yield Bars(progress)


def say(message: str) -> None:
    """Print one line for people, on standard error."""
    errors().print(message, markup=False)


def say_more(count: int, limit: int) -> None:
    """Say how many of `count` things a list of at most `limit` leaves out, if any."""
    if count > limit:
        say(f"… {count - limit} more; raise --limit, or --json for all.")


def counted(count: int, thing: str, many: str | None = None) -> str:
    """Return "1 warning", "2 warnings"; `many` is a plural that takes more than an s."""
    return f"{count} {thing if count == 1 else many or thing + 's'}"


def write(text: str) -> None:
    """Print a result on standard output as it is."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def write_to(path: Path | None, body: bytes) -> None:
    """Write a result to a file, to standard output where `path` is None; raises UsageError."""
    if path is None:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(body)
    except OSError as fault:
        raise UsageError(f"-o {path}: cannot be written ({fault.strerror})") from fault


def write_json(records: Iterable[Record]) -> None:
    """Print one JSON line a record."""
    for record in records:
        write(msgspec.json.encode(record).decode())


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on standard output; ids stay in one piece, for copying."""
    shown = Table(title=title, title_justify="left", header_style="bold", expand=False)
    for column in columns:
        shown.add_column(column, overflow="fold", no_wrap=column == "id")
    for row in rows:
        shown.add_row(*(cell.replace("[", "\\[") for cell in row))
    Console(highlight=False).print(shown)


def report_issues(issues: Sequence[Issue], log: str | None, *, quiet: bool = False) -> None:
    """Write all issues to `log` as JSON Lines if given; print the first warnings unless quiet.

    What ails many records of one file alike is one line.
    Raises UsageError when the log cannot be written.
    """
    if log is not None:
        lines = "".join(msgspec.json.encode(issue).decode() + "\n" for issue in issues)
        try:
            Path(log).write_text(lines, encoding="utf-8")
        except OSError as fault:
            raise UsageError(f"--log {log}: cannot be written ({fault.strerror})") from fault
    shown = [] if quiet else [issue for issue in issues if issue.severity in _SHOWN]
    alike = _alike(shown)
    for first, *more in alike[:SHOWN_ISSUES]:
        same = f" (and so {len(more)} more of this file)" if more else ""
        say(f"{first.severity}: {first.message}{same}")
    left = sum(len(one) for one in alike[SHOWN_ISSUES:])
    if left:
        say(f"… and {left} more; --log FILE writes all of them.")


def _alike(issues: Iterable[Issue]) -> list[list[Issue]]:
    """Return issues that say the same of records of one file together, by the first of each."""
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in issues:
        file = _RECORD.sub("", issue.subject)
        groups.setdefault((file, issue.message.removeprefix(issue.subject)), []).append(issue)
    return list(groups.values())
