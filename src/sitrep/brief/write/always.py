"""Cuts that a sentence takes whatever its room."""

from collections.abc import Sequence

from sitrep.brief.verify.loaded import loaded
from sitrep.brief.write.edits import Edit
from sitrep.brief.write.shorten import (
    about_speaker,
    bared,
    cut,
    dated,
    only_day,
    outside_quotations,
)
from sitrep.model.extraction import Claim, Span, Trim, TrimKind

ALWAYS: frozenset[TrimKind] = frozenset({"connective", "parenthetical", "tail"})


def _dangles(claim: Claim, trim: Trim) -> bool:
    """Return whether an opening such as "After the call," names nothing that a reader knows."""
    evidence = claim.evidence
    opening = evidence.quote[: max(0, trim.end - evidence.start)]
    told = any(word[:1].isupper() or word[:1].isdigit() for word in opening.split()[1:])
    return trim.kind == "adverbial" and trim.start <= evidence.start and not told


def always(claim: Claim) -> list[Edit]:
    """Return the cuts made whatever the room: mere insertions, phrases with loaded words."""
    judging = _judging(claim.evidence)
    return [
        cut(trim, claim.evidence)
        for trim in outside_quotations(claim)
        if about_speaker(claim, trim)
        or not (dated(claim, trim) or bared(claim, trim) or not _goes(claim, trim, judging))
    ]


def _goes(claim: Claim, trim: Trim, judging: Sequence[tuple[int, int]]) -> bool:
    """Return whether a cut is made whatever the room, `judging` being loaded words."""
    loaded_words = any(trim.start <= start and end <= trim.end for start, end in judging)
    plain = trim.kind in ALWAYS and not only_day(claim, trim)
    return plain or _dangles(claim, trim) or loaded_words


def _judging(evidence: Span) -> list[tuple[int, int]]:
    """Return where the evidence has loaded words that nobody is said to have used."""
    found = (span for fault in loaded(evidence.quote) for span in fault.spans)
    return [(evidence.start + span.start, evidence.start + span.end) for span in found]
