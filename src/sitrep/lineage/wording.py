"""Map: the words of an article's body with their places, and the runs of five they make."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

import numpy as np
import xxhash
from numpy.typing import NDArray

from sitrep.model.documents import Article, Sentence

RUN_WORDS = 5
"""Words in a run (a shingle): the usual width for news copies, 4 to 10 in practice."""

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_WORD = re.compile(r"[^\W_]+(?:[.,’'][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”]{12,1500}”|«[^«»]{12,1500}»|„[^„“”]{12,1500}[“”]|\"[^\"]{12,1500}\"")

Hashes = NDArray[np.uint64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of an article's body, in order.

    `tokens[i]` stands at `text[starts[i]:...]` of the article, casefolded; `quoted[i]` says whether
    it stands in quotation marks. `runs[i]` is the hash of the five words from i on (of all words of
    a shorter text: one run), so there are `len(tokens) - 4` of them.
    """

    article_id: str
    tokens: tuple[str, ...]
    starts: NDArray[np.int32]
    quoted: Marks
    runs: Hashes


def body(article: Article) -> tuple[Sentence, ...]:
    """Return the article's body sentences; the whole text where none are marked."""
    if not article.sentences:
        return (Sentence(start=0, end=len(article.text)),)
    return tuple(sentence for sentence in article.sentences if sentence.kind == "body")


def words(text: str) -> list[str]:
    """Return the words of `text`, casefolded, in Unicode form NFKC."""
    return [_normal(match[0]) for match in _WORD.finditer(text)]


def wording(article: Article) -> Wording:
    """Return the wording of `article`; it depends on nothing else."""
    text = article.text
    found = [
        match for part in body(article) for match in _WORD.finditer(text, part.start, part.end)
    ]
    tokens = tuple(_normal(match[0]) for match in found)
    starts = np.fromiter((match.start() for match in found), np.int32, count=len(found))
    return Wording(
        article_id=article.id,
        tokens=tokens,
        starts=starts,
        quoted=_quoted(text, starts),
        runs=runs(tokens),
    )


def runs(tokens: Sequence[str]) -> Hashes:
    """Return the hash of each run of five words, in text order; one for a shorter text."""
    hashes = np.fromiter((hash_of(token) for token in tokens), np.uint64, count=len(tokens))
    width = min(RUN_WORDS, len(hashes))
    mixed = np.zeros(len(hashes) - width + 1 if width else 0, dtype=np.uint64)
    for offset in range(width):
        mixed = mixed * _MIX + hashes[offset : offset + len(mixed)]
        mixed ^= mixed >> _SHIFT
    return mixed


def hash_of(text: str) -> int:
    """Return the 64-bit hash of `text`, the same on every machine."""
    return xxhash.xxh3_64_intdigest(text.encode("utf-8", "surrogatepass"))


def _normal(word: str) -> str:
    """Return the form compared; equal words are one object, which is most of a corpus's memory."""
    if word.isascii():
        return intern(word.lower())
    return intern(unicodedata.normalize("NFKC", word).casefold().replace("’", "'"))


def _quoted(text: str, starts: NDArray[np.int32]) -> Marks:
    marks = np.zeros(len(starts), dtype=np.bool_)
    for match in _QUOTED.finditer(text):
        marks[np.searchsorted(starts, match.start()) : np.searchsorted(starts, match.end())] = True
    return marks
