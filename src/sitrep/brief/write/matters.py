"""Which claims tell one matter, whatever question the ledger has put them under."""

import re
from collections.abc import Iterator, Mapping

from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.support import support
from sitrep.brief.write.sameness import one_name
from sitrep.language.content import Content
from sitrep.model.extraction import Claim
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.types import Vocabulary

LANGUAGES = ("en",)
BROKEN = ("numbers_unmet", "negation_added", "negation_of_another")
"""What one sentence may have against another that tells the same matter."""
_WORD = re.compile(r"[^\W_]+")


class Matters:
    """The claims of a brief by what they are about.

    The ledger keeps to one question each; what is told as a visit in one report is a statement in
    the next. A state has one name here, whether it goes by its capital or its people.
    """

    def __init__(self, claims: Mapping[str, Claim], vocabulary: Vocabulary, known: Known) -> None:
        self._claims = {id_: one for id_, one in claims.items() if one.language in LANGUAGES}
        self._known = known
        names = one_name(vocabulary)
        texts = {id_: _named(_told(one), names) for id_, one in self._claims.items()}
        self._content = Content(texts, frozenset(stopwords()))
        ids = list(texts)
        self._near: dict[str, list[str]] = {}
        for left, right in self._content.neighbours(ids):
            if self._content.one_matter(ids[left], ids[right]):
                self._near.setdefault(ids[left], []).append(ids[right])
                self._near.setdefault(ids[right], []).append(ids[left])

    def beside(self, claim: Claim) -> Iterator[Claim]:
        """Yield the other claims that tell the matter of `claim`, in the order of the material."""
        for other in self._near.get(claim.id, ()):
            yield self._claims[other]

    def one(self, left: Claim, right: Claim) -> bool:
        """Return whether two claims tell one matter."""
        return left.id == right.id or right.id in self._near.get(left.id, ())

    def alike(self, left: Claim, right: Claim) -> float:
        """Return how much of the lesser claim's matter the other has, 0 to 1."""
        known = left.id in self._claims and right.id in self._claims
        return self._content.alike(left.id, right.id) if known else 0.0

    def confirms(self, claim: Claim, other: Claim) -> bool:
        """Return whether `other` says what `claim` says, with no number or negation against it."""
        passage = Passage(text=other.evidence.quote, published_at=other.published_at)
        evidence = Evidence(passages=(passage,), known=self._known)
        features = support(claim.evidence.quote, evidence).features
        return bool(features) and not any(features[name] for name in BROKEN)


def _told(claim: Claim) -> str:
    """Return the words of a claim without those that say who speaks."""
    text, start = claim.evidence.quote, claim.evidence.start
    attribution = claim.attribution
    for span in (attribution.source, attribution.cue) if attribution else ():
        if span is not None and start <= span.start < span.end <= claim.evidence.end:
            first, last = span.start - start, span.end - start
            text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return text


def _named(text: str, names: Mapping[str, str]) -> str:
    """Return `text` with one word for all the names of a state."""
    return _WORD.sub(lambda m: names.get(m.group().lower(), m.group()), text)
