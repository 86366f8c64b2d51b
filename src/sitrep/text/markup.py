"""Words from HTML: saved pages by trafilatura, feed fragments by their blocks."""

import re
from typing import Any, NamedTuple

import trafilatura
from lxml import etree, html

from sitrep.model.documents import RawItem
from sitrep.text.hidden import drop_hidden

DEPTH = 200
"""Levels of nesting; libxml2 drops what lies deeper than 255, so text would be lost unseen."""

_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table",
    "blockquote", "section", "article", "header", "footer", "figure", "figcaption", "pre", "hr",
    "dd", "dt",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "head", "title"})
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n\s*")
_CHARSET = re.compile(r"charset=([\w.:-]+)")


class TooDeep(Exception):  # noqa: N818 - it names the page, and never leaves the stage
    """The page is nested too deeply to be read whole."""


class Page(NamedTuple):
    """A page's words and what it declares of itself; None where it says nothing."""

    text: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    hidden: int = 0
    """Words that the page hides from its readers; they are not in `text`."""


def fragment_page(fragment: str) -> Page:
    """Return the words of an HTML `fragment`, a paragraph for each block; plain text stays."""
    if "<" not in fragment and "&" not in fragment:
        return Page(text=fragment)
    root = _parsed(f"<div>{fragment}</div>")
    if root is None:
        return Page(text="")
    hidden = drop_hidden(root)
    parts: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment")):
        _collect(event, node, parts)
    text = _LINES.sub(_break, _SPACE.sub(" ", "".join(parts))).strip()
    return Page(text=text, hidden=hidden)


def _break(lines: re.Match[str]) -> str:
    return "\n\n" if lines.group().count("\n") > 1 else "\n"


def _collect(event: str, node: Any, parts: list[str]) -> None:
    silent = any(True for up in node.iterancestors() if up.tag in _SILENT)
    if event == "start" and not silent and node.tag not in _SILENT:
        parts.append("\n" if node.tag == "br" else "\n\n" if node.tag in _BLOCKS else "")
        parts.append(_SPACE.sub(" ", (node.text or "").replace("\n", " ")))
    elif event != "start" and not silent:
        parts.append("\n\n" if node.tag in _BLOCKS else "")
        parts.append((node.tail or "").replace("\n", " "))


def _parsed(page: str) -> Any:
    """Return the tree of `page`, None for no markup at all; raises `TooDeep`."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True)
    try:
        root = html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEPTH:
            raise TooDeep
    return root


def page_of(item: RawItem) -> Page | None:
    """Return the main text of a saved page and what it declares; None when it holds no text.

    Raises `TooDeep`.
    """
    charset = _CHARSET.search(item.document.media_type)
    source = item.body.decode(charset[1] if charset else "utf-8", errors="replace")
    root = _parsed(source)
    if root is None:
        return None
    hidden = drop_hidden(root)
    found: Any = trafilatura.bare_extraction(
        root, url=item.document.url, fast=True, with_metadata=True, include_comments=False
    )
    if found is None or not (found.text or "").strip():
        return None
    return Page(
        text=found.text.replace("\n", "\n\n"),
        title=found.title,
        byline=found.author,
        published=_declared_date(source) or found.date,
        site=found.sitename,
        url=found.url,
        language=found.language,
        hidden=hidden,
    )


_DATE_TAGS = (
    re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"'),
    re.compile(
        r"""<meta[^>]{1,300}(?:property|name|itemprop)=["'](?:article:published_time|og:article:published_time|datePublished|pubdate|publish-date|date|DC\.date\.issued|parsely-pub-date|sailthru\.date)["'][^>]{0,300}content=["']([^"']{8,40})["']""",
        re.IGNORECASE,
    ),
    re.compile(
        r"""<meta[^>]{1,300}content=["']([^"']{8,40})["'][^>]{0,300}(?:property|name|itemprop)=["'](?:article:published_time|datePublished|pubdate|date)["']""",
        re.IGNORECASE,
    ),
    re.compile(r"""<time[^>]{1,300}datetime=["']([^"']{8,40})["']""", re.IGNORECASE),
)


def _declared_date(source: str) -> str | None:
    """Return the publication time as the page writes it, with its time of day and zone.

    JSON-LD first, then meta tags, then the first <time>; trafilatura keeps the day alone.
    """
    for pattern in _DATE_TAGS:
        found = pattern.search(source)
        if found:
            return found[1]
    return None
