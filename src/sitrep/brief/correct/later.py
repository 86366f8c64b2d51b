"""What the store holds by now of what a brief rests on."""

from collections.abc import Mapping

from sitrep.model.base import Record
from sitrep.model.corrections import Shown
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.review import Decision


class Later(Record, frozen=True, kw_only=True):
    """The reports, findings and decisions behind a brief, then and now.

    `articles` are by id: those cited, their newer texts and notices, and those of `claims`. `gone`
    says by id why an article no longer counts, `later` what took its place. `before` are the
    findings behind the brief, `now` those of the same window up to the present, with their
    `claims` by id. `decisions` are those in force that were made since the brief.
    """

    articles: Mapping[str, Article]
    gone: Mapping[str, str]
    later: Mapping[str, str]
    before: tuple[Finding, ...]
    now: tuple[Finding, ...]
    claims: Mapping[str, Claim]
    decisions: tuple[Decision, ...] = ()

    def shown(self, claim_id: str) -> Shown | None:
        """Return the evidence of a claim, None where it is not at hand."""
        claim = self.claims.get(claim_id)
        article = self.articles.get(claim.article_id) if claim else None
        if claim is None or article is None:
            return None
        return words_of(article, claim.evidence.start, claim.evidence.end)


def words_of(article: Article, start: int, end: int) -> Shown:
    """Return `article.text[start:end]` with where it stands."""
    return Shown(
        article_id=article.id,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        published_at=article.published_at,
        start=start,
        end=end,
        quote=article.text[start:end],
    )
