"""Who else reports a thing in its own voice, so that the brief may say it in its own."""

from collections.abc import Iterator, Mapping

from sitrep.brief.material import Material
from sitrep.brief.write.evidence import origins_of
from sitrep.brief.write.matters import Matters
from sitrep.brief.write.sameness import content_words
from sitrep.brief.write.saying import told
from sitrep.brief.write.trust import Trust
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

COPIED = 0.8
"""Share of the content words of two sentences that both have when one is a copy."""


class Corroboration:
    """Finds independent reports of a claim, whatever finding the ledger has put them under."""

    def __init__(self, material: Material, matters: Matters, trust: Trust) -> None:
        self._articles = material.articles
        self._origins: Mapping[str, frozenset[str]] = origins_of(material.lineage)
        self._matters = matters
        self._trust = trust

    def of(self, claim: Claim, finding: Finding) -> tuple[Claim, ...]:
        """Return a claim of another origin and no party that says the same, if there is one.

        With it the brief may say the thing in its own voice (rule 2 of docs/brief.md): both outlets
        are known, and one at least speaks for no party.
        """
        if finding.status == "contested" or told(claim):
            return ()
        for other in self._independent(claim):
            neutral = other.side is None or claim.side is None
            if neutral and self._trust.vouched([claim.id]):
                return (other,)
        return ()

    def alone(self, claim: Claim, finding: Finding) -> bool:
        """Return whether one outlet alone reports a claim, in its own voice."""
        own = not told(claim) and finding.origins == 1
        return own and next(self._independent(claim), None) is None

    def _independent(self, claim: Claim) -> Iterator[Claim]:
        """Yield claims of other known origins that say in their own voice what `claim` says."""
        mine = self._origins.get(claim.article_id, frozenset())
        for other in self._matters.beside(claim):
            apart = not mine & self._origins.get(other.article_id, frozenset())
            known = self._trust.vouched([other.id])
            if apart and known and not told(other) and self._matters.confirms(claim, other):
                yield other


def _copied(claim: Claim, other: Claim) -> bool:
    """Return whether two sentences are the same but for a few words: a report passed on."""
    left, right = (content_words(one.evidence.quote) for one in (claim, other))
    return len(left & right) >= COPIED * len(left | right)
