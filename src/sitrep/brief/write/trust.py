"""What a brief may rest on: the word of outlets that somebody has judged, as the ledger says."""

from collections.abc import Iterable

from sitrep.brief.material import Material
from sitrep.brief.write.outlets import Outlets


class Trust:
    """Tells what known outlets stand behind in one material.

    Anyone can put up a page and words in a minister's mouth. What only outlets tell that the ledger
    does not vouch for (`Finding.unvouched`) is printed under their names alone, after what others
    tell, and carries no quotation, status or outlook. Where all reports come from such outlets
    there is nothing better, and they carry the brief.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
        self._unvouched = {one for finding in material.findings for one in finding.unvouched}
        self._any = bool(material.claims.keys() - self._unvouched)

    def vouched(self, claim_ids: Iterable[str]) -> bool:
        """Return whether a known outlet is behind one of the claims."""
        return any(one in self._material.claims and one not in self._unvouched for one in claim_ids)

    def carries(self, claim_ids: Iterable[str]) -> bool:
        """Return whether a part of the brief may rest on these claims."""
        return not self._any or self.vouched(claim_ids)

    def names(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the outlets that must be named beside the claims, none where one is known."""
        ids = tuple(claim_ids)
        if not ids or self.vouched(ids):
            return ()
        claims = (self._material.claims.get(one) for one in ids)
        articles = (self._material.articles[claim.article_id] for claim in claims if claim)
        return tuple(dict.fromkeys(map(self._outlets.short, articles)))
