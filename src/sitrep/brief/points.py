"""The key points: three different matters, each told by the sentence that tells it best."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sitrep.brief.plan.outline import CORE, FIGHTING, MAIN_TRACKS
from sitrep.brief.write.leads import Leads
from sitrep.brief.write.saying import thinks
from sitrep.brief.write.sentences import Printed, Writer
from sitrep.model.base import Record
from sitrep.model.extraction import Claim, Track
from sitrep.model.findings import Finding, QuestionKind
from sitrep.vocabulary.phrases import phrase_patterns
from sitrep.vocabulary.standing import standing_pattern

TRIED = 8
"""Findings of a track that are compared."""
_LED = 0.5
"""What each outlet's headline adds that tells the same."""
_CORE = 1.2
"""What an answer to a track's own question weighs beside others: who holds what, how many flew."""
_SETTLED = 1.2
"""What an agreement weighs beside other news: it is rarer than a toll."""
_ASSERTED = 0.6
"""What a telling weighs that may take for a fact who holds a place, where that is contested."""
_REACTION = 0.5
"""What somebody's accusation weighs where it is told in the place of the event."""
_WORDS, _SAID = 0.8, 0.6
"""What words weigh beside deeds, and once more in the order of the key points."""
_COUNT_ASIDE = 0.6
"""What a count weighs that the sentence tells in passing: "after a strike that killed eight"."""
_EARLIER, _OVER = 0.8, timedelta(hours=16)
"""What a sentence weighs all of which was over so long before the end of the window."""
_CONFIRMED = 1.1
"""What a finding of several origins weighs beside others."""
_CREDITED = 0.95
"""What a sentence weighs that needs its outlet's name to stand."""
_FORESEEN = 0.7
"""What weighs an event that a report foresees for a time that is over."""
_PARTY = 0.8
"""What a party's own word on the fighting weighs beside what others tell of it."""
_SAME_TRACK, _SAME_VOICE, _SAME_SIDE, _SAME_EVENT = 0.8, 0.5, 0.9, 0.5
"""What a matter weighs beside a key point on its track, of its speaker, its party, on its event."""
_AGAIN = 0.6
"""What a third matter of the fighting weighs while the talks are untold, and vice versa."""
_ASIDE, _BESIDE = 0.3, 0.85
"""What a matter off the main tracks weighs while one of them is untold, and afterwards. All these
were set by reading the briefs of ten days."""
_TELLING = 0.4
"""What the share of question and headlines that a sentence tells decides."""
_EVENTS: frozenset[QuestionKind] = frozenset({"attack", "visit", "meeting", "control", "count"})
_SPOKEN: frozenset[QuestionKind] = frozenset({"statement", "event"})
_AGREEING = frozenset({"AGREE", "SUPPORT"})
"""PLOVER types of agreeing and of signing what was agreed."""
_RELATIVE = re.compile(r"\b(?:that|which) (\w+)(?: at least| about| some| up to| more than)? $")


class Point(Record, frozen=True, kw_only=True):
    """A key point, and what it weighs in their order: what somebody said comes behind deeds."""

    printed: Printed
    order: float


class Points:
    """Weighs sentences as key points."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._leads = Leads(writer.material)
        self._main: frozenset[Track] = frozenset()
        self._contested = frozenset(
            one.place.split()[0]
            for one in writer.material.findings
            if one.question.kind == "control" and one.status == "contested" and one.place
        )
        self._known: dict[str, Printed] = {}

    def of(self, findings: Iterable[Finding]) -> list[Printed]:
        """Return the best key point of each finding, of the first `TRIED` of a track with one."""
        found: list[Printed] = []
        tried: Counter[Track] = Counter()
        for finding in findings:
            if tried[finding.track] < TRIED and (best := self._best(finding)):
                found.append(best)
                tried[finding.track] += 1
        self._main = frozenset(MAIN_TRACKS) & tried.keys()
        return found

    def _best(self, finding: Finding) -> Printed | None:
        """Return a finding's best sentence, as long as nothing printed since tells the same."""
        known = self._known.get(finding.id)
        if known is not None:
            again = self._writer.attempt(known.claim, finding, "key_point")
            known = again if isinstance(again, Printed) else None
        best = known or max(
            self._writer.passing(finding, "key_point"), key=self._rank, default=None
        )
        if best is not None:
            self._known[finding.id] = best
        return best

    def next(self, candidates: Iterable[Printed], taken: Sequence[Printed]) -> Point | None:
        """Return the weightiest candidate beside the key points `taken`, None without any."""

        def rank(one: Printed) -> tuple[bool, float, str, str]:
            known, weight, finding, text = self._rank(one)
            return known, weight * self._apart(one, taken), finding, text

        best = max(candidates, key=rank, default=None)
        if best is None:
            return None
        order = rank(best)[1] * (_SAID if self._spoken(best) else 1.0)
        return Point(printed=best, order=order)

    def _rank(self, one: Printed) -> tuple[bool, float, str, str]:
        known = self._writer.trust.vouched([one.claim.id])
        return known, self.weight(one), one.finding.id, one.text

    def weight(self, printed: Printed) -> float:
        """Return how well a sentence stands among the key points."""
        finding, claim = printed.finding, printed.claim
        telling = min(1.0, self._writer.telling(printed, finding))
        weight = finding.importance * (1 - _TELLING + _TELLING * telling)
        weight *= 1 + _LED * self._leads.of(printed.text, claim.article_id)
        stance = claim.attribution.stance if claim.attribution else None
        factors = (
            (_CORE, finding.question.kind in CORE.get(finding.track, ()) or _agreed(printed)),
            (_SETTLED, _settled(printed)),
            (_ASSERTED, self._asserted(printed)),
            (_REACTION, stance == "accuses" and finding.question.kind in _EVENTS),
            (_WORDS, self._spoken(printed)),
            (_COUNT_ASIDE, finding.question.kind == "count" and _in_passing(claim)),
            (_EARLIER, self._earlier(claim)),
            (_FORESEEN, self._foreseen(claim)),
            (_CONFIRMED, finding.status == "corroborated"),
            (_CREDITED, printed.text.endswith("reported.")),
            (_PARTY, claim.side is not None and finding.track in FIGHTING),
        )
        for factor, holds in factors:
            weight *= factor if holds else 1.0
        return weight

    def _asserted(self, printed: Printed) -> bool:
        """Return whether an outlet tells of a place that is contested without saying who claims it.

        "… since forces claimed they ejected them" leaves open what "since they ejected them" does
        not.
        """
        claim, text = printed.claim, printed.text
        own = claim.attribution is None or claim.attribution.speaker_id is None
        claimed = standing_pattern("claimed").search(text) is not None
        return own and not claimed and any(place in text for place in self._contested)

    def _spoken(self, printed: Printed) -> bool:
        """Return whether a sentence tells what somebody known to the vocabulary said."""
        claim = printed.claim
        actor = self._writer.material.vocabulary.actors.get(claim.speaker_id or "")
        thought = claim.attribution is None or thinks(claim.attribution)
        known = actor is not None and actor.kind == "person"
        return printed.finding.question.kind in _SPOKEN and known and not thought

    def _earlier(self, claim: Claim) -> bool:
        """Return whether all that a claim tells was over long before the window ended."""
        until = self._writer.material.until
        ends = [time.end for time in claim.times]
        return until is not None and bool(ends) and max(ends) <= until - _OVER

    def _foreseen(self, claim: Claim) -> bool:
        """Return whether a claim tells as still to come what was due by the end of the window."""
        until, quote = self._writer.material.until, claim.evidence.quote.lower()
        due = until is not None and any(time.end <= until for time in claim.times)
        return due and phrase_patterns().coming.search(quote) is not None

    def _apart(self, printed: Printed, taken: Sequence[Printed]) -> float:
        """Return what is left of a matter's weight beside what the key points tell by now."""
        mine, said = printed.finding, printed.claim
        told = [one.finding.track for one in taken]
        untold = self._main - set(told)
        left = 1.0 if mine.track in MAIN_TRACKS else (_ASIDE if untold else _BESIDE)
        if not any(_alike(mine.track, one) for one in untold):
            alike = sum(_alike(mine.track, one) for one in told)
            left *= _AGAIN if untold and alike > 1 else 1.0
        for other in taken:
            theirs = other.finding
            voice = said.attribution is not None and said.speaker == other.claim.speaker
            factors = (
                (_SAME_TRACK, mine.track == theirs.track),
                (_SAME_VOICE, voice),
                (_SAME_SIDE, said.side is not None and said.side == other.claim.side),
                (_SAME_EVENT, _one_event(mine, theirs)),
            )
            for factor, holds in factors:
                left *= factor if holds else 1.0
        return left


def _alike(track: Track, other: Track) -> bool:
    """Return whether two tracks tell of one thing: of the fighting, else of themselves."""
    return track == other or {track, other} <= set(FIGHTING)


def _agreed(printed: Printed) -> bool:
    """Return whether a sentence tells in its own voice what was agreed: a decision of two."""
    claim = printed.claim
    deeds = (one.type in _AGREEING and one.modality == "actual" for one in claim.events)
    return printed.finding.track == "diplomacy" and claim.attribution is None and any(deeds)


def _settled(printed: Printed) -> bool:
    """Return whether a sentence tells of a decision that was agreed, by nobody who is a party."""
    claim = printed.claim
    agreed = any(one.type == "AGREE" and one.modality == "actual" for one in claim.events)
    return printed.finding.question.kind == "decision" and claim.side is None and agreed


def _in_passing(claim: Claim) -> bool:
    """Return whether every figure of a claim hangs on a relative clause."""
    quote, start = claim.evidence.quote, claim.evidence.start
    verbs = {event.trigger.quote for event in claim.events}
    hung = (_RELATIVE.search(quote[: one.span.start - start]) for one in claim.figures)
    return bool(claim.figures) and all(one is not None and one[1] in verbs for one in hung)


def _one_event(mine: Finding, other: Finding) -> bool:
    """Return whether two findings count one thing, or ask about one place on one day."""
    one, two = mine.question, other.question
    if not {one.kind, two.kind} <= {"count", "attack"}:
        return False
    counted = one.kind == two.kind == "count"
    scene = one.text.partition(" in ")[2]
    what = counted and one.text.split(",", 1)[0] == two.text.split(",", 1)[0]
    return what or (bool(scene) and scene == two.text.partition(" in ")[2])
