"""Small articles and claims, built by hand, for everything under brief/."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Attribution, Claim, Mention, Span
from sitrep.model.ids import make_id
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
