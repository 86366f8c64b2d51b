"""WARC 1.0 and 1.1 files (ISO 28500): the HTML pages among their response records.

Read here and not by a library: fastwarc 2.0 panics, past every `except Exception`, when the stream
under it fails, as a cut-off or oversized gzip file does.
"""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import BinaryIO, NamedTuple

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.page import page_media_type
from sitrep.sources.problems import BadInput, issue, subject
from sitrep.sources.unpack import CHUNK, read_all, unpack

PAGES = frozenset({"text/html", "application/xhtml+xml"})
HEADER_BYTES = 1 << 16
"""Of one line, and of all lines of one header together."""

_DIGITS = re.compile(r"\d{1,15}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

Headers = Mapping[str, str]


class Record(NamedTuple):
    """One record: its number in the file, its headers by lower-case name, and its block.

    `block` is None when it is larger than wanted; `length` is what the header says.
    """

    number: int
    headers: Headers
    length: int
    block: bytes | None


class Response(NamedTuple):
    """An HTTP response in a record's block."""

    status: str
    headers: Headers
    body: bytes


def read_warc(stream: BinaryIO, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the HTML pages that `stream` holds, by record number, and one note on all others.

    Raises `BadInput` when the stream is damaged or cut off; what came before stays read.
    """
    passed = 0
    for record in _records(stream, limits.record_bytes):
        if record.headers.get("warc-type") != "response":
            continue
        if record.block is None:
            reason = f"page of {record.length:,} bytes: skipped"
            yield issue(subject(path, record.number), "record-too-large", reason)
            continue
        response = _response(record.block)
        if response.status == "200" and _media_type(response) in PAGES:
            yield from _page(record, response, path, limits)
        else:
            passed += 1
    if passed:
        reason = f"{passed} responses that are no HTML page with status 200 passed over"
        yield issue(path, "not-a-page", reason, severity="note")


def _records(stream: BinaryIO, most: int) -> Iterator[Record]:
    """Yield the records of `stream`; blocks of more than `most` bytes are passed over."""
    number = 0
    while version := _next_line(stream):
        where = f"WARC is damaged or cut off at record {number}"
        if not version.startswith(b"WARC/"):
            raise BadInput("truncated", where)
        headers = _headers(_header_lines(stream, where))
        written = headers.get("content-length", "")
        if not _DIGITS.fullmatch(written):
            raise BadInput("truncated", f"{where}: no content length")
        length = int(written)
        block = stream.read(length) if length <= most else None
        got = _skipped(stream, length) if block is None else len(block)
        if got < length:
            raise BadInput("truncated", f"{where}: {got:,} of {length:,} bytes")
        yield Record(number, headers, length, block)
        number += 1


def _next_line(stream: BinaryIO) -> bytes:
    """Return the next line that is not blank, empty at the end."""
    while line := stream.readline(HEADER_BYTES):
        if line.strip():
            return line
    return b""


def _header_lines(stream: BinaryIO, where: str) -> bytes:
    lines = []
    size = 0
    while (line := stream.readline(HEADER_BYTES)).strip():
        lines.append(line)
        size += len(line)
        if size > HEADER_BYTES:
            raise BadInput("truncated", f"{where}: endless header")
    if not line:
        raise BadInput("truncated", where)
    return b"".join(lines)


def _headers(lines: bytes) -> Headers:
    """Return headers by lower-case name; the last of equal names stays."""
    parts = (line.partition(":") for line in lines.decode("utf-8", errors="replace").splitlines())
    return {name.strip().lower(): value.strip() for name, colon, value in parts if colon}


def _skipped(stream: BinaryIO, length: int) -> int:
    """Read past `length` bytes and return how many there were."""
    got = 0
    while got < length and (chunk := stream.read(min(CHUNK, length - got))):
        got += len(chunk)
    return got


def _response(block: bytes) -> Response:
    head, _, body = block.partition(b"\r\n\r\n")
    first, _, lines = head.partition(b"\r\n")
    words = first.decode("latin-1").split()
    status = words[1] if len(words) > 1 and words[0].startswith("HTTP/") else ""
    return Response(status, _headers(lines), body)


def _media_type(response: Response) -> str:
    return response.headers.get("content-type", "text/html").split(";")[0].strip().lower()


def _page(
    record: Record, response: Response, path: str, limits: Limits
) -> Iterator[RawItem | Issue]:
    where = subject(path, record.number)
    try:
        page = _content(response, limits)
    except BadInput as problem:
        yield issue(where, problem.code, problem.reason)
        return
    declared = _CHARSET.search(response.headers.get("content-type", ""))
    media_type, doubt = page_media_type(page, declared[1] if declared else None)
    if doubt:
        yield issue(where, "mis-encoded", doubt)
    url = record.headers.get("warc-target-uri", "").strip("<>") or None
    origin = Origin(path, record.number, media_type, _moment(record.headers.get("warc-date")))
    yield raw_item(page, origin, Fields(form="page", content=None, url=url))


def _moment(written: str | None) -> datetime | None:
    """Return WARC-Date, which is always UTC, None when it is missing or wrong."""
    try:
        return datetime.fromisoformat(written or "")
    except ValueError:
        return None


def _content(response: Response, limits: Limits) -> bytes:
    """Return the page without its transfer and content encodings."""
    headers, body = response.headers, response.body
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = headers.get("content-encoding", "").lower()
    if coding in {"gzip", "x-gzip"}:
        return read_all(unpack(io.BytesIO(body), limits), limits.record_bytes)
    if coding == "deflate":
        return _inflated(body, limits.record_bytes)
    if coding not in {"", "identity"}:
        raise BadInput("unknown-encoding", f"page in content encoding {coding!r}: not read")
    return body


def _inflated(body: bytes, most: int) -> bytes:
    """Undo HTTP's "deflate", with or without the zlib wrapper that servers leave out."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            page = zlib.decompressobj(window).decompress(body, most + 1)
        except zlib.error:
            continue
        if len(page) > most:
            raise BadInput("too-large", f"page grows to more than {most:,} bytes: not unpacked")
        return page
    raise BadInput("truncated", "damaged deflate data in a page")


def _joined(body: bytes) -> bytes:
    """Join HTTP chunks; a body that is not chunked after all comes back as it is."""
    parts, position = [], 0
    while (line_end := body.find(b"\r\n", position)) >= 0:
        try:
            size = int(body[position:line_end].split(b";")[0], 16)
        except ValueError:
            return body
        if size <= 0:
            break
        parts.append(body[line_end + 2 : line_end + 2 + size])
        position = line_end + 2 + size + 2
    return b"".join(parts) or body
