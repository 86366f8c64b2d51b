"""What form a file is in: by its extension where that says something, else by its first bytes."""

import re
from pathlib import PurePath
from typing import Literal

from sitrep.sources.decode import decode

Form = Literal[
    "empty", "binary", "archive", "table", "warc", "jsonl", "json", "feed", "xml", "page",
    "markdown", "text",
]  # fmt: skip
HEAD = 1 << 16
"""Bytes that are looked at."""

_EXTENSIONS: dict[str, Form] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jl": "jsonl", ".json": "json",
    ".htm": "page", ".html": "page", ".xhtml": "page",
    ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".xml": "xml",
    ".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text",
    ".csv": "table", ".tsv": "table",
}  # fmt: skip
_BINARY = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x7fELF", b"SQLite format 3",
    b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"Rar!", b"7z\xbc\xaf", b"RIFF", b"ID3", b"OggS",
    b"\xd0\xcf\x11\xe0", b"MZ\x90",
)  # fmt: skip
_TAR = slice(257, 262)
"""Where a tar archive says "ustar" (POSIX.1-1988 and GNU)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.01
"""Share of control characters above which the content is no text."""

_ROOT = re.compile(
    r"\A(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?P<doctype>\w+)(?:[^\[>]|\[[^\]]*\])*>)*<(?P<root>[\w:.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_FEEDS = frozenset({"rss", "feed", "rdf:rdf", "channel"})
_HTML = frozenset({
    "html", "head", "body", "title", "meta", "article", "main", "section", "header", "div", "p",
    "h1", "h2", "span", "table", "link", "script",
})  # fmt: skip


def sniff(head: bytes, path: str) -> Form:
    """Return the form of the file at `path` whose unpacked content begins with `head`."""
    if not head.strip():
        return "empty"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_BINARY):
        return "binary"
    if head[_TAR] == b"ustar":
        return "archive"
    text = decode(head).text.lstrip("\ufeff")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        return "binary"
    return _by_extension(path, text) or _by_content(text)


def _by_extension(path: str, text: str) -> Form | None:
    form = _EXTENSIONS.get(PurePath(path.lower().removesuffix(".gz")).suffix)
    if form == "json":
        return _json(text)
    return _markup(text) if form == "xml" else form


def _by_content(text: str) -> Form:
    start = text.lstrip()[:1]
    if start in ("{", "["):
        return _json(text)
    if start == "<":
        return _markup(text)
    return "markdown" if text.startswith(("---\n", "---\r\n", "# ")) else "text"


def _json(text: str) -> Form:
    """Lines when each opens its own object: a pretty-printed document indents its second line."""
    lines = [line for line in text.lstrip().splitlines()[:3] if line.strip()]
    if len(lines) > 1 and lines[0].startswith("{") and lines[1].startswith("{"):
        return "jsonl"
    return "json"


def _markup(text: str) -> Form:
    found = _ROOT.match(text)
    if found is None:
        return "xml"
    root = found.group("root").lower()
    if root in _FEEDS or root.endswith((":feed", ":rss")):
        return "feed"
    return "page" if root in _HTML or (found.group("doctype") or "").lower() == "html" else "xml"
