"""What a drafted sentence cites, in the form that the gates check."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from sitrep.brief.verify.brief import passage
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.known import known_names
from sitrep.brief.write.draft import Draft
from sitrep.brief.write.speech import spoken
from sitrep.model.brief import Citation
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.lineage import Lineage
from sitrep.vocabulary.types import Theatre, Vocabulary

MINUTE = timedelta(minutes=1)
_OWN_NIGHT = re.compile(
    r"overnight|last night|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE
)
"""Parts of a day that are counted from the day of writing."""


def who_is_who(vocabulary: Vocabulary, theatre: Theatre, day: date | None) -> Known:
    """Return the names of actors on `day` and of the theatre's places, for the gates."""
    actors = known_names(vocabulary, day) if day else Known()
    places = {
        alias.lower(): f"place:{place.name}"
        for place in theatre.places
        for alias in (place.name, *place.aliases)
    }
    return replace(actors, names=places | dict(actors.names))


def unnumbered(article_id: str, start: int, quote: str, claim_id: str | None = None) -> Citation:
    """Return a citation of `quote` that has no number in a list of sources yet."""
    end = start + len(quote)
    return Citation(
        source=0, article_id=article_id, claim_id=claim_id, start=start, end=end, quote=quote
    )


def citation_of(claim: Claim) -> Citation:
    """Return a citation of the claim's evidence, without a number yet."""
    return unnumbered(claim.article_id, claim.evidence.start, claim.evidence.quote, claim.id)


def cite(
    draft: Draft,
    others: Sequence[Claim],
    *,
    articles: Mapping[str, Article],
    outlets: Callable[[Article], str],
) -> tuple[Citation, ...]:
    """Return what the draft cites: its evidence, other origins, where people and day are named.

    `outlets` names the outlet of an article. The citations have no number yet.
    """
    cited = []
    for claim in (draft.claim, *others):
        article, own = articles[claim.article_id], claim.id == draft.claim.id
        attribution = claim.attribution
        cited.append(
            replace(
                citation_of(claim),
                outlet=outlets(article),
                speaker=attribution.speaker if own and attribution else None,
                stand_in=_stand_in(draft) if own else None,
                spoken=own and spoken(claim) is not None,
                told_at=told_at(claim),
            )
        )
    naming = _naming(draft, articles[draft.claim.article_id]) if draft.resolved else None
    for more in (naming, draft.dated):
        if more and all(
            (one.article_id, one.start) != (more.article_id, more.start) for one in cited
        ):
            cited.append(more)
    told = (unnumbered(one.article_id, one.start, one.quote) for one in draft.introduced)
    return (*cited, *told)


def told_at(claim: Claim) -> datetime | None:
    """Return the time from which the claim's relative days are counted.

    That is its publication, unless "overnight" and the like were resolved against an earlier day: a
    report may be published the day after it was written. It is never later.
    """
    published = claim.published_at
    nights = [
        (time.end - MINUTE).date()
        for time in claim.times
        if time.relative and time.granularity == "daypart" and _OWN_NIGHT.search(time.span.quote)
    ]
    if published is None or not nights or max(nights) >= published.date():
        return published
    latest = max(nights)
    return published.replace(year=latest.year, month=latest.month, day=latest.day)


def _stand_in(draft: Draft) -> str | None:
    """Return the words that the draft's named speaker takes the place of ("he")."""
    attribution = draft.claim.attribution
    if not draft.resolved or attribution is None or attribution.source is None:
        return None
    return attribution.source.quote.lower()


def _naming(draft: Draft, article: Article) -> Citation | None:
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
    return unnumbered(article.id, start, article.text[start:end])


def _far(spot: tuple[int, int], draft: Draft) -> int:
    return abs(spot[0] - draft.claim.evidence.start)


def evidence(
    cited: Sequence[Citation], *, articles: Mapping[str, Article], known: Known
) -> Evidence:
    """Return the passages that `cited` points to, as the gates read them."""
    passages = tuple(
        passage(
            citation,
            text=articles[citation.article_id].text,
            outlet=articles[citation.article_id].outlet,
            published_at=articles[citation.article_id].published_at,
        )
        for citation in cited
    )
    return Evidence(passages=passages, known=known)


def own_names(vocabulary: Vocabulary, theatre: Theatre) -> Passage:
    """Return the names that an assessment may use: the theatre's parties, mediators, proposals.

    Whose word a claim is, and what a proposal is called, the theatre file says.
    """
    ids = (*(party.actor for party in theatre.parties), *theatre.mediators)
    named = [vocabulary.actors[one].name for one in ids]
    return Passage(text=f"{'; '.join([*named, *(one.name for one in theatre.proposals)])}.")


def origins_of(lineage: Lineage) -> Mapping[str, frozenset[str]]:
    """Return the ids of the origins that each article goes back to, by article id."""
    found: dict[str, set[str]] = {}
    for origin in lineage.origins:
        for article in origin.articles:
            found.setdefault(article, set()).add(origin.id)
    return {article: frozenset(ids) for article, ids in found.items()}
