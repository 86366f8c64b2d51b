"""RSS 0.9x, 1.0 and 2.0, and Atom files.

Read with lxml alone, without entities, network or huge trees: a feed library that repairs what it
reads would hide a truncated file, the date as written and the entry's own bytes.
"""

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

from sitrep.model.documents import ContentForm, RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.decode import declared_in, decode
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.problems import BadInput, issue, subject

FULL_WORDS = 150
"""An RSS description with at least so many words is the report; feeds' teasers are far shorter."""

_ENTRIES = frozenset({"item", "entry"})
_PROLOG = re.compile(
    rb"\A(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?P<subset>\[)?[^>]*>?)*", re.DOTALL
)
_NAMED = re.compile(r"&(#?\w{1,32});?")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[^<>]+>")

Element: TypeAlias = Any
"""An lxml element; lxml carries no types."""


class Channel(NamedTuple):
    """What a feed says about all its entries."""

    title: str | None
    language: str | None


def read_feed(body: bytes, path: str, limits: Limits) -> Iterator[RawItem | Issue]:
    """Yield the entries of a feed in order, and an issue for each without words.

    Raises `BadInput` for entity declarations (bombs), and when no feed can be read. A feed that is
    damaged or cut off gives the entries that can be read, and one issue.
    """
    _refuse_entities(body)
    root, fault = _parsed(body)
    entries = [node for node in root.iter() if _name(node) in _ENTRIES]
    if fault:
        reason = f"XML is damaged or ends too early ({fault}); {len(entries)} entries read"
        yield issue(path, "truncated-xml" if "nd of" in fault else "malformed-xml", reason)
    elif not entries:
        yield issue(path, "empty", "a feed without entries")
    channel = _channel(root)
    for number, entry in enumerate(entries):
        where = subject(path, number)
        original = etree.tostring(entry, encoding="utf-8", with_tail=False)
        fields = _fields(entry, channel)
        if len(original) > limits.record_bytes:
            yield issue(where, "record-too-large", f"entry of {len(original):,} bytes: skipped")
        elif fields is None:
            yield issue(where, "no-text", "an entry without content or summary")
        else:
            kind = "application/atom+xml" if _name(entry) == "entry" else "application/rss+xml"
            yield raw_item(original, Origin(path, number, kind), fields)


def _refuse_entities(body: bytes) -> None:
    prolog = _PROLOG.match(body)
    if prolog and prolog.group("subset"):
        reason = "XML that declares its own entities (an entity bomb?): not read"
        raise BadInput("xml-entities", reason)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=recover
    )


def _parsed(body: bytes) -> tuple[Element, str | None]:
    """Return the root, and the first fault when the XML had to be mended."""
    try:
        return etree.fromstring(body, _parser(recover=False)), None
    except etree.XMLSyntaxError as error:
        fault = str(error.msg)
    text = _DECLARATION.sub("", decode(body, declared_in(body)).text)
    mended = _CONTROL.sub("", _NAMED.sub(_numeric, text)).encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(mended, _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise BadInput("malformed-xml", f"not readable as XML ({error.msg})") from error
    if root is None:
        raise BadInput("malformed-xml", f"not readable as XML ({fault})")
    return root, fault


def _numeric(match: re.Match[str]) -> str:
    """Turn HTML's entity names, which XML lacks, into characters; a bare & into &amp;."""
    name = match.group(1)
    if name.startswith("#") or name in _XML_NAMES:
        return match.group()
    known = html5.get(f"{name};")
    return html.escape(known) if known else f"&amp;{match.group()[1:]}"


def _name(node: Element) -> str:
    return etree.QName(node).localname.lower() if isinstance(node.tag, str) else ""


def _child(node: Element, *names: str) -> Element | None:
    """Return the first child by one of the local `names`, in the order of `names`."""
    for name in names:
        for child in node:
            if _name(child) == name:
                return child
    return None


def _text(node: Element | None) -> str | None:
    return ("".join(node.itertext()).strip() or None) if node is not None else None


def _channel(root: Element) -> Channel:
    channel = _child(root, "channel")
    feed = root if channel is None else channel
    language = _language(feed) or _text(_child(feed, "language"))
    return Channel(_text(_child(feed, "title")), language)


def _fields(entry: Element, channel: Channel) -> Fields | None:
    words = _words(entry)
    if words is None:
        return None
    content, form, partial = words
    title = _text(_child(entry, "title"))
    return Fields(
        form=form,
        content=content,
        title=html.unescape(_TAG.sub("", title)) if title else None,
        url=_link(entry),
        published=_text(_child(entry, "pubdate", "published", "date", "updated", "modified")),
        byline=_byline(entry),
        language=_language(entry) or channel.language,
        source=_source(entry) or channel.title,
        given_id=_text(_child(entry, "guid", "id")),
        partial=partial,
    )


def _words(entry: Element) -> tuple[str, ContentForm, bool] | None:
    """Return the entry's words, their form and whether they are a summary only."""
    full = _child(entry, "encoded", "content")
    content, form = _content(full)
    if content:
        return content, form, False
    summary, form = _content(_child(entry, "description", "summary"))
    if summary:
        partial = len(_TAG.sub(" ", summary).split()) < FULL_WORDS
        return summary, form, partial
    return None


def _content(node: Element | None) -> tuple[str | None, ContentForm]:
    if node is None:
        return None, "html"
    kind = (node.get("type") or "html").lower()
    if "xhtml" in kind or len(node):
        inner = [node.text or "", *(etree.tostring(child, encoding="unicode") for child in node)]
        return "".join(inner).strip() or None, "html"
    return _text(node), "text" if kind in {"text", "text/plain"} else "html"


def _link(entry: Element) -> str | None:
    links = [child for child in entry if _name(child) == "link"]
    for link in links:
        if link.get("rel", "alternate") == "alternate" and (link.get("href") or _text(link)):
            return link.get("href") or _text(link)
    guid = _text(_child(entry, "guid"))
    return guid if guid and guid.startswith(("http://", "https://")) else None


def _byline(entry: Element) -> str | None:
    author = _child(entry, "creator", "author")
    if author is None:
        return None
    named = _child(author, "name")
    return _text(author if named is None else named)


def _source(entry: Element) -> str | None:
    source = _child(entry, "source")
    if source is None:
        return None
    titled = _child(source, "title")
    return _text(source if titled is None else titled)


def _language(node: Element) -> str | None:
    written = node.get("{http://www.w3.org/XML/1998/namespace}lang")
    return str(written) if written else None
