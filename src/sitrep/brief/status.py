"""The status line: where the proposal for a truce stands, where no key point says it already."""

from collections.abc import Sequence

from sitrep.brief.assess import introduced
from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.sameness import content_words
from sitrep.brief.write.sentences import Writer
from sitrep.model.brief import BriefSentence, StatusLine
from sitrep.model.findings import Clause

_TOLD, _TOLD_OF_ONE = 0.75, 0.5
"""Shares of a clause's content words that a key point has, where it tells it: of any matter, and
where both rest on one finding."""


def status(
    material: Material, points: Sequence[BriefSentence], sources: Sources, writer: Writer
) -> StatusLine | None:
    """Return the stand of each party in one line with the day of the last report on it.

    A line all of whose clauses the key `points` tell says no more than who has been silent, and
    stands only where somebody has. What only unknown outlets tell, or the gates refuse, is left
    out. None where nothing new is left.
    """
    standing = material.outlook.standing
    if standing is None:
        return None
    clauses = [one for one in standing.clauses if writer.trust.carries(one.claims)]
    fresh = [one for one in clauses if not any(told(one, point) for point in points)]
    if not clauses or not (fresh or standing.silence):
        return None
    line = "; ".join(one.text for one in clauses)
    line = f"{line[:1].upper()}{line[1:]}. {standing.silence}".rstrip()
    text = line if fresh else standing.silence
    claims = tuple(dict.fromkeys(claim for one in clauses for claim in one.claims))
    assessed = introduced(text, claims, writer)
    if assessed is None:
        return None
    return StatusLine(
        label=f"Ceasefire, {standing.by.day} {standing.by:%B}" if standing.by else "Ceasefire",
        text=assessed.text,
        citations=tuple(map(sources.citation, assessed.cited)),
        findings=tuple(dict.fromkeys(name for one in clauses for name in one.findings)),
        gates=assessed.gates,
    )


def told(clause: Clause, point: BriefSentence) -> bool:
    """Return whether a key point tells a clause."""
    words = content_words(clause.text)
    share = len(words & content_words(point.text)) / max(1, len(words))
    return share >= (_TOLD_OF_ONE if set(clause.findings) & set(point.findings) else _TOLD)
