"""Search as a reader wants it: without what was rejected, replaced or taken back."""

from collections.abc import Sequence
from datetime import datetime

from sitrep.engine.editions import settle
from sitrep.ledger.review import review_claims
from sitrep.model.base import Record
from sitrep.model.review import in_force
from sitrep.store.hits import Hit, HitKind, Query
from sitrep.store.protocol import Edition, Store

KINDS: tuple[HitKind, ...] = ("finding", "claim", "article")
_SPARE = 10
"""Hits looked for beyond those asked: some may no longer count."""


class Found(Record, frozen=True, kw_only=True):
    """Hits of one kind, best first, and how many were left out since they no longer count."""

    kind: HitKind
    hits: tuple[Hit, ...]
    left_out: int = 0


def search(  # noqa: PLR0913 - what is looked for and where, each named at the call
    store: Store,
    query: Query,
    *,
    kinds: Sequence[HitKind] = KINDS,
    limit: int = 20,
    as_of: datetime | None = None,
    theatre: str = "ukraine",
) -> tuple[Found, ...]:
    """Return the best `limit` hits of each kind; findings are those of the theatre's last run."""
    latest = store.runs.latest(theatre) if "finding" in kinds else None
    found = []
    for kind in kinds:
        if kind == "finding" and latest is None:
            continue
        hits = store.search(
            query,
            kind=kind,
            limit=limit + _SPARE,
            as_of=as_of,
            run_id=latest.run_id if latest else None,
        )
        held = hits if kind == "finding" else counting(store, hits, as_of)
        found.append(Found(kind=kind, hits=held[:limit], left_out=len(hits) - len(held)))
    return tuple(found)


def counting(store: Store, hits: Sequence[Hit], as_of: datetime | None) -> tuple[Hit, ...]:
    """Return the hits whose report counts and that nobody rejected."""
    articles = {one.id: one for one in store.reports.select({hit.article_id for hit in hits})}
    editions: dict[str, Edition] = {}
    for article in articles.values():
        siblings = store.reports.siblings(article, as_of=as_of)
        if siblings:
            editions.update((one.article_id, one) for one in siblings)
            editions[article.id] = Edition(
                article_id=article.id,
                source_id=article.source_id,
                url=article.url,
                given_id=article.given_id,
                published_at=article.published_at,
                modified_at=article.modified_at,
                known_at=article.known_at,
                usable=article.usable,
            )
    decisions = in_force(store.reviews.decisions(), as_of=as_of)
    gone = dict(
        settle(
            editions.values(), lambda ids: {one.id: one for one in store.reports.select(ids)}
        ).gone
    )
    gone.update(
        (target.id, decision.reason)
        for decision in decisions
        if decision.action == "withdraw"
        for target in decision.targets
    )
    claims = [claim for hit in hits if (claim := store.claims.claim(hit.id)) is not None]
    rejected = {one.id for one in review_claims(claims, articles, decisions, {}).dropped}
    return tuple(hit for hit in hits if hit.article_id not in gone and hit.id not in rejected)
