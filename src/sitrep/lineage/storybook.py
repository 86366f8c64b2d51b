"""Merge: each new article joins a story or starts one."""

import math
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from sitrep.lineage.components import components
from sitrep.lineage.likeness import Facts, Places, judged
from sitrep.lineage.linkage import Pair, cluster
from sitrep.lineage.shelf import Entry, Horizon, Report, Shelf, meanings, products
from sitrep.lineage.stories import FRIEND, STORY, WEAK, merits, story
from sitrep.model.ids import make_id
from sitrep.model.lineage import Story

REVISED = 20
"""Articles of the stories nearest to a new one that are grouped anew with it; no fewer than stand
for a settled story. It bounds the time of an article: the pairs among so many are about 200. (15 to
120 score alike on the gold.)"""

SETTLED = 20
"""A story of more articles stays together: its latest so many stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What became of a new article, and of others through it.

    `story` is its story's id; `started` says whether the story is new. `moved` gives the new story
    of each other article that changed it; `closed` are the stories that left with the horizon, as
    they last were.
    """

    story: str
    started: bool
    moved: Mapping[str, str]
    closed: tuple[Story, ...] = ()


class StoryBook:
    """Stories that grow as articles come, in whatever order, each at a cost that is bounded.

    A new article and the stories nearest to it are grouped anew by the rule of the batch
    (`stories.grouped`). A story keeps the id of its first article while it grows; where stories
    unite, the one with most articles gives its id, and where one comes apart its greatest part
    keeps it. An article beyond the horizon stays a part of its story but attracts no others; a
    story all of whose articles lie beyond it is closed.
    """

    def __init__(self, horizon: Horizon | None = None) -> None:
        self._shelf = Shelf(horizon or Horizon())
        self._home: dict[str, str] = {}
        self._parts: dict[str, list[Entry]] = {}

    def __len__(self) -> int:
        """Return the number of articles that attract others."""
        return len(self._shelf)

    def add(self, report: Report) -> Placed:
        """Take in an article and return what became of it.

        Raises ValueError if an article of its id is there already.
        """
        entry = self._put(report)
        old = self._touched(entry)
        moved = self._regroup(entry, old)
        name = moved.pop(entry.id)
        closed = self._leave()
        return Placed(story=name, started=name not in old, moved=moved, closed=closed)

    def keep(self, report: Report, name: str) -> tuple[Story, ...]:
        """Take in an article of the known story `name`, as a store has it; return what closed.

        So a book is opened again without a second judgement. Raises ValueError as `add` does.
        """
        entry = self._put(report)
        entry.named = int(name == make_id("sty", entry.id))
        self._home[entry.id] = name
        self._parts.setdefault(name, []).append(entry)
        return self._leave()

    def _put(self, report: Report) -> Entry:
        if report.features.article_id in self._home:
            raise ValueError(f"article {report.features.article_id} is in the story book already")
        return self._shelf.put(report)

    def story_of(self, id_: str) -> str:
        """Return the id of the story that the article `id_` is part of; KeyError if it has none."""
        return self._home[id_]

    def story(self, name: str) -> Story:
        """Return the story of that id as it stands; KeyError if there is none."""
        parts = {part.id: part for part in self._parts[name]}
        backing = {id_: part.backing for id_, part in parts.items()}
        ids = sorted(parts)
        rows = meanings([parts[id_] for id_ in ids])
        return story(ids, parts, merits(ids, rows, backing), name=name)

    def stories(self) -> tuple[Story, ...]:
        """Return all open stories, sorted by id."""
        return tuple(self.story(name) for name in sorted(self._parts))

    def _touched(self, entry: Entry) -> dict[str, list[Entry]]:
        """Return the parts of the stories nearest to `entry` by story, nearest first."""
        best = {self._home[id_]: math.inf for id_ in entry.together if id_ in self._home}
        for other, score in self._friends(entry):
            name = self._home[other.id]
            best[name] = max(score, best.get(name, 0.0))
        found: dict[str, list[Entry]] = {}
        room = REVISED
        for name in sorted(best, key=lambda name: (-best[name], name)):
            parts = self._active(name)
            if len(parts) <= room or best[name] == math.inf:
                found[name] = parts
                room -= len(parts)
        return found

    def _active(self, name: str) -> list[Entry]:
        """Return the parts of a story that still attract others, the latest if there are many."""
        latest = (part for part in reversed(self._parts[name]) if part.id in self._shelf)
        return [*islice(latest, SETTLED)][::-1]

    def _friends(self, entry: Entry) -> Iterator[tuple[Entry, float]]:
        """Yield the articles on the shelf that are like `entry`, with how much."""
        others = [self._shelf[id_] for id_ in self._shelf.candidates(entry)]
        if not others:
            return
        facts = Facts.of([entry.features, *(other.features for other in others)])
        places = np.arange(1, len(others) + 1)
        terms = np.zeros(len(others), np.float32)
        near = np.flatnonzero(~facts.foreign(np.zeros_like(places), places))
        terms[near] = self._shelf.cosines(entry, [others[place] for place in near.tolist()])
        scores = judged(
            facts,
            np.zeros_like(places),
            places,
            terms=terms,
            meaning=meanings(others) @ entry.meaning,
        )
        for place in np.flatnonzero(scores >= FRIEND).tolist():
            yield others[place], float(scores[place])

    def _regroup(self, entry: Entry, old: Mapping[str, list[Entry]]) -> dict[str, str]:
        """Group `entry` and the parts of the `old` stories anew; return who changed story."""
        entries = [entry, *(part for parts in old.values() for part in parts)]
        groups = cluster(self._bound(entries, old), self._likenesses(entries), threshold=STORY)
        by_id = {one.id: one for one in entries}
        homes = {}
        for name, ids in self._named(groups, by_id, old):
            homes.update(dict.fromkeys(ids, name))
        for name, active in old.items():
            if (new := homes[active[0].id]) != name:
                for part in self._parts[name]:
                    homes.setdefault(part.id, new)
                    by_id[part.id] = part
        moved = {id_: name for id_, name in homes.items() if self._home.get(id_) != name}
        self._move(moved, by_id)
        return moved

    def _bound(
        self, entries: Sequence[Entry], old: Mapping[str, list[Entry]]
    ) -> list[tuple[str, ...]]:
        """Return what stays together: copies, and the parts of a story that is settled."""
        ids = {entry.id: entry.id for entry in entries}
        bonds = []
        for name, active in old.items():
            if len(self._parts[name]) > len(active):
                bonds += [(active[0].id, part.id) for part in active]
        first = {name: active[0].id for name, active in old.items()}
        for entry in entries:
            standing = (
                ids.get(id_) or first.get(self._home.get(id_, "")) for id_ in entry.together
            )
            bonds += [(entry.id, id_) for id_ in standing if id_ is not None]
        return components(ids, bonds)

    def _likenesses(self, entries: Sequence[Entry]) -> dict[Pair, float]:
        if len(entries) == 1:
            return {}
        left, right = _pairs(len(entries))
        scores = judged(
            Facts.of([entry.features for entry in entries]),
            left,
            right,
            terms=self._shelf.all_cosines(entries)[left, right],
            meaning=products(meanings(entries))[left, right],
        )
        near = np.flatnonzero(scores >= WEAK)
        pairs = zip(left[near].tolist(), right[near].tolist(), scores[near].tolist(), strict=True)
        return {(entries[one].id, entries[other].id): score for one, other, score in pairs}

    def _named(
        self,
        groups: Iterable[tuple[str, ...]],
        by_id: Mapping[str, Entry],
        old: Mapping[str, list[Entry]],
    ) -> list[tuple[str, tuple[str, ...]]]:
        """Return the groups with their ids: the greatest share of an old story keeps its id."""
        numbered = dict(enumerate(groups))
        behind = {name: len(self._parts[name]) - len(active) for name, active in old.items()}
        claims = []
        for number, ids in numbered.items():
            places: dict[str, list[int]] = {}
            for id_ in ids:
                if id_ in self._home:
                    places.setdefault(self._home[id_], []).append(by_id[id_].place)
            for name, shared in places.items():
                oldest = self._parts[name][0].place
                claims.append((-len(shared) - behind[name], oldest, min(shared), number, name))
        names: dict[int, str] = {}
        taken: set[str] = set()
        for *_, number, name in sorted(claims):
            if number not in names and name not in taken:
                names[number] = name
                taken.add(name)
        for number, ids in numbered.items():
            if number not in names:
                names[number] = _fresh([by_id[id_] for id_ in ids])
        return [(names[number], ids) for number, ids in numbered.items()]

    def _move(self, moved: Mapping[str, str], by_id: Mapping[str, Entry]) -> None:
        left = {self._home[id_] for id_ in moved if id_ in self._home}
        for name in left:
            self._parts[name] = [part for part in self._parts[name] if part.id not in moved]
        for id_, name in moved.items():
            self._home[id_] = name
            insort(self._parts.setdefault(name, []), by_id[id_], key=lambda part: part.place)
        for name in left:
            if not self._parts[name]:
                del self._parts[name]

    def _leave(self) -> tuple[Story, ...]:
        """Close the stories whose last article left the horizon."""
        names = {self._home[entry.id] for entry in self._shelf.leave()}
        return tuple(self._close(name) for name in sorted(names) if not self._active(name))

    def _close(self, name: str) -> Story:
        closed = self.story(name)
        for part in self._parts.pop(name):
            del self._home[part.id]
        return closed


@lru_cache(maxsize=2 * REVISED)
def _pairs(size: int) -> tuple[Places, Places]:
    """Return the places of each two of `size` entries; they are asked for again and again."""
    left, right = np.triu_indices(size, 1)
    return left, right


def _fresh(entries: Iterable[Entry]) -> str:
    """Return the id of a new story, after its first article and how many were before."""
    first = min(entries, key=lambda entry: entry.place)
    first.named += 1
    again = [str(first.named)] if first.named > 1 else []
    return make_id("sty", first.id, *again)


def assigned(reports: Iterable[Report], horizon: Horizon | None = None) -> tuple[Story, ...]:
    """Return the stories that `reports` make, taken in as they come, sorted by id."""
    book = StoryBook(horizon)
    closed = [story for report in reports for story in book.add(report).closed]
    return tuple(sorted((*closed, *book.stories()), key=lambda story: story.id))
