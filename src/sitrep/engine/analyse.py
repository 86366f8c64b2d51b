"""From what the store holds to findings, tracker states and an outlook."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from sitrep.engine import stages, versions
from sitrep.engine.analysis import Analysis
from sitrep.engine.executors import Executor, Merge
from sitrep.engine.extraction import Extraction
from sitrep.engine.furniture import own_claims
from sitrep.engine.issue_log import IssueLog
from sitrep.engine.processes import executor
from sitrep.engine.progress import Progress, silent
from sitrep.engine.standing import homeless, standing
from sitrep.engine.window import choose, narrowed
from sitrep.ledger.learned import learn
from sitrep.ledger.review import Reviewed, review_claims
from sitrep.model.brief import Brief
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue, RunManifest
from sitrep.model.lineage import Lineage
from sitrep.model.review import Decision, in_force
from sitrep.outlook.rates import counted_days
from sitrep.settings import Settings
from sitrep.store.protocol import Publication, Store, View
from sitrep.vocabulary.types import Theatre, Vocabulary

if TYPE_CHECKING:
    from sitrep.language.engines import Engines


def analyse(  # noqa: PLR0913 - the parts of a run, each named at the call
    *,
    store: Store,
    settings: Settings,
    theatre: Theatre,
    vocabulary: Vocabulary,
    engines: Engines,
    since: datetime | None = None,
    until: datetime | None = None,
    as_of: datetime | None = None,
    progress: Progress = silent,
    keep: bool = True,
) -> Analysis:
    """Analyse the dated articles published in [since, until) and known by `as_of` (all UTC).

    Without `since` and `until` the window is the last `settings.window_hours` before the newest
    article on the theatre, up to the full hour after it; with `until` alone, that long before it.
    Articles that this version of the extractor has not read yet are read first. The run is kept in
    the store unless `keep` is False. The same store and settings give an equal analysis.
    """
    with executor(settings) as workers:
        run = _Run(
            store=store,
            settings=settings,
            theatre=theatre,
            vocabulary=vocabulary,
            progress=progress,
            workers=workers,
            extraction=Extraction(store, vocabulary, engines, workers),
            lineage=stages.lineage(vocabulary, engines),
            keep=keep,
        )
        return run.analyse(View(since=since, until=until, as_of=as_of))


_HISTORY = 90
"""So many earlier briefs are looked at to learn how outlets fared, and what each day counts."""


class _LookedAt(NamedTuple):
    """The ids of all articles known by `as_of`."""

    dated: Sequence[str]
    undated: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One analysis under way."""

    store: Store
    settings: Settings
    theatre: Theatre
    vocabulary: Vocabulary
    progress: Progress
    workers: Executor
    extraction: Extraction
    lineage: Merge[Sequence[Article], Lineage]
    keep: bool
    log: IssueLog = field(default_factory=IssueLog)

    def analyse(self, asked: View) -> Analysis:
        """Take the steps in order and keep the run."""
        known = self.store.reports.publications(View(as_of=asked.as_of))
        undated = self.store.reports.undated(as_of=asked.as_of)
        self.log.add(_undated(undated))
        width = timedelta(hours=self.settings.window_hours)
        window = self._narrowed(choose(asked, known, width, self._on_theatre), known)
        articles = self.workers.merge(stages.furniture(), self.store.reports.articles(window))
        decisions = self._decisions(asked.as_of)
        back = self._gone(articles, decisions, asked.as_of)
        earlier = self._earlier(window)
        evidence = stages.Evidence(
            reviewed=self._reviewed(articles, decisions, back),
            articles={article.id: article for article in articles},
            lineage=self._lineage(articles),
            decisions=decisions,
            taken_back=tuple(f"{id_} {why}" for id_, why in back.items()),
            learned=learn((found for _, found in earlier), self.vocabulary),
            counted=counted_days(_before_day(earlier, window)),
        )
        judged = self._judged(evidence)
        before = self._before(window)
        self.log.add(judged.issues)
        looked_at = _LookedAt(dated=[one.article_id for one in known], undated=undated)
        manifest = self._manifest(window, looked_at, evidence, judged)
        issues = self.log.all()
        if self.keep:
            self.store.runs.add(
                manifest, theatre=self.theatre.id, findings=judged.findings, issues=issues
            )
        return Analysis(
            window=window,
            articles=articles,
            hashes=self.store.reports.hashes(evidence.articles),
            on_theatre=tuple(sorted({claim.article_id for claim in evidence.claims})),
            lineage=evidence.lineage,
            claims=evidence.claims,
            findings=judged.findings,
            states=judged.states,
            outlook=judged.outlook,
            before=before,
            previous=self.store.runs.findings(before.method.run_id) if before else None,
            issues=issues,
            decisions=decisions,
            taken_back=back,
            manifest=manifest,
        )

    def _narrowed(self, window: View, known: Sequence[Publication]) -> View:
        narrow, left_out = narrowed(window, known, self.settings.window_articles)
        if left_out and narrow.since is not None:
            self.log.add(_narrow(narrow.since, left_out, self.settings.window_articles))
        return narrow

    def _decisions(self, as_of: datetime | None) -> tuple[Decision, ...]:
        decisions = tuple(in_force(self.store.reviews.decisions(), as_of=as_of))
        self.log.add(homeless(self.store.reports, decisions))
        return decisions

    def _gone(
        self, articles: Sequence[Article], decisions: Sequence[Decision], as_of: datetime | None
    ) -> Mapping[str, str]:
        """Return by id why articles of the window no longer count."""
        known = standing(self.store.reports, decisions, as_of=as_of)
        ids = {article.id for article in articles}
        self.log.add(issue for issue in known.issues if issue.subject in ids)
        return {id_: why for id_, why in sorted(known.gone.items()) if id_ in ids}

    def _reviewed(
        self,
        articles: Sequence[Article],
        decisions: Sequence[Decision],
        back: Mapping[str, str],
    ) -> Reviewed:
        """Return the theatre's claims as the decisions leave them."""
        ids = [article.id for article in articles]
        read = self.extraction.claims(ids, log=self.log, progress=self.progress)
        by_id = {article.id: article for article in articles}
        reviewed = review_claims(own_claims(read, articles), by_id, decisions, back)
        return replace(
            reviewed, claims=self._here(reviewed.claims), dropped=self._here(reviewed.dropped)
        )

    def _here(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if self.theatre.id in claim.theatres)

    def _on_theatre(self, article_ids: Sequence[str]) -> Collection[str]:
        newest = article_ids[-self.settings.window_articles :]
        claims = self.extraction.claims(newest, log=self.log, progress=self.progress)
        return {claim.article_id for claim in self._here(claims)}

    def _lineage(self, articles: Sequence[Article]) -> Lineage:
        """Return the lineage of the articles, kept from an earlier run over the same ones."""
        version = versions.lineage_version(self.vocabulary)
        key = make_id("lin", version, *sorted(article.id for article in articles))
        lineage = self.store.runs.lineage(key)
        if lineage is None:
            self.progress("lineage", 0, len(articles))
            lineage = self.workers.merge(self.lineage, articles)
            self.store.runs.add_lineage(key, lineage)
        self.progress("lineage", len(articles), len(articles))
        return lineage

    def _judged(self, evidence: stages.Evidence) -> stages.Judged:
        total = len(evidence.claims)
        self.progress("ledger", 0, total)
        judged = self.workers.merge(stages.judge(self.theatre, self.vocabulary), evidence)
        self.progress("ledger", total, total)
        return judged

    def _earlier(self, window: View) -> tuple[tuple[date, Sequence[Finding]], ...]:
        """Return the findings behind briefs of earlier windows, with the day each ends on."""
        if window.until is None:
            return ()
        until = window.until
        ended = [
            (brief.method.until, brief.method.run_id)
            for brief in self.store.runs.briefs(self.theatre.id)
            if brief.method.until is not None and brief.method.until < until
        ]
        runs = self.store.runs
        return tuple((end.date(), runs.findings(run)) for end, run in ended[-_HISTORY:])

    def _before(self, window: View) -> Brief | None:
        if window.until is None:
            return None
        return self.store.runs.brief_before(self.theatre.id, window.until)

    def _manifest(
        self,
        window: View,
        looked_at: _LookedAt,
        evidence: stages.Evidence,
        judged: stages.Judged,
    ) -> RunManifest:
        settings_hash = versions.settings_hash(self.settings, self.vocabulary)
        input_hash = versions.input_hash(
            [
                *looked_at.dated,
                *looked_at.undated,
                *(one.id for one in evidence.decisions),
                *evidence.taken_back,
                *(f"{id_} {one.reason}" for id_, one in evidence.learned.items()),
                *(f"{day} {sorted(kinds.items())}" for day, kinds in evidence.counted.items()),
            ]
        )
        code_version = versions.code_version()
        span = tuple(map(versions.written, (window.since, window.until, window.as_of)))
        return RunManifest(
            run_id=make_id("run", self.theatre.id, settings_hash, input_hash, code_version, span),
            as_of=window.as_of,
            code_version=code_version,
            settings_hash=settings_hash,
            input_hash=input_hash,
            since=window.since,
            until=window.until,
            logged=len(self.store.reviews.entries()),
            counts={
                "undated": len(looked_at.undated),
                "outside_window": len(looked_at.dated) - len(evidence.articles),
                "articles": len(evidence.articles),
                "on_theatre": len({claim.article_id for claim in evidence.claims}),
                "claims": len(evidence.claims),
                "origins": len(evidence.lineage.origins),
                "stories": len(evidence.lineage.stories),
                "findings": len(judged.findings),
                "states": len(judged.states),
                "decisions": len(evidence.decisions),
            },
        )


def _before_day(
    earlier: Sequence[tuple[date, Sequence[Finding]]], window: View
) -> Iterator[tuple[date, Sequence[Finding]]]:
    """Yield what ended before the day on which the window ends: its own day is no day before."""
    for day, findings in earlier:
        if window.until is not None and day < window.until.date():
            yield day, findings


def _undated(article_ids: Sequence[str]) -> tuple[Issue, ...]:
    if not article_ids:
        return ()
    return (
        Issue(
            stage="engine",
            severity="warning",
            subject=article_ids[0],
            code="undated",
            message="without a publication time and left out: "
            f"{len(article_ids)} of the articles, the first {article_ids[0]}",
        ),
    )


def _narrow(since: datetime, left_out: int, most: int) -> tuple[Issue, ...]:
    return (
        Issue(
            stage="engine",
            severity="warning",
            subject="window",
            code="window-narrowed",
            message=f"The window holds {left_out} articles more than a run reads ({most}, the"
            f" newest): it begins at {since.isoformat()} instead. Ask for a shorter window, or"
            " raise window_articles where memory allows.",
        ),
    )
