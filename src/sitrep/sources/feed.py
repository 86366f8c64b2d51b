"""RSS 0.9x, 1.0 and 2.0, and Atom files, read by feedparser.

feedparser says what an entry holds; this module refuses what it must not be given (entity bombs,
bottomless nesting), tells damage, and keeps each entry's own XML, which feedparser does not.
"""

import html
import io
import re
from collections.abc import Iterator
from typing import Any, TypeAlias
from xml.parsers import expat

import feedparser

from sitrep.model.documents import ContentForm, RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.decode import declared_in, decode
from sitrep.sources.fields import is_withdrawn
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.problems import BadInput, issue, subject

FULL_WORDS = 150
"""An RSS description with at least so many words is the report; feeds' teasers are far shorter."""
DEPTH = 200
"""Levels of elements, as for saved pages; feeds that were seen have fewer than twenty."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BARE = re.compile(r"&(?!#?\w{1,32};)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")
_CUT_OFF = ("no element found", "unclosed")
"""How expat's messages begin when a document ends too early."""
_TAG = re.compile(r"<[^<>]+>")
_BORDER = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    rb"|<(?P<end>/)?(?:[\w.-]{1,32}:)?(?P<name>item|entry)(?=[\s/>])[^<>]*?(?P<empty>/)?>",
    re.DOTALL | re.IGNORECASE,
)

_STUMBLES = (LookupError, ValueError, ArithmeticError, AttributeError, TypeError)
"""What feedparser 6.0.14 lets pass on elements where it does not expect them."""

Parsed: TypeAlias = Any
"""feedparser's dictionary of a feed or an entry; feedparser carries no types."""


def read_feed(body: bytes, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the entries of a feed in order, and an issue for each without words.

    Raises `BadInput` for entity declarations (bombs), for nesting deeper than `DEPTH`, and when no
    feed can be read. A feed that is damaged or cut off gives the entries that can be read, and one
    issue.
    """
    decoded = decode(body, declared_in(body))
    text = _DECLARATION.sub("", decoded.text)
    xml = text.encode("utf-8", errors="replace")
    _refuse_traps(xml)
    feed, fault = _parsed(text)
    entries, version = list(feed.entries), feed.get("version", "")
    originals = _originals(xml, len(entries))
    if fault:
        if not (entries or version):
            raise BadInput("malformed-xml", f"not readable as a feed ({fault})")
        cut = fault.startswith(_CUT_OFF)
        code = "truncated-xml" if cut else "malformed-xml"
        if cut and entries and _words(entries[-1]) is None:
            entries.pop()  # its words are what was cut off
        reason = f"XML is damaged or ends too early ({fault}); {len(entries)} entries read"
        yield issue(path, code, reason)
    elif decoded.doubt:
        yield issue(path, "mis-encoded", decoded.doubt)
    elif not entries:
        yield issue(path, "empty", "a feed without entries")
    kind = "application/atom+xml" if version.startswith("atom") else "application/rss+xml"
    for number, (entry, original) in enumerate(zip(entries, originals, strict=False)):
        origin = Origin(path, number, kind)
        yield _report(original, origin, _fields(entry, feed.feed), limits)


def _report(body: bytes, origin: Origin, fields: Fields | None, limits: Limits) -> RawItem | Issue:
    where = subject(origin.path, origin.record)
    if len(body) > limits.record_bytes:
        return issue(where, "record-too-large", f"entry of {len(body):,} bytes: skipped")
    if fields is None:
        return issue(where, "no-text", "an entry without content or summary")
    return raw_item(body, origin, fields)


def _refuse_traps(xml: bytes) -> None:
    """Raise `BadInput` for declared entities and for deep nesting, up to the first fault."""
    level = 0

    def entity(name: str, *_: object) -> None:
        reason = f"XML that declares its own entity {name[:40]!r} (an entity bomb?): not read"
        raise BadInput("xml-entities", reason)

    def start(*_: object) -> None:
        nonlocal level
        level += 1
        if level > DEPTH:
            raise BadInput("too-deep", f"XML nested deeper than {DEPTH} levels: not read")

    def end(_: str) -> None:
        nonlocal level
        level -= 1

    parser = expat.ParserCreate("utf-8")
    parser.EntityDeclHandler, parser.StartElementHandler = entity, start
    parser.EndElementHandler = end
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError:
        return  # feedparser meets the same fault, and goes on behind it


def _parsed(text: str) -> tuple[Parsed, str | None]:
    """Return the feed, and the first fault when its XML is not well formed."""
    feed = _fed(text)
    if not feed.bozo:
        return feed, None
    fault = str(feed.bozo_exception.getMessage())
    # feedparser reads "AT&T" in damaged XML as an entity without its semicolon, and adds one.
    mended = _CONTROL.sub("", _BARE.sub("&amp;", text))
    return (feed if mended == text else _fed(mended)), fault


def _fed(text: str) -> Parsed:
    source = io.BytesIO(text.encode("utf-8", errors="replace"))
    try:
        return feedparser.parse(source, sanitize_html=False, resolve_relative_uris=False)
    except _STUMBLES as error:
        reason = f"not readable as a feed ({type(error).__name__} in feedparser: {error})"
        raise BadInput("malformed-xml", reason) from error


def _originals(xml: bytes, count: int) -> list[bytes]:
    """Return the XML of each of `count` entries as it stands in the file.

    An entry that another begins in, or the file ends in, goes up to there. In damaged XML, where
    feedparser may see another number of entries, the original of each is the whole file.
    """
    found: list[bytes] = []
    start: int | None = None
    for border in _BORDER.finditer(xml):
        if border["name"] is None:
            continue
        if start is not None:
            found.append(xml[start : border.end() if border["end"] else border.start()])
        start = None if border["end"] else border.start()
        if border["empty"]:
            found.append(border.group())
            start = None
    if start is not None:
        found.append(xml[start:])
    return found if len(found) == count else [xml] * count


def _fields(entry: Parsed, feed: Parsed) -> Fields | None:
    title = entry.get("title")
    withdrawn = is_withdrawn({"title": title, "status": entry.get("status")})
    words = _words(entry)
    if words is None and not withdrawn:
        return None
    detail, partial = words or ({"type": "text/plain", "value": ""}, True)
    form: ContentForm = "text" if detail.get("type") == "text/plain" else "html"
    return Fields(
        form=form,
        content=detail["value"],
        title=html.unescape(_TAG.sub("", title)) if title else None,
        url=entry.get("link"),
        published=entry.get("published") or entry.get("updated") or entry.get("created"),
        byline=", ".join(filter(None, (author.get("name") for author in entry.get("authors", ())))),
        language=detail.get("language") or feed.get("language"),
        source=entry.get("source", {}).get("title") or feed.get("title"),
        given_id=entry.get("id"),
        partial=partial,
        modified=dict.get(entry, "updated"),  # feedparser's own get makes one up
        withdrawn=withdrawn,
    )


def _words(entry: Parsed) -> tuple[Parsed, bool] | None:
    """Return the entry's words with their type, and whether they are a summary only."""
    for content in entry.get("content", ()):
        if content["value"].strip():
            return content, False
    summary = entry.get("summary_detail")
    if not summary or not summary["value"].strip():
        return None
    return summary, len(_TAG.sub(" ", summary["value"]).split()) < FULL_WORDS
