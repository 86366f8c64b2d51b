"""How much a finding matters, 0 to 1, as a sum of named features.

Weights were set by reading the findings of the development days in order, not fitted to a list.
"""

import math
from collections.abc import Sequence

from sitrep.ledger.answers import independent
from sitrep.ledger.content import marred
from sitrep.ledger.context import Context
from sitrep.ledger.ranks import rank, voice
from sitrep.ledger.rebuttals import KEY
from sitrep.ledger.reply import Reply
from sitrep.model.extraction import Claim, Track

_WEIGHTS = {
    "kind": 0.22,
    "title": 0.18,
    "headlines": 0.10,
    "actors": 0.13,
    "lead": 0.09,
    "echo": 0.10,
    "origins": 0.06,
    "magnitude": 0.08,
    "disputed": 0.04,
}
_MANY_ORIGINS = 8
_MANY_TITLES = 5
_LEAD = 500
"""A claim this many characters into a report weighs half of what its first sentence weighs."""
_HUGE = 3.0
"""Log10 of the number from which a figure cannot weigh more."""
_LEANING = 0.8
"""A finding all of whose sentences need the one before them is harder to tell."""
_ASIDE = 0.7
"""What is on no track of the theatre does not lead its brief."""
_OWN_WORD = 0.75
"""What a lone report keeps that rests on the word of an outlet that is not usually reliable."""
_BESIDE = 0.3
"""What a word and its denial keep that are told each for itself, and side by side in the table."""
_DOUBTED = "DE"
_SPOKEN = 0.35
"""What the rank of its speaker adds to the weight of a statement."""


def importance(
    replies: Sequence[Reply], context: Context, *, track: Track, contested: bool
) -> tuple[float, tuple[str, ...]]:
    """Return the importance of the finding that `replies` make, and its reasons."""
    ranks = [_rank(reply, context) for reply in replies]
    features = {
        "kind": max(_kind(r, value) for r, value in zip(replies, ranks, strict=True)),
        "title": max(reply.title for reply in replies),
        "headlines": _scale(max(reply.headlines for reply in replies), _MANY_TITLES),
        "actors": max(ranks),
        "lead": max(_lead(reply.claim) for reply in replies),
        "echo": _scale(max(reply.echo for reply in replies), _MANY_ORIGINS),
        "origins": _scale(len(independent(r for r in replies if r.vouched)) - 1, _MANY_ORIGINS),
        "magnitude": max((_magnitude(reply.value or reply.low) for reply in replies), default=0.0),
        "disputed": float(contested),
    }
    score = sum(_WEIGHTS[name] * value for name, value in features.items())
    claims = [reply.claim for reply in replies]
    factors = {
        "stands alone": 1.0 if any(_stands_alone(claim) for claim in claims) else _LEANING,
        "relevance": math.sqrt(max(_relevance(claim, context) for claim in claims)),
        "novelty": _novelty(replies),
        "voice": max(voice(claim, context) for claim in claims),
        "track": _ASIDE if track == "other" else 1.0,
        "side by side": _BESIDE if replies[0].key.startswith(KEY) else 1.0,
        "own word": _OWN_WORD if all(_doubted(claim, context) for claim in claims) else 1.0,
    }
    for value in factors.values():
        score *= value
    reasons = [f"{name} +{_WEIGHTS[name] * value:.2f}" for name, value in features.items() if value]
    reasons += [f"{name} ×{value:.2f}" for name, value in factors.items() if value != 1.0]
    return round(min(score, 1.0), 4), tuple(reasons)


def _novelty(replies: Sequence[Reply]) -> float:
    """Return the middle novelty of the replies that say when, of all where none does.

    Background to other reports leaves the time out, and would outvote those that tell it.
    """
    dated = [reply for reply in replies if reply.window.end is not None]
    found = sorted(reply.novelty for reply in dated or replies)
    return found[(len(found) - 1) // 2]


def _kind(reply: Reply, rank_of: float) -> float:
    """Return the weight of a question's kind; words weigh as those who speak or are spoken of."""
    spoken = reply.kind == "statement" or (reply.kind == "event" and reply.event is None)
    return reply.weight + (_SPOKEN * rank_of if spoken else 0.0)


def _rank(reply: Reply, context: Context) -> float:
    known = reply.claim.published_at
    day = known.date() if known else None
    speaker = context.speaker(reply.claim) if reply.claim.attribution is not None else None
    who = (*reply.actors, speaker) if speaker else reply.actors
    return max((rank(actor, context, day) for actor in who), default=0.0)


def _scale(count: int, many: int) -> float:
    return min(1.0, math.log1p(max(count, 0)) / math.log1p(many))


def _lead(claim: Claim) -> float:
    return 1 / (1 + claim.evidence.start / _LEAD)


def _stands_alone(claim: Claim) -> bool:
    return "needs-context" not in claim.reasons and not marred(claim.evidence.quote)


def _doubted(claim: Claim, context: Context) -> bool:
    """Return whether only an outlet of grade D or E answers for the claim."""
    outlet = context.outlet(claim.article_id)
    return claim.attribution is None and outlet is not None and outlet.reliability in _DOUBTED


def _magnitude(value: float | None) -> float:
    return min(1.0, math.log10(max(value, 1)) / _HUGE) if value is not None else 0.0


def _relevance(claim: Claim, context: Context) -> float:
    for theatre, value in zip(claim.theatres, claim.relevance, strict=False):
        if theatre == context.theatre.id:
            return value
    return 0.0
