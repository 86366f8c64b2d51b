"""Sentences out of the middle of a quotation, whose marks stand in the sentences around them."""

from sitrep.brief.write.edits import CLOSE, OPEN, curly, quoted_stretches
from sitrep.brief.write.eligible import leans
from sitrep.model.extraction import Claim

MARKS = '"“”«»„ '


def spoken(claim: Claim) -> str | None:
    """Return the words of `claim` without marks or full stop, if they are speech from end to end.

    None where the sentence itself names its speaker, holds a quotation of its own, or leans on the
    words before it.
    """
    attribution, evidence = claim.attribution, claim.evidence
    if attribution is None or attribution.form == "indirect" or attribution.source is None:
        return None
    if evidence.start <= attribution.source.start < evidence.end or claim.language != "en":
        return None
    inside = any(
        span.start <= evidence.start + 1 and evidence.end <= span.end + 1
        for span in attribution.content
    )
    body = evidence.quote.strip(MARKS)
    mixed = OPEN in curly(body) or CLOSE in curly(body)
    if not inside or mixed or not body.endswith(".") or not body[:1].isupper() or leans(body):
        return None
    return body[:-1]


def speaker_is_quoted(claim: Claim) -> bool:
    """Return whether the words taken for the speaker stand inside the quotation itself.

    They name whom the speaker spoke of, so the speaker is somebody else.
    """
    attribution = claim.attribution
    if attribution is None or attribution.source is None or attribution.form == "indirect":
        return False
    source, evidence = attribution.source, claim.evidence
    stretches = quoted_stretches(evidence.quote, evidence.start)
    return any(start <= source.start and source.end <= end for start, end in stretches)
