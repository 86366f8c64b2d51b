"""What a drafted sentence cites, in the form that the gates check."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.known import known_names
from sitrep.brief.write.draft import Draft
from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.vocabulary.types import Theatre, Vocabulary


class Cited(Record, frozen=True, kw_only=True):
    """A stretch [start, end) of an article that a sentence cites; `claim_id` None: a naming."""

    article_id: str
    start: int
    end: int
    claim_id: str | None = None


def who_is_who(vocabulary: Vocabulary, theatre: Theatre, day: date | None) -> Known:
    """Return the names of actors on `day` and of the theatre's places, for the gates."""
    actors = known_names(vocabulary, day) if day else Known()
    places = {
        alias.lower(): f"place:{place.name}"
        for place in theatre.places
        for alias in (place.name, *place.aliases)
    }
    return replace(actors, names=places | dict(actors.names))


def cite(
    draft: Draft, others: Sequence[Claim], articles: Mapping[str, Article]
) -> tuple[Cited, ...]:
    """Return what the draft cites: its evidence, other origins, and where its speaker is named."""
    claims = (draft.claim, *others)
    cited = [
        Cited(article_id=c.article_id, start=c.evidence.start, end=c.evidence.end, claim_id=c.id)
        for c in claims
    ]
    if draft.resolved:
        naming = _naming(draft, articles[draft.claim.article_id])
        if naming:
            cited.append(naming)
    return tuple(cited)


def _naming(draft: Draft, article: Article) -> Cited | None:
    """Return the nearest sentence before the evidence that names the speaker, or after it."""
    attribution = draft.claim.attribution
    if attribution is None or attribution.speaker is None:
        return None
    surname = attribution.speaker.split()[-1]
    spots = [
        (s.start, s.end)
        for s in article.sentences
        if s.kind == "body"
        and s.start != draft.claim.evidence.start
        and surname in article.text[s.start : s.end]
    ]
    if not spots:
        return None
    start, end = min(spots, key=lambda s: (s[0] > draft.claim.evidence.start, _far(s, draft)))
    return Cited(article_id=article.id, start=start, end=end)


def _far(spot: tuple[int, int], draft: Draft) -> int:
    return abs(spot[0] - draft.claim.evidence.start)


def evidence(
    draft: Draft,
    cited: Sequence[Cited],
    *,
    articles: Mapping[str, Article],
    outlets: Mapping[str, str],
    known: Known,
) -> Evidence:
    """Return the passages that `cited` points to; `outlets` gives each article's outlet by name."""
    attribution = draft.claim.attribution
    passages = []
    for item in cited:
        article = articles[item.article_id]
        own = item.claim_id == draft.claim.id
        stands_for = (
            {attribution.source.quote.lower(): attribution.speaker}
            if own and draft.resolved and attribution and attribution.source and attribution.speaker
            else {}
        )
        passages.append(
            Passage(
                text=article.text[item.start : item.end],
                outlet=outlets[article.id],
                published_at=article.published_at,
                speaker=attribution.speaker if own and attribution else None,
                stands_for=stands_for,
                article_text=article.text,
                start=item.start,
            )
        )
    return Evidence(passages=tuple(passages), known=known)
