"""The numbered list of sources, and citations into it."""

from collections.abc import Iterable

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.write.evidence import citation_of
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sentences import Printed
from sitrep.brief.write.trust import Trust
from sitrep.model.brief import BriefSentence, Citation, Source

CONTEXT_CHARS = 80
FOLDING = {"duplicate", "near_duplicate", "translation", "wire_copy"}


class Sources:
    """Numbers articles in the order in which a brief first cites them."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._numbers: dict[str, int] = {}
        self._outlets = Outlets(vocabulary=material.vocabulary, lineage=material.lineage)
        self._trust = Trust(material)

    def citation(self, cited: Citation) -> Citation:
        """Return `cited` with its number and the words around it."""
        article = self._material.articles[cited.article_id]
        number = self._numbers.setdefault(article.id, len(self._numbers) + 1)
        text, start, end = article.text, cited.start, cited.end
        return replace(
            cited,
            source=number,
            prefix=text[max(0, start - CONTEXT_CHARS) : start],
            suffix=text[end : end + CONTEXT_CHARS],
        )

    def of_claims(self, claim_ids: Iterable[str], most: int = 2) -> tuple[Citation, ...]:
        """Return citations of the evidence of up to `most` claims, one an article."""
        chosen: dict[str, Citation] = {}
        for claim_id in claim_ids:
            claim = self._material.claims.get(claim_id)
            if claim is not None and len(chosen) < most:
                chosen.setdefault(claim.article_id, citation_of(claim))
        return tuple(self.citation(cited) for cited in chosen.values())

    def sentence(self, printed: Printed) -> BriefSentence:
        """Return a printed sentence with its numbered citations."""
        return BriefSentence(
            text=printed.text,
            citations=tuple(self.citation(cited) for cited in printed.cited),
            findings=(printed.finding.id,),
            gates=printed.gates,
            label=origin_label(printed, vouched=self._trust.vouched([printed.claim.id])),
        )

    def listed(self) -> tuple[Source, ...]:
        """Return every source cited so far, by number."""
        return tuple(self._source(article, n) for article, n in self._numbers.items())

    def _source(self, article_id: str, number: int) -> Source:
        article = self._material.articles[article_id]
        outlet = self._outlets.outlet(article)
        return Source(
            number=number,
            article_id=article.id,
            outlet=article.outlet,
            title=article.title,
            url=article.url,
            published_at=article.published_at,
            date_basis=article.date_basis,
            sha256=self._material.hashes[article.id],
            language=article.language,
            partial=article.partial,
            same_as=self._same(article_id),
            reliability=outlet.reliability if outlet else "F",
        )

    def _same(self, article_id: str) -> tuple[str, ...]:
        """Return "outlet: title" of what republishes this article, the same words once."""
        others = {
            other
            for link in self._material.lineage.links
            if link.relation in FOLDING and article_id in (link.left, link.right)
            for other in (link.left, link.right)
            if other != article_id and other in self._material.articles
        }
        named = (self._material.articles[other] for other in sorted(others))
        return tuple(dict.fromkeys(f"{article.outlet}: {article.title}" for article in named))


def origin_label(printed: Printed, *, vouched: bool) -> str | None:
    """Return the label of what one outlet alone reports in its own voice, None for the rest.

    What an official says needs no label: the sentence names its only origin, unless it is an outlet
    that nobody knows (not `vouched`) which says so; several such are no more than one.
    """
    return "single origin" if printed.alone or not vouched else None
