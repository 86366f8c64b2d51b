"""The dateline with which a report begins: place, day and agency."""

import re
from typing import NamedTuple

from sitrep.text.stamps import month_in

REACH = 160
"""Characters within which a dateline ends."""

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_LETTER = "A-Za-zÀ-ÿА-Яа-яЁёІіЇїЄєҐґ"
_PLACE = rf"[{_UPPER}][\w’'.\-]*(?:[ /,]{{1,2}}[{_UPPER}(][\w’'.\-)]*){{0,6}}"
_MONTH = rf"\b[{_LETTER}]{{3,10}}\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_DASH = "(?:--|[–—‒-])"
_WORD = rf"[{_UPPER}][{_UPPER}’'.]*(?:-[{_UPPER}’']+)*"
_TOWN = rf"{_WORD}(?: {_WORD}){{0,3}}"
_TOWNS = rf"(?=[{_UPPER}]{{3}}|[{_UPPER}.]+ [{_UPPER}]{{3}}){_TOWN}(?:\s?/\s?{_TOWN}){{0,2}}"
"""Towns in capitals: "KHAN YOUNIS/BEIRUT", "ST. PETERSBURG"."""
_HOLDER = r"(?:,\s[A-Z][\w.]{1,15}(?:\s[A-Z][\w.]{1,15})?)?"
_OPENS = rf"(?=[\"“‘'«(]?[{_UPPER}\d])"
"""What a sentence begins with."""
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # MOSCOW, May 21. /TASS/.
        rf"(?:{_PLACE},?\s*)?(?P<day>{_DAY})\.?,?\s*/[^/\n]{{2,40}}/\.?\s*(?:{_DASH}\s*)?",
        # JERUSALEM, May 21 (Xinhua) -- · KYIV (Reuters) - · (AP) --
        rf"(?:{_PLACE},?\s*)?(?:(?P<day>{_DAY})\.?,?\s*)?\([{_UPPER}][^()\n]{{1,40}}\)\s*{_DASH}+\s*",
        # МОСКВА, 21 мая - РИА Новости. · КИЇВ, 21 травня – Укрінформ.
        rf"{_PLACE},?\s*(?P<day>{_DAY})\.?\s*{_DASH}+\s*[{_UPPER}][\w-]{{2,20}}(?:\s[{_UPPER}][\w-]{{2,20}})?\.\s*",
        # OSAKA -- · DETROIT —
        (
            rf"[{_UPPER}][{_UPPER}’'.\- ]{{2,30}}(?:,\s[A-Z][\w.]{{1,15}})?(?:,\s(?P<day>{_DAY}))?"
            r"\s*(?:--|[–—])\s+"
        ),
        # КИЇВ, 24 квітня (Укрінформ). · KYIV (Reuters).
        rf"{_TOWNS}{_HOLDER}(?:,\s(?P<day>{_DAY}))?\s*\([{_UPPER}][^()\n]{{1,40}}\)\.\s+{_OPENS}",
    )
)
_BARE = tuple(
    re.compile(pattern)
    for pattern in (
        # GAZA CITY - · KHAN YOUNIS/BEIRUT - · KYIV, Ukraine, May 21 -
        rf"{_TOWNS}{_HOLDER}(?:,\s(?P<day>{_DAY}))?\s+-\s+{_OPENS}",
        # PRETORIA. · МОСКВА.
        rf"{_TOWNS}\.\s+{_OPENS}",
    )
)
"""Datelines with nothing but the place; only the first words of a report or block are one."""
_LEAST = 4
"""Letters of a place in a bare dateline: "UAE - ", "NATO. " may open a headline or a sentence."""


class Dateline(NamedTuple):
    """`text[start:end]` is a dateline; `month` and `day` when it names a day."""

    start: int
    end: int
    month: int | None = None
    day: int | None = None


def find_dateline(text: str, start: int, *, first: bool = True) -> Dateline | None:
    """Return the dateline that stands at `start`, None where there is none.

    `first`: the words at `start` are the first of a report or block; elsewhere a dateline must name
    a day, an agency or be set off by a long dash.
    """
    window = text[start : start + REACH]
    for pattern in (*_PATTERNS, *(_BARE if first else ())):
        match = pattern.match(window)
        if match is None or match.end() == len(text) - start:
            continue
        if pattern in _BARE and sum(map(str.isalpha, match.group())) < _LEAST:
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
