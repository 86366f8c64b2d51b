"""How widely a matter is reported: outlets whose sentences say much the same as a claim's.

Findings keep to one question each; what is on every front page is told in many forms (as a visit,
as a statement, as background to another report). The echo counts outlets over all of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from sitrep.ledger.content import alike, terms
from sitrep.ledger.context import Context
from sitrep.model.extraction import Claim

_NEAR = 0.4
"""Looser than for one question: an echo may word it otherwise."""
_RARE = 64
"""A term in more claims than this says too little to look by; it also bounds the work."""
_SHARED = 3


def echoes(claims: Iterable[Claim], context: Context) -> Mapping[str, int]:
    """Return for each claim id the number of other origins that carry a sentence like it."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    sets = [terms(claim.evidence.quote, context.stop_words) for claim in ordered]
    origins = [context.article_origin(claim.article_id) for claim in ordered]
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        for word in words:
            holders.setdefault(word, []).append(number)
    found: dict[str, int] = {}
    for number, words in enumerate(sets):
        shared = Counter(
            other for word in words if len(holders[word]) <= _RARE for other in holders[word]
        )
        near = {
            origins[other]
            for other, count in shared.items()
            if count >= _SHARED and alike(words, sets[other]) >= _NEAR
        }
        found[ordered[number].id] = len(near - {origins[number]})
    return found
