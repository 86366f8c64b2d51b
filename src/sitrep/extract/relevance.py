"""How closely the sentences of an article concern a theatre, from what each of them names.

An article is about a theatre where its title names it, where its opening does, or where enough of
its sentences do; war or diplomacy must stand beside. Wrong inclusion costs more than a miss: the
thresholds were set on the 759 articles of 20–21 May 2025 and on sample days of two theatres.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

LEAST = 0.4
"""Relevance below which a sentence does not concern a theatre."""
_SEVERAL = 3
_SHORT = 12
"""Sentences up to which a report whose title names a party and speaks of war is about the theatre
with one that names the theatre and speaks of war."""
_SOME_FOCUS = 0.2
"""An article whose title does not name the theatre is about it with that many sentences that do, or
with that share of them; fewer are asides ("since the invasion, prices have risen")."""
_FULL_FOCUS = 0.25
"""Share of sentences naming the theatre from which on the whole article is about it."""
_OPENED_FOCUS = 0.1
"""Share of sentences naming the theatre that is enough where title and opening are about it."""
_TITLED = 0.8
"""Focus of an article whose title or opening is about the theatre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What names one theatre in one sentence: 0 nothing, 1 one party alone, 2 the theatre."""

    strength: int = 0
    against: int = 0


@dataclass(frozen=True, kw_only=True)
class Told:
    """What an article names of one theatre, and where it speaks of war or diplomacy.

    `anchors` and `conflict` are of its sentences, `war` is of the title; `lead` are the numbers of
    the sentences that open the report.
    """

    title: Anchors
    anchors: Sequence[Anchors]
    conflict: Sequence[bool]
    war: bool
    lead: Sequence[int]

    @cached_property
    def named(self) -> int:
        """How many sentences name the theatre."""
        return sum(anchor.strength == 2 for anchor in self.anchors)

    @cached_property
    def share(self) -> float:
        """Share of sentences that name the theatre."""
        return self.named / max(1, len(self.anchors))

    @cached_property
    def fought(self) -> int:
        """How many sentences name the theatre and speak of war."""
        both = zip(self.anchors, self.conflict, strict=True)
        return sum(anchor.strength == 2 and war for anchor, war in both)

    @cached_property
    def close(self) -> list[int]:
        """The sentences that name the theatre where they or one beside them speak of war."""
        found = []
        for number, anchor in enumerate(self.anchors):
            beside = self.conflict[max(0, number - 1) : number + 2]
            if anchor.strength == 2 and any(beside):
                found.append(number)
        return found

    @property
    def titled(self) -> bool:
        """Whether the title names the theatre, and war or diplomacy stands beside it below."""
        if self.title.strength == 2:
            often = len(self.close) > 1 and self.share >= _SOME_FOCUS
            return self.fought > 0 or often
        short = len(self.anchors) <= _SHORT and self.title.strength > 0 and self.war
        return short and self.fought > 0

    @property
    def opened(self) -> bool:
        """Whether the opening names the theatre beside war, under a title on the war or a party."""
        if self.named < 2 or self.share < _OPENED_FOCUS:
            return False
        if not any(number in self.lead for number in self.close):
            return False
        parties = all(self.anchors[number].strength for number in self.lead)
        return self.war or (self.title.strength > 0 and parties)

    @property
    def focus(self) -> float:
        """How much of the article is about the theatre, 0 to 1; 0: at most an aside."""
        chosen = self.titled or self.opened
        enough = self.share >= _SOME_FOCUS and self.fought
        if not (chosen or enough or (self.named >= _SEVERAL and self.fought > 1)):
            return 0.0
        focus = min(1.0, self.share / _FULL_FOCUS) * min(1.0, len(self.close) / 2)
        return max(focus, _TITLED) if chosen else focus

    @property
    def doubt(self) -> float:
        """What is left of the relevance where more speaks against the theatre than for it."""
        against = sum(anchor.against > 0 for anchor in self.anchors) + 2 * (self.title.against > 0)
        return 0.3 if against > self.fought else 1.0


def scores(told: Told) -> list[float]:
    """Return the relevance of each sentence to the theatre, 0 to 1."""
    focus, doubt = told.focus, told.doubt
    if not focus:
        return [0.0] * len(told.anchors)
    found: list[float] = []
    for number, anchor in enumerate(told.anchors):
        before, after = told.anchors[max(0, number - 1) : number], told.anchors[number + 1 :][:1]
        around = max((other.strength for other in (*before, *after)), default=0)
        near = 0.15 if around == 2 or (number == 0 and told.title.strength == 2) else 0.0
        own = (0.0, 0.2, 0.45)[anchor.strength]
        score = own + near + 0.15 * told.conflict[number] + 0.25 * focus
        within = near or anchor.strength or (focus == 1.0 and told.conflict[number])
        if anchor.strength < 2 and not (focus > 0.5 and within):
            score = 0.0
        if not told.conflict[number] and focus <= 0.5:
            score = 0.0
        found.append(score * doubt * 0.5**anchor.against)
    return found
