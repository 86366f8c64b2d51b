"""What a report's title says was taken back: "UN retracts its chief's claim that …"."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sitrep.language.content import Content
from sitrep.ledger.context import Context
from sitrep.ledger.headlines import title_key
from sitrep.ledger.reply import Reply
from sitrep.model.extraction import Claim

_STATED = 0.4
"""Share of a title's matter that a sentence must hold to be what the title says was taken back."""


class Retractions:
    """The titles among the articles of some claims that tell of a retraction."""

    def __init__(self, claims: Iterable[Claim], content: Content, context: Context) -> None:
        self._content = content
        self._retraction = context.retraction
        self._titles: dict[str, list[tuple[str, datetime | None]]] = {}
        for one in sorted({claim.article_id for claim in claims}):
            if context.retraction.search(context.title(one).casefold()):
                title = title_key(one), context.articles[one].published_at
                for word in content.rarest(title[0], _STATED):
                    self._titles.setdefault(word, []).append(title)

    def hold(self, together: Sequence[Reply]) -> bool:
        """Tell whether most replies to a question say what a title says was taken back since.

        A sentence that tells of the retraction itself, and what is reported after it, stand.
        """
        back = sum(self._back(reply.claim) for reply in together) if self._titles else 0
        return 2 * back > len(together)

    def _back(self, claim: Claim) -> bool:
        if self._retraction.search(claim.evidence.quote.casefold()):
            return False
        known = claim.published_at
        words = self._content.terms(claim.id) & self._titles.keys()
        return any(
            (at is None or known is None or known <= at)
            and self._content.share(claim.id, key) >= _STATED
            for word in words
            for key, at in self._titles[word]
        )
