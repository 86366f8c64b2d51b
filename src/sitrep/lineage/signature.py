"""Map: the signature of a wording, by which its copies are found."""

from dataclasses import dataclass

import numpy as np
import xxhash
from numpy.lib.stride_tricks import sliding_window_view
from rensa import RMinHash

from sitrep.lineage.wording import RUN_WORDS, Hashes, Marks, Wording, hash_of, runs

WINDOW = 8
"""Runs in a winnowing window: a shared passage of WINDOW + RUN_WORDS - 1 = 12 words is always found
(Schleimer, Wilkerson and Aiken, SIGMOD 2003)."""

PERMUTATIONS = 64
BANDS = 16
"""16 bands of 4 rows: a pair of Jaccard 0.6 becomes a candidate with probability 0.89, of 0.7 with
0.99; winnowing finds the others."""

OWN_WORDS = 12
"""Words outside quotations from which a text is compared by its own words alone."""

MINHASH_SEED = 20250521


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What of an article is compared.

    `words` counts its words without furniture, and `exact` is the hash of them all, None without
    words. `shingles` are the sorted hashes of its runs of five words outside quotations (of all
    words where there is little else): two reporters who quote one speech are no copies of each
    other. `blocks` are the keys under which it is a candidate.
    """

    article_id: str
    words: int
    exact: int | None
    shingles: Hashes
    blocks: Hashes


def signature(item: Wording, furniture: Marks) -> Signature:
    """Return the signature of `item` without the words that `furniture` marks."""
    news = ~furniture
    own = news & ~item.quoted
    compared = own if own.sum() >= OWN_WORDS else news
    kept = _runs(item, compared)
    distinct = np.unique(kept)
    tokens = [token for token, is_news in zip(item.tokens, news, strict=True) if is_news]
    exact = hash_of(" ".join(tokens)) if tokens else None
    return Signature(
        article_id=item.article_id,
        words=len(tokens),
        exact=exact,
        shingles=distinct,
        blocks=_blocks(kept, distinct, exact),
    )


def _runs(item: Wording, kept: Marks) -> Hashes:
    """Return the runs of five words that all stand in `kept`, in text order."""
    if kept.sum() < 2 * RUN_WORDS:
        return runs([token for token, is_kept in zip(item.tokens, kept, strict=True) if is_kept])
    whole = sliding_window_view(kept, RUN_WORDS).all(axis=1)
    return item.runs[whole]


def _blocks(kept: Hashes, distinct: Hashes, exact: int | None) -> Hashes:
    """Return the keys, sorted: of the whole text, of its winnowed runs, of its bands."""
    if exact is None:
        return np.zeros(0, np.uint64)
    parts = [np.array([exact], np.uint64)]
    if len(kept):
        parts.append(_winnowed(kept))
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=MINHASH_SEED)
        sketch.update([value.tobytes() for value in distinct])
        rows = np.asarray(sketch.digest(), dtype=np.uint32).reshape(BANDS, -1)
        bands = [xxhash.xxh3_64_intdigest(row.tobytes(), seed=at) for at, row in enumerate(rows)]
        parts.append(np.array(bands, np.uint64))
    return np.unique(np.concatenate(parts))


def _winnowed(kept: Hashes) -> Hashes:
    if len(kept) <= WINDOW:
        return np.asarray(kept.min(keepdims=True), np.uint64)
    return np.asarray(sliding_window_view(kept, WINDOW).min(axis=1), np.uint64)
