"""What the store holds by now of what a kept brief rests on."""

from collections.abc import Iterable
from datetime import datetime

from sitrep.brief.correct.later import Later
from sitrep.brief.correct.published import difference
from sitrep.brief.verify.brief import citations
from sitrep.engine.analyse import analyse
from sitrep.engine.standing import standing
from sitrep.language.engines import Engines
from sitrep.model.brief import Brief
from sitrep.model.errors import UsageError
from sitrep.model.review import Decision, in_force
from sitrep.settings import Settings
from sitrep.store.protocol import Store
from sitrep.vocabulary.types import Theatre, Vocabulary


def later(  # noqa: PLR0913 - what an analysis is made of, each named at the call
    brief: Brief,
    *,
    store: Store,
    settings: Settings,
    theatre: Theatre,
    vocabulary: Vocabulary,
    engines: Engines,
    as_of: datetime | None = None,
) -> Later:
    """Return what became of the ground of `brief`: its window read again, up to the present.

    With `as_of` (UTC) as it was known then. Nothing is kept in the store but what is read for the
    first time. Raises UsageError when the store does not keep this brief, or keeps other words
    under its id.
    """
    _check(brief, store)
    analysis = analyse(
        store=store,
        settings=settings,
        theatre=theatre,
        vocabulary=vocabulary,
        engines=engines,
        since=brief.method.since,
        as_of=as_of,
        keep=False,
    )
    settled = standing(store.reports, analysis.decisions, as_of=as_of)
    cited = {citation.article_id for _, citation in citations(brief)}
    behind = {new for old, new in settled.later.items() if old in cited}
    held = store.reports.select(cited | behind)
    return Later(
        articles={article.id: article for article in (*analysis.articles, *held)},
        gone=settled.gone,
        later=settled.later,
        before=store.runs.findings(brief.method.run_id),
        now=tuple(finding for finding in analysis.findings if not finding.hidden),
        claims={claim.id: claim for claim in analysis.claims},
        decisions=tuple(_since(brief, store, analysis.decisions)),
    )


def _check(brief: Brief, store: Store) -> None:
    kept = store.runs.brief(brief.id)
    if kept is None:
        raise UsageError(
            f"{brief.id}: the store does not keep this brief; name the --store it was written with"
        )
    place = difference(kept, brief)
    if place is not None:
        raise UsageError(
            f"{brief.id}: {place} is not as the store keeps it; the file was changed after it was"
            " written (`sitrep show` prints the brief that the store keeps)"
        )


def _since(brief: Brief, store: Store, decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that the run behind `brief` did not know."""
    manifest = store.runs.manifest(brief.method.run_id)
    logged = manifest.logged if manifest else 0
    fresh = {decision.id for decision in store.reviews.decisions()[logged:]}
    return [one for one in in_force(decisions) if one.id in fresh]
