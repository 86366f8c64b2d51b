"""Dated entries of the product's own timeline."""

from datetime import date
from typing import Literal

from sitrep.model.base import Record
from sitrep.model.findings import QuestionKind, Status


class TimelineEntry(Record, frozen=True, kw_only=True):
    """One thing that happened or is planned, as a finding tells it.

    `day` is when it happened and `last` the last day of a longer time; `dated_by` is "stated" where
    the reports say when, "reported" where only the day of the first report is known. `actors` are
    names, of those who act and those acted on; `words` are the exact words of the best evidence,
    `more` those of others, `said_by` who says so. `held` tells what happened from what is
    planned or possible, from what somebody denies and from what the report itself says is not so
    ("no aid has been distributed": "negated").
    """

    day: date
    last: date
    dated_by: Literal["stated", "reported"]
    kind: QuestionKind
    text: str
    words: str
    more: tuple[str, ...]
    actors: tuple[str, ...]
    place: str | None
    said_by: tuple[str, ...]
    status: Status
    held: Literal["happened", "planned", "possible", "denied", "negated"]
    weight: float
    finding: str
    articles: tuple[str, ...]
