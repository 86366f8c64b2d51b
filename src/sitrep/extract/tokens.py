"""The parsed sentences of an article as arrays over all their tokens."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, LENGTH, TAG
from spacy.tokens import Doc, Token

from sitrep.extract.quotes import Extent
from sitrep.extract.reading import Reading

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Hashes = NDArray[np.uint64]
VECTOR = 96
"""Numbers in a token's vector of the English model."""
_INSIDE, _OPENS, _CLOSES = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """All parsed tokens of one article in text order; every array has one row a token.

    `forms` are the words as written. `lemma`, `tag` and `dep` are spaCy's 64-bit hashes of the
    strings. `head`, `left` and `right` are rows: the head (a root is its own) and the ends of the
    subtree. `case` is 0 for lower case, 1 for a capital, 2 for capitals alone, 3 for a number, 4
    for other signs. `quoted` is 0 outside quotation marks, 1 inside, 2 and 3 where they open and
    close. `sentence` is the position among the sentences of the article; `start` and `end` are code
    points. `vector` is the parser's own reading of the token in its surroundings.
    """

    words: tuple[Token, ...]
    forms: tuple[str, ...]
    lemma: Hashes
    tag: Hashes
    dep: Hashes
    head: Ints
    left: Ints
    right: Ints
    case: Ints
    quoted: Ints
    sentence: Ints
    start: Ints
    end: Ints
    vector: Floats

    def __len__(self) -> int:
        return len(self.head)


def tabulate(reading: Reading, quotes: Sequence[Extent]) -> Tokens:
    """Return the tokens of all parsed sentences of `reading`; `quotes` are its quoted stretches."""
    parsed = [(n, s.start, s.doc) for n, s in enumerate(reading.sentences) if s.doc]
    docs = [doc for _, _, doc in parsed]
    words = tuple(token for doc in docs for token in doc)
    forms = tuple(token.text for token in words)
    sizes = [len(doc) for doc in docs]
    table = np.concatenate([_columns(doc) for doc in docs]) if docs else np.zeros((0, 5), np.uint64)
    offsets = np.repeat(np.array([start for _, start, _ in parsed], np.int64), sizes)
    start = np.array([token.idx for token in words], np.int64) + offsets
    end = start + table[:, 3].astype(np.int64)
    head = np.arange(len(words)) + table[:, 4].astype(np.int64)
    left, right = _edges(head)
    return Tokens(
        words=words,
        forms=forms,
        lemma=table[:, 0],
        tag=table[:, 1],
        dep=table[:, 2],
        head=head,
        left=left,
        right=right,
        case=np.array([_case(form) for form in forms], np.int64),
        quoted=_quoted(start, end, quotes),
        sentence=np.repeat(np.array([n for n, _, _ in parsed], np.int64), sizes),
        start=start,
        end=end,
        vector=np.concatenate([np.zeros((0, VECTOR), np.float32), *map(_vectors, docs)]),
    )


def _columns(doc: Doc) -> Hashes:
    return np.asarray(doc.to_array([LEMMA, TAG, DEP, LENGTH, HEAD]), np.uint64)


def _vectors(doc: Doc) -> Floats:
    """Return the vectors of a parse; of one made by hand, which has none, zeros."""
    if doc.tensor.shape != (len(doc), VECTOR):
        return np.zeros((len(doc), VECTOR), np.float32)
    return np.asarray(doc.tensor, np.float32)


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word[0].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 3 if word[0].isdigit() else 4


def _edges(head: Ints) -> tuple[Ints, Ints]:
    """Return the first and last row of the subtree of each token.

    Each round looks twice as far up, so that even a chain of 100,000 words takes 17 rounds.
    """
    left, right = np.arange(len(head)), np.arange(len(head))
    above = head
    while True:
        np.minimum.at(left, above, left.copy())
        np.maximum.at(right, above, right.copy())
        further = above[above]
        if np.array_equal(further, above):
            return left, right
        above = further


def _quoted(start: Ints, end: Ints, quotes: Sequence[Extent]) -> Ints:
    flags = np.zeros(len(start), np.int64)
    for first, last in quotes:
        row = int(np.searchsorted(start, first))
        after = int(np.searchsorted(end, last, side="right"))
        if row < after:
            flags[row:after] = _INSIDE
            flags[row], flags[after - 1] = _OPENS, _CLOSES
    return flags
