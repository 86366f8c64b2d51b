"""How widely a matter is reported: outlets whose sentences say much the same as a claim's.

Findings keep to one question each; what is on every front page is told in many forms (as a visit,
as a statement, as background to another report). The echo counts outlets over all of them.
"""

from collections.abc import Mapping, Sequence

from sitrep.language.content import Content
from sitrep.ledger.context import Context
from sitrep.model.extraction import Claim

_NEAR = 0.35
"""Looser than for one question: an echo may word it otherwise."""


def echoes(claims: Sequence[Claim], content: Content, context: Context) -> Mapping[str, int]:
    """Return for each claim id the number of other known origins with a sentence like it."""
    ids = [claim.id for claim in claims]
    origins = [context.article_origin(claim.article_id) for claim in claims]
    near: list[set[str]] = [set() for _ in ids]
    known = [context.vouched(claim.article_id) for claim in claims]
    for left, right in content.neighbours(ids):
        if content.alike(ids[left], ids[right]) >= _NEAR:
            near[left].update([origins[right]] if known[right] else [])
            near[right].update([origins[left]] if known[left] else [])
    return {id_: len(near[number] - {origins[number]}) for number, id_ in enumerate(ids)}
