"""What reports put in their titles: how much of its own title a sentence states, and who else's.

A title is what an editor took for the news. A sentence that states it is the report's news; one
that shares nothing with it is background to it.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitrep.language.content import Content
from sitrep.ledger.context import THIRD, Context
from sitrep.model.extraction import Claim

_STATED = 0.4
"""A sentence that holds this share of a title's matter has the title's news."""
_OWN_AGENCY = 0.5
_LEAST = 2
"""A title in common must share so many telling words: one name is no news."""
_DAYS = 2
"""A title has a claim's news if it was published within so many days of it; else a window of months
would be read through for every claim."""


class Headlines:
    """The titles of a set of articles beside the sentences of their claims.

    `content` holds the claims by id and the titles under `title_key(article_id)`.
    """

    def __init__(self, claims: Sequence[Claim], content: Content, context: Context) -> None:
        self._content = content
        self._articles = sorted({claim.article_id for claim in claims})
        self._origins = {one: context.article_origin(one) for one in self._articles}
        self._of_parties = {one for one in self._articles if context.article_side(one) != THIRD}
        self._days = {claim.article_id: _day(claim) for claim in claims}
        self._holders: dict[tuple[str, int | None], list[str]] = {}
        for article in filter(context.vouched, self._articles):
            for word in content.rarest(title_key(article), _STATED):
                self._holders.setdefault((word, self._days[article]), []).append(article)

    def stated(self, claim: Claim) -> float:
        """Return the share, 0 to 1, of its own report's title that a claim's sentence states.

        A party's agency makes a report of every statement of its side: half of it counts.
        """
        share = self._content.share(claim.id, title_key(claim.article_id))
        return share * _OWN_AGENCY if claim.article_id in self._of_parties else share

    def elsewhere(self, claim: Claim) -> int:
        """Return the number of other known origins that have the claim's matter in a title."""
        words, own = self._content.terms(claim.id), self._origins[claim.article_id]
        days = list(self._near(self._days[claim.article_id]))
        likely = {
            article
            for word in words
            for day in days
            for article in self._holders.get((word, day), ())
        }
        found = {
            self._origins[article]
            for article in likely
            if self._origins[article] != own
            and len(words & self._content.terms(title_key(article))) >= _LEAST
            and self._content.share(claim.id, title_key(article)) >= _STATED
        }
        return len(found)

    def _near(self, day: int | None) -> Iterable[int | None]:
        """Return the days whose titles may have the news of `day`, and no date; all for none."""
        if day is None:
            return dict.fromkeys(self._days.values())
        return (*range(day - _DAYS, day + _DAYS + 1), None)


def _day(claim: Claim) -> int | None:
    """Return the number of the day on which a claim's report was published."""
    return claim.published_at.toordinal() if claim.published_at else None


def title_key(article_id: str) -> str:
    """Return the key of an article's title among sentences."""
    return f"title of {article_id}"


def titles(claims: Sequence[Claim], context: Context) -> Mapping[str, str]:
    """Return the titles of the claims' articles by their keys."""
    ids = sorted({claim.article_id for claim in claims})
    return {title_key(one): context.title(one) for one in ids}
