"""What a published brief must put right, and the words that show it."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

CorrectionKind = Literal[
    "withdrawn", "corrected", "rejected", "taken back", "contradicted", "superseded"
]


class Shown(Record, frozen=True, kw_only=True):
    """Words of a stored report, `article.text[start:end] == quote`, and where they stand.

    A notice without words of its own has an empty quote.
    """

    article_id: str
    outlet: str
    title: str
    url: str | None = None
    published_at: datetime | None = None
    start: int
    end: int
    quote: str


class Correction(Record, frozen=True, kw_only=True):
    """One thing to put right in one published sentence.

    `where` is the sentence's place in the brief ("key point 2"), `happened` what became of its
    ground, in words. `old` and `new` are the words that changed in a corrected report, or the
    answer before and after. `notice` is what a printed correction could say; `shown` are the words
    it rests on.
    """

    brief: str
    where: str
    sentence: str
    kind: CorrectionKind
    happened: str
    old: str | None = None
    new: str | None = None
    notice: str
    shown: tuple[Shown, ...] = ()
