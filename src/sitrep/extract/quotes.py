"""Stretches between quotation marks, over a whole article, across sentence ends."""

import re
from collections.abc import Sequence

from sitrep.extract.reading import ReadSentence

Extent = tuple[int, int]
LONGEST_QUOTE = 2_500
"""Characters; a mark left open so long was never closed, and what follows is not a quotation."""

_MARK = re.compile(r"''|``|[\"“”«»„]|(?<![\w’'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_OPENING = frozenset("“«„‘") | {"``"}
_CLOSING = frozenset("”»’")


def find_quotes(text: str, sentences: Sequence[ReadSentence]) -> list[Extent]:
    """Return the quoted stretches [start, end) with their marks, in text order, none nested.

    Only `sentences` are read. A paragraph that opens a quotation anew while one is open goes on
    with it, as newspapers do; single marks count only where no double one is open.
    """
    found: list[Extent] = []
    start: int | None = None
    opener = ""
    last_end = 0
    for sentence in sentences:
        for match in _MARK.finditer(text, sentence.start, sentence.end):
            mark = match[0]
            if start is not None and match.start() - start > LONGEST_QUOTE:
                start = None
            if start is None:
                if _opens(text, match):
                    start, opener = match.start(), mark
            elif _reopens(text, match, last_end):
                found.append((start, last_end))
                start, opener = match.start(), mark
            elif _closes(text, match, opener):
                found.append((start, match.end()))
                start = None
        last_end = sentence.end
        if start is not None and opener in {"‘", "'"}:
            start = None
    return found


def _opens(text: str, match: re.Match[str]) -> bool:
    mark = match[0]
    if mark in _CLOSING:
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if mark in _OPENING:
        return True
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()


def _closes(text: str, match: re.Match[str], opener: str) -> bool:
    mark = match[0]
    single = opener in {"‘", "'"}
    if (mark in {"’", "'", "‘"}) != single:
        return False
    if mark in _OPENING - {"“"}:
        return False
    return not text[match.start() - 1 : match.start()].isspace() or mark in _CLOSING


def _reopens(text: str, match: re.Match[str], last_end: int) -> bool:
    """Tell whether an opening mark begins a paragraph while a quotation is open."""
    between = text[last_end : match.start()]
    return last_end > 0 and "\n" in between and not between.strip() and _opens(text, match)
