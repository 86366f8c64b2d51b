"""What a tracker's forms are written from."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from msgspec import field

from sitrep.model.base import Record
from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.model.reference import Reference
from sitrep.vocabulary.types import Theatre


class Settlement(Record, frozen=True, kw_only=True):
    """A place that changes are told by; degrees WGS 84."""

    name: str
    lat: float
    lon: float
    population: int = 0


class Sheet(Record, frozen=True, kw_only=True):
    """The states of one tracker, by key, and what they rest on.

    `until` is the moment up to which reference data counts, UTC; `settlements` are places that
    changes on a map are told by.
    """

    states: tuple[TrackerState, ...]
    theatre: Theatre
    findings: tuple[Finding, ...] = ()
    claims: Mapping[str, Claim] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    until: datetime | None = None

    @property
    def last_day(self) -> date | None:
        """The last day before `until`, None where that is open."""
        return (self.until - timedelta(microseconds=1)).date() if self.until else None
