"""`sitrep check`: do these reports carry this text?"""

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from sitrep.app import options
from sitrep.app.console import counted, report_issues, say, write, write_json
from sitrep.brief.verify.library import Checked
from sitrep.engine.checking import check_text
from sitrep.engine.issue_log import IssueLog
from sitrep.model.errors import UsageError
from sitrep.vocabulary.load import load

STANDARD_INPUT = "-"
_WORDS = {"carried": "carried", "likely": "likely", "not carried": "NOT CARRIED"}
_WIDTH = 13
_WORDING = {"support", "loaded"}
"""Gates that object to wording the passages do not have, not to a fact they deny."""


def check(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="A file of plain text in English; - reads it.")
    ],
    sources: Annotated[
        list[str],
        typer.Option("--sources", "-s", help="Reports it should rest on; may be repeated."),
    ],
    vocabulary: options.VocabularyFolder = None,
    log: options.Log = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Check each sentence of TEXT against reports: carried, or why not and where.

    Every sentence is read with the passages nearest to it and goes through the gates of a brief:
    quotations, speakers, numbers, dates, names, negation, hedges, attribution, support and loaded
    words. Where they object to the wording alone, and each word, name and number has
    its like in one report, it is "likely": read it. Ends with exit code 1 unless all are carried.

    Example: sitrep check draft.txt --sources reports/ --sources wire.jsonl
    """
    issues = IssueLog()
    found = check_text(
        _read(text),
        sources,
        settings=options.settings(None, vocabulary=vocabulary),
        vocabulary=load(vocabulary),
        log=issues,
    )
    if json:
        write_json(found)
    else:
        write("\n".join(line for one in found for line in _lines(one)))
    report_issues(issues.all(), log, quiet=quiet)
    told = Counter(_reading(one) for one in found)
    if not quiet:
        counts = ", ".join(f"{told[reading]} {reading}" for reading in _WORDS)
        say(f"{counted(len(found), 'sentence')}: {counts}")
    if told["carried"] < len(found):
        raise typer.Exit(1)


def _read(path: str) -> str:
    """Return the text of a file or of standard input; raises UsageError."""
    try:
        body = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
        return body.decode("utf-8-sig")
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read ({fault.strerror})") from fault
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path}: is not text in UTF-8; save it as UTF-8 first") from fault


def _lines(one: Checked) -> list[str]:
    """Return what is printed of one sentence: the verdict, what breaks it, the passages."""
    lines = [f"{_WORDS[_reading(one)]:{_WIDTH}}{one.text}"]
    if not one.verdict.passed:
        unmet = ", ".join(f"“{span.text}”" for span in one.support.unmet)
        lines += [f"{'':{_WIDTH}}not in the nearest report: {unmet}"] if unmet else []
        lines += [f"{'':{_WIDTH}}{gate.name}: {gate.reason}" for gate in one.verdict.failed]
        lines += [f"{'':{_WIDTH}}nearest, support {one.support.score:.2f}:"] if one.passages else []
    lines += [f"{'':{_WIDTH}}[{p.outlet}, “{p.title}”] {p.quote}" for p in one.passages]
    return lines


def _reading(one: Checked) -> str:
    """Return "likely" where only the wording is the reporter's own: nothing that can be checked."""
    if one.verdict.passed:
        return "carried"
    worded = {gate.name for gate in one.verdict.failed} <= _WORDING
    return "likely" if worded and one.support.carried and not one.support.unmet else "not carried"
