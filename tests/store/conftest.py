"""Small records, and a store of every backend that there is."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitrep.model.documents import Article, RawDocument, Sentence
from sitrep.model.extraction import Claim, Extraction, Span
from sitrep.model.ids import make_id, sha256
from sitrep.store.protocol import Extracted, Report, Store
from sitrep.store.sqlite import open_sqlite

BACKENDS = {"sqlite": lambda folder: open_sqlite(folder / "store.db")}


def report(
    text: str,
    *,
    published: datetime | None = datetime(2025, 3, 11, 8, tzinfo=UTC),
    known: datetime | None = None,
    title: str = "A short report",
) -> Report:
    body = text.encode()
    raw_id, article_id = make_id("raw", text), make_id("art", text)
    return Report(
        document=RawDocument(
            id=raw_id, source_id="plain-wire", media_type="text/plain", body_sha256=sha256(body)
        ),
        body=body,
        article=Article(
            id=article_id,
            raw_id=raw_id,
            source_id="plain-wire",
            outlet="Plain Wire",
            title=title,
            text=text,
            language="en",
            published_at=published,
            date_basis="declared" if published else "none",
            known_at=known,
            sentences=(Sentence(start=0, end=len(text)),),
        ),
    )


def extracted(kept: Report, *, speaker: str = "Plain Wire") -> Extracted:
    article = kept.article
    assert article is not None
    evidence = Span(article_id=article.id, start=0, end=len(article.text), quote=article.text)
    claim = Claim(
        id=make_id("clm", article.id, 0, len(article.text)),
        article_id=article.id,
        evidence=evidence,
        language="en",
        speaker=speaker,
    )
    return Extracted(extraction=Extraction(article_id=article.id), claims=(claim,))


@pytest.fixture
def make_report() -> Callable[..., Report]:
    return report


@pytest.fixture
def make_extracted() -> Callable[..., Extracted]:
    return extracted


@pytest.fixture(params=sorted(BACKENDS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with BACKENDS[request.param](tmp_path) as opened:
        yield opened
