"""The stamps of a live blog: who wrote a paragraph, and when, in front of it."""

import re

from sitrep.text.stamps import month_in

_NAME = r"[^\W\d_a-zа-яёіїєґ][\w’'\-]{1,20}(?: [^\W\d_a-zа-яёіїєґ][\w’'.\-]{0,20}){1,3}"
_WORD = r"[^\W\d_]{2,12}\.?"
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?+)?+(?:\s(?:[A-Z]{2,5}|(?:GMT|UTC)[+-]\d{1,2})\b)?+"
_DATE = rf"(?:{_WORD},?\s)?(?:\d{{1,2}}\s{_WORD},?\s20\d\d|{_WORD}\s\d{{1,2}},?\s20\d\d)"
_MOMENT = rf"(?:(?P<date>{_DATE}),?\s(?:at\s)?{_CLOCK}|{_CLOCK},?\s(?P<day>{_DATE}))"
_SIGNED = re.compile(
    # 09:41 Ann Lee | Wednesday 12 March 2025 17:16 GMT
    rf"(?:\b\d{{1,2}}[:.]\d\d\s)?\b{_NAME}(?:(?:, | and | & ){_NAME}){{0,2}}\s?\|\s?{_MOMENT}"
)
_BARE = re.compile(
    # Updated 12 March 2025, 17:16 GMT · 5:16 p.m. ET, March 12, 2025
    rf"(?:\A|(?<=\n)|(?<=[.!?”\"’)]\s))(?:{_WORD}\s(?:at\s|on\s)?)?{_MOMENT}"
    r"(?=\s*\Z|\s*\n|\s+[“\"‘'«]?[^\W\d_a-zа-яёіїєґ])"
)


def find_stamps(text: str) -> list[tuple[int, int]]:
    """Return the spans of live-blog stamps in `text`, without the words that follow them.

    A stamp names a day with its year and a time of day. It stands behind a name and an upright bar,
    or opens a line or sentence and is followed by a capital: a report that begins with its full
    date and clock goes on in the same sentence.
    """
    patterns = (_SIGNED, _BARE) if "|" in text else (_BARE,)
    found = (match for pattern in patterns for match in pattern.finditer(text))
    return [match.span() for match in found if month_in(match["date"] or match["day"])]
