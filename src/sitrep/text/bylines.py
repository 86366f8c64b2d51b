"""Bylines in the running text of a flattened page: "By Ann Lee and Bo Ek Reporting from Kyiv"."""

import re
from typing import NamedTuple

HEAD_CHARS = 1_500
"""A byline stands within so many characters of the beginning."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŽČŠ][\w’'\-]+"
_NAME = rf"{_CAPITAL}(?: (?:[A-Z]\.|de|van|von|der|den|al|el|bin|{_CAPITAL}))* {_CAPITAL}"
_BYLINE = re.compile(
    rf"(?:(?<=upported by )|(?<![\w,] ))\bBy (?P<names>{_NAME}(?:(?:, | and |, and ){_NAME})*)"
)
_PHOTOGRAPHS = re.compile(rf" (?:Photographs|Visuals|Graphics|Video) by (?P<name>{_NAME})")
_REPORTING = re.compile(rf" Reporting from (?:the )?(?P<place>{_CAPITAL}(?:,? {_CAPITAL})*)")
_PART = re.compile(r", and | and |, ")


class Byline(NamedTuple):
    """`text[start:end]` is a byline that names `names`."""

    start: int
    end: int
    names: tuple[str, ...]


def find_byline(text: str) -> Byline | None:
    """Return the byline in the head of `text`, None without one.

    In a flattened page the first words of the report follow a name without a mark ("By Ann Lee
    Three ministers met"): a name goes on only while its longer form comes again later, as in the
    note on the author; else it has two words.
    """
    match = _BYLINE.search(text, 0, HEAD_CHARS)
    if match is None or (match.start() > 0 and not _opens(text, match.start())):
        return None
    rest = text[match.end() :]
    names = _PART.split(match["names"])
    last = _name(names[-1], rest)
    end = match.end() - len(names[-1]) + len(last)
    photographs = _PHOTOGRAPHS.match(text, end)
    if photographs:
        end = photographs.start("name") + len(_name(photographs["name"], rest))
    reporting = _REPORTING.match(text, end)
    if reporting:
        end = reporting.start("place") + len(_place(reporting["place"], rest))
    return Byline(match.start(), end, (*names[:-1], last))


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence or block may begin at `start`."""
    before = text[:start].rstrip()
    return (
        not before
        or before[-1] in ".!?”\"’'»)"
        or text[start - 1 : start] == "\n"
        or before.endswith("upported by")
    )


def _name(written: str, rest: str) -> str:
    """Return the part of `written` that is the name, by whether it comes again in `rest`."""
    words = written.split(" ")
    for count in range(len(words), 2, -1):
        longer = " ".join(words[:count])
        if longer in rest:
            return longer
    least = 3 if len(words) > 2 and (words[1].endswith(".") or words[1].islower()) else 2
    return " ".join(words[:least])


def _place(written: str, rest: str) -> str:
    """Return the part of `written` that is the place: what comes again, else one word a part."""
    parts = []
    for part in written.split(", ")[:2]:
        words = part.split(" ")
        longer = (" ".join(words[:count]) for count in (3, 2) if count <= len(words))
        # The words after the place are in `rest` too: only a second time counts.
        parts.append(next((name for name in longer if rest.count(name) > 1), words[0]))
        if parts[-1] != part:
            break
    return ", ".join(parts)
