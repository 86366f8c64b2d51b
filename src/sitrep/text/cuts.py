"""Spans that are page furniture whatever stands around them."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from sitrep.text.bylines import Byline
from sitrep.text.liveblog import find_stamps
from sitrep.vocabulary.furniture import Trace

HEAD_CHARS = 4_000
"""A header ends within so many characters, however long the text is."""
CREDIT_CHARS = 120
"""A photo credit in parentheses is at most so long to either side of the words that show it."""
MOST_CAPITALS = 22
"""Spaces in the longest headline in capitals that was seen in the 759 articles of 21 May 2025."""

_MARKERS = frozenset({"sentences", "teasers", "contacts", "paywalls", "machines"})
_CAPITALS = re.compile(
    r"(?<![\w’'])"
    r"(?:[‘'“\"]?[A-Z0-9$][A-Z0-9’'&$%.,:;/\"”-]*[ \xa0]+){3,}"
    r"[‘'“\"]?[A-Z0-9’'&%.-]*[A-Z0-9](?!['’]?\w)[’'”\",:?!]*"
)
_ALONE = re.compile(r"[ \xa0](?:A|I|[^A-Za-z]+)$")
_LONG_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")

Span: TypeAlias = tuple[int, int]


def cut_out(text: str, traces: Sequence[Trace], byline: Byline | None) -> list[Span]:
    """Return disjoint spans in order: headers, footers, phrases, credits, byline, stamps."""
    middle = len(text) // 2
    spans = [(byline.start, byline.end)] if byline else []
    spans += _capitals(text)
    spans += find_stamps(text)
    for trace in traces:
        span = _span(text, trace)
        if span is None or trace.use in _MARKERS:
            continue
        if trace.use == "footers":
            span = (trace.start, len(text)) if trace.start >= middle else (0, 0)
        elif trace.use == "headers":
            span = (0, span[1]) if trace.end <= min(middle, HEAD_CHARS) else (0, 0)
        spans.append(span)
    return _united(spans)


def _span(text: str, trace: Trace) -> Span | None:
    """Return what the entry of `trace` covers, None where its pattern does not hold."""
    if trace.pattern is not None:
        match = trace.pattern.match(text, trace.start)
        return match.span() if match else None
    return parentheses(text, trace) if trace.use == "credits" else (trace.start, trace.end)


def parentheses(text: str, trace: Trace) -> Span | None:
    """Return the parentheses around a photo credit, None where there are none near by."""
    opening = text.rfind("(", max(0, trace.start - CREDIT_CHARS), trace.start + 1)
    closing = text.find(")", trace.end, trace.end + CREDIT_CHARS)
    if opening < 0 or closing < 0 or ")" in text[opening : trace.start]:
        return None
    return opening, closing + 1


def _capitals(text: str) -> list[Span]:
    """Return runs of at least four words in capitals: links to other reports amid the text."""
    if text.upper() == text:
        return []
    found = []
    for match in _CAPITALS.finditer(text):
        run = _ALONE.sub("", match.group())
        # A post quoted in capitals stands in quotation marks, goes on at length or ends in a stop.
        quoted = match.group()[0] in '“"' or run[-1] in ',.!”"' or run.count(" ") > MOST_CAPITALS
        if not quoted and len(_LONG_CAPITALS.findall(run)) >= 3:
            found.append((match.start(), match.start() + len(run)))
    return found


def _united(spans: list[Span]) -> list[Span]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        elif end > start:
            united.append((start, end))
    return united
