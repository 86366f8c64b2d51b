"""Group: how much two articles tell the same story."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.features import Features

Places = NDArray[np.intp]
Scores = NDArray[np.float64]
Seconds = NDArray[np.float64]
Cosines = NDArray[np.floating]

MEANING = 0.4
"""What the encoder's cosine adds to the cosine of terms: 0.3 to 0.7 score alike on the gold."""

ACROSS = 0.7
"""What the encoder's cosine counts for between languages, where terms cannot agree. On the gold the
German and English pairs above 0.58 are all of one story; 0.7 x 0.58 is the threshold."""

ACROSS_WIRE = 0.9
"""The same where both carry one agency: a translation is likelier than a second event."""

ACROSS_FIGURE = 0.05
ACROSS_FIGURES = 3
"""What each figure adds that two languages share, up to so many: digits need no translation. The
gold has no such pair; "74 of 117" in English and Ukrainian is the case in the sample reports."""

FRESH_DAYS = 3.0
STALE_DAYS = 14.0
STALE = 0.7
"""Between three and fourteen days apart the likeness falls to 0.7 of itself: a raid like last
week's is another raid. The gold spans two days, so this is judgement, not measurement."""

OTHER_FIGURES = 2
OTHER_HOURS = 12.0
OTHER_EVENT = 0.4
"""Two reports with two figures or more each, none shared, half a day or more apart, are much less
likely one story: last night's raid is told in the words of the night before. The gold is too
short to tell (it stays as it is to the fourth digit)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What likeness asks of articles besides terms and meaning, one place for each of them.

    `languages` are numbers of languages without their region, 0 where unknown; `seconds` the times
    of publication, not a number where there is none; `figures` and `wires` as in `Features`.
    """

    languages: NDArray[np.int32]
    seconds: Seconds
    figures: Sequence[frozenset[str]]
    counts: NDArray[np.int32]
    wires: Sequence[frozenset[str]]

    @classmethod
    def of(cls, items: Sequence[Features]) -> Self:
        """Return the facts of `items`, in their order."""
        names = [item.language for item in items]
        known = {"und": 0}
        codes = {n: known.setdefault(n.partition("-")[0], len(known)) for n in dict.fromkeys(names)}
        dates = [item.published_at for item in items]
        figures = [item.figures for item in items]
        return cls(
            languages=np.array([codes[name] for name in names], np.int32),
            seconds=np.array([when.timestamp() if when else math.nan for when in dates]),
            figures=figures,
            counts=np.array([len(found) for found in figures], np.int32),
            wires=[item.wires for item in items],
        )

    def foreign(self, left: Places, right: Places) -> NDArray[np.bool_]:
        """Return which pairs of places are of two known languages: their terms tell nothing."""
        first, second = self.languages[left], self.languages[right]
        found: NDArray[np.bool_] = (first != second) & (first > 0) & (second > 0)
        return found


def judged(
    facts: Facts, left: Places, right: Places, *, terms: Cosines, meaning: Cosines
) -> Scores:
    """Return how likely each pair of articles tells one story, from 0 to about 1.4.

    `left` and `right` are their places in `facts`, `terms` the cosines of their weighted terms,
    `meaning` those of what they encode.
    """
    alike = np.maximum(meaning, 0.0).astype(np.float64)
    foreign = facts.foreign(left, right)
    scores: Scores = terms + MEANING * alike
    if foreign.any():
        scores[foreign] = _across(facts, left[foreign], right[foreign], alike[foreign])
    days = np.abs(facts.seconds[left] - facts.seconds[right]) / 86_400
    days[np.isnan(days)] = 0.0
    stale = (days - FRESH_DAYS) / (STALE_DAYS - FRESH_DAYS)
    scores *= 1.0 - np.minimum(np.maximum(stale, 0.0), 1.0) * (1.0 - STALE)
    scores[_other_figures(facts, left, right, days)] *= OTHER_EVENT
    return scores


def _across(facts: Facts, left: Places, right: Places, alike: Scores) -> Scores:
    """Return the likeness of articles in two languages, whatever their times."""
    figures, wires = facts.figures, facts.wires
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    shared = np.array([len(figures[a] & figures[b]) for a, b in pairs], np.float64)
    one_wire = np.array([not wires[a].isdisjoint(wires[b]) for a, b in pairs], np.bool_)
    weight = np.where(one_wire, ACROSS_WIRE, ACROSS)
    scores: Scores = weight * alike + ACROSS_FIGURE * np.minimum(shared, ACROSS_FIGURES)
    return scores


def _other_figures(facts: Facts, left: Places, right: Places, days: Scores) -> Places:
    """Return the pairs that are apart in time and share none of their figures."""
    many = np.minimum(facts.counts[left], facts.counts[right]) >= OTHER_FIGURES
    asked = np.flatnonzero(many & (days * 24 >= OTHER_HOURS))
    figures = facts.figures
    pairs = zip(asked.tolist(), left[asked].tolist(), right[asked].tolist(), strict=True)
    return np.array([at for at, a, b in pairs if figures[a].isdisjoint(figures[b])], np.intp)
