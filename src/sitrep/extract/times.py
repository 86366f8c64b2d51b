"""Expressions of time in a report, as intervals: English, Russian, Ukrainian."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sitrep.extract import (
    times_dates,
    times_parts,
    times_periods,
    times_relative,
    times_written,
)
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.tense import Direction, direction
from sitrep.extract.times_calendar import Interval
from sitrep.extract.times_case import Around, Case
from sitrep.extract.times_forms import Found, TimeForms, time_forms
from sitrep.model.extraction import TimeRef
from sitrep.vocabulary.times import TimeWords

_READINGS: dict[str, Callable[[Case], Interval | None]] = {
    "iso": times_dates.iso,
    "dotted": times_dates.iso,
    "day": times_dates.day,
    "days": times_dates.days,
    "month": times_dates.month,
    "weekday": times_dates.weekday,
    "night_to": times_dates.night_to,
    "night_day": times_dates.night_day,
    "deictic": times_relative.deictic,
    "tonight": times_relative.tonight,
    "overnight": times_relative.overnight,
    "this_part": times_relative.this_part,
    "ago": times_relative.ago,
    "past": times_relative.past,
    "coming": times_relative.coming,
    "within": times_relative.coming,
    "weekend": times_periods.weekend,
    "calendar": times_periods.calendar_period,
    "day_before": times_periods.day_before,
    "season": times_periods.season,
    "clock": times_periods.clock,
    "clocks": times_periods.clocks,
    "year": times_periods.year,
    "years": times_periods.years,
    "quarter": times_parts.quarter,
    "decade": times_parts.decade,
    "part_of_year": times_parts.part_of_year,
    "months": times_parts.months,
    "noon": times_parts.noon,
    "later": times_parts.later,
}
_CAPITALISED = frozenset({"month", "month_b", "weekday", "weekday_b", "weekday_x"})
_CLOCKS = frozenset({"clock", "clocks", "noon"})
_ANCHORS = frozenset({"day", "iso", "dotted", "weekday"})
_ANCHORED = frozenset({"later", "day_before"})
_FROM_WRITING = frozenset({"deictic", "tonight", "overnight", "this_part", "past", "day_before"})
"""Readings that count from the day of writing, not of publication."""
RECORD = "record"
"""Reason of a time that a record is measured from ("the largest since 2022"): nothing happened."""
_CLAUSE = re.compile(r"\b[Ss]ince\b[^.;:,]{0,90}$")
_RECORD = re.compile(
    r"\b(?:(?:larg|bigg|dead|heavi|worst|high|low|great|strong|fierc|intens|long)\w*est|worst|first|"
    r"deadliest|heaviest|most \w+)\b[^.;:,]{0,60}\bsince\b[^.;:,]{0,90}$",
    re.IGNORECASE,
)


def find_times(reading: Reading) -> tuple[TimeRef, ...]:
    """Return the times in the sentences of `reading`, in text order.

    Times are resolved against `article.published_at` in UTC; without it only those that need no
    anchor are returned. "since Friday" runs up to the publication. "Today" and "overnight" count
    from the day on which the report was written, where that is the day before publication.
    """
    forms = time_forms(reading.article.language)
    if forms is None:
        return ()
    language = reading.article.language
    matches = [
        (sentence, [f for f in forms.find(sentence.text) if _plausible(f, language, forms.words)])
        for sentence in reading.sentences
    ]
    found = _resolved(reading, matches, forms, None)
    published = reading.article.published_at
    if published is None:
        return found
    today = published.astimezone(UTC).date()
    lead = reading.sentences[: times_written.LEAD]
    written = times_written.day_written(
        today, found, reading.article.text, lead[-1].end if lead else 0
    )
    return found if written == today else _resolved(reading, matches, forms, written)


def _resolved(
    reading: Reading,
    matches: Sequence[tuple[ReadSentence, list[Found]]],
    forms: TimeForms,
    written: date | None,
) -> tuple[TimeRef, ...]:
    times: list[TimeRef] = []
    anchor: date | None = None
    published = reading.article.published_at
    published = published.astimezone(UTC) if published else None
    for sentence, found in matches:
        cases = [
            Case(
                found=match,
                words=forms.words,
                published=published,
                direction=_direction(sentence, match, forms),
                written=written,
            )
            for match in found
        ]
        around = _around(cases)
        fresh: date | None = None
        for case in cases:
            told = replace(case, around=around) if case.found.reading in _CLOCKS else case
            if case.found.reading in _ANCHORED:
                told = replace(case, anchor=fresh or anchor)
            interval = _READINGS[told.found.reading](told)
            if interval is not None:
                times.append(_reference(reading, sentence, told, interval))
                if case.found.reading in _ANCHORS | _ANCHORED:
                    fresh = interval.start.date()
        anchor = fresh
    return tuple(times)


def _direction(sentence: ReadSentence, found: Found, forms: TimeForms) -> Direction | None:
    """Return where the time lies by the parse, else by the words before it."""
    if sentence.doc is not None and not forms.deadline(sentence.text, found.start):
        told = direction(sentence.doc, (found.start, found.end), forms.words)
        if told is not None:
            return told
    return "ahead" if forms.ahead(sentence.text, found.start, found.end) else None


def _around(cases: Sequence[Case]) -> Around:
    """Return the only day and the first zone that a sentence names, for its clock times."""
    if not any(case.found.reading in _CLOCKS for case in cases):
        return Around()
    resolved = [
        _READINGS[case.found.reading](case)
        for case in cases
        if case.found.reading in {"day", "weekday", "iso", "deictic"}
    ]
    days = {one.start.date() for one in resolved if one is not None}
    zones = [case.parts["zone"] for case in cases if "zone" in case.parts]
    return Around(
        day=next(iter(days)) if len(days) == 1 else None, zone=zones[0] if zones else None
    )


def _plausible(found: Found, language: str, words: TimeWords) -> bool:
    """English months and weekdays are written with a capital; "may" and "sun" are other words."""
    if found.reading in {"month", "weekday"} and "year" not in found.parts:
        name = found.parts.get("month") or found.parts.get("weekday", "")
        if name.rstrip(".") in words.short:
            return False
    if not language.startswith("en"):
        return True
    for slot in sorted(_CAPITALISED & found.parts.keys()):
        word = re.search(re.escape(found.parts[slot]), found.written, re.IGNORECASE)
        if word is not None and word[0].isalpha() and not word[0][0].isupper():
            return False
    return True


def _since(sentence: ReadSentence, case: Case) -> datetime | None:
    """Return the publication for a time in a clause: "since it began on 18 March"."""
    clause = _CLAUSE.search(sentence.text[: case.found.start])
    words = re.findall(r"\w+", clause[0].lower()) if clause else []
    inside = any(word in case.words.since for word in words)
    return case.published if inside and case.direction != "ahead" else None


def _reference(reading: Reading, sentence: ReadSentence, case: Case, interval: Interval) -> TimeRef:
    start, end = sentence.start + case.found.start, sentence.start + case.found.end
    begin, stop, reasons = interval.start, interval.end, [interval.reason]
    lead = re.search(r"(\w+) $", sentence.text[max(0, case.found.start - 12) : case.found.start])
    if lead and lead[1].lower() in case.words.since and case.published and begin < case.published:
        start -= len(lead[0])
        stop = max(stop, case.published)
        reasons.append("since")
    elif (told := _since(sentence, case)) is not None and begin < told:
        stop = max(stop, told)
        reasons.append("since")
    if "since" in reasons and _RECORD.search(sentence.text[: case.found.start]):
        reasons.append(RECORD)
    if case.direction:
        reasons.append(case.direction)
    if case.written is not None and case.found.reading in _FROM_WRITING:
        reasons.append("written the day before publication")
    return TimeRef(
        span=reading.span(start, end),
        start=begin,
        end=stop,
        granularity=interval.granularity,
        relative=interval.relative,
        reasons=tuple(reasons),
    )
