"""Announced meetings as an iCalendar file (RFC 5545)."""

from datetime import UTC, datetime, timedelta

from sitrep.model.findings import TrackerState
from sitrep.model.ids import make_id
from sitrep.trackers.sheet import Sheet

_STATUS = {"planned": "CONFIRMED", "possible": "TENTATIVE", "postponed": "TENTATIVE",
           "cancelled": "CANCELLED", "held": "CONFIRMED"}  # fmt: skip
_OCTETS = 75
"""The longest line of an iCalendar file, in octets without its break."""
_DAY = timedelta(days=1)


def ics(sheet: Sheet) -> str:
    """Return the meetings and visits with a date as a calendar; lines end with CRLF.

    A UID is made of form, actors and the day first announced, so that a meeting keeps it when its
    status changes. Whole days are dates; DTSTAMP is the time of the report that says so last, not
    that of the export: the same findings give the same bytes.
    """
    events = [
        line
        for state in sheet.states
        if state.meeting is not None and state.meeting.starts is not None
        for line in _event(state)
    ]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sitrep//Diplomacy tracker//EN"]
    return "".join(f"{_folded(line)}\r\n" for line in (*head, *events, "END:VCALENDAR"))


def _event(state: TrackerState) -> list[str]:
    meeting = state.meeting
    if meeting is None or meeting.starts is None:
        return []
    known = state.as_of or meeting.starts
    uid = make_id("mtg", meeting.form, *sorted(meeting.actors), meeting.starts.date().isoformat())
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}@sitrep",
        f"DTSTAMP:{_stamp(known)}",
        *_span(meeting.starts, meeting.ends),
        f"SUMMARY:{_text(state.text)}",
        f"DESCRIPTION:{_text(_description(state))}",
        f"STATUS:{_STATUS.get(meeting.status, 'TENTATIVE')}",
    ]
    if meeting.place:
        lines.append(f"LOCATION:{_text(meeting.place)}")
    if meeting.topics:
        lines.append(f"CATEGORIES:{','.join(_text(one) for one in meeting.topics)}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _description(state: TrackerState) -> str:
    meeting = state.meeting
    who = ", ".join(meeting.said_by) if meeting else ""
    return f"According to {who}. Findings: {' '.join(state.findings)}"


def _span(starts: datetime, ends: datetime | None) -> list[str]:
    """Return DTSTART and DTEND: dates for whole days, else times in UTC."""
    if ends is None or ends - starts >= _DAY or starts.hour == 0:
        last = max(ends or starts + _DAY, starts + _DAY)
        return [
            f"DTSTART;VALUE=DATE:{starts.astimezone(UTC):%Y%m%d}",
            f"DTEND;VALUE=DATE:{last.astimezone(UTC):%Y%m%d}",
        ]
    return [f"DTSTART:{_stamp(starts)}", f"DTEND:{_stamp(ends)}"]


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return `text` as an iCalendar TEXT value (RFC 5545, 3.3.11)."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> str:
    """Return a line folded at 75 octets (RFC 5545, 3.1), never within a character."""
    parts, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > (_OCTETS if len(parts) == 1 else _OCTETS - 1):
            parts.append("")
            size = 0
        parts[-1] += char
        size += width
    return "\r\n ".join(parts)
