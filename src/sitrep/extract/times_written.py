"""The day on which a report was written: newswire style names it.

A report out on Wednesday that tells Tuesday's news as the latest was written on Tuesday: its
"overnight" is the night before. Words that set Tuesday apart from the day of writing ("late
Tuesday", "yesterday") or any Wednesday in it show that it was not.
"""

import re
from collections.abc import Sequence
from datetime import date

from sitrep.extract.times_calendar import DAY
from sitrep.model.extraction import TimeRef

LEAD = 4
"""Sentences in which newswire names the day of its news."""
_NAMED = frozenset({"weekday", "date", "deictic"})
_LATE = re.compile(r"(?:late|evening|night|yesterday|вечер|ноч|вчера|учора|ніч)", re.IGNORECASE)

_BESIDE = 8
"""Characters before a day in which "late on" stands."""


def day_written(published: date, times: Sequence[TimeRef], text: str, lead_end: int) -> date:
    """Return the day from which "today" counts: `published` or the day before it.

    `times` are the weekdays and dates of the report's `text`, as resolved from `published`; those
    that begin before `lead_end` (code points) are in its first sentences.
    """
    before = published - DAY
    lead_names_it = False
    for time in times:
        if "ahead" in time.reasons or "since" in time.reasons:
            continue
        if time.reasons[0] in _NAMED and _LATE.search(
            text[max(0, time.span.start - _BESIDE) : time.span.end]
        ):
            return published
        if time.reasons[0] not in {"weekday", "date"} or (time.end - time.start) != DAY:
            continue
        day = time.start.date()
        if day == published:
            return published
        if day == before and time.span.start < lead_end:
            lead_names_it = True
    return before if lead_names_it else published
