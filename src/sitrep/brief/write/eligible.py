"""Which evidence sentences can stand alone in a brief."""

import re

from sitrep.brief.write.edits import balanced, curly, quoted_stretches, words
from sitrep.model.extraction import Claim

MIN_WORDS = 7
MAX_EVIDENCE_WORDS = 75
LANGUAGES = ("en",)
_LEANS = re.compile(
    r"^(?:(?:But|And|Yet|So|Meanwhile|However|Still|Also|Earlier),? )?"
    r"(?:He|She|It|They|This|That|These|Those|There|Here|His|Her|Their|Its|Such|Both|One|Another|"
    r"Others?|Neither|Either|Some of them|In (?:it|this|that|these|response|addition|turn)|"
    r"Asked|Commenting|Speaking|When asked|According to (?:him|her|them|it)|"
    r"The (?:former|latter|same|other|two|three|pair|incident|attack|move|decision|news|plan|"
    r"statement|report|document|post|video|article))\b"
)
_JUDGES = re.compile(r"\b(?:should|must|needs? to|ought to|perhaps|of course|seems?|arguably)\b")
"""An opinion, when nobody but the outlet says it."""
_POINTS_BACK = re.compile(r"\b(?:such (?:a|an|decisions?|moves?|plans?|talks)|the same)\b")
_OWN_VOICE = re.compile(
    r"\b(?:I|I['’]m|I['’]ve|we|We|our|Our|ours|us|my|My|me|you|You|your|Your)\b"
)
_MARKUP = re.compile(r"[<>{}|]|https?://|www\.|@\w|#\w|\.{3}|…|\bRead more\b|\bClick\b")


def refuse(claim: Claim, *, resolved: bool) -> str | None:
    """Return why the claim's sentence cannot be printed as a sentence of a brief, None if it can.

    `resolved` says that the sentence's speaker is a pronoun or an office that a name will replace.
    """
    text = claim.evidence.quote.strip()
    outside = _outside_quotes(text)
    count = words(text)
    checks = (
        (claim.language not in LANGUAGES, "language"),
        (count < MIN_WORDS, "too-short"),
        (count > MAX_EVIDENCE_WORDS, "too-long-to-edit"),
        (not balanced(text), "half-a-quotation"),
        (curly(text).startswith("“") and not _reported(claim), "bare-quotation"),
        (outside.rstrip().endswith("?") or "?" in outside, "question"),
        (not text.endswith((".", "”", '"', "’", "'")), "no-full-stop"),
        (bool(_OWN_VOICE.search(outside)), "first-or-second-person"),
        (bool(_LEANS.match(text)) and not resolved, "leans-on-the-sentence-before"),
        (claim.attribution is None and bool(_JUDGES.search(outside)), "opinion"),
        (bool(_POINTS_BACK.search(outside)), "points-back"),
        (bool(_MARKUP.search(text)), "markup"),
        (text.isupper(), "capitals"),
    )
    return next((reason for failed, reason in checks if failed), None)


def _outside_quotes(text: str) -> str:
    """Return `text` with what stands in quotation marks blanked."""
    for start, end in quoted_stretches(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _reported(claim: Claim) -> bool:
    """Return whether the sentence itself says who said the words quoted in it."""
    attribution, evidence = claim.attribution, claim.evidence
    return (
        attribution is not None
        and attribution.source is not None
        and evidence.start <= attribution.source.start < evidence.end
    )
