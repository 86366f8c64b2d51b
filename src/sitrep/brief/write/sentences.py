"""Findings to sentences that have passed the gates."""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.verify.assessment import weigh
from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import WORD_LIMITS, Evidence, Known
from sitrep.brief.write import saying
from sitrep.brief.write.corroborate import Corroboration
from sitrep.brief.write.dating import Dating
from sitrep.brief.write.draft import Draft, Drafter, Refusal
from sitrep.brief.write.edits import quoted_stretches, words
from sitrep.brief.write.evidence import cite, evidence, own_names, who_is_who
from sitrep.brief.write.introductions import Introductions
from sitrep.brief.write.matters import Matters
from sitrep.brief.write.names import Names, window_day
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sameness import content_words, quotes
from sitrep.brief.write.shorten import opens_on_told
from sitrep.brief.write.slots import dated
from sitrep.brief.write.speakers import Speakers
from sitrep.brief.write.spelling import respell
from sitrep.brief.write.told import Told
from sitrep.brief.write.trust import Trust
from sitrep.model.base import Record
from sitrep.model.brief import Citation
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.issues import Issue
from sitrep.vocabulary.standing import standing_pattern

Form = Literal["sentence", "key_point", "headline"]
SAID_THERE = 0.3
CLAIMS_TRIED = 12
"""A finding whose twelve best claims give no sentence is left to the tables."""


class Printed(Record, frozen=True, kw_only=True):
    """A sentence that passed every gate, with what it cites.

    `matter` holds its content words without those that say who speaks or reports; `alone` says that
    no other origin tells it in its own voice.
    """

    text: str
    cited: tuple[Citation, ...]
    finding: Finding
    claim: Claim
    gates: tuple[str, ...]
    matter: frozenset[str] = frozenset()
    alone: bool = False


class Assessed(Record, frozen=True, kw_only=True):
    """A sentence of the outlook, with what it cites and the gates it passed."""

    text: str
    cited: tuple[Citation, ...]
    gates: tuple[str, ...]


@dataclass(slots=True)
class Writer:
    """Writes sentences for findings; remembers what is printed so that nothing stands twice.

    `kept` are the words that the brief quotes on their own: no sentence quotes them as well.
    """

    material: Material
    printed: list[Printed] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    kept: str | None = None
    _known: Known = field(default_factory=Known)
    drafter: Drafter = field(init=False)
    speakers: Speakers = field(init=False)
    strangers: Introductions = field(init=False)
    trust: Trust = field(init=False)
    told: Told = field(init=False)
    corroboration: Corroboration = field(init=False)
    dating: Dating = field(init=False)

    def __post_init__(self) -> None:
        """Work out who is who once."""
        day = window_day(self.material.until, self.material.since)
        self.strangers = Introductions(
            self.material.claims.values(),
            articles=self.material.articles,
            outlets=Outlets(vocabulary=self.material.vocabulary, lineage=self.material.lineage),
            vocabulary=self.material.vocabulary,
        )
        self._known = who_is_who(self.material.vocabulary, self.material.theatre, day)
        self.speakers = Speakers(self.material.claims, vocabulary=self.material.vocabulary, day=day)
        self.trust = Trust(self.material)
        matters = Matters(self.material.claims, self.material.vocabulary, self._known)
        self.told = Told(self.material, matters)
        self.corroboration = Corroboration(self.material, matters, self.trust)
        self.dating = Dating(self.material, matters, self._known)
        self.begin()

    def anew(self) -> "Writer":
        """Return a writer of the same material that has printed nothing yet; issues are shared."""
        fresh = copy(self)
        fresh.printed = []
        fresh.begin()
        return fresh

    def begin(self) -> None:
        """Begin a brief: nobody in it, and no outlet, has been introduced."""
        material = self.material
        day = window_day(material.until, material.since)
        self.drafter = Drafter(
            names=Names(
                vocabulary=material.vocabulary,
                day=day,
                theatre=material.theatre,
                strangers=self.strangers,
            ),
            outlets=Outlets(vocabulary=material.vocabulary, lineage=material.lineage),
            speakers=self.speakers,
            theatre=material.theatre,
        )

    def best(self, finding: Finding, form: Form = "sentence") -> Printed | None:
        """Return the best sentence for `finding` that passes all gates; None and an issue if none.

        The best tells most of what the headlines of the finding's reports say. It is not printed
        before `keep` says so.
        """
        return max(
            self.passing(finding, form),
            key=lambda one: (self.trust.vouched([one.claim.id]), self.telling(one, finding)),
            default=None,
        )

    def passing(self, finding: Finding, form: Form = "sentence") -> tuple[Printed, ...]:
        """Return the sentences for `finding` that pass all gates; an issue where there are none."""
        reasons: list[str] = []
        passed: list[Printed] = []
        for claim in self.claims(finding):
            outcome = self.attempt(claim, finding, form)
            if isinstance(outcome, Printed):
                passed.append(outcome)
            else:
                reasons.append(f"{claim.id}: {outcome}")
        if reasons and not passed:
            message = f"no sentence for “{finding.question.text}”: {'; '.join(reasons)}"
            self._note(finding.id, "no-sentence", message)
        return tuple(passed)

    def again(self, printed: Printed, form: Form = "sentence") -> Printed | None:
        """Return a chosen sentence as it reads at this point: names and outlets known by now.

        Where whom it names must be introduced here and the office has no room, another telling of
        the finding stands; None, and an issue, where there is none.
        """
        outcome = self.attempt(printed.claim, printed.finding, form)
        told = outcome if isinstance(outcome, Printed) else self.best(printed.finding, form)
        if told is not None:
            self.keep(told)
        return told

    def telling(self, printed: Printed, finding: Finding) -> float:
        """Return how well a sentence tells a finding: its share of question and others' headlines.

        A headline counts once however often it was republished; the better the outlet's grade, the
        better its telling. That somebody came or met somebody
        is better told as such than by what was said on the occasion.
        """
        words = content_words(printed.text)
        others = [one for one in finding.articles if one != printed.claim.article_id]
        titles = {self.material.articles[one].title for one in others or finding.articles}
        wanted = Counter(word for title in titles for word in content_words(title))
        told = sum(wanted[word] for word in words) / max(1, wanted.total())
        question = content_words(finding.question.text)
        occasion = finding.question.kind in {"meeting", "visit"} and saying.told(printed.claim)
        asked = len(question & words) / max(1, len(question))
        article = self.material.articles[printed.claim.article_id]
        standing = self.drafter.outlets.standing(article, printed.claim.side)
        return (told + asked) * standing - SAID_THERE * occasion

    def assess(self, text: str, claim_ids: Sequence[str]) -> Assessed | None:
        """Return `text` with what it cites and the gates it passed; None, and an issue, if none.

        `claim_ids` are the claims it rests on.
        """
        claims = [self.material.claims[c] for c in claim_ids if c in self.material.claims]
        if not claims or not text:
            return None
        if not self.trust.carries(claim_ids):
            message = f"left out of the outlook: “{text}”: only outlets tell it that are not known"
            self._note(claims[0].id, "assessment-refused", message)
            return None
        text = respell(text, self.material.spelling)
        cited = self._cite(Draft(text=text, claim=claims[0]), claims[1:])
        book = self._evidence(cited)
        own = own_names(self.material.vocabulary, self.material.theatre)
        verdict = weigh(text, replace(book, passages=(*book.passages, own)))
        for gate in verdict.failed:
            message = f"left out of the outlook: “{text}”: {gate.name}: {gate.reason}"
            self._note(claims[0].id, "assessment-refused", message)
        gates = tuple(gate.name for gate in verdict.gates)
        return Assessed(text=text, cited=cited, gates=gates) if verdict.passed else None

    def passes(self, text: str, cited: Sequence[Citation], form: Form) -> bool:
        """Return whether the gates pass `text` on what it cites."""
        return check(text, self._evidence(cited), form=form).passed

    def _note(self, subject: str, code: str, message: str) -> None:
        issue = Issue(stage="brief", severity="note", subject=subject, code=code, message=message)
        if issue not in self.issues:
            self.issues.append(issue)

    def claims(self, finding: Finding) -> Iterator[Claim]:
        """Yield the claims that may carry the finding's sentence, the fittest first.

        The ledger has put the best evidence first; what leans on the sentence before goes last, and
        what gives a count that has risen since is left out.
        """
        claims = [self.material.claims[c] for c in finding.claims if c in self.material.claims]
        if finding.question.kind == "count" and finding.status != "contested":
            value = finding.answers[0].value
            latest = [c for c in claims if any(figure.value == value for figure in c.figures)]
            claims = latest or claims
        yield from sorted(claims, key=lambda c: "needs-context" in c.reasons)[:CLAIMS_TRIED]

    def attempt(self, claim: Claim, finding: Finding, form: Form) -> Printed | str:
        """Return the sentence that `claim` gives, or why it gives none; nothing is remembered."""
        article = self.material.articles[claim.article_id]
        others = self.corroboration.of(claim, finding)
        day = self.dating.of(claim, finding)
        limit = WORD_LIMITS[form] - (words(f"on {day.text}") if day else 0)
        drafts = self.drafter.drafts(claim, article, limit=limit, own_voice=bool(others))
        if isinstance(drafts, Refusal):
            return drafts.reason
        if not self.trust.carries([claim.id]) and quoted_stretches(claim.evidence.quote):
            return "quotation-of-an-unknown-outlet"
        refused = ""
        for draft in dated(drafts, day) if day else drafts:
            outcome = self._passed(draft, others, finding, form)
            if isinstance(outcome, Printed):
                return outcome
            refused = refused or outcome
        return refused or "day-told-elsewhere"

    def _passed(
        self, outcome: Draft, others: Sequence[Claim], finding: Finding, form: Form
    ) -> Printed | str:
        """Return a draft that is new and passes every gate, or why it is not printed."""
        outcome = replace(outcome, text=respell(outcome.text, self.material.spelling))
        bare = standing_pattern("bare_office").match(outcome.text) is not None
        if form != "sentence" and (bare or opens_on_told(outcome.text)):
            return "does-not-stand-alone"
        read = self.printed if form == "sentence" else []
        if unexplained := self.told.unexplained(outcome, read):
            return f"points-back ({unexplained})"
        matter = self.told.matter(outcome)
        if any(self.told.repeats(outcome, matter, other) for other in self.printed):
            return "said-already"
        if self.kept and quotes(outcome.text, self.kept):
            return "kept-for-the-quotation"
        cited = self._cite(outcome, others)
        verdict = check(outcome.text, self._evidence(cited), form=form)
        if not verdict.passed:
            return ", ".join(f"gate {gate.name} ({gate.reason})" for gate in verdict.failed)
        return Printed(
            text=outcome.text,
            cited=cited,
            finding=finding,
            claim=outcome.claim,
            gates=tuple(gate.name for gate in verdict.gates),
            matter=matter,
            alone=self.corroboration.alone(outcome.claim, finding),
        )

    def _cite(self, draft: Draft, others: Sequence[Claim]) -> tuple[Citation, ...]:
        articles, outlets = self.material.articles, self.drafter.outlets.name
        return cite(draft, others, articles=articles, outlets=outlets)

    def _evidence(self, cited: Sequence[Citation]) -> Evidence:
        return evidence(cited, articles=self.material.articles, known=self._known)

    def keep(self, printed: Printed) -> None:
        """Remember a sentence as printed: whom it names, and that it is told."""
        self.printed.append(printed)
        self.drafter.names.note(printed.claim, printed.text)
        article = self.material.articles[printed.claim.article_id]
        if self.drafter.outlets.name(article) in printed.text:
            self.drafter.outlets.note(article)
