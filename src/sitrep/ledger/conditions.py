"""What a party makes of the other side's conditions: "their terms are rejected, he said".

Who speaks decides where the conditions are the subject; else whoever is named before the verb. Of
its own conditions a party decides nothing here.
"""

import re
from collections.abc import Iterator

from sitrep.ledger.context import Context
from sitrep.ledger.scope import deciding
from sitrep.model.extraction import Claim

REJECTS, ACCEPTS = "rejects", "accepts"
_REACH = 40
"""Characters between who decides and the verb."""


def on_conditions(claim: Claim, text: str, context: Context) -> Iterator[tuple[str, str]]:
    """Yield who decides, and what, on the conditions of somebody else that `text` names.

    `text` are the claim's words in lower case.
    """
    for match in context.on_conditions.finditer(text):
        owner = _side_at(claim, match, "owner" if match["owner"] else "owner2", context)
        spoken = bool(match["passive"])
        decider = claim.side if spoken else _before(claim, match.start(), context)
        if decider is not None and decider in context.parties and owner != decider:
            agreed = match["accepted"] or match["accepted2"]
            yield decider, ACCEPTS if agreed else REJECTS


def _side_at(claim: Claim, match: re.Match[str], group: str, context: Context) -> str | None:
    """Return whose conditions they are, None where the sentence does not name them."""
    if match[group] is None:
        return None
    start, end = (claim.evidence.start + at for at in match.span(group))
    named = [m.entity_id for m in claim.mentions if start <= m.span.start < end]
    return deciding(named[-1], context) if named else None


def _before(claim: Claim, position: int, context: Context) -> str | None:
    """Return the party named shortly before a verb, the speaker's for "we"."""
    start = claim.evidence.start + position
    last = max(
        (m for m in claim.mentions if m.entity_id and start - _REACH <= m.span.end <= start),
        key=lambda m: m.span.end,
        default=None,
    )
    lead = claim.evidence.quote[:position].casefold()
    if re.search(r"\bwe( \w+){0,2} $", lead):
        return claim.side
    return deciding(last.entity_id, context) if last is not None else None
