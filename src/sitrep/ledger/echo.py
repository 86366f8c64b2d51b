"""How widely a matter is reported: outlets whose sentences say much the same as a claim's.

Findings keep to one question each; what is on every front page is told in many forms (as a visit,
as a statement, as background to another report). The echo counts outlets over all of them.
"""

from collections.abc import Iterable, Mapping

from sitrep.ledger.content import alike, neighbours, terms
from sitrep.ledger.context import Context
from sitrep.model.extraction import Claim

_NEAR = 0.4
"""Looser than for one question: an echo may word it otherwise."""


def echoes(claims: Iterable[Claim], context: Context) -> Mapping[str, int]:
    """Return for each claim id the number of other origins that carry a sentence like it."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    sets = [terms(claim.evidence.quote, context.stop_words) for claim in ordered]
    origins = [context.article_origin(claim.article_id) for claim in ordered]
    near: list[set[str]] = [set() for _ in ordered]
    for left, right in neighbours(sets):
        if alike(sets[left], sets[right]) >= _NEAR:
            near[left].add(origins[right])
            near[right].add(origins[left])
    return {claim.id: len(near[number] - {origins[number]}) for number, claim in enumerate(ordered)}
