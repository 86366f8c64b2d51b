"""Which parts of a text are the page's, not the report's."""

import re
from collections.abc import Iterator

from sitrep.language import sentences as language_sentences
from sitrep.model.documents import Sentence, SentenceKind
from sitrep.text.datelines import Dateline, find_dateline
from sitrep.vocabulary.furniture import Furniture, furniture

MOST_WORDS = 60
"""A longer sentence is a report's own, whatever it mentions."""
HEAD_SHARE = 1 / 3
"""Part of a text in which a header ends; footers begin after it."""
HEAD_CHARS = 1_500
"""A header ends within so many characters, however long the text is."""

_BLOCK = re.compile(r"[^\S\n]{3,}|\t+|\n\s*\n")
_WORD = re.compile(r"\w")

Spans = list[tuple[int, int]]


def mark(text: str, language: str) -> tuple[tuple[Sentence, ...], Dateline | None]:
    """Return the sentences of `text` in order, each with its kind, and the dateline.

    Every character that is no white space stands in exactly one sentence. `language` is BCP 47.
    """
    words = furniture()
    cut = _cut_out(text, words)
    marked: list[Sentence] = []
    dateline: Dateline | None = None
    begun = False
    for start, end, taken in _stretches(text, cut):
        if taken:
            marked += _trimmed(text, start, end)
            continue
        for first, last in _split(text, start, end, language):
            kind = _kind(text[first:last], words)
            if kind == "body" and not begun:
                begun = True
                dateline = find_dateline(text, first)
                if dateline and dateline.end < last:
                    marked.append(Sentence(start=first, end=dateline.end, kind="dateline"))
                    first = _skip_space(text, dateline.end, last)
                else:
                    dateline = None
            marked.append(Sentence(start=first, end=last, kind=kind))
    return tuple(marked), dateline


def is_paywalled(text: str) -> bool:
    """Tell whether the end of `text` says that the rest is for subscribers."""
    return bool(furniture().paywalls.search(text, max(0, len(text) - 4_000)))


def _cut_out(text: str, words: Furniture) -> Spans:
    """Return the disjoint spans in order that are furniture whatever stands around them."""
    third = int(len(text) * HEAD_SHARE)
    spans = [match.span() for match in words.phrases.finditer(text)]
    head = [match.end() for match in words.headers.finditer(text, 0, min(third, HEAD_CHARS))]
    if head:
        spans.append((0, max(head)))
    footer = words.footers.search(text, third)
    if footer:
        spans.append((footer.start(), len(text)))
    return _united(spans)


def _united(spans: Spans) -> Spans:
    united: Spans = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        elif end > start:
            united.append((start, end))
    return united


def _stretches(text: str, cut: Spans) -> Iterator[tuple[int, int, bool]]:
    """Yield all of `text` as stretches (start, end, whether furniture) in order."""
    position = 0
    for start, end in cut:
        if position < start:
            yield position, start, False
        yield start, end, True
        position = end
    if position < len(text):
        yield position, len(text), False


def _split(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of `text[start:end]`; wide gaps part blocks of a flattened page."""
    position = start
    for gap in [*(match.span() for match in _BLOCK.finditer(text, start, end)), (end, end)]:
        block = text[position : gap[0]]
        for first, last in language_sentences.split(block, language):
            yield position + first, position + last
        position = gap[1]


def _trimmed(text: str, start: int, end: int) -> list[Sentence]:
    first = _skip_space(text, start, end)
    last = start + len(text[start:end].rstrip())
    return [Sentence(start=first, end=last, kind="furniture")] if first < last else []


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _kind(sentence: str, words: Furniture) -> SentenceKind:
    if not _WORD.search(sentence):
        return "furniture"
    if sentence.count(" ") >= MOST_WORDS:
        return "body"
    return "furniture" if words.sentences.search(sentence) else "body"
