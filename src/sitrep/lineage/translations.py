"""Group: which articles are translations of others, by names and figures in the same order."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitrep.lineage.marks import Mark, marks, sounds
from sitrep.lineage.scan import Scan
from sitrep.lineage.wording import words
from sitrep.model.lineage import Link

Marks = Sequence[Mark]
Weights = Mapping[str, float]

PRIOR = 50
"""Articles added to the count before a mark is weighed; see `telling.PRIOR_DOCUMENTS`."""

KEYS = 40
"""Rarest marks of an article by which it is compared with others."""

COMMON = 50
"""Articles that may share such a mark: the names of a war tell little."""

CANDIDATES = 10
"""Articles of other languages, those that share most, whose order is compared."""

APART_DAYS = 3.0
"""A translation is published within so many days of its original."""

AGREED, COVERED = 4.0, 0.65
"""Weight of the different marks that agree in order, and their share of the shorter article's, from
which one is a translation of the other without a word of whose report it is. Of the pairs for
development the translations have 4.6 and 0.71 at least, reports written apart 3.1 and 0.51 at most.
"""

CREDITED, CREDIT_COVERED = 1.5, 0.6
"""The same where both carry one agency or outlet, or one credits the other."""

LEAST_NAMES, LEAST_FIGURES = 2, 2
"""Without a credit so many different names and figures agree: two lists of names do not do, nor
two tables of figures."""

WHOLE = 0.5
"""Share of the longer article's marks from which both are one text; else it has more."""

SHOWN = 6
"""Marks that a reason shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An article with its marks, its language without the region, and who answers for it."""

    scan: Scan
    marks: tuple[Mark, ...]
    language: str
    answering: frozenset[str]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.scan.article.id

    @property
    def keys(self) -> frozenset[str]:
        """What any language keeps of its marks, each once."""
        return frozenset(mark.key for mark in self.marks)


def translations(scans: Mapping[str, Scan]) -> tuple[Link, ...]:
    """Return a link from each article to its translations, sorted; none within one language.

    The link says "translation" where both are one text, left the original as far as times and
    credits tell; "contains" where the left one has more than what was translated.
    """
    spoken = {id_: scan.article.language.partition("-")[0] for id_, scan in scans.items()}
    if len({*spoken.values()} - {"und"}) < 2:
        return ()
    read = [_marked(scans[id_], spoken[id_]) for id_ in sorted(scans) if spoken[id_] != "und"]
    weights = _weights(read)
    links = (_judged(*pair, weights) for pair in _pairs(read, weights))
    found = [link for link in links if link is not None]
    return tuple(sorted(found, key=lambda link: (link.left, link.right)))


def _marked(scan: Scan, language: str) -> Marked:
    """Return an article with its marks; the name of whom it credits is none of its report."""
    credited = scan.carried.credits
    named = {sounds(word) for credit in credited for word in words(credit.name)}
    return Marked(
        scan=scan,
        marks=tuple(mark for mark in marks(scan.article) if mark.key not in named),
        language=language,
        answering=frozenset((scan.publisher.key, *(credit.agency for credit in credited))),
    )


def _weights(read: Sequence[Marked]) -> dict[str, float]:
    """Return what each mark says, from 0 (all articles have it) to about 1 (one has)."""
    held = Counter(mark for one in read for mark in one.keys)
    total = math.log(len(read) + PRIOR)
    return {mark: 1 - math.log(count) / total for mark, count in held.items()}


def _pairs(read: Sequence[Marked], weights: Weights) -> Iterator[tuple[Marked, Marked]]:
    """Yield each article with those of more frequent languages that share most rare marks."""
    spoken = Counter(one.language for one in read)
    ranks = {name: rank for rank, name in enumerate(sorted(spoken, key=lambda n: (spoken[n], n)))}
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(read):
        for key in one.keys:
            holders.setdefault(key, []).append(place)
    for one in read:
        shared: Counter[int] = Counter()
        foreign = ranks[one.language] < len(ranks) - 1
        for key in sorted(one.keys, key=lambda k: (-weights[k], k))[: KEYS if foreign else 0]:
            if len(holders[key]) <= COMMON:
                shared.update(dict.fromkeys(holders[key], weights[key]))
        likely = [
            place
            for place, weight in shared.items()
            if weight >= CREDITED and ranks[one.language] < ranks[read[place].language]
        ]
        for place in sorted(likely, key=lambda place: (-shared[place], place))[:CANDIDATES]:
            if _near(one, read[place]):
                yield one, read[place]


def _near(one: Marked, other: Marked) -> bool:
    first, second = one.scan.article.published_at, other.scan.article.published_at
    if first is None or second is None:
        return True
    return abs((first - second).total_seconds()) <= APART_DAYS * 86_400


def _judged(one: Marked, other: Marked, weights: Weights) -> Link | None:
    shorter, longer = sorted((one, other), key=lambda it: (_weight(it.marks, weights), it.id))
    agreed = in_order(shorter.marks, longer.marks, weights)
    weight = sum(weights[key] for key in {mark.key for mark in agreed})
    matched = _weight(agreed, weights)
    covered = matched / (_weight(shorter.marks, weights) or 1.0)
    credited = one.answering & other.answering
    if credited:
        enough = weight >= CREDITED and covered >= CREDIT_COVERED
    else:
        enough = weight >= AGREED and covered >= COVERED and _varied(agreed)
    if not enough:
        return None
    whole = matched / _weight(longer.marks, weights) >= WHOLE
    left, right = sorted((one, other), key=_first) if whole else (longer, shorter)
    reason = _reason(agreed, shorter, credited)
    return Link(
        left=left.id,
        right=right.id,
        relation="translation" if whole else "contains",
        score=round(covered, 4),
        reasons=(reason if whole else f"in translation: {reason}",),
    )


def _first(marked: Marked) -> tuple[bool, float, str]:
    """Return the sort key by which the likelier original comes first."""
    when = marked.scan.article.published_at
    relayed = marked.answering != {marked.scan.publisher.key}
    return relayed, when.timestamp() if when else math.inf, marked.id


def _weight(found: Marks, weights: Weights) -> float:
    return sum(weights[mark.key] for mark in found)


def _varied(agreed: Marks) -> bool:
    figures = {mark.key for mark in agreed if mark.figure}
    names = {mark.key for mark in agreed if not mark.figure}
    return len(figures) >= LEAST_FIGURES and len(names) >= LEAST_NAMES


def _reason(agreed: Marks, shorter: Marked, credited: frozenset[str]) -> str:
    shown = ", ".join(list(dict.fromkeys(mark.text for mark in agreed))[:SHOWN])
    share = f"{len(agreed)} of {len(shorter.marks)} names and figures agree in their order"
    return f"{share} ({shown})" + (", and one credit" if credited else "")


def in_order(left: Marks, right: Marks, weights: Weights) -> tuple[Mark, ...]:
    """Return the weightiest common subsequence of two sequences of marks, as `left` writes them.

    Source: the longest common subsequence by dynamic programming (Wagner and Fischer, Journal of
    the ACM 1974), each mark counted by its weight; of equal ones the first.
    """
    first, second = [mark.key for mark in left], [mark.key for mark in right]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for row, key in enumerate(first, start=1):
        above, here, weight = best[row - 1], best[row], weights[key]
        for column, other in enumerate(second, start=1):
            if key == other:
                here[column] = above[column - 1] + weight
            else:
                here[column] = max(above[column], here[column - 1])
    found = []
    row, column = len(first), len(second)
    while row and column:
        if first[row - 1] == second[column - 1]:
            found.append(left[row - 1])
            row, column = row - 1, column - 1
        elif best[row - 1][column] >= best[row][column - 1]:
            row -= 1
        else:
            column -= 1
    return tuple(reversed(found))
