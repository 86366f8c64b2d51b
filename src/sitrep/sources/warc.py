"""WARC files: the HTML pages among their response records."""

import io
import zlib
from collections.abc import Iterator
from datetime import UTC
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.page import page_media_type
from sitrep.sources.problems import BadInput, issue, subject
from sitrep.sources.unpack import read_all, unpack

PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_warc(stream: BinaryIO, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the HTML pages that `stream` holds, by record number, and one note on all others.

    Raises `BadInput` when the stream is damaged; what came before stays read.
    """
    number = passed = -1
    passed = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, parse_http=True)):
            if record.record_type != WarcRecordType.response:
                continue
            if _is_page(record):
                yield from _page(record, Origin(path, number, ""), limits)
            else:
                passed += 1
    except OSError as error:
        reason = f"WARC is damaged or cut off after record {number} ({error})"
        raise BadInput("truncated", reason) from error
    if number < 0:
        raise BadInput("truncated", "no readable WARC record")
    if passed:
        reason = f"{passed} responses that are no HTML page with status 200 passed over"
        yield issue(path, "not-a-page", reason, severity="note")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return False
    return (record.http_content_type or "text/html").lower() in PAGES


def _page(record: Any, origin: Origin, limits: Limits) -> Iterator[RawItem | Issue]:
    where = subject(origin.path, origin.record)
    if record.content_length > limits.record_bytes:
        yield issue(where, "record-too-large", f"page of {record.content_length:,} bytes: skipped")
        return
    expected = record.content_length
    body = record.reader.read()
    if len(body) < expected:
        reason = f"cut off after {len(body):,} of {expected:,} bytes: skipped"
        yield issue(where, "truncated", reason)
        return
    try:
        page = _content(body, record.http_headers, limits)
    except BadInput as problem:
        yield issue(where, problem.code, problem.reason)
        return
    media_type, doubt = page_media_type(page, record.http_charset)
    if doubt:
        yield issue(where, "mis-encoded", doubt)
    when = record.record_date
    located = origin._replace(
        media_type=media_type, fetched_at=when.astimezone(UTC) if when else None
    )
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    yield raw_item(page, located, Fields(form="page", content=None, url=url))


def _content(body: bytes, headers: Any, limits: Limits) -> bytes:
    """Return the page without its transfer and content encodings."""
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _joined(body)
    coding = (headers.get("Content-Encoding") or "").strip().lower()
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
