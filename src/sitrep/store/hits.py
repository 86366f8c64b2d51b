"""What a search asks for and gives back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

HitKind = Literal["article", "claim", "finding"]


class Range(Record, frozen=True, kw_only=True):
    """A number from `least` to `most`, both included; None: no limit."""

    least: int = 0
    most: int | None = None


class Query(Record, frozen=True, kw_only=True):
    """What to look for: all of it must hold.

    `words` are words and phrases that must stand in the text, `without` those that must not;
    `fields` by name (speaker, place, type, outlet, lang) the words that it must hold; `origins` how
    many independent origins (findings alone have them); published in [since, until), UTC.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = {}
    origins: Range | None = None
    since: datetime | None = None
    until: datetime | None = None


class Hit(Record, frozen=True, kw_only=True):
    """A search hit, best first; `score` is higher for a better match and has no unit.

    `text` is a claim's evidence, a finding's question and answers, or the start of an article.
    `article_id` is that of the article, of the claim's, or of the finding's first.
    """

    kind: HitKind
    id: str
    article_id: str
    title: str
    text: str
    score: float
    published_at: datetime | None = None
    speaker: str | None = None
    outlet: str | None = None
