"""Problems as data, and the manifest of a run."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sitrep.model.base import Record

Stage = Literal[
    "sources",
    "text",
    "lineage",
    "extract",
    "ledger",
    "trackers",
    "outlook",
    "brief",
    "store",
    "engine",
]
Severity = Literal["note", "warning", "error"]


class Issue(Record, frozen=True, kw_only=True):
    """One problem: nothing is dropped in silence.

    `subject` is the file, record or id concerned; `code` a stable kebab-case word for scripts;
    `message` one sentence that says what was read, where, and what to do.
    """

    stage: Stage
    severity: Severity
    subject: str
    code: str
    message: str


class RunManifest(Record, frozen=True, kw_only=True):
    """What a run did: enough to repeat it.

    [since, until) is the window of an analysis; `logged` how long the log of decisions then was.
    """

    run_id: str
    as_of: datetime | None
    code_version: str
    settings_hash: str
    input_hash: str
    counts: Mapping[str, int]
    since: datetime | None = None
    until: datetime | None = None
    logged: int = 0
