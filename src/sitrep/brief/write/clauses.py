"""One claim to the clauses of a headline: the sentence of a brief, told tersely."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cached_property

from sitrep.brief.verify.evidence import WORD_LIMITS
from sitrep.brief.verify.names import spelling
from sitrep.brief.write.clip import LEAST, shorter
from sitrep.brief.write.credit import credit_of
from sitrep.brief.write.draft import TRIED, Draft, Drafter, Refusal
from sitrep.brief.write.edits import small, words
from sitrep.brief.write.saying import thinks, told
from sitrep.brief.write.shorten import matter, opens_on_told
from sitrep.brief.write.tense import passive, present
from sitrep.brief.write.terse import behind, parted, placed, said, undated
from sitrep.brief.write.told import Told
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import mouthpiece_of
from sitrep.vocabulary.types import Actor

_DAY = timedelta(days=1)
_LENGTHS = (40, 30, 14, 9, 7)
"""The sentence is cut to each of these lengths before it is told tersely."""


CREDITED = " says"
"""What stands behind an outlet at the end of a clause that is its judgement."""


class ClauseDrafter(Drafter):
    """Drafts clauses of headlines, of `room` words at most; a headline keeps its digits."""

    @staticmethod
    def opening(text: str) -> str:
        """Return a clause as it is."""
        return text

    room = WORD_LIMITS["headline"]
    told: Told | None = None
    """Knows what leans on words before it; a clause without its articles would hide it."""

    def drafts(
        self, claim: Claim, article: Article, *, limit: int, own_voice: bool
    ) -> tuple[Draft, ...] | Refusal:
        """Return the clauses of at most `room` words that tell most, or why there is none.

        What a third party's known outlet reports as done needs no outlet's name in a headline; its
        judgement does, and what somebody said that needs one as well is too much for a clause.
        """
        key = (claim.id, own_voice)
        if key not in self._made:
            self._made[key] = self._forms(claim, article, own_voice=own_voice)
        made = self._made[key]
        if isinstance(made, Refusal):
            return made
        fitting = [one for one in made if words(one.text) <= min(self.room, limit)]
        ranked = sorted(fitting, key=lambda one: -matter(one.text))
        return tuple(ranked[:TRIED]) or Refusal(claim_id=claim.id, reason="too-long")

    @cached_property
    def _made(self) -> dict[tuple[str, bool], tuple[Draft, ...] | Refusal]:
        """The clauses of each claim, of any length: rooms differ, the clauses do not."""
        return {}

    def _forms(
        self, claim: Claim, article: Article, *, own_voice: bool
    ) -> tuple[Draft, ...] | Refusal:
        known = self.outlets.vouched(article) and self.outlets.side(article) is None
        free = own_voice or (known and done(claim))
        owed = credit_of(claim, article, self.outlets, own_voice=free) != ""
        if owed and told(claim):
            return Refusal(claim_id=claim.id, reason="said-and-credited")
        credit = f", {self.outlets.short(article)}{CREDITED}" if owed else ""
        forms: dict[str, Draft] = {}
        for length in _LENGTHS:
            drafted = super().drafts(claim, article, limit=length, own_voice=True)
            if isinstance(drafted, Refusal):
                if not forms:
                    return drafted
                break
            for draft in drafted[:1]:
                for text in (f"{one}{credit}" for one in self._terse(draft)):
                    forms.setdefault(text, Draft(text=text, claim=claim, resolved=draft.resolved))
        return tuple(forms.values())

    def _terse(self, draft: Draft) -> Iterator[str]:
        """Yield a drafted sentence as a headline has it, the fullest form first."""
        if opens_on_told(draft.text) or (self.told and self.told.unexplained(draft, ())):
            return
        claim, text = draft.claim, undated(draft.text.rstrip("."), self._days)
        parts = parted(text) if told(claim) else None
        if parts is None:
            verbs = frozenset(event.trigger.quote for event in claim.events)
            passives = passive(text)
            yield from (present(one, verbs, passives) for one in shorter(behind(text)))
        elif words(parts[2]) >= LEAST:
            who, cue, what = parts
            source, own = self._source(claim, who)
            if re.search(rf"\b{re.escape(source)}\b", what):
                source, own = who.removeprefix("the "), frozenset()
            what = placed(small(behind(what), claim), source)
            yield from shorter(said(source, cue, what, own))

    @cached_property
    def _days(self) -> frozenset[str]:
        """The days of the window, as the brief writes them."""
        day = self.names.day
        return frozenset(f"{one.day} {one:%B}" for one in (day, day - _DAY)) if day else frozenset()

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        """The ids of the bodies that a report names as its source in full."""
        actors = self.names.vocabulary.actors.values()
        bodies = (actor for actor in actors if actor.kind != "person")
        return {spelling(name): one.id for one in bodies for name in (one.name, *one.aliases)}

    def _source(self, claim: Claim, who: str) -> tuple[str, frozenset[str]]:
        """Return who a headline says it is that speaks, and the words for what is a state's own."""
        actors = self.names.vocabulary.actors
        bare = who.removeprefix("the ").removeprefix("The ")
        actor = actors.get(claim.speaker_id or self._ids.get(spelling(bare), ""))
        if actor is None or self.names.day is None:
            return bare, frozenset()
        behind = [
            actors[one] for one in mouthpiece_of(self.names.vocabulary, actor.id, self.names.day)
        ]
        short = next((one for one in behind if one.kind == "country" or " " not in one.name), None)
        if short is None:
            return (self.names.short(actor) if actor.kind == "person" else bare), frozenset()
        return short.name, frozenset(word for one in (actor, *behind) for word in _words(one))


def done(claim: Claim) -> bool:
    """Return whether a claim tells of a deed: what came about, not what its outlet thinks.

    "Norland appears to be stepping back" is a judgement.
    """
    judged = claim.attribution is not None and thinks(claim.attribution)
    certain = claim.hedge == "certain" and not judged
    return certain and any(event.modality == "actual" for event in claim.events)


def _words(actor: Actor) -> Iterator[str]:
    """Yield the single words, in small letters, by which something is said to be an actor's."""
    for name in (actor.name, actor.short or "", *actor.demonyms, *actor.metonyms):
        yield from name.lower().split()
