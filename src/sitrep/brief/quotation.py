"""The quotation: the one verbatim stretch of speech that says most."""

from collections.abc import Iterator

from sitrep.brief.material import Material
from sitrep.brief.sources import Sources
from sitrep.brief.write.edits import CLOSE, OPEN, curly, words
from sitrep.brief.write.eligible import leans
from sitrep.brief.write.evidence import unnumbered
from sitrep.brief.write.names import window_day
from sitrep.brief.write.sameness import quotes
from sitrep.brief.write.sentences import Writer
from sitrep.brief.write.speech import speaker_is_quoted
from sitrep.model.base import Record
from sitrep.model.brief import Quotation
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import office_at, side_of
from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Actor

SHORTEST, LONGEST = 8, 45
LEAST_RANK, OUTSIDER = 0.4, 0.6
"""Weights of a speaker without a listed office, and of one who is no party and no mediator."""
MARKS = '"“”«»„ ,'


class Candidate(Record, frozen=True, kw_only=True):
    """A quotation that could be printed; the offsets hold the words without their marks."""

    claim: Claim
    start: int
    end: int
    text: str
    weight: float


def choose(material: Material, writer: Writer) -> Candidate | None:
    """Return the weightiest quotation of a known speaker with an office, None if there is none.

    What `writer` has printed is not quoted again, and a speaker in doubt is not quoted at all.
    """
    printed = [sentence.text for sentence in writer.printed]
    fresh = (
        c
        for c in _candidates(material)
        if not speaker_is_quoted(c.claim)
        and writer.trust.carries([c.claim.id])
        and writer.speakers.sure(c.claim, material.articles[c.claim.article_id])
        and not any(quotes(text, c.text) for text in printed)
    )
    return max(fresh, key=lambda c: (c.weight, c.claim.id), default=None)


def present(chosen: Candidate | None, material: Material, sources: Sources) -> Quotation | None:
    """Return the quotation as the brief shows it, with office, date and source."""
    if chosen is None:
        return None
    claim = chosen.claim
    actor = material.vocabulary.actors[claim.speaker_id or ""]
    day = window_day(material.until, material.since)
    office = office_at(actor, day) if day else None
    quote = material.articles[claim.article_id].text[chosen.start : chosen.end]
    cited = unnumbered(claim.article_id, chosen.start, quote, claim.id)
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
        if finding.status == "withdrawn":
            continue
        for claim_id in finding.claims:
            weights[claim_id] = max(weights.get(claim_id, 0.0), finding.importance)
    for claim_id in sorted(weights):
        claim = material.claims.get(claim_id)
        actor = material.vocabulary.actors.get((claim.speaker_id or "") if claim else "")
        if claim is None or actor is None or actor.kind != "person":
            continue
        rank = _rank(actor, material)
        for start, end in _speech(claim):
            text = claim.evidence.quote[start - claim.evidence.start : end - claim.evidence.start]
            weight = weights[claim_id] * rank
            if not leans(text):
                yield Candidate(claim=claim, start=start, end=end, text=text, weight=weight)


def _rank(actor: Actor, material: Material) -> float:
    """Return how much the speaker's word weighs in the theatre: office, and party or mediator."""
    day = window_day(material.until, material.since)
    office = office_at(actor, day) if day else None
    title = f"{office.title} {office.short or ''}".lower() if office else ""
    fitting = (w.weight for w in titles().weights if any(word in title for word in w.words))
    side = side_of(material.vocabulary, material.theatre, actor.id)
    mediates = {actor.id, actor.speaks_for} & set(material.theatre.mediators)
    return next(fitting, LEAST_RANK) * (1.0 if side or mediates else OUTSIDER)


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
        shouted = sum(word.isupper() for word in body.split()) > words(body) / 2
        ended = inner.rstrip()[-1:] in {",", ".", "!", "?"}  # else a nested mark has cut it
        whole = body[:1].isupper() and body.isprintable() and ended and not shouted
        if SHORTEST <= words(body) <= LONGEST and whole:
            start = evidence.start + opened + 1 + inner.index(body)
            yield start, start + len(body)
        at = closed + 1
