"""How much a finding matters, 0 to 1, as a sum of named features.

Weights were set by reading the findings of the development days in order, not fitted to a list.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

import msgspec

from sitrep.ledger.answers import independent
from sitrep.ledger.content import marred
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

_WEIGHTS = {
    "kind": 0.26,
    "lead": 0.21,
    "echo": 0.15,
    "actors": 0.13,
    "origins": 0.09,
    "magnitude": 0.09,
    "story": 0.07,
    "disputed": 0.05,
}
_MANY_ORIGINS = 8
_LARGE_STORY = 16
_LEAD = 500
"""A claim this many characters into a report weighs half of what its first sentence weighs."""
_HUGE = 3.0
"""Log10 of the number from which a figure cannot weigh more."""
_RECENT = timedelta(hours=48)
"""What happened longer than this before its report is background."""
_STALE = 0.35
_CALLED_TO_MIND = 0.5
_TOTAL, _RUNNING = 1000, 0.6
"""A large count without a stated time is most often a running total, and old."""
_CROWDED = 0.1
"""What each weightier finding from the same report alone takes from a finding: no report fills a
brief."""
_LEANING = 0.8
"""A finding all of whose sentences need the one before them is harder to tell."""
_PARTY_LEADER, _OFFICIAL, _STATE, _OTHER = 1.0, 0.7, 0.6, 0.3


def importance(
    replies: Sequence[Reply], context: Context, *, contested: bool
) -> tuple[float, tuple[str, ...]]:
    """Return the importance of the finding that `replies` make, and its reasons."""
    claims = [reply.claim for reply in replies]
    features = {
        "kind": max(reply.weight for reply in replies),
        "actors": max((_rank(actor, context) for r in replies for actor in _who(r)), default=0.0),
        "origins": _scale(len(independent(replies)) - 1, _MANY_ORIGINS),
        "echo": _scale(max(reply.echo for reply in replies), _MANY_ORIGINS),
        "story": _scale(
            max(context.story_size(claim.article_id) for claim in claims) - 1, _LARGE_STORY
        ),
        "lead": max(_lead(claim) for claim in claims),
        "disputed": float(contested),
        "magnitude": max((_magnitude(reply.value or reply.low) for reply in replies), default=0.0),
    }
    score = sum(_WEIGHTS[name] * value for name, value in features.items())
    factors = {
        "stands alone": 1.0 if any(_stands_alone(claim) for claim in claims) else _LEANING,
        "relevance": max(_relevance(claim, context) for claim in claims),
        "novelty": sorted(reply.novelty for reply in replies)[(len(replies) - 1) // 2],
    }
    for value in factors.values():
        score *= value
    reasons = [f"{name} +{_WEIGHTS[name] * value:.2f}" for name, value in features.items() if value]
    reasons += [f"{name} ×{value:.2f}" for name, value in factors.items() if value != 1.0]
    return round(min(score, 1.0), 4), tuple(reasons)


def spread(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings, most important first, with those of one report alone set back by its others.

    A finding that several reports carry keeps its weight.
    """
    taken: Counter[str] = Counter()
    found: list[Finding] = []
    for finding in sorted(findings, key=_rank_order):
        if len(finding.articles) > 1:
            found.append(finding)
            continue
        article = finding.articles[0]
        factor = 1 / (1 + _CROWDED * taken[article])
        taken[article] += 1
        reasons = (
            finding.reasons if factor == 1 else (*finding.reasons, f"one report ×{factor:.2f}")
        )
        score = round(finding.importance * factor, 4)
        found.append(msgspec.structs.replace(finding, importance=score, reasons=reasons))
    return sorted(found, key=_rank_order)


def _rank_order(finding: Finding) -> tuple[float, str]:
    return (-finding.importance, finding.id)


def _scale(count: int, many: int) -> float:
    return min(1.0, math.log1p(max(count, 0)) / math.log1p(many))


def _lead(claim: Claim) -> float:
    return 1 / (1 + claim.evidence.start / _LEAD)


def _stands_alone(claim: Claim) -> bool:
    return "needs-context" not in claim.reasons and not marred(claim.evidence.quote)


def _magnitude(value: float | None) -> float:
    return min(1.0, math.log10(max(value, 1)) / _HUGE) if value is not None else 0.0


def _who(reply: Reply) -> tuple[str, ...]:
    speaker = reply.claim.speaker_id
    return (*reply.actors, speaker) if speaker else reply.actors


def _rank(actor_id: str, context: Context) -> float:
    """Return the rank of an actor in this theatre: leaders of parties and mediators first."""
    actor = context.actor(actor_id)
    if actor is None:
        return 0.0
    side = context.side(actor_id)
    mediator = actor_id in context.theatre.mediators or (
        actor.speaks_for in context.theatre.mediators
    )
    if side is None and not mediator:
        return _OTHER if actor.kind in ("person", "country", "organisation") else 0.1
    if actor.kind == "person":
        return _PARTY_LEADER if actor.offices else _OFFICIAL
    return _OFFICIAL if side is not None else _STATE


def _relevance(claim: Claim, context: Context) -> float:
    for theatre, value in zip(claim.theatres, claim.relevance, strict=False):
        if theatre == context.theatre.id:
            return value
    return 0.0


def novelty(reply: Reply, context: Context) -> float:
    """Return 1 for news, less for what happened long before its report or is called to mind."""
    claim = reply.claim
    end = reply.window.end
    known = claim.published_at
    if end is not None and known is not None and known - end > _RECENT:
        return _STALE
    if reply.kind == "count" and end is None and (reply.value or reply.low or 0) >= _TOTAL:
        return _RUNNING
    called = context.background.search(claim.evidence.quote.casefold())
    return _CALLED_TO_MIND if called else 1.0
