"""The quotation: the one verbatim stretch of speech that says most."""

from collections.abc import Iterator

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.edits import CLOSE, OPEN, curly, words
from sitrep.brief.write.evidence import unnumbered
from sitrep.brief.write.names import window_day
from sitrep.model.base import Record
from sitrep.model.brief import Quotation
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import office_at

SHORTEST, LONGEST = 8, 45
MARKS = '"“”«»„ ,'


class Candidate(Record, frozen=True, kw_only=True):
    """A quotation that could be printed; the offsets hold the words without their marks."""

    claim: Claim
    start: int
    end: int
    weight: float


def choose(material: Material, sources: Sources) -> Quotation | None:
    """Return the weightiest quotation of a known speaker with an office, None if there is none."""
    best = max(_candidates(material), key=lambda c: (c.weight, c.claim.id), default=None)
    if best is None:
        return None
    claim = best.claim
    actor = material.vocabulary.actors[claim.speaker_id or ""]
    day = window_day(material.until, material.since)
    office = office_at(actor, day) if day else None
    quote = material.articles[claim.article_id].text[best.start : best.end]
    cited = unnumbered(claim.article_id, best.start, quote, claim.id)
    citation = sources.citation(cited)
    return Quotation(
        text=citation.quote,
        speaker=actor.name,
        office=office.title if office else None,
        date=claim.published_at,
        citation=citation,
    )


def _candidates(material: Material) -> Iterator[Candidate]:
    weights: dict[str, float] = {}
    for finding in material.findings:
        for claim_id in finding.claims:
            weights[claim_id] = max(weights.get(claim_id, 0.0), finding.importance)
    for claim_id in sorted(weights):
        claim = material.claims.get(claim_id)
        actor = material.vocabulary.actors.get((claim.speaker_id or "") if claim else "")
        if claim is None or actor is None or actor.kind != "person":
            continue
        for start, end in _speech(claim):
            yield Candidate(claim=claim, start=start, end=end, weight=weights[claim_id])


def _speech(claim: Claim) -> Iterator[tuple[int, int]]:
    """Yield each whole quotation in the claim's evidence: a sentence of speech between marks."""
    attribution, evidence = claim.attribution, claim.evidence
    if attribution is None or attribution.form == "indirect" or claim.language != "en":
        return
    text = curly(evidence.quote)
    at = 0
    while (opened := text.find(OPEN, at)) >= 0:
        closed = text.find(CLOSE, opened + 1)
        if closed < 0:
            return
        inner = evidence.quote[opened + 1 : closed]
        body = inner.strip(MARKS)
        if SHORTEST <= words(body) <= LONGEST and body[:1].isupper() and body.isprintable():
            start = evidence.start + opened + 1 + inner.index(body)
            yield start, start + len(body)
        at = closed + 1
