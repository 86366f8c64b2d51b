"""One claim to one sentence: the evidence's own words, cut, dated, named and attributed."""

import re
from collections.abc import Iterator, Sequence

from sitrep.brief.write.always import always
from sitrep.brief.write.bodies import in_full
from sitrep.brief.write.credit import ways
from sitrep.brief.write.days import day_edits, day_in_quotation, undated, window_edits
from sitrep.brief.write.edits import Edit, missing_marks, quoted_stretches, words
from sitrep.brief.write.eligible import points_back, refuse
from sitrep.brief.write.names import Names
from sitrep.brief.write.numbers import spelled
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.recast import Recast, recast
from sitrep.brief.write.saying import told
from sitrep.brief.write.shorten import matter, shorten
from sitrep.brief.write.speakers import Speakers
from sitrep.brief.write.speech import speaker_is_quoted, spoken
from sitrep.brief.write.stand_in import names_source
from sitrep.brief.write.stand_in import resolved as resolve
from sitrep.brief.write.wording import (
    plain_cue,
    plain_past,
    plain_words,
    spellings,
    terse,
)
from sitrep.model.base import Record
from sitrep.model.brief import Citation
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Span
from sitrep.vocabulary.standing import standing_pattern
from sitrep.vocabulary.types import Theatre

_CONCEDED = re.compile(r"[\s\"”’]*(?:However|But|Yet)\b")
"""What follows words that were only granted; printed alone they would turn the sense."""
_HEADED = ("He ", "She ", "They ")
"""At the head of a sentence these are nobody, though who speaks is named behind."""
_TORN = re.compile(r"\b(?:primarily|especially|including|notably|particularly|such as)[,.]")
"""What these announce has been cut."""
_CAPITAL = re.compile(r"\b[A-Z]\w{3,}")
DATED = 6
"""What the day of a window is worth beside the words that could stand in its place."""
TRIED = 3
"""So many ways of writing one claim are put to the gates."""


class Draft(Record, frozen=True, kw_only=True):
    """A sentence before the gates; `resolved` names a speaker that stands outside the evidence.

    `introduced` are the words of reports that tell who people in it are, where its own do not.
    `dated` is the sentence elsewhere that tells its day, if one does.
    """

    text: str
    claim: Claim
    resolved: str | None = None
    introduced: tuple[Span, ...] = ()
    dated: Citation | None = None


class Refusal(Record, frozen=True, kw_only=True):
    """Why a claim gives no sentence."""

    claim_id: str
    reason: str


class Drafter:
    """Drafts sentences in one part of a brief, where names and outlets shorten after first use."""

    opening = staticmethod(spelled)
    """How a sentence begins on a number."""

    def __init__(
        self, *, names: Names, outlets: Outlets, speakers: Speakers, theatre: Theatre
    ) -> None:
        self.names = names
        self.speakers = speakers
        self.outlets = outlets
        self.places = dict(spellings(theatre))

    def drafts(
        self, claim: Claim, article: Article, *, limit: int, own_voice: bool
    ) -> tuple[Draft, ...] | Refusal:
        """Return sentences of at most `limit` words for `claim`, the best first, or why none.

        `own_voice` lets the brief say a thing without naming who reports it.
        """
        speech = spoken(claim)
        if speech is not None:
            return self._quote(claim, speech, article, limit)
        return self._edited(claim, article, limit, own_voice=own_voice)

    def _edited(
        self, claim: Claim, article: Article, limit: int, *, own_voice: bool
    ) -> tuple[Draft, ...] | Refusal:
        """Return the evidence, cut and edited in the ways that fit; what tells most first."""
        resolved = resolve(claim, self.names)
        reason = self._refused(claim, article, resolved)
        if reason:
            return Refusal(claim_id=claim.id, reason=reason)
        fitting = self._fitting(claim, article, resolved, (limit, own_voice))
        if not fitting:  # a quotation too long to be one is told in its words without the marks
            fitting = self._fitting(claim, article, resolved, (limit, own_voice), unquoted=True)
        if not fitting:
            return Refusal(claim_id=claim.id, reason="too-long")
        faults = {text: fault(text, resolved) for text in fitting}
        ranked = sorted(fitting, key=lambda text: -fitting[text])
        sound = [self._draft(t, claim, resolved) for t in ranked if not faults[t]][:TRIED]
        return tuple(sound) or Refusal(claim_id=claim.id, reason=faults[ranked[0]])

    def _draft(self, text: str, claim: Claim, resolved: str | None) -> Draft:
        told = tuple(self.names.cited(claim, text))
        return Draft(text=text, claim=claim, resolved=resolved, introduced=told)

    def _refused(self, claim: Claim, article: Article, resolved: str | None) -> str:
        """Return why the claim gives no sentence, "" where it may."""
        attribution = claim.attribution
        reason = refuse(claim, resolved=resolved is not None) or ""
        if speaker_is_quoted(claim):
            reason = "speaker-inside-the-quotation"
        if not told(claim) and self.speakers.runs_on(claim):
            reason = "inside-somebodys-speech"
        if told(claim) and _CONCEDED.match(article.text, claim.evidence.end):
            reason = "conceded-only"
        if reason:
            return reason
        if attribution is not None and attribution.speaker and not names_source(claim):
            return "speaker-outside-the-sentence"
        if resolved and not self.speakers.sure(claim, article):
            return "speaker-in-doubt"
        return ""

    def _fitting(
        self,
        claim: Claim,
        article: Article,
        resolved: str | None,
        place: tuple[int, bool],
        *,
        unquoted: bool = False,
    ) -> dict[str, int]:
        """Return sentences that fit their `place`, (words, own voice), with what each tells."""
        limit, own_voice = place
        fitting: dict[str, int] = {}
        for way in ways(claim, article, self.outlets, own_voice=own_voice):
            left_out = way.left_out
            edits = [*self._edits(claim, resolved, left_out, unquoted=unquoted), *always(claim)]
            room = limit - words(way.credit)
            worded = self._unquoted if unquoted else self._worded
            for text in worded(claim, edits, room, left_out):
                told_when = DATED * ("windows" not in left_out)
                if credited := way.on(text):
                    fitting.setdefault(self.opening(credited), matter(credited) + told_when)
        return fitting

    def _worded(
        self, claim: Claim, edits: Sequence[Edit], room: int, left_out: frozenset[str]
    ) -> Iterator[str]:
        """Yield the evidence in at most `room` words: as it runs, then with a short speaker."""
        text = shorten(claim, edits, room, claim.evidence)
        if words(text) <= room:
            yield text
        again = recast(claim, self.names, left_out=left_out)
        if again is not None and not again.quoted:
            yield from _recast(again, claim, edits, room)

    def _unquoted(
        self, claim: Claim, edits: Sequence[Edit], room: int, left_out: frozenset[str]
    ) -> Iterator[str]:
        """Yield a quotation in at most `room` words without its marks."""
        again = recast(claim, self.names, left_out=left_out)
        if again is not None and again.quoted:
            yield from _recast(again, claim, edits, room)

    def _quote(
        self, claim: Claim, speech: str, article: Article, limit: int
    ) -> tuple[Draft, ...] | Refusal:
        """Return a sentence out of a longer quotation, between marks and with its speaker."""
        actor = self.names.vocabulary.actors.get(claim.speaker_id or "")
        if actor is None or not self.speakers.sure(claim, article):
            return Refusal(claim_id=claim.id, reason="speaker-in-doubt")
        if standing_pattern("goes_on").match(f"“{speech}"):
            return Refusal(claim_id=claim.id, reason="leans-on-the-sentence-before")
        if day_in_quotation(f"“{speech}”"):
            return Refusal(claim_id=claim.id, reason="undated-day")
        for way in ways(claim, article, self.outlets, own_voice=False):
            text = way.on(f"“{speech},” {self.names.speaker(actor)} said.")
            if text and words(text) <= limit:
                return (Draft(text=text, claim=claim, resolved=actor.name),)
        return Refusal(claim_id=claim.id, reason="too-long")

    def _edits(
        self,
        claim: Claim,
        resolved: str | None,
        left_out: frozenset[str],
        *,
        unquoted: bool = False,
    ) -> Iterator[Edit]:
        """Yield what to change; `left_out` may hold "titles" and "windows": words are short.

        Quoted words stay as they are unless they will stand without their marks.
        """
        evidence = claim.evidence
        quoted = () if unquoted else quoted_stretches(evidence.quote, evidence.start)
        fixed = list(quoted)
        if not unquoted:
            yield from _marks(evidence)
        if resolved and claim.attribution and claim.attribution.source:
            source = claim.attribution.source
            yield Edit(start=source.start, end=source.end, text=resolved)
            fixed.append((source.start, source.end))
        edits = (
            *day_edits(claim),
            *(() if "windows" in left_out else window_edits(claim)),
            *self.names.edits(claim, fixed, plain="titles" in left_out),
            *self._place_edits(claim),
            *in_full(claim, self.names.vocabulary, self.names.named, fixed),
            *plain_words(claim),
            *plain_cue(claim),
            *plain_past(claim),
            *(terse(claim) if "that" in left_out else ()),
        )
        for edit in edits:
            if not any(edit.start < b and a < edit.end for a, b in fixed):
                yield edit

    def _place_edits(self, claim: Claim) -> Iterator[Edit]:
        """Yield edits that give places the names of the theatre file."""
        for span in (*(p.span for p in claim.places), *(m.span for m in claim.mentions)):
            name = self.places.get(span.quote)
            if name:
                yield Edit(start=span.start, end=span.end, text=name)
        start = claim.evidence.start  # "Moscow and Kiev": one name of two, found as neither
        for match in _CAPITAL.finditer(claim.evidence.quote):
            name = self.places.get(match.group())
            if name:
                yield Edit(start=start + match.start(), end=start + match.end(), text=name)


def _recast(again: Recast, claim: Claim, edits: Sequence[Edit], room: int) -> Iterator[str]:
    """Yield what somebody said with who says it named anew, if it has `room` words at most."""
    left = room + 1 - words(again.form("it"))
    text = again.form(shorten(claim, edits, left, again.said, unquoted=again.quoted))
    if words(text) <= room:
        yield text


def _marks(evidence: Span) -> Iterator[Edit]:
    """Yield the quotation marks that stand in the sentences beside the evidence."""
    led, closed = missing_marks(evidence.quote)
    if led:
        yield Edit(start=evidence.start, end=evidence.start, text=led)
    if closed:
        end = evidence.start + len(evidence.quote.rstrip())
        yield Edit(start=end, end=end, text=closed)


def fault(text: str, resolved: str | None) -> str:
    """Return what the edits left wrong: a day that only a date tells, words that point back."""
    if undated(text) or day_in_quotation(text):
        return "undated-day"
    if _TORN.search(text):
        return "broken-off"
    back = text.startswith(_HEADED) or (points_back(text) and not resolved)
    return "points-back-after-cuts" if back else ""
