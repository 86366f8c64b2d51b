"""The dateline with which a report begins: place, day and agency."""

import re
from typing import NamedTuple

from sitrep.text.stamps import month_in

REACH = 160
"""Characters within which a dateline ends."""

_PLACE = r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'.\-]*(?:[ /,]{1,2}[A-ZÀ-ÞА-ЯЁІЇЄҐ(][\w’'.\-)]*){0,6}"
_DAY = r"(?:[A-Za-zА-Яа-яЁёІіЇїЄєҐґ]{3,10}\.?\s\d{1,2}|\d{1,2}\s[A-Za-zА-Яа-яЁёІіЇїЄєҐґ]{3,10}\.?)(?:,?\s\d{4})?"
_DASH = r"(?:--|[–—‒-])"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_PLACE},?\s*)?(?P<day>{_DAY})\.?,?\s*/[^/\n]{{2,40}}/\.?\s*(?:{_DASH}\s*)?",
        rf"(?:{_PLACE},?\s*)?(?:(?P<day>{_DAY})\.?,?\s*)?\([A-Z][^()\n]{{1,40}}\)\s*{_DASH}+\s*",
        rf"(?:{_PLACE}),?\s*(?P<day>{_DAY})\.?\s*{_DASH}+\s*[A-ZА-Я][\w-]{{2,20}}\.\s*",
        rf"[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ’'.\- ]{{2,30}}(?:,\s[A-Z][\w.]{{1,15}})?(?:,\s(?P<day>{_DAY}))?\s*(?:--|[–—])\s+",
    )
)


class Dateline(NamedTuple):
    """`text[start:end]` is a dateline; `month` and `day` when it names a day."""

    start: int
    end: int
    month: int | None = None
    day: int | None = None


def find_dateline(text: str, start: int) -> Dateline | None:
    """Return the dateline that stands at `start`, None where there is none."""
    window = text[start : start + REACH]
    for pattern in _PATTERNS:
        match = pattern.match(window)
        if match is None or match.end() == len(text) - start:
            continue
        end = start + len(match.group().rstrip())
        return Dateline(start, end, *_month_and_day(match.groupdict().get("day")))
    return None


def _month_and_day(written: str | None) -> tuple[int | None, int | None]:
    month = month_in(written) if written else None
    number = re.search(r"\d{1,2}", written) if written else None
    if month is None or number is None or not 1 <= int(number.group()) <= 31:
        return None, None
    return month[0], int(number.group())
