"""Sentence offsets in running news text, with or without line breaks; linear time."""

import re
from collections.abc import Iterator

from sitrep.language.abbreviations import Abbreviations, abbreviations

LONGEST = 2_000
"""Characters; a longer run (a table, a list without stops) is cut at a white space."""
_SHORT_LINE = 60
"""A line shorter than this that the next line does not continue is a heading or list item."""

_CLOSERS = "\"'”’»“)\\]›*_"
_OPENERS = "\"'“„«‘(\\[‹*_"
_BOUNDARY = re.compile(
    rf"(?P<stop>[.!?…。]{{1,8}})(?P<close>[{_CLOSERS}]{{0,4}}(?:\s{{1,3}}[*_]{{2,4}}(?=\s))?)(?P<gap>\s+)"
    rf"(?=[{_OPENERS}]{{0,5}}(?P<next>[^\W_]|[-–—#@$€£•▪▫◽◾►❗⚡➡✅💥🔹🔸]))"
    rf"|(?P<glued>(?<=[^\W\d_]{{3}})[.!?][{_CLOSERS}]{{0,2}})(?=[{_OPENERS}]{{0,2}}[A-ZА-ЯІЇЄҐ][\w’']*\s)"
    r"|(?P<newline>[^\S\n]*\n\s*)"
)
_WORD_BEFORE = re.compile(r"[^\s\"“”«»„‘(\[]{1,24}$")
_ON_X = re.compile(r"\b(?:on|to|via) X$")
"""The service, not somebody's initial."""
_NEXT_WORD = re.compile(rf"[{_OPENERS}]{{0,3}}(\w+)")
_DASHES = frozenset("-–—")
_SMALL_BEHIND = re.compile(r"[-–—]\s+[a-zа-яёіїєґ]")
_BULLET = re.compile(r"[-–—•*·▪►]\s|\d{1,2}[.)]\s")


def split(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Return the [start, end) of each sentence of `text`, in code points and in order.

    Sentences carry no white space at their ends and never overlap; together they hold every
    other character. `language` (BCP 47) chooses the abbreviations.
    """
    known = abbreviations(language)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        cut = _cut(text, match, start, known)
        if cut is None:
            continue
        spans.extend(_pieces(text, start, cut, known))
        start = cut
    spans.extend(_pieces(text, start, len(text), known))
    return spans


def _pieces(text: str, start: int, end: int, known: Abbreviations) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]`, more than one where stops between them are lost."""
    for gap in known.unstopped.finditer(text, start, end) if known.unstopped else ():
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, end)


def _cut(text: str, match: re.Match[str], start: int, known: Abbreviations) -> int | None:
    """Return where the sentence that began at `start` ends, or None if it goes on."""
    if match["newline"] is not None:
        return match.end() if _line_ends(text, match, start) else None
    if match["glued"] is not None:
        return match.end()
    cut = match.end("close")
    following = match["next"]
    if following.islower() or _goes_on(text, match):
        # "Yahoo! said" and "...and so on": a small letter never opens a sentence.
        return None
    if "\n" in match["gap"]:
        return cut
    if match["stop"] != "." or match["close"]:
        return cut
    return None if _abbreviated(text, match, known) else cut


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether a dash goes on with who says it: "– Where to? – he asked."."""
    return match["next"] in _DASHES and _SMALL_BEHIND.match(text, match.end("gap")) is not None


def _abbreviated(text: str, match: re.Match[str], known: Abbreviations) -> bool:
    """Tell whether the single stop of `match` belongs to an abbreviation or an initial."""
    stop = match.start("stop")
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before[0]
    lower = word.lower()
    following = match["next"]
    if lower in known.always:
        return True
    if lower in known.before_number:
        return following.isdigit()
    if len(word) == 1 and word.isupper():
        at_end = len(match["gap"]) > 1 or _ON_X.search(text, 0, stop) is not None
        return following.isupper() and word != "I" and not (word == "X" and at_end)
    dotted = "." in word and all(len(part) == 1 for part in word.split(".") if part)
    if lower in known.maybe or (dotted and word[0].isalpha()):
        opener = _NEXT_WORD.match(text, match.end("gap"))
        return opener is None or opener[1].lower() not in known.openers
    return False


def _line_ends(text: str, match: re.Match[str], start: int) -> bool:
    """Tell whether a line break ends a sentence: blank lines, short lines, stops, list items do."""
    gap = match["newline"]
    if gap.count("\n") > 1 or match.end() >= len(text):
        return True
    following = text[match.end()]
    if following.islower() or following in ",;)":
        return False
    line_start = max(start, text.rfind("\n", start, match.start()) + 1)
    before = text[match.start() - 1 : match.start()]
    if before in '.!?…:”"»':
        return True
    return match.start() - line_start < _SHORT_LINE or bool(_BULLET.match(text, match.end()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield `text[start:end]` without outer white space, cut at LONGEST characters."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        limit = start + LONGEST
        cut = max(
            (text.rfind(space, start + 1, limit + 1) for space in (" ", "\n", "\t")), default=-1
        )
        cut = limit if cut <= start else cut
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield start, stop
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end
