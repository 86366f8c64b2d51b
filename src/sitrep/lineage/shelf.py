"""Group: the articles that a new one may be like, kept up to a horizon."""

import heapq
import statistics
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from sitrep.lineage.features import Features
from sitrep.lineage.neighbours import ACROSS_MOST, KEY_CAP, KEYS
from sitrep.lineage.recent import Recent
from sitrep.lineage.terms import Numbers, Terms, Weights

CLOCK = 31
"""Articles over whose dates the median is taken as the present: one wrong date moves no horizon."""

CANDIDATES = 15
ACROSS_TOP = 5
"""Articles that share most with a new one, and those nearest to it in each other language, that it
is compared with: half of those of a batch, which has no second chance. They give the same stories
of the gold in order of publication, and bound the time of an article from some 5,000 on."""

EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """Up to when and how many articles are compared with new ones."""

    days: float = 30.0
    articles: int = 100_000
    across: int = ACROSS_MOST
    """Latest articles of each language that one of another language is compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article as it comes: features, meaning, and how full and reliable it is, 0 to 1.

    `together` are the ids of earlier articles that share its story in any case, as copies do.
    """

    features: Features
    meaning: NDArray[np.float32]
    title: str = ""
    backing: float = 0.0
    together: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Entry:
    """An article on the shelf: its features without their terms, which stand here by number.

    `often` is 1 + log of each term's count, `place` its number in order of arrival, `named` how
    many stories were named after it.
    """

    features: Features
    title: str
    backing: float
    together: tuple[str, ...]
    place: int
    numbers: Numbers
    often: Weights
    keys: tuple[int, ...]
    half: NDArray[np.float16]
    named: int = 0

    @property
    def id(self) -> str:
        """The article's id."""
        return self.features.article_id

    @property
    def published_at(self) -> datetime | None:
        """When the article was published."""
        return self.features.published_at

    @property
    def meaning(self) -> NDArray[np.float32]:
        """What it encodes, to three digits."""
        return self.half.astype(np.float32)


class Shelf:
    """Holds the articles within a horizon and finds those that a new one may be like."""

    def __init__(self, horizon: Horizon) -> None:
        self._horizon = horizon
        self._terms = Terms()
        self._entries: dict[str, Entry] = {}
        self._slots: dict[int, deque[str]] = {}
        self._recent: dict[str, Recent] = {}
        self._dates: deque[datetime] = deque(maxlen=CLOCK)
        self._leaving: list[tuple[datetime, int, str]] = []
        self._now = EARLIEST
        self._arrived = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._entries

    def __getitem__(self, id_: str) -> Entry:
        return self._entries[id_]

    def put(self, report: Report) -> Entry:
        """Take in an article that is not on the shelf."""
        numbers, often = self._terms.add(report.features.terms)
        heaviest = np.argsort(-often * self._terms.weights(numbers), kind="stable")[:KEYS]
        entry = Entry(
            features=replace(report.features, terms={}, encoded=""),
            title=report.title,
            backing=report.backing,
            together=report.together,
            place=self._arrived,
            numbers=numbers,
            often=often,
            keys=tuple(numbers[heaviest].tolist()),
            half=report.meaning.astype(np.float16),
        )
        self._arrived += 1
        self._entries[entry.id] = entry
        for key in entry.keys:
            self._slots.setdefault(key, deque(maxlen=KEY_CAP)).append(entry.id)
        if language := _language(entry):
            recent = self._recent.setdefault(language, Recent(self._horizon.across))
            recent.add(entry.id, report.meaning)
        self._date(entry)
        return entry

    def _date(self, entry: Entry) -> None:
        """Move the clock; an article without a date is as old as what came with it."""
        if entry.published_at is not None:
            self._dates.append(entry.published_at)
            self._now = max(self._now, statistics.median_low(self._dates))
        when = entry.published_at or self._now
        heapq.heappush(self._leaving, (when, entry.place, entry.id))

    def leave(self) -> list[Entry]:
        """Take away what lies beyond the horizon, and return it, oldest first."""
        days = min(self._horizon.days, (self._now - EARLIEST).days)
        oldest = self._now - timedelta(days=days)
        gone = []
        while self._leaving and (
            self._leaving[0][0] < oldest or len(self._entries) > self._horizon.articles
        ):
            gone.append(self._take(heapq.heappop(self._leaving)[2]))
        return gone

    def _take(self, id_: str) -> Entry:
        entry = self._entries.pop(id_)
        for key in entry.keys:
            held = self._slots.get(key)
            if held is not None and id_ in held:
                held.remove(id_)
                if not held:
                    del self._slots[key]
        if language := _language(entry):
            self._recent[language].drop(id_)
        self._terms.drop(entry.numbers)
        entry.numbers, entry.often = entry.numbers[:0].copy(), entry.often[:0].copy()
        return entry

    def candidates(self, entry: Entry) -> list[str]:
        """Return the ids of the articles that `entry` may be like, sorted."""
        found = {*self._by_terms(entry), *self._by_meaning(entry)}
        found.discard(entry.id)
        return sorted(found)

    def _by_terms(self, entry: Entry) -> list[str]:
        weights = (entry.often * self._terms.weights(entry.numbers)) ** 2
        heaviest = np.argsort(-weights, kind="stable")[:KEYS]
        shared: dict[str, float] = {}
        for number, weight in zip(
            entry.numbers[heaviest].tolist(), weights[heaviest].tolist(), strict=True
        ):
            for id_ in self._slots.get(number, ()):
                shared[id_] = shared.get(id_, 0.0) + weight
        return heapq.nsmallest(CANDIDATES, shared, key=lambda id_: (-shared[id_], id_))

    def _by_meaning(self, entry: Entry) -> Iterator[str]:
        own = _language(entry)
        for language in sorted(self._recent) if own else ():
            if language != own:
                yield from self._recent[language].nearest(entry.meaning, ACROSS_TOP)

    def cosines(self, entry: Entry, others: Sequence[Entry]) -> NDArray[np.float32]:
        """Return the cosine of the terms of `entry` and of each other, by the present weights."""
        if not others:
            return np.zeros(0, np.float32)
        numbers = np.concatenate([other.numbers for other in others])
        weights = np.concatenate([other.often for other in others]) * self._terms.weights(numbers)
        starts, filled = _starts(others)
        own = entry.often * self._terms.weights(entry.numbers)
        result = np.zeros(len(others), dtype=np.float32)
        if not len(own) or not len(starts):
            return result
        shared = self._terms.shared(entry.numbers, own, numbers)
        norms = np.sqrt(np.add.reduceat(weights * weights, starts)) * np.linalg.norm(own)
        sums = np.add.reduceat(weights * shared, starts)
        result[filled] = np.divide(sums, norms, out=np.zeros_like(norms), where=norms > 0)
        return result

    def all_cosines(self, entries: Sequence[Entry]) -> NDArray[np.float32]:
        """Return the cosine of the terms of each two, by the present weights."""
        numbers = np.concatenate([entry.numbers for entry in entries])
        weights = np.concatenate([entry.often for entry in entries]) * self._terms.weights(numbers)
        rows = np.repeat(np.arange(len(entries)), [len(entry.numbers) for entry in entries])
        squares = np.bincount(rows, weights=weights * weights, minlength=len(entries))
        _, columns, held = np.unique(numbers, return_inverse=True, return_counts=True)
        shared = held > 1
        kept = shared[columns]
        place = np.cumsum(shared) - 1
        table = np.zeros((len(entries), int(shared.sum())), dtype=np.float32)
        table[rows[kept], place[columns[kept]]] = weights[kept]
        table /= np.sqrt(np.where(squares > 0, squares, 1.0))[:, None].astype(np.float32)
        return products(table)


def meanings(entries: Iterable[Entry]) -> NDArray[np.float32]:
    """Return what the entries encode, a row each."""
    halves = [entry.half for entry in entries]
    return np.concatenate(halves).reshape(len(halves), -1).astype(np.float32)


def products(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the dot product of each two rows.

    Tables this small take longer in a BLAS of several threads, which wait for one another.
    """
    found: NDArray[np.float32] = np.einsum("ik,jk->ij", rows, rows)
    return found


def _starts(entries: Sequence[Entry]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where the terms of each entry begin, and which entries have any."""
    sizes = np.array([len(entry.numbers) for entry in entries])
    filled = np.flatnonzero(sizes)
    return (np.cumsum(sizes) - sizes)[filled], filled


def _language(entry: Entry) -> str:
    """Return the language without its region, empty where it is unknown."""
    language = entry.features.language.partition("-")[0]
    return "" if language == "und" else language
