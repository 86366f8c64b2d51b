"""One parser, vocabulary and extractor for all tests of extraction."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sitrep.extract.reading import Reading, ReadSentence
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.model.documents import Article, Sentence
from sitrep.vocabulary.load import load
from sitrep.vocabulary.types import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load()


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines()


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    def make(text: str, title: str = "", **fields: object) -> Article:
        return Article(
            **{
                "id": "art-test",
                "raw_id": "raw-test",
                "source_id": "sample",
                "outlet": "Sample Wire",
                "title": title,
                "text": text,
                "language": "en",
                "published_at": datetime(2025, 3, 12, 15, 0, tzinfo=UTC),
                "sentences": tuple(Sentence(start=a, end=b) for a, b in split(text)),
                **fields,
            }
        )

    return make


@pytest.fixture(scope="session")
def parsed(engines: Engines, article: Callable[..., Article]) -> Callable[..., Reading]:
    """Read a text with every sentence parsed; fields of the article may be given."""

    def read(text: str, **fields: object) -> Reading:
        made = article(text, **fields)
        texts = [text[s.start : s.end] for s in made.sentences]
        docs = engines.parser.parse(texts)
        return Reading(
            article=made,
            sentences=tuple(
                ReadSentence(start=s.start, end=s.end, text=words, doc=doc)
                for s, words, doc in zip(made.sentences, texts, docs, strict=True)
            ),
        )

    return read
