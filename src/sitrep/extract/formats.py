"""The JSON lines of `sitrep extract --json`: a documented format with a JSON Schema.

One line an article. Every span has `start` and `end` in code points of the article's text and its
`text`, which is `article.text[start:end]`. Unknown values are null, empty lists are empty. See
docs/extract-format.md; the schema is docs/schemas/extract.schema.json.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from sitrep.model.base import Record
from sitrep.model.documents import Article
from sitrep.model.extraction import (
    Attribution,
    Event,
    Extraction,
    Figure,
    FigureKind,
    Granularity,
    Hedge,
    Modality,
    Participant,
    Place,
    PlaceUse,
    Polarity,
    Qualifier,
    Span,
    Stance,
    TimeRef,
)

FORMAT_VERSION: Literal["1"] = "1"
SCHEMA_ID = "https://sitrep.invalid/schemas/extract.schema.json"
"""A name, not an address: nothing is fetched from it."""


class SpanLine(Record, frozen=True, kw_only=True):
    """Words of the text: `text` is what stands at [start, end), in code points."""

    start: int
    end: int
    text: str


class PlaceLine(SpanLine, frozen=True, kw_only=True):
    """A toponym; WGS 84 degrees, ISO 3166-1 alpha-2, UCDP precision 1 to 7."""

    name: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    country: str | None
    precision: int
    use: PlaceUse
    score: float


class TimeLine(SpanLine, frozen=True, kw_only=True):
    """An expression of time: the half-open interval [from, to) in UTC (RFC 3339)."""

    since: datetime = msgspec.field(name="from")
    until: datetime = msgspec.field(name="to")
    granularity: Granularity
    relative: bool


class FigureLine(SpanLine, frozen=True, kw_only=True):
    """A number, what it counts, the time it covers and who gives it."""

    kind: FigureKind
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    weapon: str | None
    qualifier: Qualifier
    window: TimeLine | None
    claimant: str | None
    claimant_id: str | None
    score: float


class AttributionLine(Record, frozen=True, kw_only=True):
    """Who is said to have said what; `parent` is the position of the attribution it stands in."""

    source: SpanLine | None
    cue: SpanLine | None
    content: tuple[SpanLine, ...]
    speaker: str | None
    speaker_id: str | None
    form: Literal["direct", "indirect", "mixed"]
    stance: Stance
    hedge: Hedge
    parent: int | None
    score: float


class ParticipantLine(SpanLine, frozen=True, kw_only=True):
    """An actor or target: the words, the vocabulary id and the country where known."""

    name: str
    id: str | None
    country: str | None


class EventLine(SpanLine, frozen=True, kw_only=True):
    """Something done: PLOVER type and mode, ACLED sub-event; `start` to `end` covers its words.

    `attribution` is the position of the attribution it stands in.
    """

    trigger: SpanLine
    type: str
    mode: str | None
    acled: str | None
    actors: tuple[ParticipantLine, ...]
    targets: tuple[ParticipantLine, ...]
    places: tuple[PlaceLine, ...]
    time: TimeLine | None
    polarity: Polarity
    modality: Modality
    attribution: int | None
    score: float


class ArticleLine(Record, frozen=True, kw_only=True):
    """One article: where it was read, and what was found in it, in text order.

    `record` is the 0-based number in its file; `id` and `url` are as the input gave them.
    """

    format: Literal["1"]
    path: str | None
    record: int | None
    id: str | None
    url: str | None
    language: str
    places: tuple[PlaceLine, ...]
    times: tuple[TimeLine, ...]
    figures: tuple[FigureLine, ...]
    attributions: tuple[AttributionLine, ...]
    events: tuple[EventLine, ...]


_ENCODER = msgspec.json.Encoder()


def to_json(article: Article, extraction: Extraction) -> bytes:
    """Return the line of `article`, UTF-8, without a line end; the same input, the same bytes."""
    return _ENCODER.encode(to_line(article, extraction))


def to_line(article: Article, extraction: Extraction) -> ArticleLine:
    """Return what the line of `article` holds."""
    return ArticleLine(
        format=FORMAT_VERSION,
        path=article.path,
        record=article.record,
        id=article.given_id,
        url=article.url,
        language=article.language,
        places=_places(extraction.places),
        times=tuple(_time(time) for time in extraction.times),
        figures=tuple(_figure(figure) for figure in extraction.figures),
        attributions=tuple(_attribution(found) for found in extraction.attributions),
        events=tuple(_event(event) for event in extraction.events),
    )


def extract_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line."""
    (reference,), components = msgspec.json.schema_components(
        [ArticleLine], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "One line of `sitrep extract --json`",
        **reference,
        "$defs": components,
    }


def _span(span: Span) -> SpanLine:
    return SpanLine(start=span.start, end=span.end, text=span.quote)


def _maybe(span: Span | None) -> SpanLine | None:
    return None if span is None else _span(span)


def _places(places: Sequence[Place]) -> tuple[PlaceLine, ...]:
    return tuple(
        PlaceLine(
            start=place.span.start,
            end=place.span.end,
            text=place.span.quote,
            name=place.name,
            lat=place.lat,
            lon=place.lon,
            geonames_id=place.geonames_id,
            country=place.country,
            precision=place.precision,
            use=place.use,
            score=place.score,
        )
        for place in places
    )


def _time(time: TimeRef) -> TimeLine:
    return TimeLine(
        start=time.span.start,
        end=time.span.end,
        text=time.span.quote,
        since=time.start,
        until=time.end,
        granularity=time.granularity,
        relative=time.relative,
    )


def _figure(figure: Figure) -> FigureLine:
    return FigureLine(
        start=figure.span.start,
        end=figure.span.end,
        text=figure.span.quote,
        kind=figure.kind,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        counted=figure.counted,
        weapon=figure.weapon,
        qualifier=figure.qualifier,
        window=None if figure.window is None else _time(figure.window),
        claimant=figure.claimant,
        claimant_id=figure.claimant_id,
        score=figure.score,
    )


def _attribution(found: Attribution) -> AttributionLine:
    return AttributionLine(
        source=_maybe(found.source),
        cue=_maybe(found.cue),
        content=tuple(_span(span) for span in found.content),
        speaker=found.speaker,
        speaker_id=found.speaker_id,
        form=found.form,
        stance=found.stance,
        hedge=found.hedge,
        parent=found.parent,
        score=found.score,
    )


def _participants(participants: Sequence[Participant]) -> tuple[ParticipantLine, ...]:
    return tuple(
        ParticipantLine(
            start=one.span.start,
            end=one.span.end,
            text=one.span.quote,
            name=one.name,
            id=one.entity_id,
            country=one.country,
        )
        for one in participants
    )


def _event(event: Event) -> EventLine:
    return EventLine(
        start=event.span.start,
        end=event.span.end,
        text=event.span.quote,
        trigger=_span(event.trigger),
        type=event.type,
        mode=event.mode,
        acled=event.acled,
        actors=_participants(event.actors),
        targets=_participants(event.targets),
        places=_places(event.places),
        time=None if event.time is None else _time(event.time),
        polarity=event.polarity,
        modality=event.modality,
        attribution=event.attribution,
        score=event.score,
    )
