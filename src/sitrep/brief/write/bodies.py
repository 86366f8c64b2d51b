"""A party's body that goes by its letters has its name at first mention."""

from collections.abc import Collection, Iterator, Sequence

from sitrep.brief.write.edits import Edit
from sitrep.model.extraction import Claim, Mention
from sitrep.vocabulary.types import Actor, Vocabulary

LETTERS = range(3, 6)
"""Letters of an abbreviation that is written out: "US" and "EU" need no name."""
POSSESSIVE = ("'s", "’s")


def bodies(claim: Claim, vocabulary: Vocabulary) -> Iterator[tuple[Mention, Actor]]:
    """Yield the bodies that a claim names."""
    for mention in claim.mentions:
        actor = vocabulary.actors.get(mention.entity_id or "")
        if actor is not None and actor.kind != "person":
            yield mention, actor


def in_full(
    claim: Claim,
    vocabulary: Vocabulary,
    named: Collection[str],
    skip: Sequence[tuple[int, int]] = (),
) -> Iterator[Edit]:
    """Yield the edits that give bodies not yet `named` (ids) their names; `skip` stays as it is."""
    seen = set(named)
    evidence = claim.evidence
    for mention, actor in bodies(claim, vocabulary):
        start, end = mention.span.start, mention.span.end
        if not evidence.start <= start < end <= evidence.end or actor.id in seen:
            continue
        if any(start < b and a < end for a, b in skip):
            continue
        seen.add(actor.id)
        if _abbreviated(actor, mention):
            after = evidence.quote[end - evidence.start :] if actor.name.endswith("s") else ""
            tail = next((mark for mark in POSSESSIVE if after.startswith(mark)), "")
            yield Edit(start=start, end=end + len(tail), text=actor.name + tail[:1])


def _abbreviated(actor: Actor, mention: Mention) -> bool:
    """Return whether a body that answers to a state is named by its letters alone."""
    written = mention.span.quote
    letters = written.isalpha() and written.isupper() and len(written) in LETTERS
    return letters and actor.speaks_for is not None and actor.name.upper() != written
