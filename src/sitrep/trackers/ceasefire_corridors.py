"""What came of a humanitarian corridor: it worked, was disrupted, or that is disputed."""

import re
from collections.abc import Sequence

from sitrep.model.truces import Outcome
from sitrep.vocabulary.ceasefire import CeasefirePatterns

_NOBODY = re.compile(r"\b(no one|nobody|none|no|not|never)\W+(\w+\W+){0,2}$")


def outcome(text: str, words: CeasefirePatterns) -> Outcome | None:
    """Return what one sentence, in lower case, says came of a corridor; None where it is silent.

    Who accuses somebody of disrupting it says that it is disputed.
    """
    corridors = words.groups["corridors"]
    if words["accuse"].search(text) and words["breach"].search(text):
        return "disputed"
    if corridors["disrupted"].search(text):
        return "disrupted"
    worked = corridors["worked"].search(text)
    return "worked" if worked and not _NOBODY.search(text[: worked.start()]) else None


def together(
    outcomes: Sequence[Outcome | None], own: Sequence[Outcome | None] = ()
) -> Outcome | None:
    """Return what all sentences say together; those in `own`, of the very route, come first.

    A corridor that worked for some has worked; an accusation alone leaves it disputed.
    """
    for told in (own, outcomes):
        for one in ("disrupted", "worked") if told is own else ("worked", "disputed", "disrupted"):
            if one in told:
                return one
    return None
