"""Which names the fields of a JSON record go by, and reading them.

The table is documented in docs/sources.md. Names are compared without case, `_` and `-`; the first
name of a row that holds a value wins.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sitrep.model.documents import ContentForm

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "guid", "uuid", "articleid", "itemid", "docid"),
        "url": ("link", "url", "permalink", "canonicalurl", "href", "externalurl", "sourceurl"),
        "title": ("title", "headline", "heading", "name"),
        "published": (
            "published", "publishedat", "datepublished", "publicationdate", "publishdate",
            "pubdate", "publishdate", "date", "datetime", "timestamp", "time", "createdat",
            "updated", "datemodified",
        ),
        "text": (
            "text", "fulltext", "maintext", "articlebody", "contenttext", "body", "article",
            "content", "rawcontent", "message",
        ),
        "html": ("contenthtml", "html", "bodyhtml"),
        "summary": ("summary", "description", "excerpt", "abstract", "teaser", "snippet"),
        "source": (
            "source", "outlet", "publisher", "feed", "sourcename", "site", "sitename", "domain",
            "sourcedomain", "channel",
        ),
        "byline": ("author", "authors", "byline", "creator", "writer"),
        "language": ("lang", "language", "languagecode"),
        "modified": (
            "modified", "modifiedat", "datemodified", "lastmodified", "updated", "updatedat",
            "lastupdated", "versioncreated",
        ),
        "fetched": (
            "fetched", "fetchedat", "retrieved", "retrievedat", "crawledat", "scrapedat",
            "collectedat", "receivedat", "datedownload", "knownat",
        ),
        "status": ("status", "pubstatus", "publishstatus", "articlestatus"),
    }
)  # fmt: skip

PLAIN_TEXT_NAMES = frozenset({"text", "fulltext", "maintext", "contenttext"})
"""Names whose value is taken as it is, even if it holds something like a tag."""

WITHDRAWN = frozenset(
    {
        "withdrawn", "withdraw", "kill", "killed", "mandatory kill", "retracted", "retraction",
        "canceled", "cancelled", "withheld", "removed", "deleted", "taken down",
    }
)  # fmt: skip
"""What a status says when the report may no longer be used: NewsML-G2's `withheld` and `canceled`
(IPTC NewsCodes, publishing status), and what agencies and publishers write."""

_WITHDRAWN_TITLE = re.compile(r"\W*(?:withdrawn|retracted|retraction)\W*[:—–-]", re.IGNORECASE)
_KNOWN = frozenset(name for names in FIELDS.values() for name in names)
_TAGS = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|a|span|em|strong|article|section)\b[^<>]*>", re.IGNORECASE
)
_CUT = re.compile(r"\[\+\d+ chars\]\s*$")
_NAME_MARKS = re.compile(r"[_\-. ]")


def normalised(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return `record` with its names as FIELDS compares them; the first of equal names stays."""
    named: dict[str, Any] = {}
    for name, value in record.items():
        named.setdefault(_NAME_MARKS.sub("", name).casefold(), value)
    return named


def mostly_foreign(record: Mapping[str, Any]) -> bool:
    """Tell whether most names of a normalised `record` stand in no row of FIELDS."""
    return sum(name in _KNOWN for name in record) * 2 < len(record)


def value_of(record: Mapping[str, Any], field: str) -> str | None:
    """Return the field's value as text, from a normalised `record`; None when it holds none."""
    for name in FIELDS[field]:
        text = as_text(record.get(name))
        if text is not None:
            return text
    return None


def is_withdrawn(record: Mapping[str, Any]) -> bool:
    """Tell whether a normalised `record` says that its report is taken back.

    By a status ("withdrawn", "stat:canceled"), by a flag of that name ("retracted": true), or at
    the head of its title ("WITHDRAWN: …").
    """
    if any(record.get(name) is True for name in WITHDRAWN):
        return True
    status = value_of(record, "status") or ""
    return says_withdrawn(status) or bool(_WITHDRAWN_TITLE.match(value_of(record, "title") or ""))


def says_withdrawn(status: str) -> bool:
    """Tell whether a status means that the report may no longer be used."""
    return status.rsplit(":", 1)[-1].strip().casefold() in WITHDRAWN


def words_of(record: Mapping[str, Any]) -> tuple[str, ContentForm] | None:
    """Return the report's full words with their form, "text" or "html"; None when it has none."""
    for name in (*FIELDS["text"], *FIELDS["html"]):
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            return (value, "text") if name in PLAIN_TEXT_NAMES else with_form(value)
    return None


def with_form(words: str) -> tuple[str, ContentForm]:
    """Return `words` with their form: "html" when they hold tags of running text."""
    return words, "html" if _TAGS.search(words) else "text"


def is_cut(words: str) -> bool:
    """Tell whether a news interface cut `words` short: "… [+2451 chars]"."""
    return bool(_CUT.search(words))


def as_text(value: object) -> str | None:
    """Return a scalar, a named thing or a list of them as text; None for nothing."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        parts = (value.get(name) for name in ("name", "title", "id", "url"))
        return next((part for part in parts if isinstance(part, str) and part.strip()), None)
    if isinstance(value, list):
        names = [text for text in map(as_text, value[:20]) if text]
        return ", ".join(names) or None
    return None
