"""Expressions of time in a report, as intervals: English, Russian, Ukrainian."""

import re
from collections.abc import Callable
from datetime import UTC

from sitrep.extract import times_dates, times_periods, times_relative
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times_calendar import Interval
from sitrep.extract.times_case import Case
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
    "year": times_periods.year,
    "years": times_periods.years,
}
_CAPITALISED = frozenset({"month", "month_b", "weekday", "weekday_b", "weekday_x"})


def find_times(reading: Reading) -> tuple[TimeRef, ...]:
    """Return the times in the sentences of `reading`, in text order.

    Times are resolved against `article.published_at` in UTC; without it only those that need no
    anchor are returned. "since Friday" runs up to the publication.
    """
    forms = time_forms(reading.article.language)
    if forms is None:
        return ()
    found: list[TimeRef] = []
    for sentence in reading.sentences:
        found.extend(_in_sentence(reading, sentence, forms))
    return tuple(found)


def _in_sentence(reading: Reading, sentence: ReadSentence, forms: TimeForms) -> list[TimeRef]:
    times: list[TimeRef] = []
    published = reading.article.published_at
    published = published.astimezone(UTC) if published else None
    for found in forms.find(sentence.text):
        if not _plausible(found, reading.article.language, forms.words):
            continue
        ahead = forms.ahead(sentence.text, found.start, found.end)
        case = Case(found=found, words=forms.words, published=published, ahead=ahead)
        interval = _READINGS[found.reading](case)
        if interval is None:
            continue
        times.append(_reference(reading, sentence, case, interval))
    return times


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
        if word is not None and not word[0][0].isupper():
            return False
    return True


def _reference(reading: Reading, sentence: ReadSentence, case: Case, interval: Interval) -> TimeRef:
    start, end = sentence.start + case.found.start, sentence.start + case.found.end
    begin, stop, reasons = interval.start, interval.end, [interval.reason]
    lead = re.search(r"(\w+) $", sentence.text[max(0, case.found.start - 12) : case.found.start])
    if lead and lead[1].lower() in case.words.since and case.published and begin < case.published:
        start -= len(lead[0])
        stop = max(stop, case.published)
        reasons.append("since")
    if case.ahead:
        reasons.append("ahead")
    return TimeRef(
        span=reading.span(start, end),
        start=begin,
        end=stop,
        granularity=interval.granularity,
        relative=interval.relative,
        reasons=tuple(reasons),
    )
