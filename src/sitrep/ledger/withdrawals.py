"""What its own source took back: "the paper withdrew its report that …", "he retracted his claim".

A withdrawal says again what it withdraws, so it answers the same question. It takes the support of
its own origin away, and of nobody else's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitrep.ledger.answers import Group
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.voices import Voices
from sitrep.model.extraction import Claim

WITHDRAWN = "withdrawn"
_NAME = 60
"""Characters before the word within which whoever takes something back is named."""


def withdrawing(
    replies: Sequence[Reply], claim: Claim, context: Context, voices: Voices
) -> list[Reply]:
    """Return the replies of a sentence, as withdrawals where the sentence takes something back."""
    text = claim.evidence.quote
    found = context.retraction.search(text.casefold())
    if found is None:
        return list(replies)
    before = text[max(0, found.start() - _NAME) : found.start()]
    outlet = voices.named_in(before)
    origin = f"outlet:{outlet.id}" if outlet is not None else None
    return [
        replace(
            reply,
            affirms=False,
            objection=WITHDRAWN,
            origin=origin or reply.origin,
            claimant=outlet.name if outlet is not None else reply.claimant,
        )
        for reply in replies
        if reply.kind != "statement"
    ]


def standing(groups: Sequence[Group], together: Iterable[Reply]) -> tuple[list[Group], list[Group]]:
    """Split groups into what stands and what was withdrawn by all who had said it.

    What a withdrawn reply says counts only until then: the later word of one origin holds.
    """
    back = [reply for reply in together if takes_back(reply)]
    if not back:
        return list(groups), []
    stands, gone = [], []
    for group in groups:
        left = tuple(r for r in group.replies if not _taken(r, back) and not takes_back(r))
        if any(reply.affirms for reply in left):
            stands.append(replace(group, replies=left))
        else:
            before = tuple(reply for reply in group.replies if not takes_back(reply))
            gone += [replace(group, replies=before or group.replies)]
    return stands, gone


def takes_back(reply: Reply) -> bool:
    """Tell whether a reply is the word of a source that takes back what it said."""
    return not reply.affirms and reply.objection == WITHDRAWN


def _taken(reply: Reply, back: Sequence[Reply]) -> bool:
    return any(one.origin == reply.origin and _known(reply) <= _known(one) for one in back)


def _known(reply: Reply) -> str:
    known = reply.claim.published_at
    return known.isoformat() if known else ""
