"""The part of `sitrep review` that reads and carries decisions; and `sitrep audit`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from sitrep.app import options
from sitrep.app.console import counted, say, table, write
from sitrep.app.decided import Hand, undoing
from sitrep.app.opened import opened, reading
from sitrep.engine.deciding import decision as find_decision
from sitrep.model.errors import UsageError
from sitrep.model.findings import Finding
from sitrep.model.review import Break, Decision, Entry, first_break, identified, in_force, said

LIMIT = 40


class _Line(msgspec.Struct, frozen=True):
    """A line of an exported log, as far as reading it goes."""

    decision: msgspec.Raw
    number: int = 0
    previous: str = ""
    hash: str = ""


def listed(
    theatre: options.Theatre = "ukraine",
    store: options.Store = None,
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Only findings that nobody decided on.")
    ] = False,
    limit: options.Limit = LIMIT,
    json: options.Json = False,
) -> None:
    """List the findings of the last run with what was decided on them, weightiest first.

    Example: sitrep review list --undecided --limit 10
    """
    with reading(options.store_path(store)) as kept:
        latest = kept.runs.latest(theatre)
        found = kept.runs.findings(latest.run_id) if latest else ()
        held = in_force(kept.reviews.decisions())
    wanted = [(one, _decided(one, held)) for one in found]
    shown = [(one, notes) for one, notes in wanted if not (undecided and notes)]
    if json:
        for one, notes in shown:
            write(msgspec.json.encode({"finding": one, "decisions": notes}).decode())
        return
    rows = [
        (one.id, one.track, one.status, one.question.text, ", ".join(one.claims[:3]), _brief(notes))
        for one, notes in shown[:limit]
    ]
    table("Findings", ("id", "track", "status", "question", "claims", "decided"), rows)
    if len(shown) > limit:
        say(f"… {len(shown) - limit} more; raise --limit, or --json for all.")


def undo(
    ids: Annotated[list[str], typer.Argument(metavar="DECISION...", help="Decisions, by id.")],
    reason: Annotated[str, typer.Option(help="Why, in a sentence.")],
    by: Annotated[
        str | None,
        typer.Option(help="Who decides [default: $SITREP_ANALYST, else your user name]."),
    ] = None,
    at: Annotated[str | None, typer.Option(help="When it was decided [default: now].")] = None,
    store: options.Store = None,
) -> None:
    """Take decisions back; the log keeps both. Undoing an undoing makes the first hold again.

    Example: sitrep review undo dec-3f2a --reason "the report was right after all"
    """
    hand = Hand(reason, by, at, store)
    with reading(hand.path) as kept:
        made = [find_decision(kept, id_) for id_ in ids]
        hand.keep(kept, [undoing(hand, one) for one in made])


def log(
    store: options.Store = None,
    as_of: options.AsOf = None,
    limit: options.Limit = LIMIT,
    json: options.Json = False,
) -> None:
    """List all decisions, the newest first, and which of them hold.

    Example: sitrep review log --json
    """
    moment = options.moment(as_of, "--as-of")
    with reading(options.store_path(store)) as kept:
        made = [one for one in kept.reviews.decisions() if moment is None or one.at <= moment]
    holding = {one.id for one in in_force(made)}
    newest = sorted(made, key=lambda one: (one.at, one.id), reverse=True)
    if json:
        for one in newest:
            write(msgspec.json.encode(one).decode())
        return
    rows = [
        (
            one.id,
            f"{one.at:%d %b %Y %H:%M}",
            one.by,
            one.action,
            "; ".join(target.text for target in one.targets),
            one.reason,
            "" if one.action == "undo" else "yes" if one.id in holding else "undone",
        )
        for one in newest[:limit]
    ]
    table("Decisions", ("id", "when (UTC)", "who", "what", "on", "why", "holds"), rows)
    if len(newest) > limit:
        say(f"… {len(newest) - limit} more; raise --limit, or --json for all.")


def export(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Where to write; - for the terminal.")
    ] = "-",
    store: options.Store = None,
) -> None:
    """Write the log as JSON Lines: number, hashes and decision. `sitrep audit` checks the file.

    Example: sitrep review export decisions.jsonl
    """
    with reading(options.store_path(store)) as kept:
        entries = kept.reviews.entries()
    lines = "".join(f"{_line(entry)}\n" for entry in entries)
    if file == "-":
        if lines:
            write(lines)
        return
    try:
        Path(file).write_text(lines, encoding="utf-8")
    except OSError as fault:
        raise UsageError(f"{file}: cannot be written ({fault.strerror})") from fault
    say(f"{len(entries)} decisions → {file}")


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Decisions as JSON Lines.")],
    store: options.Store = None,
) -> None:
    """Take up the decisions of an exported log, with the names, times and reasons they have.

    What the log here holds already is not added twice.

    Example: sitrep review import decisions.jsonl
    """
    entries = list(_read(Path(file)))
    broken = first_break(entries) if any(entry.number for entry in entries) else None
    if broken is not None:
        say(f"warning: {file}: entry {broken.number} {broken.problem}: not the whole of a log")
    decisions = [_decision(file, at, entry) for at, entry in enumerate(entries, start=1)]
    with opened(options.store_path(store)) as kept:
        new = kept.reviews.add(decisions)
    say(f"{len(decisions)} decisions read: {new} new, {len(decisions) - new} known")


def audit(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="An exported log, not the store's own.")
    ] = None,
    expect: Annotated[
        str | None, typer.Option(help="A hash noted earlier that the log must still hold.")
    ] = None,
    store: options.Store = None,
) -> None:
    """Check the log of decisions: nothing changed, lost, added or moved since it was written.

    Ends with exit code 1 and the first entry that does not hold. The last hash stands for the whole
    log: noted elsewhere, it shows with --expect that no entry was cut off the end.

    Examples:

      sitrep audit

      sitrep audit decisions.jsonl --expect 8f2a
    """
    if file is not None:
        entries: tuple[Entry, ...] = tuple(_read(file))
    else:
        with reading(options.store_path(store)) as kept:
            entries = kept.reviews.entries()
    broken = first_break(entries) or _lost(entries, expect)
    if broken is not None:
        say(f"entry {broken.number}: {broken.problem}")
        raise typer.Exit(1)
    head = f"; the last hash is {entries[-1].hash}" if entries else ""
    write(f"{counted(len(entries), 'entry', 'entries')}: nothing changed, lost or moved{head}")


def _lost(entries: tuple[Entry, ...], expect: str | None) -> Break | None:
    if not expect or any(entry.hash.startswith(expect.lower()) for entry in entries):
        return None
    return Break(number=len(entries) + 1, problem=f"no entry has the hash {expect}: one is missing")


def _line(entry: Entry) -> str:
    fields = {
        "number": entry.number,
        "previous": entry.previous,
        "hash": entry.hash,
        "decision": msgspec.Raw(entry.written.encode()),
    }
    return msgspec.json.encode(fields).decode()


def _read(path: Path) -> Iterator[Entry]:
    """Yield the entries of an exported log; a line that is a bare decision has number 0."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{path}: cannot be read ({fault})") from fault
    for at, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            read = msgspec.json.decode(line, type=_Line)
        except msgspec.DecodeError as fault:
            raise UsageError(f"{path}, line {at}: is no line of a log ({fault})") from fault
        yield Entry(
            number=read.number,
            previous=read.previous,
            hash=read.hash,
            written=bytes(read.decision).decode(),
        )


def _decision(file: str, at: int, entry: Entry) -> Decision:
    try:
        read = msgspec.json.decode(entry.written, type=Decision)
    except msgspec.DecodeError as fault:
        raise UsageError(f"{file}, entry {at}: is no decision ({fault})") from fault
    if identified(read).id != read.id:
        raise UsageError(f"{file}, entry {at}: its id is not that of what it says")
    return read


def _decided(finding: Finding, held: list[Decision]) -> list[Decision]:
    """Return the decisions that the finding's reasons tell of."""
    return [one for one in held if any(said(one) in reason for reason in finding.reasons)]


def _brief(decisions: list[Decision]) -> str:
    return "; ".join(f"{one.action} ({one.by})" for one in decisions)
