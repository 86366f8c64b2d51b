"""Who else reports a thing in its own voice, so that the brief may say it in its own."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from sitrep.brief.material import Material
from sitrep.brief.write.evidence import origins_of
from sitrep.brief.write.matters import Matters
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.saying import told
from sitrep.brief.write.trust import Trust
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding

COPIED = 0.9
"""How much of two sentences runs alike, word for word, when one is a copy (0 to 1)."""


class Corroboration:
    """Finds independent reports of a claim, whatever finding the ledger has put them under."""

    def __init__(self, material: Material, matters: Matters, trust: Trust) -> None:
        self._articles = material.articles
        self._outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
        self._origins: Mapping[str, frozenset[str]] = origins_of(material.lineage)
        self._matters = matters
        self._trust = trust

    def of(self, claim: Claim, finding: Finding) -> tuple[Claim, ...]:
        """Return a claim of another origin and no party that says the same, if there is one.

        With it the brief may say the thing in its own voice (rule 2 of docs/brief.md): both outlets
        are known, and one at least speaks for no party. What a party counts of its own deeds stays
        its word, whoever passes it on.
        """
        if finding.status == "contested" or told(claim) or self._counted_by_party(claim):
            return ()
        for other in self._independent(claim):
            neutral = other.side is None or claim.side is None
            if neutral and self._trust.vouched([claim.id]):
                return (other,)
        return ()

    def _counted_by_party(self, claim: Claim) -> bool:
        """Return whether a party gives, in another report, the count that a claim gives bare."""
        mine = {figure.value for figure in claim.figures}
        return bool(mine) and any(
            told(other)
            and other.side is not None
            and mine <= {figure.value for figure in other.figures}
            for other in self._matters.beside(claim)
        )

    def alone(self, claim: Claim, finding: Finding) -> bool:
        """Return whether one outlet alone reports a claim, in its own voice."""
        own = not told(claim) and finding.origins == 1
        return own and next(self._independent(claim), None) is None

    def _outlet(self, claim: Claim) -> str:
        return self._outlets.short(self._articles[claim.article_id])

    def _independent(self, claim: Claim) -> Iterator[Claim]:
        """Yield claims of other known origins that say in their own voice what `claim` says.

        Two pages of one outlet are one origin, and so are two outlets with the same words.
        """
        mine = self._origins.get(claim.article_id, frozenset())
        outlet = self._outlet(claim)
        for other in self._matters.beside(claim):
            apart = not mine & self._origins.get(other.article_id, frozenset())
            if not apart or self._outlet(other) == outlet or _copied(claim, other):
                continue
            known = self._trust.vouched([other.id])
            if known and not told(other) and self._matters.confirms(claim, other):
                yield other


def _copied(claim: Claim, other: Claim) -> bool:
    """Return whether two sentences run in the same words but for a few: a report passed on."""
    left, right = (one.evidence.quote.lower().split() for one in (claim, other))
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= COPIED
