"""Whether "he" or "the minister" can safely be written as a name.

A wrong name under a statement is the worst fault a brief can have, so a name is put only where
nobody else who could be meant stands near.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sitrep.brief.write.saying import told
from sitrep.model.documents import Article
from sitrep.model.extraction import Attribution, Claim, Mention
from sitrep.vocabulary.actors import office_at
from sitrep.vocabulary.types import Vocabulary

REACH = 2
"""A pronoun's person must be named in the sentence itself or in this many before it."""
GAP = 3
"""Characters, at most, between two sentences of which nothing stands between."""
RUN = 900
"""Characters between two statements of one speaker within which a third is taken for theirs."""
UNSURE = frozenset({"medium-of-last-speaker", "as-written"})
"""Ways of finding a speaker that give a word of the text and no name."""
PRONOUNS = frozenset({"he", "she", "it", "they"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})


_CAPITAL = re.compile(r"\b[A-Z][\w-]+")


class Named(NamedTuple):
    """A person named at an offset of an article."""

    start: int
    who: str


class Speakers:
    """Knows who is named where in each article, as far as claims tell."""

    def __init__(
        self, claims: Mapping[str, Claim], *, vocabulary: Vocabulary, day: date | None
    ) -> None:
        self._vocabulary = vocabulary
        self._day = day
        self._surnames: dict[str, set[str]] = defaultdict(set)
        for actor in vocabulary.actors.values():
            if actor.kind == "person":
                for name in (actor.name, *actor.aliases):
                    self._surnames[name.split()[-1]].add(actor.id)
        self._named: dict[str, list[Named]] = defaultdict(list)
        self._said: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(claims.values(), key=lambda c: c.evidence.start):
            self._said[claim.article_id].append(claim)
            self._named[claim.article_id] += [
                Named(mention.span.start, _who(mention))
                for mention in claim.mentions
                if mention.kind == "person"
            ]

    def sure(self, claim: Claim, article: Article) -> bool:
        """Return whether the speaker of `claim`, not named in its words, is beyond doubt."""
        attribution = claim.attribution
        if attribution is None or attribution.source is None or attribution.speaker is None:
            return False
        said = attribution.source.quote.lower()
        if UNSURE & set(attribution.reasons) or said in RELATIVES:
            return False
        wanted = attribution.speaker_id or attribution.speaker
        if said in PRONOUNS:
            near = self._near(claim, article, wanted)
            return self._goes_on(claim, wanted) or self._pronoun(attribution, near, wanted)
        if attribution.speaker[:1].islower():
            return False
        return not self._rivals(article.id, said.rsplit(" ", 1)[-1], wanted)

    def _goes_on(self, claim: Claim, wanted: str) -> bool:
        """Return whether the sentence before is the same person's word, with the name in it.

        "The minister, X, said …. …, he told reporters": others named in what he says are not meant.
        """
        there = self._said[claim.article_id]
        at = there.index(claim)
        for before in reversed(there[:at]):
            if claim.evidence.start - before.evidence.end > GAP:
                return False
            attribution = before.attribution
            source = attribution.source if attribution else None
            if not told(before) or attribution is None or source is None:
                return False
            if (attribution.speaker_id or attribution.speaker) != wanted:
                return False
            if source.quote.lower() not in PRONOUNS:
                return any(
                    m.kind == "person" and source.start <= m.span.start < source.end
                    for m in before.mentions
                )
            claim = before
        return False

    def runs_on(self, claim: Claim) -> bool:
        """Return whether `claim`, without a speaker, stands between two statements of one speaker.

        It is then most likely that speaker's too, reported on without saying so.
        """
        there = self._said[claim.article_id]
        at = there.index(claim)
        before, after = there[max(0, at - 1) : at], there[at + 1 : at + 2]
        pair = [*before, *after]
        return (
            len(pair) == 2
            and all(told(one) for one in pair)
            and pair[0].speaker == pair[1].speaker
            and pair[1].evidence.start - pair[0].evidence.end < RUN
        )

    def _near(self, claim: Claim, article: Article, wanted: str) -> set[str]:
        """Return who is named in the sentences before the claim and in the claim itself."""
        begin, end = _reach(claim, article), claim.evidence.end
        found = {named.who for named in self._named[article.id] if begin <= named.start < end}
        for word in _CAPITAL.findall(article.text[begin:end]):
            bearers = self._surnames.get(word)
            if bearers:
                found.add(wanted if wanted in bearers else min(bearers))
        return found

    def _pronoun(self, attribution: Attribution, near: set[str], wanted: str) -> bool:
        actor = self._vocabulary.actors.get(attribution.speaker_id or "")
        if actor is not None and actor.kind != "person":
            return not near
        return near == {wanted}

    def _rivals(self, article_id: str, office: str, wanted: str) -> bool:
        """Return whether another person named in the article holds an office of this kind."""
        if self._day is None:
            return True
        for _, who in self._named[article_id]:
            actor = self._vocabulary.actors.get(who)
            held = office_at(actor, self._day) if actor else None
            if who != wanted and held and office in f"{held.title} {held.short or ''}".lower():
                return True
        return False


def _who(mention: Mention) -> str:
    return mention.entity_id or mention.name


def _reach(claim: Claim, article: Article) -> int:
    """Return where the sentences begin in which the person may be named."""
    before = [s.start for s in article.sentences if s.start < claim.evidence.start]
    return before[-REACH] if len(before) >= REACH else 0
