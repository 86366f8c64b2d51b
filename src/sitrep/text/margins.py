"""Furniture that shows by where it stands: captions, notes on the author, teasers at the end."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sitrep.model.documents import SentenceKind
from sitrep.text.bylines import Byline

NOTE_SENTENCES = 5
"""A note on the author at the end has at most so many sentences after its first."""
LEAST_TEASERS = 3
"""Fewer sentences on other matters in a row may be a report's own last words."""
MOST_TEASERS = 6
CLIP_SENTENCES = 4
"""A page that shows a clip has a caption of at most so many sentences, then a list of other clips.
Nine such pages were read by hand: one to four."""
TEASER_OVERLAP = 0.34
"""Share of a teaser's content words that the report also uses, at most. Calibrated on BBC pages of
21 May 2025: of 238 teasers 75 % lie below, of 370 last sentences of reports 48 %, but seldom three
in a row."""
TEASER_WORDS = range(7, 41)

_NOTE = re.compile(
    r"^[A-Z][\w.'’-]+(?: (?:&|[A-Z][\w.'’-]+)){1,6},? "
    r"(?:is|was|has been) (?:an?|the|[A-Z]\w+['’]s) (?:[\w-]+,? (?:and )?){0,5}"
    r"(?:writer|reporter|correspondent|editor|assistant|journalist|columnist|producer|contributor)"
    r"\b"
)
_WORK = re.compile(
    r"\b(?:is|was|has been) (?:an?|the|[A-Z]\w+['’]s) (?:[\w-]+,? (?:and )?){0,5}"
    r"(?:writer|reporter|correspondent|editor|journalist|columnist|producer|anchor|host)\b"
)
_LIFE = re.compile(r"^(?:She|He|They|Her|His|Before|Previously|Prior|Born|An?)\b")
_DOING = re.compile(r"(?:is|was|covers?|reports?|reported|writes|has|have|and)\b")
_LEANING = re.compile(
    r"^(?:[\"“‘']|(?:He|She|They|It|We|I|His|Her|Their|Its|But|And|So|Or|Yet|This|That|These|Those|"
    r"There|Here|Now|Then|However|Meanwhile|Also|Still|Instead|Since|In|On|At|As|If|While|After|"
    r"Before|According|Earlier|Later|Last)\b)"
)
_SAID = re.compile(r"[”\"]|\b(?:said|added|told|according to)\b")
_CONTENT = re.compile(r"[^\W\d_][\w’'-]{3,}|\b[A-Z]{2,3}\b")
_STEM = 6
"""Letters compared: "Israel" and "Israeli", "deport" and "deporting" are one word."""


class Piece(NamedTuple):
    """A stretch `text[start:end]` and what it is."""

    start: int
    end: int
    kind: SentenceKind


def with_captions(pieces: list[Piece], credited: Sequence[int]) -> list[Piece]:
    """Mark the sentence that ends right before a photo credit; `credited` are the credits' places.

    `pieces` are all sentences of a text in order; so is the result.
    """
    marked = list(pieces)
    for number, piece in enumerate(pieces[1:], start=1):
        if piece.kind == "furniture" and _holds(piece, credited):
            before = pieces[number - 1]
            if before.kind == "body" and piece.start - before.end <= 2:
                marked[number - 1] = before._replace(kind="furniture")
    return marked


def _holds(piece: Piece, places: Sequence[int]) -> bool:
    """Tell whether one of the ascending `places` lies in `piece`."""
    following = bisect_left(places, piece.start)
    return following < len(places) and places[following] < piece.end


def with_notes(text: str, pieces: list[Piece], byline: Byline | None) -> list[Piece]:
    """Mark notes on the author: on a name of the byline, and one at the end with what follows."""
    marked = list(pieces)
    bodies = [number for number, piece in enumerate(pieces) if piece.kind == "body"]
    for place, number in enumerate(bodies):
        piece = pieces[number]
        sentence = text[piece.start : piece.end]
        last = len(bodies) - place - 1 <= NOTE_SENTENCES and piece.start > len(text) // 2
        if last and _NOTE.match(sentence):
            for later in bodies[place:]:
                marked[later] = pieces[later]._replace(kind="furniture")
            break
        if byline and _is_of_author(sentence, byline):
            marked[number] = piece._replace(kind="furniture")
    return marked


def with_contacts(text: str, pieces: list[Piece], contacts: Sequence[int]) -> list[Piece]:
    """Mark the life of an author that ends in how to reach her; `contacts` are those lines' places.

    The sentences before such a line belong to it back to the one that names her work.
    """
    marked = list(pieces)
    for number, piece in enumerate(pieces):
        if not _holds(piece, contacts):
            continue
        run = []
        for before in range(number - 1, max(-1, number - 2 - NOTE_SENTENCES), -1):
            run.append(before)
            sentence = text[pieces[before].start : pieces[before].end]
            if _WORK.search(sentence):
                for told in run:
                    marked[told] = pieces[told]._replace(kind="furniture")
                break
            if not _LIFE.match(sentence):
                break
    return marked


def _is_of_author(sentence: str, byline: Byline) -> bool:
    """Tell whether a sentence says what an author of the byline does ("Ann Lee covers trade.")."""
    names = (name for name in byline.names if sentence.startswith(name))
    return any(_DOING.match(sentence[len(name) :].lstrip(", ")) for name in names)


def with_clips(pieces: list[Piece]) -> list[Piece]:
    """Mark all sentences of a page that shows a clip but those of its caption."""
    bodies = [number for number, piece in enumerate(pieces) if piece.kind == "body"]
    marked = list(pieces)
    for number in bodies[CLIP_SENTENCES:]:
        marked[number] = pieces[number]._replace(kind="furniture")
    return marked


def with_teasers(text: str, title: str, pieces: list[Piece]) -> list[Piece]:
    """Mark the run of sentences on other matters that stands between a report and a footer.

    Such a run has at least three sentences; each stands by itself, quotes nobody, leans on nothing
    before it and shares few words with the report. Call it for pages that have such a footer.
    """
    bodies = [number for number, piece in enumerate(pieces) if piece.kind == "body"]
    tail = bodies[-MOST_TEASERS:]
    run: list[int] = []
    for number in reversed(tail):
        start, end, _ = pieces[number]
        if not _stands_alone(text[start:end]):
            break
        run.append(number)
    report = content_stems(f"{title} {text[: pieces[run[-1]].start]}") if run else set()
    while run and _shared(text, pieces[run[-1]], report) > TEASER_OVERLAP:
        run.pop()
    if len(run) < LEAST_TEASERS:
        return pieces
    return [
        piece._replace(kind="furniture") if number in set(run) else piece
        for number, piece in enumerate(pieces)
    ]


def _stands_alone(sentence: str) -> bool:
    words = sentence.count(" ") + 1
    return words in TEASER_WORDS and not _LEANING.match(sentence) and not _SAID.search(sentence)


def content_stems(words: str) -> set[str]:
    """Return the beginnings of the longer words and abbreviations of `words`, in lower case."""
    return {word[:_STEM].lower() for word in _CONTENT.findall(words)}


def _shared(text: str, piece: Piece, report: set[str]) -> float:
    own = content_stems(text[piece.start : piece.end])
    return len(own & report) / len(own) if own else 1.0
