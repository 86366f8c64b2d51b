"""Everything a brief is made of, as values."""

from collections.abc import Mapping
from datetime import datetime

from sitrep.model.base import Record
from sitrep.model.brief import Brief, LeftOut
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Outlook, TrackerState
from sitrep.model.lineage import Lineage
from sitrep.model.pictures import Pictures
from sitrep.vocabulary.spelling import Spelling
from sitrep.vocabulary.types import Theatre, Vocabulary


class Material(Record, frozen=True, kw_only=True):
    """What the earlier stages found in the window [since, until), UTC, and may be printed.

    `articles` and `claims` are by id; `hashes` give the SHA-256 of each article's original.
    `before` is the last brief and `previous` are the findings behind it; None when there was none.
    `pictures` are drawn from trackers and reference data; the brief marks its places on their map.
    `spelling` is that of the brief.
    """

    theatre: Theatre
    vocabulary: Vocabulary
    articles: Mapping[str, Article]
    hashes: Mapping[str, str]
    claims: Mapping[str, Claim]
    lineage: Lineage
    findings: tuple[Finding, ...]
    states: tuple[TrackerState, ...]
    outlook: Outlook
    since: datetime | None
    until: datetime | None
    as_of: datetime | None
    documents_read: int
    on_theatre: int
    left_out: tuple[LeftOut, ...] = ()
    version: str
    run_id: str
    before: Brief | None = None
    previous: tuple[Finding, ...] | None = None
    pictures: Pictures | None = None
    spelling: Spelling = "british"
