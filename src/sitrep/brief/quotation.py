"""The quotation: the one verbatim stretch of speech that says most."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace

from sitrep.brief.apt import Apt
from sitrep.brief.material import Material
from sitrep.brief.plan.outline import MAIN_TRACKS
from sitrep.brief.sources import Sources
from sitrep.brief.write.days import day_in_quotation
from sitrep.brief.write.edits import CLOSE, OPEN, curly, quoted_stretches, words
from sitrep.brief.write.eligible import leans
from sitrep.brief.write.evidence import unnumbered
from sitrep.brief.write.names import window_day
from sitrep.brief.write.sameness import quotes
from sitrep.brief.write.sentences import Writer
from sitrep.brief.write.speech import speaker_is_quoted
from sitrep.model.base import Record
from sitrep.model.brief import Quotation
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import office_at, side_of
from sitrep.vocabulary.phrases import phrase_patterns
from sitrep.vocabulary.titles import titles
from sitrep.vocabulary.types import Actor

SHORTEST, LONGEST = 8, 45
LEAST_RANK, OUTSIDER = 0.4, 0.6
"""Weights of a speaker without a listed office, and of one who is no party and no mediator."""
ASIDE = 0.7
"""What words on a matter beside the main tracks weigh."""
_BESIDE = 6
"""So many words at most stand between the verb of saying and its day."""
_DAYS = ("day", "daypart", "hour", "minute")
_RECENT = timedelta(days=7)
_OPENING = 20
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

    What `writer` has printed is not quoted again. A speaker in doubt is not quoted at all, nor are
    words that the report goes on to turn, that it calls old, or that say "today" where no report
    says which day that was.
    """
    printed = [sentence.text for sentence in writer.printed]
    everything = tuple(material.claims.values())
    apt, articles = Apt(writer), material.articles
    fresh = (
        c
        for c in _candidates(material)
        if not speaker_is_quoted(c.claim)
        and writer.trust.carries([c.claim.id])
        and apt.stands(c.text, c.claim, articles[c.claim.article_id])
        and writer.speakers.sure(c.claim, articles[c.claim.article_id])
        and not turned(c, articles[c.claim.article_id])
        and not (day_in_quotation(f"“{c.text}”") and not said_on(c.claim, everything))
        and not any(quotes(text, c.text) for text in printed)
    )
    weighed = (
        replace(c, weight=c.weight * apt.weight(c.text, c.claim, articles[c.claim.article_id]))
        for c in fresh
    )
    return max(weighed, key=lambda c: (c.weight, c.claim.id), default=None)


def present(chosen: Candidate | None, material: Material, sources: Sources) -> Quotation | None:
    """Return the quotation as the brief shows it, with office, date and source."""
    if chosen is None:
        return None
    claim = chosen.claim
    actor = material.vocabulary.actors[claim.speaker_id or ""]
    said = said_on(claim, material.claims.values())
    last = window_day(material.until, material.since)
    day = said.date() if said else last
    office = office_at(actor, day) if day else None
    quote = material.articles[claim.article_id].text[chosen.start : chosen.end]
    cited = unnumbered(claim.article_id, chosen.start, quote, claim.id)
    citation = sources.citation(cited)
    return Quotation(
        text=citation.quote,
        speaker=actor.name,
        office=office.title if office and not actor.name.startswith(office.title) else None,
        date=said or claim.published_at,
        dated="said" if said else "reported",
        citation=citation,
    )


def said_on(claim: Claim, others: Iterable[Claim]) -> datetime | None:
    """Return the day (its begin, UTC) on which the words of a claim were spoken, None where unsaid.

    That is a day beside the verb of saying, else the one day that the report gives beside all other
    words of the same speaker.
    """
    own = _day_of_saying(claim)
    if own is not None:
        return own
    days = {
        day
        for one in others
        if one.article_id == claim.article_id and one.speaker_id == claim.speaker_id
        if (day := _day_of_saying(one)) is not None
    }
    return days.pop() if len(days) == 1 else None


def _day_of_saying(claim: Claim) -> datetime | None:
    told, published = claim.attribution, claim.published_at
    if told is None or told.cue is None or published is None:
        return None
    quote, start = claim.evidence.quote, claim.evidence.start
    spoken = (*quoted_stretches(quote, start), *((one.start, one.end) for one in told.content))
    for time in claim.times:
        span = time.span
        if time.granularity not in _DAYS or any(a <= span.start < b for a, b in spoken):
            continue
        left, right = sorted(((told.cue.start, told.cue.end), (span.start, span.end)))
        between = quote[left[1] - start : right[0] - start].lower()
        beside = "," not in between and len(between.split()) <= _BESIDE
        near = beside and not phrase_patterns().elsewhere.search(between)
        if near and published - _RECENT <= time.start <= published:
            return time.start.replace(hour=0, minute=0, second=0, microsecond=0)
    return None


def turned(one: Candidate, article: Article) -> bool:
    """Return whether the report turns the words of a quotation, or says that they are old.

    "… he said, but …", "… he said. But he added …", "he once said: …": alone they would mislead.
    Words that pick up others ("So, …", "And …") do not stand alone either.
    """
    evidence, patterns = one.claim.evidence, phrase_patterns()
    if patterns.picks_up.match(one.text.lower()):
        return True
    after = article.text[one.end : evidence.end].lower()
    before = article.text[evidence.start : one.start].lower()
    following = article.text[evidence.end :].lstrip(' \n"”’')[:_OPENING].lower()
    goes_on = patterns.turned.match(following) is not None
    return goes_on or bool(patterns.turned.search(after) or patterns.recalled.search(before))


def _candidates(material: Material) -> Iterator[Candidate]:
    weights: dict[str, float] = {}
    for finding in material.findings:
        if finding.status == "withdrawn":
            continue
        aside = 1.0 if finding.track in MAIN_TRACKS else ASIDE
        for claim_id in finding.claims:
            weights[claim_id] = max(weights.get(claim_id, 0.0), finding.importance * aside)
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
    if attribution is None or claim.language != "en":
        return
    text = curly(evidence.quote)
    if attribution.form == "indirect" and f": {OPEN}" not in text:
        return
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
