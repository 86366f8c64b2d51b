"""When a report was published, and on what that rests."""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sitrep.model.documents import DateBasis
from sitrep.text.datelines import Dateline
from sitrep.text.stamps import Stamp, parse_stamp

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""News on the web begins later; 1970 is an unset clock."""
LATEST = datetime(2038, 1, 1, tzinfo=UTC)
"""Beyond the 32-bit clock: a filler such as 2099."""
TOLERANCE = timedelta(days=2)
"""Zones and small updates move a date by a day or so; more is a contradiction."""
UPDATE = timedelta(days=31)
"""A declared date later than an address by at most this much is taken for an update."""
FILE_TOLERANCE = timedelta(days=366)
"""Files are named for a day, a month or a year: only a date far beyond contradicts one."""
NOTES = frozenset({"no-date", "no-time-of-day", "no-zone", "late-update"})
"""Problems that only say on what a date rests."""

_YEAR = re.compile(r"(?<![\d.,$€£-])20\d\d(?![\d,.-]\d|\d)")
LEAST_YEARS = 2
"""Mentions of later years that show a declared date to be too old; one may look ahead."""

_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/\-_]?)(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?!\d{2}(?:\D|$))"
)


class Evidence(NamedTuple):
    """What is known of a report's date: as declared, its address, its dateline, file and text."""

    declared: str | None = None
    url: str | None = None
    dateline: Dateline | None = None
    file_date: str | None = None
    text: str = ""


class Published(NamedTuple):
    """The publication time in UTC, its basis, and problems as (code, message)."""

    moment: datetime | None
    basis: DateBasis
    problems: tuple[tuple[str, str], ...] = ()


def published(evidence: Evidence) -> Published:
    """Settle the publication time: declared, else address, else dateline, else file; never "now".

    A declared date that is absurd (before 1990, from 2038 on) or that address and dateline
    contradict gives way to the next basis, and is told. A date without a time of day is 00:00 UTC
    of that day, a time without a zone is read as UTC; both are told.
    """
    declared, problems = _declared(evidence.declared)
    by_url = url_date(evidence.url)
    by_file = _plausible(parse_stamp(evidence.file_date)) if evidence.file_date else None
    anchor = declared.moment if declared else by_url or by_file
    by_text = _near(evidence.dateline, anchor)
    if declared:
        code, fault = _doubt(declared.moment, by_url, by_text, by_file)
        if not code and by_file and not by_url and not by_text:
            code, fault = _overtaken(declared.moment, by_file, evidence.text)
        if code:
            problems.append((code, fault))
        if code != "contradicted-date":
            return Published(declared.moment, "declared", (*problems, *_vagueness(declared)))
        # The dateline was dated by the very year in doubt: date it anew.
        by_text = _near(evidence.dateline, by_url or by_file)
    rest: tuple[tuple[datetime | None, DateBasis], ...] = (
        (by_url, "url"), (by_text, "text"), (by_file, "file"),
    )  # fmt: skip
    moment, basis = next((found for found in rest if found[0]), (None, "none"))
    if moment is None and not problems:
        problems.append(("no-date", "no publication date: relative days stay unresolved"))
    return Published(moment, basis, tuple(problems))


def _vagueness(stamp: Stamp) -> tuple[tuple[str, str], ...]:
    if not stamp.timed:
        return (("no-time-of-day", "the date has no time of day: 00:00 UTC of that day stands"),)
    return () if stamp.zoned else (("no-zone", "the time names no zone: read as UTC"),)


def _declared(written: str | None) -> tuple[Stamp | None, list[tuple[str, str]]]:
    if written is None:
        return None, []
    stamp = parse_stamp(written)
    if stamp is None:
        return None, [("bad-date", f"cannot read the date {written[:60]!r} beyond doubt")]
    if _plausible(stamp) is None:
        return None, [("absurd-date", f"the date {written[:60]!r} cannot be right: not used")]
    return stamp, []


def _plausible(stamp: Stamp | None) -> datetime | None:
    return stamp.moment if stamp and EARLIEST <= stamp.moment < LATEST else None


def url_date(url: str | None) -> datetime | None:
    """Return the day in an address: /2025/05/21/, 2025-05-21, 20250521; None without one."""
    for match in _URL_DATE.finditer(url or ""):
        if match["mark"] == "" and len(match["month"]) < 2:
            continue
        try:
            day = datetime(int(match["year"]), int(match["month"]), int(match["day"]), tzinfo=UTC)
        except ValueError:
            continue
        if EARLIEST <= day < LATEST:
            return day
    return None


def _near(dateline: Dateline | None, anchor: datetime | None) -> datetime | None:
    """Return the dateline's day in the year that brings it nearest to `anchor`."""
    if dateline is None or anchor is None or dateline.month is None or dateline.day is None:
        return None
    days = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            days.append(datetime(year, dateline.month, dateline.day, tzinfo=UTC))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - anchor), default=None)


def _doubt(
    declared: datetime, by_url: datetime | None, by_text: datetime | None, by_file: datetime | None
) -> tuple[str, str]:
    """Return the code and words of what speaks against the declared date, empty for nothing.

    A date that address or dateline supports stands. One that a lone witness makes up to a month
    older is an update of an older page: it stands too, with a note.
    """
    named = (("address", by_url), ("dateline", by_text))
    witnesses = [(name, day) for name, day in named if day]
    if any(abs(declared - day) <= TOLERANCE for _, day in witnesses):
        return "", ""
    if not witnesses and by_file and declared > by_file + FILE_TOLERANCE:
        witnesses = [("file", by_file)]
    if not witnesses:
        return "", ""
    said = ", ".join(f"{name} {day:%Y-%m-%d}" for name, day in witnesses)
    if len(witnesses) == 1 and timedelta(0) < declared - witnesses[0][1] <= UPDATE:
        return "late-update", f"declared {declared:%Y-%m-%d} is later than {said}: an update?"
    return "contradicted-date", f"declared {declared:%Y-%m-%d} is contradicted by {said}: not used"


def _overtaken(declared: datetime, by_file: datetime, text: str) -> tuple[str, str]:
    """Return the code and words when the text speaks of years after `declared`, up to its file's.

    Such dates come from a template or a first version: a report "of 2020" that tells of 2023.
    """
    if by_file.year <= declared.year:
        return "", ""
    years = [year for year in map(int, _YEAR.findall(text)) if declared.year < year <= by_file.year]
    if len(years) < LEAST_YEARS:
        return "", ""
    said = f"the text's own {max(years)} and its file of {by_file:%Y-%m-%d}"
    return "contradicted-date", f"declared {declared:%Y-%m-%d} is contradicted by {said}: not used"
