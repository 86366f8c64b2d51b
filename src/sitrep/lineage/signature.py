"""Map: an article to the signature by which its copies are found."""

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import xxhash
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from rensa import RMinHash

from sitrep.model.documents import Article

SHINGLE_WORDS = 5
"""Words in a shingle: the usual width for news copies (Broder 1997 and later practice use 4-10)."""

WINDOW = 16
"""Shingles in a winnowing window: a shared run of WINDOW + SHINGLE_WORDS - 1 = 20 words is always
found (Schleimer, Wilkerson and Aiken, SIGMOD 2003)."""

PERMUTATIONS = 64
BANDS = 16
"""16 bands of 4 rows: a pair of Jaccard 0.5 becomes a candidate with probability 0.64, of 0.7 with
0.99; winnowing finds the others."""

OWN_WORDS = 12
"""Words outside quotations from which a text is compared by its own words alone."""

MINHASH_SEED = 20250521
_MIX = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"[^\W_]+(?:[.,’'][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”]{12,1500}”|«[^«»]{12,1500}»|„[^„“”]{12,1500}[“”]|\"[^\"]{12,1500}\"")

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What of an article is compared.

    `shingles` are the sorted hashes of its runs of five words outside quotations (of all words when
    there is little else: two reporters who quote one speech are no copies of each other); `blocks`
    the keys under which it is a candidate; `exact` the hash of all its words, None without words.
    """

    article_id: str
    words: int
    exact: int | None
    shingles: Hashes
    blocks: tuple[int, ...]


def body(article: Article) -> str:
    """Return the article's body sentences joined by spaces, without furniture and datelines."""
    if not article.sentences:
        return article.text
    return " ".join(
        article.text[sentence.start : sentence.end]
        for sentence in article.sentences
        if sentence.kind == "body"
    )


def words(text: str) -> list[str]:
    """Return the words of `text`, casefolded, in Unicode form NFKC."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def shingles(tokens: list[str]) -> Hashes:
    """Return the hash of each run of five words, in text order; one for a shorter text."""
    hashes = np.fromiter((_hash(token) for token in tokens), dtype=np.uint64, count=len(tokens))
    width = min(SHINGLE_WORDS, len(hashes))
    if not width:
        return hashes
    runs = np.zeros(len(hashes) - width + 1, dtype=np.uint64)
    for offset in range(width):
        runs = runs * _MIX + hashes[offset : offset + len(runs)]
        runs ^= runs >> np.uint64(29)
    return runs


def signature(article: Article) -> Signature:
    """Return the signature of `article`; it depends on nothing else."""
    text = body(article)
    tokens = words(text)
    own = words(_QUOTED.sub(" ", text))
    runs = shingles(own if len(own) >= OWN_WORDS else tokens)
    distinct = np.unique(runs)
    exact = _hash(" ".join(tokens)) if tokens else None
    return Signature(
        article_id=article.id,
        words=len(tokens),
        exact=exact,
        shingles=distinct,
        blocks=_blocks(runs, distinct, exact),
    )


def _hash(text: str) -> int:
    return xxhash.xxh3_64_intdigest(text.encode("utf-8", "surrogatepass"))


def _blocks(runs: Hashes, distinct: Hashes, exact: int | None) -> tuple[int, ...]:
    if exact is None:
        return ()
    keys = {exact, *_winnow(runs)}
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=MINHASH_SEED)
    sketch.update([value.tobytes() for value in distinct])
    rows = np.asarray(sketch.digest(), dtype=np.uint32).reshape(BANDS, -1)
    keys.update(xxhash.xxh3_64_intdigest(row.tobytes(), seed=band) for band, row in enumerate(rows))
    return tuple(sorted(keys))


def _winnow(runs: Hashes) -> list[int]:
    if len(runs) <= WINDOW:
        return [int(runs.min())]
    minima: list[int] = np.unique(sliding_window_view(runs, WINDOW).min(axis=1)).tolist()
    return minima
