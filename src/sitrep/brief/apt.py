"""How apt words are as the quotation of a brief: to the point, standing alone, not beside it."""

from sitrep.brief.write.antecedents import dangling
from sitrep.brief.write.leads import Leads
from sitrep.brief.write.sameness import content_words
from sitrep.brief.write.sentences import Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.vocabulary.actors import family_name
from sitrep.vocabulary.phrases import phrase_patterns

_LED = 0.5
"""What each outlet's headline adds that tells the same."""
_COURTESY = 0.3
"""What thanks and welcomes weigh beside words that say something."""
_ASTRAY = 0.5
"""What words weigh of which the headline over them, which names the speaker, says nothing."""
_TOLD, _SHARED = 0.7, 0.5
"""What words weigh of which a key point has told so large a share."""


class Apt:
    """Weighs quotations beside the key points that `writer` has printed."""

    def __init__(self, writer: Writer) -> None:
        self._material = writer.material
        self._leads = Leads(writer.material)
        self._told = [content_words(one.text) for one in writer.printed]

    def stands(self, text: str, claim: Claim, article: Article) -> bool:
        """Return whether a reader knows what `text` speaks of, and it is not half of a turn.

        A headline that turns ("backs the idea but says that questions remain") tells that what
        stands before the turn was conceded: words that are about that alone are not what was meant,
        unless they turn themselves.
        """
        places = [one.span.quote for one in claim.places]
        back = phrase_patterns().points_back.search(text.lower())
        if back or dangling(f"“{text}”", told=frozenset(), places=places):
            return False
        turned = phrase_patterns().turned
        found = turned.search(article.title.lower())
        if found is None or turned.search(text.lower()) or not self._named(claim, article):
            return True
        said, before, after = map(
            content_words, (text, article.title[: found.start()], article.title[found.end() :])
        )
        return not said & before or bool(said & after)

    def weight(self, text: str, claim: Claim, article: Article) -> float:
        """Return what the weight of a quotation's matter is to be multiplied with."""
        words = content_words(text)
        named = self._named(claim, article)
        weight = 1 + _LED * self._leads.of(f"{claim.speaker} {text}", article.id)
        factors = (
            (_COURTESY, phrase_patterns().courtesy.search(text.lower()) is not None),
            (_ASTRAY, named and words.isdisjoint(content_words(article.title))),
            (_TOLD, any(len(words & told) >= _SHARED * len(words) for told in self._told)),
        )
        for factor, holds in factors:
            weight *= factor if holds else 1.0
        return weight

    def _named(self, claim: Claim, article: Article) -> bool:
        """Return whether the report's headline names the speaker."""
        actor = self._material.vocabulary.actors.get(claim.speaker_id or "")
        return actor is not None and family_name(actor.name) in article.title
