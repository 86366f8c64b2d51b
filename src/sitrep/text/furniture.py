"""Which parts of a text are the page's, not the report's."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitrep.language import sentences as language_sentences
from sitrep.model.documents import Sentence, SentenceKind
from sitrep.text.bylines import Byline, find_byline
from sitrep.text.cuts import Span, cut_out
from sitrep.text.datelines import Dateline, find_dateline
from sitrep.text.disguise import disguised
from sitrep.text.margins import (
    Piece,
    with_captions,
    with_clips,
    with_contacts,
    with_notes,
    with_teasers,
)
from sitrep.text.orders import orders, with_orders
from sitrep.vocabulary.furniture import Trace, furniture

MOST_WORDS = 60
"""A longer sentence is a report's own, whatever it mentions."""
DATELINE_CHARS = 1_500
"""A dateline begins within so many characters."""
LIST_WORDS = 40
"""A run of headlines without stops is at least so long."""
LIST_DENSITY = 25
"""Words for each headline in such a run; in prose, capitals after a small word are far rarer."""

_BLOCK = re.compile(r"[^\S\n]{3,}|\t+|\n\s*\n")
_WORD = re.compile(r"\w")
_HEADLINE_OPENERS = re.compile(
    r"(?<=[a-z0-9’'] )"
    r"(?:The|In|At|How|What|Why|An?|On|For|From|Is|Are|With|After|As|When|Who|Where)\b"
)


class Marked(NamedTuple):
    """The sentences of a text in order, with its dateline and byline where it has them."""

    sentences: tuple[Sentence, ...]
    dateline: Dateline | None
    byline: Byline | None
    paywalled: bool
    disguised: tuple[str, ...] = ()
    """Why sentences were left out that do not read as they look, each reason once."""
    orders: tuple[Span, ...] = ()
    """Stretches that order a reading machine about; they are left out."""


def mark(text: str, title: str, language: str, *, clip: bool = False) -> Marked:
    """Return the sentences of `text`, each with its kind. `language` is BCP 47.

    `clip` says that the page shows a video: its text is a caption and a list of other clips.
    Every character that is no white space stands in exactly one sentence.
    """
    traces = furniture().traces(text)
    byline = find_byline(text)
    cut = [Piece(start, end, "furniture") for start, end in cut_out(text, traces, byline)]
    dateline = _dateline(text, cut, language)
    if dateline:
        cut = sorted([*cut, Piece(dateline.start, dateline.end, "dateline")])
    pieces = _pieces(text, cut, traces, language)
    credited = [trace.start for trace in traces if trace.use == "credits"]
    pieces = with_captions(pieces, credited)
    pieces = with_notes(text, pieces, byline)
    contacts = [trace.start for trace in traces if trace.use == "contacts"]
    pieces = with_contacts(text, pieces, contacts)
    if any(trace.use == "teasers" for trace in traces):
        pieces = with_clips(pieces) if clip else with_teasers(text, title, pieces)
    masks = [disguised(text[piece.start : piece.end], language) for piece in pieces]
    pieces = [
        piece._replace(kind="furniture") if mask else piece
        for piece, mask in zip(pieces, masks, strict=True)
    ]
    told = orders(text, traces)
    pieces = with_orders(pieces, told)
    sentences = (Sentence(start=piece.start, end=piece.end, kind=piece.kind) for piece in pieces)
    reasons = tuple(dict.fromkeys(mask for mask in masks if mask))
    paywalled = _paywalled(text, traces)
    return Marked(tuple(sentences), dateline, byline, paywalled, reasons, tuple(told))


def _paywalled(text: str, traces: Sequence[Trace]) -> bool:
    return any(trace.use == "paywalls" and trace.start > len(text) // 2 for trace in traces)


def _pieces(text: str, cut: Sequence[Piece], traces: Sequence[Trace], language: str) -> list[Piece]:
    """Return the sentences of `text` with the kind that each has by its own words."""
    telling = [trace for trace in traces if trace.use == "sentences"]
    pieces = []
    for piece in _stretches(text, cut):
        if piece.kind == "body":
            pieces += [
                Piece(start, end, _kind(text, start, end, telling))
                for start, end in _split(text, piece.start, piece.end, language)
            ]
        else:
            pieces += _trimmed(text, piece)
    return pieces


def _dateline(text: str, cut: Sequence[Piece], language: str) -> Dateline | None:
    """Return the first dateline that opens a stretch, block or sentence near the beginning."""
    for piece in _stretches(text, cut):
        if piece.start > DATELINE_CHARS:
            return None
        if piece.kind != "body":
            continue
        last = min(piece.end, DATELINE_CHARS)
        for start, _ in _split(text, piece.start, last, language):
            before = text[piece.start : start]
            first = not before.strip() or "\n" in before[len(before.rstrip()) :]
            dateline = find_dateline(text, start, first=first)
            if dateline and dateline.end < piece.end:
                return dateline
    return None


def _stretches(text: str, cut: Sequence[Piece]) -> Iterator[Piece]:
    """Yield all of `text` in order: the pieces that are cut out, and body between them."""
    position = 0
    for piece in cut:
        if position < piece.start:
            yield Piece(position, piece.start, "body")
        yield piece
        position = piece.end
    if position < len(text):
        yield Piece(position, len(text), "body")


def _split(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]`; wide gaps part blocks of a flattened page."""
    position = start
    gaps = [match.span() for match in _BLOCK.finditer(text, start, end)]
    for gap in [*gaps, (end, end)]:
        block = text[position : gap[0]]
        for first, last in language_sentences.split(block, language):
            yield position + first, position + last
        position = gap[1]


def _trimmed(text: str, piece: Piece) -> list[Piece]:
    inner = text[piece.start : piece.end]
    start = piece.start + len(inner) - len(inner.lstrip())
    end = piece.start + len(inner.rstrip())
    return [Piece(start, end, piece.kind)] if start < end else []


def _kind(text: str, start: int, end: int, traces: Sequence[Trace]) -> SentenceKind:
    """Return whether the sentence `text[start:end]` is the report's or the page's."""
    sentence = text[start:end]
    if not _WORD.search(sentence):
        return "furniture"
    words = sentence.count(" ") + 1
    if words >= LIST_WORDS and len(_HEADLINE_OPENERS.findall(sentence)) * LIST_DENSITY >= words:
        return "furniture"
    if words > MOST_WORDS:
        return "body"
    position = bisect_left(traces, start, key=lambda trace: trace.start)
    for trace in traces[position:]:
        if trace.start >= end:
            break
        if trace.pattern is None or trace.pattern.search(sentence):
            return "furniture"
    return "body"
