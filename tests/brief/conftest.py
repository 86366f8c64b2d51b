"""Small articles and claims, built by hand, for everything under brief/."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Attribution, Claim, Mention, Span
from sitrep.model.findings import Answer, Finding, Grade, Outlook, Question
from sitrep.model.ids import make_id
from sitrep.model.lineage import Lineage, Origin
from sitrep.vocabulary.load import load
from sitrep.vocabulary.types import Vocabulary

PUBLISHED = datetime(2025, 3, 13, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load()


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(article_id=article.id, start=start, end=start + len(words), quote=words)


@pytest.fixture
def make_article() -> Callable[..., Article]:
    def build(text: str, *, source: str = "sample-wire", outlet: str = "Sample Wire") -> Article:
        return Article(
            id=make_id("art", source, text),
            raw_id=make_id("raw", text),
            source_id=source,
            outlet=outlet,
            title=text.split(". ", maxsplit=1)[0],
            text=text,
            language="en",
            published_at=PUBLISHED,
            date_basis="declared",
            sentences=(Sentence(start=0, end=len(text)),),
        )

    return build


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    def build(
        article: Article,
        *,
        evidence: str | None = None,
        speaker: tuple[str, str | None, str, str] | None = None,
        people: tuple[tuple[str, str], ...] = (),
        side: str | None = None,
        **more: object,
    ) -> Claim:
        """`speaker` is (source words, entity id, speaker's name, cue); `people` (words, id)."""
        whole = span(article, evidence or article.text)
        attribution = None
        if speaker:
            source, entity, name, cue = speaker
            attribution = Attribution(
                source=span(article, source),
                cue=span(article, cue),
                content=(whole,),
                speaker=name,
                speaker_id=entity,
            )
        mentions = tuple(
            Mention(span=span(article, words), kind="person", name=words, entity_id=entity)
            for words, entity in people
        )
        return Claim(
            id=make_id("clm", article.id, whole.start, whole.end),
            article_id=article.id,
            evidence=whole,
            language="en",
            attribution=attribution,
            mentions=mentions,
            speaker=attribution.speaker or "" if attribution else article.outlet,
            speaker_id=attribution.speaker_id if attribution else None,
            side=side,
            published_at=article.published_at,
            **more,
        )

    return build


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    def build(
        *claims: Claim, importance: float = 0.5, text: str = "What happened?", **more
    ) -> Finding:
        origins = tuple(dict.fromkeys(make_id("org", claim.article_id) for claim in claims))
        values = {
            "id": make_id("fnd", text, *(claim.id for claim in claims)),
            "theatre": "ukraine",
            "track": "ground",
            "question": Question(kind="event", key=text, text=text),
            "answers": (
                Answer(text="yes", claims_for=tuple(c.id for c in claims), origins=origins),
            ),
            "status": "single-origin" if len(origins) == 1 else "corroborated",
            "grade": Grade(reliability="C", credibility=3),
            "origins": len(origins),
            "sides": ("third",),
            "claims": tuple(claim.id for claim in claims),
            "articles": tuple(claim.article_id for claim in claims),
            "importance": importance,
        }
        return Finding(**(values | more))

    return build


def _as_the_ledger_says(
    finding: Finding, articles: tuple[Article, ...], claims: tuple[Claim, ...], known: Vocabulary
) -> Finding:
    """Name the claims of outlets that the vocabulary does not have."""
    unknown = {one.id for one in articles if one.source_id not in known.outlets}
    rumours = {claim.id for claim in claims if claim.article_id in unknown}
    return replace(finding, unvouched=tuple(one for one in finding.claims if one in rumours))


@pytest.fixture
def make_material(vocabulary: Vocabulary) -> Callable[..., Material]:
    def build(
        articles: tuple[Article, ...],
        claims: tuple[Claim, ...],
        findings: tuple[Finding, ...],
        **more,
    ) -> Material:
        origins = tuple(
            Origin(id=make_id("org", a.id), name=a.outlet, root=a.id, articles=(a.id,))
            for a in articles
        )
        values = {
            "theatre": vocabulary.theatres["ukraine"],
            "vocabulary": vocabulary,
            "articles": {a.id: a for a in articles},
            "hashes": {a.id: "0" * 64 for a in articles},
            "claims": {c.id: c for c in claims},
            "lineage": Lineage(origins=origins, stories=()),
            "findings": tuple(
                _as_the_ledger_says(one, articles, claims, vocabulary) for one in findings
            ),
            "states": (),
            "outlook": Outlook(question="", claims=(), scenarios=()),
            "since": datetime(2025, 3, 12, 20, tzinfo=UTC),
            "until": datetime(2025, 3, 13, 20, tzinfo=UTC),
            "as_of": None,
            "documents_read": len(articles),
            "on_theatre": len(articles),
            "version": "0",
            "run_id": "run-0",
        }
        return Material(**(values | more))

    return build
