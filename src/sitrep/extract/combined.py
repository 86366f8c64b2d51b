"""The frames of the tagger and those of the rules together."""

from collections.abc import Sequence
from dataclasses import replace

from sitrep.extract.extents import meet, shared, size
from sitrep.extract.frames import Frame
from sitrep.extract.learned import Learned
from sitrep.extract.lost_sources import without
from sitrep.extract.quotes import Extent
from sitrep.vocabulary.reporting import Reporting

_NAMING = frozenset({"NOUN", "PROPN"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp"})
_CUT_SHORT = 0.6
"""Share of a clause that the tagger must have marked of it; with less it lost its thread."""
_WIDEST_GAP = 400
"""Characters that two pieces of a content may leave between them and still be one."""


def combined(
    found: Learned, ruled: Sequence[Frame], quotes: Sequence[Extent], words: Reporting
) -> list[Frame]:
    """Return the learned frames with those that only the rules give, in text order.

    PolNeAR gives each word to one attribution alone, so the tagger learnt to leave out statements
    within statements: those come from the rules. So do the statements that it let go, and findings
    and thoughts where it has doubts: a party's claim in the outlet's voice is the worse mistake.
    """
    learned = [frame for frame in found.frames if not _doubtful(frame, found.frames)]
    added = [
        frame
        for frame in ruled
        if frame.content
        and not any(meet(frame.cue, other.cue) for other in learned)
        and not any(meet(frame.cue, quote) for quote in quotes)
        and _adds(frame, learned, found.possible, words)
    ]
    cues = [frame.cue for frame in learned]
    own = [_own_source(frame, learned, ruled) for frame in learned]
    mended = [_mended(frame, ruled, cues, words) for frame in own]
    return sorted([*mended, *added], key=lambda frame: frame.cue)


def _doubtful(frame: Frame, learned: Sequence[Frame]) -> bool:
    """Tell whether `frame` stands in what a surer one says, and words nobody else's statement.

    PolNeAR gives each word to one attribution alone, so that of two the surer is more often right;
    of the others those stay that somebody else says in a clause.
    """
    outer = [
        other
        for other in learned
        if other is not frame and any(meet(frame.cue, extent) for extent in other.content)
    ]
    if all(other.score <= frame.score for other in outer):
        return False
    head, word = frame.source_head, frame.word
    if head is None or head.pos_ not in _NAMING or frame.verb.pos_ == "NOUN":
        return True
    stated = word.manner == "speech" and "clause" in word.takes
    clause = any(token.dep_ in _CLAUSES for token in frame.said)
    return not (stated and clause and all(other.source != frame.source for other in outer))


def _own_source(frame: Frame, learned: Sequence[Frame], ruled: Sequence[Frame]) -> Frame:
    """Return `frame` with the speaker of its own where it took that of the statement around it.

    "A reported that B said that …": B said it, whom the rules find before the word.
    """
    told = _told(frame, ruled)
    if told is None or told.source is None or frame.source is None:
        return frame
    if told.source_head is None or told.source_head.pos_ not in _NAMING:
        return frame
    for outer in learned:
        within = any(start <= frame.cue[0] < end for start, end in outer.content)
        inside = any(start <= told.source[0] < end for start, end in outer.content)
        if outer.source == frame.source and within and inside:
            return replace(frame, source=told.source, source_head=told.source_head)
    return frame


def _mended(
    frame: Frame, ruled: Sequence[Frame], cues: Sequence[Extent], words: Reporting
) -> Frame:
    """Return `frame` with a source, and its content whole; the rules say how its word reports."""
    whole = _without_holes(frame, cues)
    told = _told(frame, ruled)
    if told is None:
        return whole
    whole = replace(whole, word=told.word, verb=told.verb, said=told.said)
    if whole.source is None and told.source is not None:
        kept = [piece for extent in whole.content for piece in without(extent, told.source)]
        if kept:
            source, head = told.source, told.source_head
            whole = replace(whole, source=source, source_head=head, content=tuple(kept))
    if "clause" not in told.word.takes or told.word.manner != "speech":
        return whole
    if told.verb.lemma_.lower() not in words.core:
        return whole
    known, common = size(whole.content), shared(whole.content, told.content)
    inside = known and (common >= 0.9 * known or not common)
    short = known < _CUT_SHORT * size(told.content)
    return replace(whole, content=told.content) if inside and short else whole


def _told(frame: Frame, ruled: Sequence[Frame]) -> Frame | None:
    """Return the frame that the rules give for the same word, None where they give none."""
    return next((rule for rule in ruled if meet(rule.cue, frame.cue)), None)


def _without_holes(frame: Frame, cues: Sequence[Extent]) -> Frame:
    """Return `frame` with the pieces of its content joined where no cue and no source parts them.

    In PolNeAR's training part, cue or source stand in 94 % of the gaps within a content.
    """
    pieces: list[Extent] = []
    for start, end in sorted(frame.content):
        last = pieces[-1][1] if pieces else start
        parting = any(part and last <= part[0] < start for part in (*cues, frame.source))
        if pieces and not parting and start - last < _WIDEST_GAP:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return replace(frame, content=tuple(pieces))


def _adds(
    frame: Frame, learned: Sequence[Frame], possible: Sequence[Extent], words: Reporting
) -> bool:
    outer = [o for o in learned if any(meet(frame.cue, extent) for extent in o.content)]
    if not outer:
        bare = frame.word.manner == "attitude" and frame.source is None
        stated = frame.word.manner == "speech"
        return stated or (not bare and any(meet(frame.cue, extent) for extent in possible))
    if frame.verb.pos_ == "NOUN" and any(frame.verb.head == o.verb for o in outer):
        return True  # "repeated his denial that…": the noun says what is done
    if frame.source is None or "clause" not in frame.word.takes:
        return False
    return frame.word.manner != "evidence" and _another(frame, outer, words)


def _another(frame: Frame, outer: Sequence[Frame], words: Reporting) -> bool:
    """Tell whether somebody else may say it: a noun, or a pronoun with a name before it.

    Of a noun only the plainest words of speech count; PolNeAR calls most others false.
    """
    head = frame.source_head
    if head is None:
        return False
    if head.pos_ in _NAMING:
        return frame.verb.lemma_.lower() in words.core
    between = [
        token
        for other in outer
        if other.verb.doc is head.doc
        for token in head.doc[other.verb.i + 1 : head.i]
    ]
    return any(token.pos_ == "PROPN" for token in between)
