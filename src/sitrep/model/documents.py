"""What came in (`RawDocument`, `RawItem`) and what it says (`Article`)."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

DateBasis = Literal["declared", "url", "text", "file", "none"]
ContentForm = Literal["text", "html", "page"]
SentenceKind = Literal["body", "dateline", "furniture"]


class RawDocument(Record, frozen=True, kw_only=True):
    """A stored original. `body_sha256` names the bytes in the store.

    `path` and `record` say where it was read: the file as given and the 0-based number of the
    record in it. `fetched_at` is when it came to us (UTC), None for a file without a date.
    """

    id: str
    source_id: str
    url: str | None = None
    media_type: str
    fetched_at: datetime | None = None
    body_sha256: str
    path: str | None = None
    record: int | None = None


class RawItem(Record, frozen=True, kw_only=True):
    """One report as a source hands it over: the original and the fields it declares.

    `content` is the report's words in the form that `form` names: plain `text`, an `html`
    fragment (feeds), or None with form `page` when `body` is a whole saved page. `published` is the
    date as written. `given_id` is the id the input itself gave, if any. `file_date` is the
    date in the file's name or front matter, never the time of reading. `modified` and `fetched` are
    the times of the last change and of the fetch, as written. `withdrawn` is True where the record
    says that its report is taken back; it may then hold no words.
    """

    document: RawDocument
    body: bytes
    form: ContentForm
    content: str | None = None
    title: str | None = None
    published: str | None = None
    file_date: str | None = None
    byline: str | None = None
    language: str | None = None
    outlet: str | None = None
    given_id: str | None = None
    partial: bool = False
    modified: str | None = None
    fetched: str | None = None
    withdrawn: bool = False


class Sentence(Record, frozen=True, kw_only=True):
    """A stretch `text[start:end]` of an article in code points.

    `furniture` is page furniture (menus, teasers, legal lines): kept in place so that offsets hold,
    never read for claims. `dateline` is a leading "MOSCOW, May 21. /TASS/." and the like.
    """

    start: int
    end: int
    kind: SentenceKind = "body"


class Article(Record, frozen=True, kw_only=True):
    """A report's words, verbatim, and what is known of them.

    `text` is never rewritten: all offsets in the product are code points into it. Times are UTC.
    `published_at` is None when no date could be found; `date_basis` says on what it rests.
    `modified_at` is when the publisher last changed this text, where that is told and later.
    `known_at` is when the report came to us; it is no part of the id. `usable` is False for a
    notice that the report is withdrawn: it takes the place of the texts before it. `outlet` is the
    name as shown to readers, `source_id` the outlet's or feed's key. `language` is a BCP 47 code,
    "und" if unknown.
    """

    id: str
    raw_id: str
    source_id: str
    outlet: str
    url: str | None = None
    title: str
    text: str
    language: str
    byline: str | None = None
    published_at: datetime | None = None
    date_basis: DateBasis = "none"
    known_at: datetime | None = None
    partial: bool = False
    sentences: tuple[Sentence, ...] = ()
    given_id: str | None = None
    path: str | None = None
    record: int | None = None
    modified_at: datetime | None = None
    usable: bool = True
