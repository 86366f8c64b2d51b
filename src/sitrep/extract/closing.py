"""Who says it at the end of a headline: "Two killed in strike, says Kyiv", "Truce near, army says".

A parser made for whole sentences takes the short words before the comma for the one who speaks.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from sitrep.extract.extents import extents, meet, shared, size
from sitrep.extract.frames import Frame, heads
from sitrep.extract.reading import ReadSentence
from sitrep.vocabulary.reporting import Reporting

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_IN_A_NAME = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "NUM", "PART", "PROPN"})
_NAMING = frozenset({"NOUN", "PROPN"})
_STOPS = (".", "!", "?", "”", '"')
"""What ends a whole sentence; a headline has none."""
MOST_WORDS = 8
"""Words after the comma, the reporting one included; what is longer is a clause."""
_WHOLE = 0.6
"""Share of the words before the comma that a frame must have as content to be left as it is."""


def with_closing(
    frames: Sequence[Frame], sentences: Sequence[ReadSentence], words: Reporting
) -> list[Frame]:
    """Return `frames` with who says it at the end of a headline put right where they miss that."""
    closing = [
        frame
        for number, sentence in enumerate(sentences)
        if (frame := _closing(number, sentence, words)) is not None
    ]
    missed = [frame for frame in closing if not any(_holds(other, frame) for other in frames)]
    cues = [frame.cue for frame in missed]
    kept = [frame for frame in frames if not any(meet(frame.cue, cue) for cue in cues)]
    return sorted([*kept, *missed], key=lambda frame: frame.cue)


def _closing(number: int, sentence: ReadSentence, words: Reporting) -> Frame | None:
    doc = sentence.doc
    if doc is None or sentence.text.rstrip().endswith(_STOPS):
        return None
    commas = [token.i for token in doc if token.text == ","]
    if len(commas) != 1 or commas[0] < 2:
        return None
    told, tail = list(doc[: commas[0]]), list(doc[commas[0] + 1 :])
    verb = _verb(tail, words)
    if verb is None:
        return None
    source = [token for token in tail if token is not verb]
    return Frame(
        sentence=number,
        word=words.verbs[verb.lemma_.lower()],
        verb=verb,
        cue=extents([verb], sentence.start)[0],
        source=extents(source, sentence.start)[0],
        source_head=_head(source),
        said=heads(told),
        content=tuple(extents(told, sentence.start)),
    )


def _verb(tail: Sequence[Token], words: Reporting) -> Token | None:
    """Return the reporting word that opens or ends `tail`, if all else there is a phrase."""
    if not 2 <= len(tail) <= MOST_WORDS:
        return None
    for verb, rest in ((tail[0], tail[1:]), (tail[-1], tail[:-1])):
        lemma = verb.lemma_.lower()
        speaks = verb.tag_ in _FINITE and lemma in words.core and lemma in words.verbs
        if speaks and rest[0].pos_ != "ADP" and all(t.pos_ in _IN_A_NAME for t in rest):
            return verb if any(t.pos_ in _NAMING for t in rest) else None
    return None


def _head(source: Sequence[Token]) -> Token:
    inside = set(source)
    tops = [token for token in source if token.head not in inside or token.head == token]
    return next((t for t in (*tops, *source) if t.pos_ in _NAMING), source[0])


def _holds(frame: Frame, closing: Frame) -> bool:
    """Tell whether `frame` has the source of `closing` and most of its content."""
    if frame.source is None or closing.source is None or not meet(frame.source, closing.source):
        return False
    return shared(frame.content, closing.content) >= _WHOLE * size(closing.content)
