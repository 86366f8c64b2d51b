"""The JSON lines of `sitrep extract --json`."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sitrep.extract.formats import extract_schema, to_json
from sitrep.model.documents import Article
from sitrep.model.extraction import (
    Attribution,
    Event,
    Extraction,
    Figure,
    Participant,
    Place,
    Span,
    TimeRef,
)

SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "extract.schema.json"
TEXT = "Kyiv said on Tuesday that Russia fired 40 drones at Odesa 🚀."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(article_id="art-test", start=start, end=start + len(words), quote=words)


@pytest.fixture
def extraction() -> Extraction:
    time = TimeRef(
        span=span("Tuesday"),
        start=datetime(2025, 3, 11, tzinfo=UTC),
        end=datetime(2025, 3, 12, tzinfo=UTC),
        granularity="day",
        relative=True,
    )
    place = Place(
        span=span("Odesa"), name="Odesa", lat=46.48, lon=30.73, geonames_id=698740, country="UA"
    )
    figure = Figure(
        span=span("40"), kind="launched", value=40, low=40, high=40, weapon="drone", window=time,
        claimant="Ukraine", claimant_id="ukraine",
    )  # fmt: skip
    attribution = Attribution(
        source=span("Kyiv"), cue=span("said"),
        content=(span("that Russia fired 40 drones at Odesa"),),
        speaker="Ukraine", speaker_id="ukraine",
    )  # fmt: skip
    russia = Participant(span=span("Russia"), name="Russia", entity_id="russia", country="RU")
    event = Event(
        span=span("fired 40 drones at Odesa"), trigger=span("fired"), type="ASSAULT",
        mode="drone", acled="Air/drone strike", actors=(russia,), places=(place,), time=time,
        attribution=0,
    )  # fmt: skip
    return Extraction(
        article_id="art-test", places=(place,), times=(time,), figures=(figure,),
        attributions=(attribution,), events=(event,),
    )  # fmt: skip


@pytest.fixture
def line(article: Callable[..., Article], extraction: Extraction) -> dict[str, Any]:
    made = article(
        TEXT, path="reports/a.jsonl", record=3, given_id="77", url="https://example.org/a"
    )
    return json.loads(to_json(made, extraction))


def test_a_line_says_where_the_article_was_read(line: dict[str, Any]) -> None:
    assert (line["path"], line["record"], line["id"]) == ("reports/a.jsonl", 3, "77")
    assert line["url"] == "https://example.org/a"


def test_every_span_holds_its_own_words(line: dict[str, Any]) -> None:
    def spans(node: Any) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [found for item in node for found in spans(item)]
        if isinstance(node, dict):
            own = [node] if {"start", "end", "text"} <= node.keys() else []
            return own + [found for item in node.values() for found in spans(item)]
        return []

    found = spans(line)
    assert len(found) >= 12
    assert all(TEXT[s["start"] : s["end"]] == s["text"] for s in found)


def test_the_line_fits_the_published_schema(line: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(line)


def test_the_published_schema_is_the_one_of_the_types() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == extract_schema()


def test_fields_promised_to_readers_are_there(line: dict[str, Any]) -> None:
    figure, event, place = line["figures"][0], line["events"][0], line["places"][0]
    assert {"kind", "value", "low", "high", "unit", "counted", "weapon", "qualifier", "window"} <= (
        figure.keys()
    )
    assert figure["claimant"] == "Ukraine"
    assert event["actors"][0] == {
        "start": 26, "end": 32, "text": "Russia", "name": "Russia", "id": "russia", "country": "RU"
    }  # fmt: skip
    assert (event["polarity"], event["modality"], event["acled"]) == (
        "affirmed",
        "actual",
        "Air/drone strike",
    )
    assert place["geonames_id"] == 698740
    assert line["times"][0]["from"] == "2025-03-11T00:00:00Z"


def test_an_article_without_findings_is_a_line_of_empty_lists(
    article: Callable[..., Article],
) -> None:
    line = json.loads(to_json(article("Rain."), Extraction(article_id="art-test")))
    assert line["events"] == line["attributions"] == line["figures"] == []
    jsonschema.Draft202012Validator(extract_schema()).validate(line)
