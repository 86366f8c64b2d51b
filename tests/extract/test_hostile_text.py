"""Whatever the text: spans quote it, numbers stay finite, and time grows with its length alone."""

import math
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.extract.extractor import Extractor
from sitrep.extract.figures import find_figures
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.slavic_attributions import find_slavic_attributions
from sitrep.extract.slavic_events import find_slavic_events
from sitrep.extract.slavic_names import SlavicNames
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.model.documents import Article, Sentence
from sitrep.model.extraction import Span
from sitrep.vocabulary.load import load

VOCABULARY = load()
EXTRACTOR = Extractor(Engines(), VOCABULARY)
NAMES = SlavicNames(VOCABULARY)
WORDS = 100_000
SECONDS = 40.0
"""Processor time with room for a busy machine; a cost that grew with the square takes minutes."""
PIECES = [
    "117", "1e309", "ten thousand million hundred", "дронів", "drones", "заявив", "сообщил", ",",
    "що", "что", "«", "»", "—", "–", ":", "за словами", "по словам", "Зеленський", "Лаврова", "не",
    "збито", "сбиты", "по два", "над Курською", "\u200b", "\u200f", "\u202e", "İ", "ß", "ﬁ",
    "\u0301", "ʼ", "з", "атакувала", "передаст", ".", "\n", "«Ми", "він", "🇺🇦",
    "все", "all of them",
]  # fmt: skip


def article(text: str, language: str, *, whole: bool = False) -> Article:
    spans = [(0, len(text))] if whole else split(text, language)
    return Article(
        id="art-1", raw_id="raw-1", source_id="sample", outlet="Sample", title="", text=text,
        language=language, published_at=datetime(2025, 5, 21, 12, tzinfo=UTC),
        sentences=tuple(Sentence(start=a, end=b) for a, b in spans),
    )  # fmt: skip


def reading(given_article: Article) -> Reading:
    return Reading(
        article=given_article,
        sentences=tuple(
            ReadSentence(start=s.start, end=s.end, text=given_article.text[s.start : s.end])
            for s in given_article.sentences
        ),
    )


def spans_of(node: object) -> Iterator[Span]:
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from spans_of(item)
    elif isinstance(node, msgspec.Struct):
        for field in node.__struct_fields__:
            yield from spans_of(getattr(node, field))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["en", "uk", "ru", "und"]),
    st.lists(st.one_of(st.text(max_size=10), st.sampled_from(PIECES)), max_size=30),
)
def test_every_span_of_an_extraction_quotes_the_text(language: str, words: list[str]):
    text = " ".join(words)
    found = EXTRACTOR.extract(article(text, language))
    for span in spans_of(found):
        assert text[span.start : span.end] == span.quote
    for figure in found.figures:
        bounds = [part for part in (figure.low, figure.value, figure.high) if part is not None]
        assert bounds == sorted(bounds)
        assert all(math.isfinite(part) for part in bounds)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "unit", "whole"),
    [
        ("en", "Russia launched 12 drones and ", True),
        ("en", "117 of ten thousand million hundred ", True),
        ("uk", "Росія атакувала Україну 12 дронами і ", False),
        ("ru", "по словам Лаврова, двадцать один по два над Курской и ", False),
    ],
)
def test_a_sentence_of_a_hundred_thousand_words_is_read_in_seconds(
    language: str,
    unit: str,
    whole: bool,  # noqa: FBT001 - pytest passes parameters by name
):
    text = unit * (WORDS // len(unit.split()))
    read = reading(article(text, language, whole=whole))
    begun = time.process_time()
    find_figures(read, ())
    mentions = NAMES.find(read) if language != "en" else ()
    told = find_slavic_attributions(read, mentions, VOCABULARY)
    find_slavic_events(read, mentions, (), (), told)
    assert time.process_time() - begun < SECONDS
