"""Group: what a publisher prints on article after article is furniture, not news."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from sitrep.lineage.wording import RUN_WORDS, Hashes, Marks, Wording, words
from sitrep.model.documents import Article

REPEATED = 3
"""A run of five words in so many reports of one publisher is a teaser, a legal line or standing
background. Copies of one report (same title, or same words) count as one."""

REPEATED_SHARE = 0.01
"""For a publisher with many reports: in this share of them. Below it a repeated run is a story that
is told on and on."""

Title = tuple[str, ...]


def repeated(wordings: Sequence[Wording], titles: Mapping[str, Title]) -> Hashes:
    """Return the sorted runs that are furniture among the reports of one publisher."""
    distinct = _distinct(wordings, titles)
    least = max(REPEATED, round(REPEATED_SHARE * len(distinct)))
    if len(distinct) < least:
        return np.zeros(0, dtype=np.uint64)
    everything = np.concatenate([np.unique(item.runs) for item in distinct])
    values, counts = np.unique(everything, return_counts=True)
    return values[counts >= least]


def _distinct(wordings: Iterable[Wording], titles: Mapping[str, Title]) -> list[Wording]:
    """Return one wording for each title and each text."""
    seen: set[Title] = set()
    kept = []
    for item in sorted(wordings, key=lambda item: item.article_id):
        keys = {titles[item.article_id], ("", *item.tokens)}
        if len(item.tokens) and seen.isdisjoint(keys):
            kept.append(item)
        seen |= keys
    return kept


def title_of(article: Article) -> Title:
    """Return the words of the title, by which copies of one report are told."""
    return tuple(words(article.title)) or (article.id,)


def furnished(item: Wording, furniture: Hashes) -> Marks:
    """Return which of the words stand in a run that is furniture."""
    marks = np.zeros(len(item.tokens), dtype=np.bool_)
    if not len(furniture) or not len(item.runs):
        return marks
    hits = np.isin(item.runs, furniture, assume_unique=False)
    for offset in range(min(RUN_WORDS, len(marks))):
        marks[offset : offset + len(hits)] |= hits
    return marks
