"""Reference data: published series and maps that values drawn from reports are set beside."""

from datetime import date, datetime

from sitrep.model.base import Record


class StrikeRecord(Record, frozen=True, kw_only=True):
    """One row of a published table of attacks: one weapon in one window [start, end), UTC.

    `weapon` is a vocabulary id, `written` the table's own word for it; `attacker` and `target` are
    ids of parties. Counts are None where the table leaves them open. `row` is the line of the file
    (the header is 1), `cite` what the table cites for it.
    """

    start: datetime
    end: datetime
    weapon: str
    written: str
    attacker: str
    target: str
    launched: int | None = None
    intercepted: int | None = None
    lost: int | None = None
    hit: int | None = None
    regions: tuple[str, ...] = ()
    cite: str = ""
    row: int


class ControlLayer(Record, frozen=True, kw_only=True):
    """The areas that a map source gives to one party on one day.

    `geometry` is a valid MultiPolygon as WKB, in degrees WGS 84 (longitude, latitude); `file` is
    where it stood.
    """

    day: date
    holder: str
    geometry: bytes
    file: str


class Reference(Record, frozen=True, kw_only=True):
    """One published data set, read through its mapping; source and licence stay with it.

    `covers` are the states (ISO 3166-1 alpha-2) whose places a map judges; () for all.
    """

    id: str
    name: str
    claimant: str
    source: str
    licence: str
    covers: tuple[str, ...] = ()
    strikes: tuple[StrikeRecord, ...] = ()
    layers: tuple[ControlLayer, ...] = ()
