"""Saved HTML pages: handed on whole, with the character set that the bytes are in."""

from collections.abc import Iterator

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.sources.decode import declared_in, decode
from sitrep.sources.item import Fields, Origin, raw_item
from sitrep.sources.problems import issue


def page_media_type(body: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return "text/html; charset=…" for a page, and what is doubtful about the character set.

    `declared` is what the server said; the page's own declaration comes after it.
    """
    decoded = decode(body, declared or declared_in(body))
    return f"text/html; charset={decoded.charset}", decoded.doubt


def read_page(body: bytes, path: str) -> Iterator[RawItem | Issue]:
    """Yield the page in `body`; the text stage finds its words, title and date."""
    media_type, doubt = page_media_type(body)
    if doubt:
        yield issue(path, "mis-encoded", doubt)
    yield raw_item(body, Origin(path, None, media_type), Fields(form="page", content=None))
