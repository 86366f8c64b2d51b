"""What pictures show, as values: any renderer can draw them, and the alternative says the same."""

from datetime import date, datetime
from typing import Literal

from sitrep.model.base import Record

MarkKind = Literal["ground", "strikes", "diplomacy", "other"]
AreaKind = Literal["held", "gained", "lost"]
Ring = tuple[tuple[float, float], ...]


class MapMark(Record, frozen=True, kw_only=True):
    """A place of findings; degrees WGS 84. `note` is what readers are told of it."""

    name: str
    lat: float
    lon: float
    kind: MarkKind
    findings: tuple[str, ...] = ()
    note: str = ""


class MapArea(Record, frozen=True, kw_only=True):
    """Polygons (outer ring, then holes; longitude, latitude) that a map source draws.

    `label` says what they are: "held by Russia, DeepState map of 21 May 2025".
    """

    kind: AreaKind
    label: str
    polygons: tuple[tuple[Ring, ...], ...]


class TheatreMap(Record, frozen=True, kw_only=True):
    """The map of a theatre. `region` is west, south, east, north; `outside` marks beyond it.

    `parties` are the states (ISO 3166-1 alpha-2) of the belligerents. `credits` name the sources.
    """

    title: str
    alternative: str
    region: tuple[float, float, float, float]
    parties: tuple[str, ...] = ()
    marks: tuple[MapMark, ...] = ()
    areas: tuple[MapArea, ...] = ()
    outside: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


class StrikeBar(Record, frozen=True, kw_only=True):
    """One claimant's counts of one weapon in one window; None where it gives no such count."""

    target: str
    weapon: str
    window: str
    claimant: str
    end: datetime | None = None
    launched: float | None = None
    intercepted: float | None = None
    lost: float | None = None
    hit: float | None = None
    label: str = ""
    findings: tuple[str, ...] = ()


class SeriesDay(Record, frozen=True, kw_only=True):
    """A day of a published series; `mean` is of seven days, None where not covered."""

    day: date
    launched: int
    intercepted: int
    lost: int
    mean: float | None = None


class StrikeSeries(Record, frozen=True, kw_only=True):
    """A published series of one family of weapons fired at one party; absent days have no data."""

    title: str
    alternative: str
    target: str
    family: str
    first: date
    last: date
    days: tuple[SeriesDay, ...]
    notes: tuple[str, ...] = ()
    credit: str = ""


class StrikePlot(Record, frozen=True, kw_only=True):
    """What reports count, claimant by claimant."""

    title: str
    alternative: str
    bars: tuple[StrikeBar, ...]


class Pictures(Record, frozen=True, kw_only=True):
    """The pictures of a brief; what there is no material for is None or empty."""

    map: TheatreMap | None = None
    strikes: StrikePlot | None = None
    series: tuple[StrikeSeries, ...] = ()
