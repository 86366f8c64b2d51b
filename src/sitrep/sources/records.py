"""JSON: Lines of articles, lists of them, and JSON Feed 1.1."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple

import msgspec

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.decode import decode
from sitrep.sources.fields import (
    as_text,
    is_cut,
    is_withdrawn,
    mostly_foreign,
    normalised,
    value_of,
    with_form,
    words_of,
)
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.problems import BadInput, issue, subject

MEDIA_TYPE = "application/json"
LISTS = ("items", "articles", "data", "results", "entries", "documents", "news", "stories", "docs")
"""Names under which one JSON object holds its list of articles; "items" is JSON Feed's."""

_TOKENS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_RAW_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Feed(NamedTuple):
    """What a list of articles says about all of them."""

    source: str | None = None
    language: str | None = None
    byline: str | None = None


def read_lines(stream: BinaryIO, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the article of each line of `stream`, or the issue with it; blank lines don't count."""
    number = 0
    for line, whole in _lines(stream, limits.record_bytes):
        if not line.strip():
            continue
        where = subject(path, number)
        if line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]  # noqa: PLW2901 - the mark is no part of the first record
        if len(line) > limits.record_bytes:
            reason = f"record of more than {limits.record_bytes:,} bytes: skipped"
            yield issue(where, "record-too-large", reason)
        else:
            yield from _record(line, Origin(path, number, MEDIA_TYPE), limits, whole=whole)
        number += 1


def read_document(body: bytes, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the articles of one JSON document: a list, an object holding one, or one article.

    Raises `BadInput` when it is no JSON at all or nested deeper than `limits.depth`. A document
    that is cut off gives the complete articles before the cut, and one issue.
    """
    _require_shallow(body, limits.depth)
    feed, raws, cut = _articles(body)
    for number, raw in enumerate(raws):
        origin = Origin(path, number, MEDIA_TYPE)
        yield from _record(bytes(raw), origin, limits, feed=feed)
    if cut is not None:
        reason = f"JSON ends too early or is damaged ({cut}); {len(raws)} articles before that read"
        yield issue(path, "truncated" if raws else "malformed-json", reason)


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[bytes, bool]]:
    """Yield each line and whether it ends in a line break; of an overlong one only its start."""
    while line := stream.readline(most + 2):
        ended = line.endswith(b"\n")
        yield line.rstrip(b"\r\n"), ended
        while not ended and len(line) > most:
            line = stream.readline(most + 2)
            ended = not line or line.endswith(b"\n")
            line = line or b""


def _require_shallow(body: bytes, depth: int) -> None:
    """Raise `BadInput` when brackets outside strings nest deeper than `depth`; linear time."""
    if body.count(b"[") + body.count(b"{") <= depth:
        return
    level = 0
    for match in _TOKENS.finditer(body):
        token = match.group()
        if token in (b"[", b"{"):
            level += 1
            if level > depth:
                raise BadInput("too-deep", f"JSON nested deeper than {depth} levels: not read")
        elif token in (b"]", b"}"):
            level -= 1


def _articles(body: bytes) -> tuple[Feed, list[msgspec.Raw], str | None]:
    """Return the feed's own fields, its articles as JSON, and what is wrong if it is cut off."""
    head = body.lstrip()[:1]
    try:
        if head == b"[":
            return Feed(), _RAW_LIST.decode(body), None
        fields = _RAW_OBJECT.decode(body)
        name = next((name for name in LISTS if bytes(fields.get(name, b""))[:1] == b"["), None)
        if name is None:
            return Feed(), [msgspec.Raw(body)], None
        return _feed(fields), _RAW_LIST.decode(fields[name]), None
    except msgspec.DecodeError as error:
        return Feed(), _salvaged(body), str(error)


def _feed(fields: Mapping[str, msgspec.Raw]) -> Feed:
    def text(*names: str) -> str | None:
        values = (fields[name] for name in names if name in fields)
        return next(filter(None, (as_text(msgspec.json.decode(value)) for value in values)), None)

    return Feed(text("title", "source", "name"), text("language"), text("authors", "author"))


def _salvaged(body: bytes) -> list[msgspec.Raw]:
    """Return the complete objects of a list that is cut off."""
    text = decode(body).text
    position = text.find("[") + 1
    reader, found = json.JSONDecoder(), []
    while 0 < position < len(text):
        start = text.find("{", position)
        if start < 0:
            break
        try:
            _, position = reader.raw_decode(text, start)
        except json.JSONDecodeError:
            break
        found.append(msgspec.Raw(text[start:position].encode("utf-8")))
    return found


def _record(
    body: bytes, origin: Origin, limits: Limits, *, feed: Feed | None = None, whole: bool = True
) -> Iterator[RawItem | Issue]:
    where = subject(origin.path, origin.record)
    try:
        _require_shallow(body, limits.depth)
        record, doubt = _parsed(body, whole=whole)
    except BadInput as problem:
        yield issue(where, problem.code, problem.reason)
        return
    if doubt:
        yield issue(where, "mis-encoded", doubt)
    named = normalised(record)
    fields = _fields(named, feed or Feed())
    if fields is None:
        yield issue(where, "no-text", "no text or summary under any name we know")
    elif not (fields.title or fields.url or fields.source) and mostly_foreign(named):
        reason = (
            "no title, address or outlet, and mostly fields we do not know: taken for no report"
        )
        yield issue(where, "no-report", reason)
    else:
        yield raw_item(body, origin, fields)


def _parsed(body: bytes, *, whole: bool) -> tuple[dict[str, Any], str | None]:
    """Return the record and what is doubtful in its encoding."""
    doubt = None
    try:
        record = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        decoded = decode(body)
        try:
            record = json.loads(_without_surrogates(decoded.text), strict=False)
        except json.JSONDecodeError as error:
            code = "malformed-json" if whole else "truncated"
            raise BadInput(code, f"not a JSON record ({error})") from error
        doubt = decoded.doubt or "characters that are no Unicode text became U+FFFD"
        record = _clean(record)
    if not isinstance(record, dict):
        raise BadInput("not-a-record", "JSON, but not an object with named fields")
    return record, doubt


def _without_surrogates(text: str) -> str:
    return _SURROGATE.sub("�", text)


def _clean(value: Any) -> Any:
    """Return JSON `value` with lone surrogates as U+FFFD, code point for code point."""
    if isinstance(value, str):
        return _without_surrogates(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(name): _clean(item) for name, item in value.items()}
    return value


def _fields(record: Mapping[str, Any], feed: Feed) -> Fields | None:
    words = words_of(record)
    summary = None if words else value_of(record, "summary")
    withdrawn = is_withdrawn(record)
    if words is None and summary is None and not withdrawn:
        return None
    content, form = words or with_form(summary or "")
    return Fields(
        form=form,
        content=content,
        title=value_of(record, "title"),
        url=value_of(record, "url"),
        published=value_of(record, "published"),
        byline=value_of(record, "byline") or feed.byline,
        language=value_of(record, "language") or feed.language,
        source=value_of(record, "source") or feed.source,
        given_id=value_of(record, "id"),
        partial=words is None or is_cut(content),
        modified=value_of(record, "modified"),
        fetched=value_of(record, "fetched"),
        withdrawn=withdrawn,
    )
