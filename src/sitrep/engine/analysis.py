"""What an analysis gives back."""

from collections.abc import Mapping

from sitrep.model.base import Record
from sitrep.model.brief import Brief
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, Outlook, TrackerState
from sitrep.model.issues import Issue, RunManifest
from sitrep.model.lineage import Lineage
from sitrep.model.review import Decision
from sitrep.store.protocol import View


class Analysis(Record, frozen=True, kw_only=True):
    """The window's articles and what was drawn from them for one theatre.

    `articles` are all in the window, by publication time and id, with repeated furniture marked;
    `hashes` the SHA-256 of each one's original by article id; `claims` those of the theatre, by
    article and place in it; `on_theatre` the ids of the articles they stand in. `before` is the
    last brief whose window ended before this one's and `previous` are the findings behind it, None
    when there is none.
    `decisions` are those of the analysts that hold; `claims` leave out what they rejected.
    `taken_back` says by article id why it no longer counts. `counts` are those of the manifest.
    """

    window: View
    articles: tuple[Article, ...]
    hashes: Mapping[str, str]
    on_theatre: tuple[str, ...]
    lineage: Lineage
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    states: tuple[TrackerState, ...]
    outlook: Outlook
    before: Brief | None
    previous: tuple[Finding, ...] | None
    issues: tuple[Issue, ...]
    decisions: tuple[Decision, ...] = ()
    taken_back: Mapping[str, str] = {}
    manifest: RunManifest

    @property
    def counts(self) -> Mapping[str, int]:
        """How much of each thing there was."""
        return self.manifest.counts
