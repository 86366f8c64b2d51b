from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitrep.model.documents import Article, RawDocument, RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.text.article import to_article
from sitrep.vocabulary.types import Outlet, Vocabulary

Maker = Callable[..., tuple[Article | None, tuple[Issue, ...]]]

OUTLETS = (
    Outlet(id="harbour", name="Harbour Sample", ids=("harbour-world", "harbour.example")),
    Outlet(id="ridge", name="Ridge Sample", ids=("ridge", "ridge.example")),
)


@pytest.fixture
def data() -> Path:
    return Path(__file__).parents[1] / "data" / "text"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary(theatres={}, actors={}, outlets={outlet.id: outlet for outlet in OUTLETS})


@pytest.fixture
def make_item() -> Callable[..., RawItem]:
    def maker(
        content: str | None = None,
        *,
        body: bytes = b"",
        form: Any = "text",
        url: str | None = None,
        source: str = "sample",
        media_type: str = "text/plain",
        **fields: Any,
    ) -> RawItem:
        document = RawDocument(
            id="raw-1",
            source_id=source,
            url=url,
            media_type=media_type,
            body_sha256="0",
            path="reports.jsonl",
            record=3,
        )
        return RawItem(document=document, body=body, form=form, content=content, **fields)

    return maker


@pytest.fixture
def make_article(make_item: Callable[..., RawItem], vocabulary: Vocabulary) -> Maker:
    def maker(
        *args: Any, limits: Limits | None = None, **fields: Any
    ) -> tuple[Article | None, tuple[Issue, ...]]:
        item = make_item(*args, **fields)
        return to_article(item, vocabulary=vocabulary, limits=limits or Limits())

    return maker
