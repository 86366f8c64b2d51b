"""Phrases before a source («за словами X») and what they leave of a Slavic sentence."""

import re
from collections.abc import Mapping, Sequence

from sitrep.extract.reading import ReadSentence
from sitrep.extract.slavic_sources import Extent
from sitrep.vocabulary.slavic import SlavicReporting, SlavicWords

_OUTER = '«»“”„" \n\t\xa0,:;.!?…—–-'


def trimmed(read: ReadSentence, start: int, end: int) -> tuple[Extent, ...]:
    """Return [start, end) of a sentence in the article, without marks at its ends."""
    text = read.text
    start, end = max(0, start), min(end, len(text))
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        end -= 1
    return ((start + read.start, end + read.start),) if end > start else ()


def without(read: ReadSentence, cut: Extent, lists: SlavicWords) -> tuple[Extent, ...]:
    """Return what a sentence holds besides `cut`, the phrase with its source."""
    if not read.text[: cut[0]].strip(_OUTER):
        found = trimmed(read, cut[1], len(read.text))
    elif read.text[cut[0] - 2 : cut[0]].strip() in {",", "—", "–"}:
        found = (*trimmed(read, 0, cut[0]), *trimmed(read, cut[1], len(read.text)))
    else:
        found = trimmed(read, cut[1], len(read.text)) or trimmed(read, 0, cut[0])
    return tuple(_after_opener(read, extent, lists) for extent in found)


def _after_opener(read: ReadSentence, extent: Extent, lists: SlavicWords) -> Extent:
    """Return `extent` without a main clause that only reports: "видання пише, що …"."""
    text = read.text[extent[0] - read.start : extent[1] - read.start]
    opener = re.match(rf"^[^,]{{1,40}}, (?:{'|'.join(sorted(lists.clause))}) ", text)
    return (extent[0] + opener.end(), extent[1]) if opener else extent


def phrases(
    groups: Sequence[SlavicReporting],
) -> Mapping[str, tuple[re.Pattern[str], SlavicReporting]]:
    """Return each phrase with its pattern and how it reports."""
    return {
        phrase: (re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE), group)
        for group in groups
        for phrase in group.words
    }


def matches(
    phrases: Mapping[str, tuple[re.Pattern[str], SlavicReporting]], text: str
) -> list[tuple[re.Match[str], SlavicReporting]]:
    """Return where the phrases stand in `text`, the longest of several at a place."""
    found = [
        (match, group) for pattern, group in phrases.values() for match in pattern.finditer(text)
    ]
    found.sort(key=lambda one: (one[0].start(), -one[0].end()))
    kept: list[tuple[re.Match[str], SlavicReporting]] = []
    for match, group in found:
        if not kept or match.start() >= kept[-1][0].end():
            kept.append((match, group))
    return kept
