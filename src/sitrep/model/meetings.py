"""A meeting, call or visit as the diplomacy tracker follows it."""

from datetime import datetime
from typing import Literal

from sitrep.model.base import Record


class Meeting(Record, frozen=True, kw_only=True):
    """Who meets or travels, where, when, about what, and whether it came about.

    `actors` are ids of the vocabulary; `starts` and `ends` (not included) None where no
    report says when. `topics` are words of `diplomacy.yaml`; `signals` are signs a leader gives by
    it ("front-line visit"). `said_by` are those who say so.
    """

    form: Literal["meeting", "call", "visit"]
    status: Literal["planned", "possible", "held", "not held", "cancelled", "postponed"]
    actors: tuple[str, ...]
    place: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    topics: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
