"""Where reports come from: links between articles, origins and stories."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

Relation = Literal[
    "duplicate",
    "near_duplicate",
    "translation",
    "contains",
    "wire_copy",
    "same_official",
    "same_story",
]


class Link(Record, frozen=True, kw_only=True):
    """A judgement that two things belong together; a merge is a link, so it can be undone."""

    left: str
    right: str
    relation: Relation
    score: float
    reasons: tuple[str, ...] = ()
    decided_by: str = "sitrep"


class Origin(Record, frozen=True, kw_only=True):
    """Articles that go back to one root, and why.

    `name` is the root as shown to readers ("AP", "TASS", "Mainichi"); `side` the party it speaks
    for.
    An article may belong to several origins. `root` is the article taken as the original.
    """

    id: str
    name: str
    root: str
    articles: tuple[str, ...]
    agency: str | None = None
    side: str | None = None
    reasons: tuple[str, ...] = ()


class Story(Record, frozen=True, kw_only=True):
    """Articles about one development; `lead` is the one that says most, `label` its title."""

    id: str
    label: str
    lead: str
    articles: tuple[str, ...]
    first_at: datetime | None = None
    last_at: datetime | None = None


class Lineage(Record, frozen=True, kw_only=True):
    """The origins and stories of a set of articles, each article in at least one of both.

    `links` are the judgements behind them.
    """

    origins: tuple[Origin, ...]
    stories: tuple[Story, ...]
    links: tuple[Link, ...] = ()
