"""Briefs as a feed: Atom 1.0 (RFC 4287) and JSON Feed 1.1, newest first."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec
from lxml import etree

from sitrep.brief.render import text, wording
from sitrep.brief.render.html import fragment
from sitrep.model.base import Record
from sitrep.model.brief import Brief

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


class Feed(Record, frozen=True, kw_only=True):
    """Briefs of one theatre, newest first; with `base_url` each links to `base_url/ID.html`."""

    theatre: str
    name: str
    briefs: tuple[Brief, ...]
    base_url: str | None = None

    @property
    def title(self) -> str:
        """The feed's title."""
        return f"Sitrep: {self.name} briefs"

    def page(self, name: str) -> str | None:
        """Return the address of a page beside the feed, None without `base_url`."""
        return f"{self.base_url.rstrip('/')}/{name}" if self.base_url else None


def feed(briefs: Iterable[Brief], *, theatre: str, name: str, base_url: str | None = None) -> Feed:
    """Return the feed of `briefs`, given oldest first, without those that no time can be told of.

    Of several briefs over one window as known at one time the last one stands.
    """
    newest: dict[object, Brief] = {}
    for brief in briefs:
        if told_at(brief) is not None:
            how = brief.method
            newest[how.since, how.until, how.as_of] = brief
    ordered = sorted(newest.values(), key=lambda b: (_time(b), b.id), reverse=True)
    return Feed(theatre=theatre, name=name, briefs=tuple(ordered), base_url=base_url)


def told_at(brief: Brief) -> datetime | None:
    """Return the time of a brief: the end of its window, else of its knowledge or newest source."""
    times = [source.published_at for source in brief.sources if source.published_at is not None]
    return brief.method.until or brief.method.as_of or max(times, default=None)


def atom(given: Feed) -> bytes:
    """Return the feed as Atom 1.0; `given` holds at least one brief."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", given.briefs[0].language)
    _add(root, "title", given.title)
    _add(root, "id", _id(f"feed of {given.theatre}"))
    _add(root, "updated", _time(given.briefs[0]))
    _add(_add(root, "author"), "name", "Sitrep")
    _add(root, "generator", "Sitrep", version=given.briefs[0].method.version)
    _link(root, given.page("feed.atom"), "self", "application/atom+xml")
    for brief in given.briefs:
        entry = _add(root, "entry")
        _add(entry, "title", brief.headline.text)
        _add(entry, "id", _id(brief.id))
        _add(entry, "published", _time(brief))
        _add(entry, "updated", _time(brief))
        _link(entry, given.page(f"{brief.id}.html"), "alternate", "text/html")
        _add(entry, "category", term=brief.theatre, label=given.name)
        _add(entry, "summary", _summary(brief), type="text")
        _add(entry, "content", fragment(brief), type="html")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def json_feed(given: Feed) -> bytes:
    """Return the feed as JSON Feed 1.1."""
    head = {
        "version": JSON_FEED,
        "title": given.title,
        "home_page_url": given.base_url,
        "feed_url": given.page("feed.json"),
        "language": given.briefs[0].language if given.briefs else None,
        "authors": [{"name": "Sitrep"}],
        "items": [_item(brief, given) for brief in given.briefs],
    }
    page = msgspec.json.encode({key: value for key, value in head.items() if value is not None})
    return msgspec.json.format(page, indent=2) + b"\n"


def _item(brief: Brief, given: Feed) -> dict[str, Any]:
    item = {
        "id": _id(brief.id),
        "url": given.page(f"{brief.id}.html"),
        "title": brief.headline.text,
        "summary": _summary(brief),
        "content_html": fragment(brief),
        "content_text": text.render(brief),
        "date_published": _time(brief),
        "language": brief.language,
        "tags": [brief.theatre],
    }
    return {key: value for key, value in item.items() if value is not None}


def _id(name: str) -> str:
    """Return an address-like id that is the same wherever the feed is put."""
    return uuid5(NAMESPACE_URL, f"urn:sitrep:{name}").urn


def _time(brief: Brief) -> str:
    """Return the time of a brief as RFC 3339, to the second, in UTC."""
    moment = told_at(brief)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""


def _summary(brief: Brief) -> str:
    return " ".join(point.text for point in brief.key_points) or wording.NO_KEY_POINTS


def _add(parent: Any, name: str, words: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    if words is not None:
        child.text = _NOT_XML.sub("", words)
    return child


def _link(parent: Any, address: str | None, rel: str, media_type: str) -> None:
    if address is not None:
        _add(parent, "link", href=address, rel=rel, type=media_type)
