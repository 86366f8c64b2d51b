"""Reports from files, folders and standard input, in any mix of forms."""

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.decode import decode
from sitrep.sources.feed import read_feed
from sitrep.sources.page import read_page
from sitrep.sources.paths import STANDARD_INPUT, files_of, require_present
from sitrep.sources.problems import BadInput, issue, subject
from sitrep.sources.prose import read_prose
from sitrep.sources.records import read_document, read_lines
from sitrep.sources.sniff import HEAD, sniff
from sitrep.sources.unpack import read_all, unpack
from sitrep.sources.warc import read_warc

LIST_RECORDS = 8
"""One JSON list or feed may be as large as so many of the largest records: it is held whole."""

_REFUSED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "empty": ("empty", "an empty file"),
        "binary": ("binary", "not text: a binary file or an unknown form"),
        "archive": ("archive", "a tar archive: unpack it and give its folder"),
        "table": ("table", "a table, no reports: give JSON Lines with a field a column"),
        "xml": ("unknown-xml", "XML that is no feed: give RSS, Atom or HTML"),
    }
)


def read(paths: Sequence[str], *, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield each report in `paths`, or an issue saying where and why one cannot be read.

    `paths` are files, folders (walked in sorted order) and "-" for standard input; gzip is
    recognised by content. Raises `UsageError` at once when a path does not exist; any other problem
    is an `Issue`, and reading goes on with the next record or file.
    """
    require_present(paths)
    return _read(paths, limits)


def _read(paths: Sequence[str], limits: Limits) -> Iterator[RawItem | Issue]:
    for path in paths:
        for file in files_of(path):
            yield from _noted(_file(file, limits))


def _file(path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    try:
        if path == STANDARD_INPUT:
            yield from read_stream(sys.stdin.buffer, path, limits)
        else:
            with Path(path).open("rb") as stream:
                yield from read_stream(stream, path, limits)
    except BadInput as problem:
        yield issue(path, problem.code, problem.reason)
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        yield issue(path, "unreadable", reason)


def read_stream(stream: BinaryIO, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the reports in `stream`, named `path`; raises `BadInput` for the file as a whole."""
    content = unpack(stream, limits)
    head = content.peek(HEAD)[:HEAD]
    form = sniff(head, path)
    if form in _REFUSED:
        raise BadInput(*_REFUSED[form])
    most = limits.record_bytes
    match form:
        case "warc":
            yield from read_warc(content, path, limits)
        case "jsonl":
            yield from read_lines(_utf8(content, head, most * LIST_RECORDS), path, limits)
        case "json":
            body = read_all(_utf8(content, head, most * LIST_RECORDS), most * LIST_RECORDS)
            yield from read_document(body, path, limits)
        case "feed":
            yield from read_feed(read_all(content, most * LIST_RECORDS), path, limits)
        case "page":
            yield from read_page(read_all(content, most), path)
        case "markdown" | "text":
            media_type = "text/markdown" if form == "markdown" else "text/plain"
            yield from read_prose(read_all(content, most), path, media_type)


def _utf8(content: io.BufferedReader, head: bytes, most: int) -> io.BufferedReader:
    """Return JSON as UTF-8: wide encodings are turned, single lines are mended where they stand."""
    charset = decode(head[: len(head) // 4 * 4]).charset
    if charset.startswith(("utf-16", "utf-32")):
        text = decode(read_all(content, most)).text
        return io.BufferedReader(io.BytesIO(text.encode("utf-8", errors="replace")))
    return content


def _noted(found: Iterator[RawItem | Issue]) -> Iterator[RawItem | Issue]:
    """Pass on what one file holds, with a note where an id comes again for another report."""
    first: dict[str, tuple[str, int | None]] = {}
    for item in found:
        yield item
        if isinstance(item, Issue) or item.given_id is None:
            continue
        document = item.document
        digest, record = first.setdefault(item.given_id, (document.body_sha256, document.record))
        if digest != document.body_sha256:
            where = subject(document.path or "", document.record)
            reason = f"id {item.given_id!r} already stands at record {record} with other content"
            yield issue(where, "duplicate-id", reason, severity="note")
