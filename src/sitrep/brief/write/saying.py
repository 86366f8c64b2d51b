"""Whether a claim is somebody's word or what its outlet reports."""

import re

from sitrep.model.extraction import Attribution, Claim, Span
from sitrep.vocabulary.standing import standing_words

THOUGHT = ("attitude:", "evidence:")
"""How extraction begins the reason of a source that says nothing: it thinks, shows, seems."""
MAIN_SHARE = 0.4
"""Share of a sentence that must be somebody's words for the sentence to be theirs."""
ADDRESSING = ("told", "tells", "promised", "assured", "warned", "asked", "urged")
ADDRESS_REACH = 40
"""Characters after such a verb in which the person addressed is named, with an office perhaps."""
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")


def told(claim: Claim) -> bool:
    """Return whether somebody said or wrote what the claim holds, as its main statement.

    What somebody thinks, wants or seems to do ("Trump appeared to …") is the outlet's word, and so
    is a sentence with a remark in its tail ("…, with the minister calling for an end").
    """
    attribution, evidence = claim.attribution, claim.evidence
    if attribution is None or thinks(attribution):
        return False
    if attribution.source and attribution.cue and attribution.source.end <= attribution.cue.end:
        between = claim.evidence.quote[
            max(0, attribution.source.end - evidence.start) : attribution.cue.end - evidence.start
        ]
        if _NOT.search(between):
            return False
    if attribution.cue and _addressed(claim, attribution.cue.end):
        return False
    if attribution.form == "indirect" and attribution.cue and _acts(claim, attribution.cue):
        return False
    said = sum(
        max(0, min(span.end, evidence.end) - max(span.start, evidence.start))
        for span in attribution.content
    )
    return said >= MAIN_SHARE * len(evidence.quote)


def thinks(attribution: Attribution) -> bool:
    """Return whether the source says nothing: it thinks, wants or seems to do."""
    return any(reason.startswith(THOUGHT) for reason in attribution.reasons)


def _acts(claim: Claim, cue: Span) -> bool:
    """Return whether a verb that can report speech is a deed here: "recalled his negotiators"."""
    behind = claim.evidence.quote[cue.end - claim.evidence.start :]
    deed = cue.quote.lower().split()[-1] in standing_words().acts
    return deed and not behind.startswith(" that ")


def _addressed(claim: Claim, cue_end: int) -> bool:
    """Return whether the words go to somebody named ("told Zelensky that …").

    What passed between two people is the outlet's report, whoever it says spoke.
    """
    return any(
        m.kind == "person" and cue_end < m.span.start <= cue_end + ADDRESS_REACH
        for m in claim.mentions
    ) and claim.evidence.quote[: cue_end - claim.evidence.start].endswith(ADDRESSING)
