"""Building a `RawItem` from the bytes of a report and the fields it declares."""

import re
from datetime import datetime
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from sitrep.model.documents import ContentForm, RawDocument, RawItem
from sitrep.model.ids import make_id, sha256

_DATE_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)"
)


class Origin(NamedTuple):
    """Where a report was read: the file as given, the 0-based record and the bytes' media type."""

    path: str
    record: int | None
    media_type: str
    fetched_at: datetime | None = None


class Fields(NamedTuple):
    """What a report declares of itself; every value as written."""

    form: ContentForm
    content: str | None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    file_date: str | None = None
    byline: str | None = None
    language: str | None = None
    source: str | None = None
    given_id: str | None = None
    partial: bool = False
    modified: str | None = None
    fetched: str | None = None
    withdrawn: bool = False


def raw_item(body: bytes, origin: Origin, fields: Fields) -> RawItem:
    """Return the report with its original; its id is over source, address and bytes."""
    url = _stripped(fields.url)
    source_id = _stripped(fields.source) or domain_of(url) or PurePath(origin.path).stem
    digest = sha256(body)
    document = RawDocument(
        id=make_id("raw", source_id, url, digest),
        source_id=source_id,
        url=url,
        media_type=origin.media_type,
        fetched_at=origin.fetched_at,
        body_sha256=digest,
        path=origin.path,
        record=origin.record,
    )
    return RawItem(
        document=document,
        body=body,
        form=fields.form,
        content=fields.content,
        title=_stripped(fields.title),
        published=_stripped(fields.published),
        file_date=fields.file_date or date_in_name(origin.path),
        byline=_stripped(fields.byline),
        language=_stripped(fields.language),
        outlet=_stripped(fields.source),
        given_id=_stripped(fields.given_id),
        partial=fields.partial,
        modified=_stripped(fields.modified),
        fetched=_stripped(fields.fetched),
        withdrawn=fields.withdrawn,
    )


def domain_of(url: str | None) -> str | None:
    """Return the host of `url` in lower case without "www."; None when there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def date_in_name(path: str) -> str | None:
    """Return the date in a file's name as YYYY-MM-DD ("2025-05-21.jsonl"), None without one."""
    found = _DATE_IN_NAME.search(PurePath(path).name)
    return "-".join(found.groups()) if found else None


def _stripped(value: str | None) -> str | None:
    return (value.strip() or None) if value else None
