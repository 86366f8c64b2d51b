"""The stages, in the order in which a report goes through them.

Engines and stage modules are imported where they are loaded: a brief made from what the store holds
needs neither parser nor encoder, and spaCy alone takes a second to import.
"""
# ruff: noqa: PLC0415 - the reason stands above

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sitrep.engine.executors import Map, Merge
from sitrep.ledger.learned import Learned
from sitrep.ledger.review import Reviewed
from sitrep.model.base import Record
from sitrep.model.documents import Article, RawItem
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Outlook, TrackerState
from sitrep.model.issues import Issue
from sitrep.model.lineage import Lineage
from sitrep.model.review import Decision
from sitrep.settings import Limits
from sitrep.store.protocol import Extracted
from sitrep.vocabulary.types import Theatre, Vocabulary

if TYPE_CHECKING:
    from sitrep.language.engines import Engines

Read = tuple[Article | None, tuple[Issue, ...]]


class StageNote(NamedTuple):
    """A stage's name, its kind, and what goes in and out."""

    name: str
    kind: str
    takes: str
    gives: str


STAGES = (
    StageNote("sources", "read", "files", "RawItem"),
    StageNote("text", "Map", "RawItem", "Article"),
    StageNote("extract", "Map", "Article", "Extraction, Claims"),
    StageNote("furniture", "Merge", "Articles", "Articles"),
    StageNote("lineage", "Merge", "Articles", "Lineage"),
    StageNote("ledger", "Merge", "Claims, Articles, Lineage", "Findings"),
    StageNote("trackers", "Merge", "Findings, Claims", "TrackerStates"),
    StageNote("outlook", "Merge", "TrackerStates, Findings, Claims", "Outlook"),
)


class Evidence(Record, frozen=True, kw_only=True):
    """What the ledger reads, and the decisions in force; the claims are the theatre's."""

    reviewed: Reviewed
    articles: Mapping[str, Article]
    lineage: Lineage
    decisions: tuple[Decision, ...] = ()
    taken_back: tuple[str, ...] = ()
    """What no longer counts and why, a line each: a run rests on it too."""
    learned: Mapping[str, Learned] = {}
    """The records of outlets by id, from the findings of earlier windows."""
    counted: Mapping[date, Mapping[str, float]] = {}
    """What the findings of earlier windows count, by the day on which each ends."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that stand."""
        return self.reviewed.claims


class Judged(Record, frozen=True, kw_only=True):
    """What the ledger, the trackers and the outlook make of the evidence."""

    findings: tuple[Finding, ...]
    states: tuple[TrackerState, ...]
    outlook: Outlook
    issues: tuple[Issue, ...] = ()


def text(vocabulary: Vocabulary, limits: Limits) -> Map[RawItem, Read]:
    """Return the stage that makes an article of a report."""
    return Map(
        name="text", load=partial(_load_text, vocabulary, limits), chunk=32, inline_below=300
    )


def extract(vocabulary: Vocabulary, engines: Engines) -> Map[Article, Extracted]:
    """Return the stage that reads an article."""
    return Map(
        name="extract", load=partial(_load_extract, vocabulary, engines), chunk=8, inline_below=24
    )


def furniture() -> Merge[Sequence[Article], tuple[Article, ...]]:
    """Return the stage that marks what an outlet repeats in article after article."""
    from sitrep.text.repeated import mark_repeated

    return Merge(name="furniture", run=mark_repeated)


def lineage(
    vocabulary: Vocabulary, engines: Engines, *, in_order: bool = False
) -> Merge[Sequence[Article], Lineage]:
    """Return the stage that traces articles to origins and stories.

    With `in_order` stories grow in order of publication, as a store of many days wants them.
    """

    def run(articles: Sequence[Article]) -> Lineage:
        from sitrep.lineage.trace import trace

        return trace(articles, vocabulary=vocabulary, encoder=engines.encoder, in_order=in_order)

    return Merge(name="lineage", run=run)


def judge(theatre: Theatre, vocabulary: Vocabulary) -> Merge[Evidence, Judged]:
    """Return the stage that draws findings, tracker states and the outlook."""
    return Merge(name="ledger", run=partial(_judge, theatre, vocabulary))


def _load_text(vocabulary: Vocabulary, limits: Limits) -> Callable[[RawItem], Read]:
    from sitrep.text.article import to_article

    return partial(to_article, vocabulary=vocabulary, limits=limits)


def _load_extract(vocabulary: Vocabulary, engines: Engines) -> Callable[[Article], Extracted]:
    from sitrep.extract.extractor import Extractor

    extractor = Extractor(engines, vocabulary)

    def read(article: Article) -> Extracted:
        extraction, claims = extractor.run(article)
        return Extracted(extraction=extraction, claims=claims)

    return read


def _judge(theatre: Theatre, vocabulary: Vocabulary, evidence: Evidence) -> Judged:
    from sitrep.ledger.build import Sources
    from sitrep.ledger.reviewed import findings
    from sitrep.outlook.project import project
    from sitrep.trackers.track import track

    sources = Sources(
        articles=evidence.articles,
        lineage=evidence.lineage,
        theatre=theatre,
        vocabulary=vocabulary,
        learned=evidence.learned,
    )
    found = findings(evidence.reviewed, evidence.decisions, sources)
    claims = {claim.id: claim for claim in evidence.claims}
    shown = tuple(finding for finding in found.findings if not finding.hidden)
    states = track(shown, claims, theatre, vocabulary)
    return Judged(
        findings=found.findings,
        states=states,
        outlook=project(
            states,
            shown,
            claims,
            theatre,
            vocabulary,
            trusted=_trusted(evidence, vocabulary),
            counted=evidence.counted,
        ),
        issues=found.issues,
    )


def _trusted(evidence: Evidence, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ids of the articles that parts beyond the reporting may rest on."""
    from sitrep.brief.write.outlets import Outlets

    outlets = Outlets(vocabulary=vocabulary, lineage=evidence.lineage)
    return tuple(id_ for id_, one in evidence.articles.items() if outlets.vouched(one))
