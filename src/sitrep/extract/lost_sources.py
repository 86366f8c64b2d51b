"""Sources that the parse lost: the name directly before a reporting verb without a subject."""

from collections.abc import Sequence
from dataclasses import replace

from sitrep.extract.frames import Frame
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import ReadSentence
from sitrep.model.extraction import Mention

_FINITE = frozenset({"VBD", "VBZ"})


def with_name_before(frame: Frame, sentence: ReadSentence, mentions: Sequence[Mention]) -> Frame:
    """Return `frame` with the name that ends where its verb begins as its source, if it has none.

    "…, Committee Chairman Ivan Orlov said." leaves a parser without a subject now and then.
    """
    if frame.source is not None or frame.verb.tag_ not in _FINITE or sentence.doc is None:
        return frame
    verb = sentence.start + frame.verb.idx
    mention = next((m for m in mentions if m.span.end == verb - 1 and m.kind != "demonym"), None)
    if mention is None or mention.span.start < sentence.start or frame.cue[0] != verb:
        return frame
    head = sentence.doc[frame.verb.i - 1]
    source = (mention.span.start, mention.span.end)
    content = tuple(piece for extent in frame.content for piece in without(extent, source))
    return replace(frame, source=source, source_head=head, content=content)


def without(extent: Extent, cut: Extent) -> list[Extent]:
    """Return what is left of `extent` without `cut`."""
    if cut[1] <= extent[0] or extent[1] <= cut[0]:
        return [extent]
    pieces = [(extent[0], cut[0] - 1), (cut[1], extent[1])]
    return [(start, end) for start, end in pieces if end - start > 1]
