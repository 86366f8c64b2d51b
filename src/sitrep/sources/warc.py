"""WARC 1.0 and 1.1 files (ISO 28500): the HTML pages among their response records.

warcio reads the headers and joins HTTP chunks. Going from record to record and unpacking stay
here: warcio's own iterator and decompressors take a file that is cut off for a whole one, print
to standard error, and know no limits (docs/decisions/0004-feeds-and-warc.md).
"""

import io
import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from warcio.bufferedreaders import ChunkedDataReader
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.page import page_media_type
from sitrep.sources.problems import BadInput, issue, subject
from sitrep.sources.unpack import CHUNK, read_all, unpack

PAGES = frozenset({"text/html", "application/xhtml+xml"})
HEADER_BYTES = 1 << 16
"""Of all lines of one header together."""

_WARC = StatusAndHeadersParser(["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"])
_HTTP = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"])
_DIGITS = re.compile(r"[0-9]{1,15}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)

Headers: TypeAlias = Any
"""warcio's header list; warcio carries no types."""


class Response(NamedTuple):
    """A response record: its number in the file, its headers and its block.

    `block` is None when it is larger than wanted; `length` is what the header says.
    """

    number: int
    headers: Headers
    length: int
    block: bytes | None


def read_warc(stream: BinaryIO, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the HTML pages that `stream` holds, by record number, and one note on all others.

    Raises `BadInput` when the stream is damaged or cut off; what came before stays read.
    """
    passed = 0
    for response in _responses(stream, limits.record_bytes):
        where = subject(path, response.number)
        if response.block is None:
            reason = f"page of {response.length:,} bytes: skipped"
            yield issue(where, "record-too-large", reason)
            continue
        body = io.BytesIO(response.block)
        http = _http_headers(body)
        if http is None or not http.statusline.startswith("200") or _media_type(http) not in PAGES:
            passed += 1
            continue
        try:
            page = _content(body, http, limits)
        except BadInput as problem:
            yield issue(where, problem.code, problem.reason)
            continue
        yield from _page(page, response, http, path)
    if passed:
        reason = f"{passed} responses that are no HTML page with status 200 passed over"
        yield issue(path, "not-a-page", reason, severity="note")


def _responses(stream: BinaryIO, most: int) -> Iterator[Response]:
    """Yield the responses in `stream`, without blocks of more than `most` bytes."""
    number = 0
    while version := _next_line(stream):
        where = f"WARC is damaged or cut off at record {number}"
        try:
            headers = _WARC.parse(io.BytesIO(_header_lines(stream, where)), version)
        except StatusAndHeadersParserException as error:
            raise BadInput("truncated", where) from error
        written = headers.get_header("Content-Length", "")
        if not _DIGITS.fullmatch(written):
            raise BadInput("truncated", f"{where}: no content length")
        length = int(written)
        is_response = headers.get_header("WARC-Type") == "response"
        block = stream.read(length) if is_response and length <= most else None
        got = _skipped(stream, length) if block is None else len(block)
        if got < length:
            raise BadInput("truncated", f"{where}: {got:,} of {length:,} bytes")
        if is_response:
            yield Response(number, headers, length, block)
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


def _skipped(stream: BinaryIO, length: int) -> int:
    """Read past `length` bytes and return how many there were."""
    got = 0
    while got < length and (chunk := stream.read(min(CHUNK, length - got))):
        got += len(chunk)
    return got


def _http_headers(body: io.BytesIO) -> Headers | None:
    """Return the HTTP headers at the beginning of `body`, which is left behind them."""
    try:
        return _HTTP.parse(body)
    except (StatusAndHeadersParserException, EOFError):
        return None


def _media_type(http: Headers) -> str:
    return str(http.get_header("content-type", "text/html")).split(";")[0].strip().lower()


def _content(body: io.BytesIO, http: Headers, limits: Limits) -> bytes:
    """Return the page without its transfer and content encodings."""
    chunked = "chunked" in (http.get_header("transfer-encoding") or "").lower()
    page: bytes = ChunkedDataReader(body).read() if chunked else body.read()
    coding = (http.get_header("content-encoding") or "").strip().lower()
    if coding in {"gzip", "x-gzip"}:
        return read_all(unpack(io.BytesIO(page), limits), limits.record_bytes)
    if coding == "deflate":
        return _inflated(page, limits.record_bytes)
    if coding not in {"", "identity"}:
        raise BadInput("unknown-encoding", f"page in content encoding {coding!r}: not read")
    return page


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


def _page(page: bytes, response: Response, http: Headers, path: str) -> Iterator[RawItem | Issue]:
    declared = _CHARSET.search(http.get_header("content-type", ""))
    media_type, doubt = page_media_type(page, declared[1] if declared else None)
    if doubt:
        yield issue(subject(path, response.number), "mis-encoded", doubt)
    url = (response.headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    fetched_at = _moment(response.headers.get_header("WARC-Date"))
    origin = Origin(path, response.number, media_type, fetched_at)
    yield raw_item(page, origin, Fields(form="page", content=None, url=url))


def _moment(written: str | None) -> datetime | None:
    """Return WARC-Date, which is always UTC, None when it is missing or wrong."""
    try:
        return datetime.fromisoformat(written or "")
    except ValueError:
        return None
