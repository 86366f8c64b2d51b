"""How English words stand to one another: same, wider, narrower, opposite, or of one kind.

From WordNet 3.1, compiled into `senses.tsv.gz` by `training/senses.py`.
"""

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("senses.tsv.gz")
Relation = Literal["same", "near", "wider", "narrower", "opposite", "sister"]
_STEPS = 5
"""How many steps up a wider word may stand: "saxophone", "woodwind", "wind instrument"."""
_BROAD = 5
"""Synsets with fewer above them are too broad for what stands under them to be of one kind."""


@dataclass(frozen=True, slots=True)
class _Table:
    senses: Mapping[str, tuple[int, ...]]
    parts: tuple[str, ...]
    wider: tuple[tuple[int, ...], ...]
    beside: tuple[tuple[int, ...], ...]
    words: tuple[tuple[str, ...], ...]
    opposites: Mapping[str, frozenset[str]]


@cache
def _table() -> _Table:
    senses: dict[str, list[int]] = defaultdict(list)
    opposites: dict[str, set[str]] = defaultdict(set)
    parts, wider, beside, held = [], [], [], []
    lines = gzip.decompress(FILE.read_bytes()).decode("utf-8").split("\n")
    for number, line in enumerate(lines):
        part, words, up, near, opposed = line.split("\t")
        found = tuple(word for word in words.split(",") if word)
        for word in found:
            senses[word].append(number)
        for pair in filter(None, opposed.split(",")):
            one, _, two = pair.partition(">")
            opposites[one].add(two)
            opposites[two].add(one)
        parts.append(part)
        held.append(found)
        wider.append(tuple(int(to) for to in up.split()))
        beside.append(tuple(int(to) for to in near.split()))
    return _Table(
        {word: tuple(numbers) for word, numbers in senses.items()},
        tuple(parts), tuple(wider), tuple(beside), tuple(held),
        {word: frozenset(others) for word, others in opposites.items()},
    )  # fmt: skip


def known(word: str) -> bool:
    """Return whether the table has `word`: lower case, dictionary form, spaces between words."""
    return word in _table().senses


@lru_cache(maxsize=100_000)
def relation(mine: str, theirs: str) -> Relation | None:
    """Return how `mine` stands to `theirs`, None when the table has no relation.

    "wider": what `theirs` names is always `mine` ("film" to "comedy film"); "near": an adjective
    of the same cluster ("tiny" to "small"); "sister": two kinds of one thing ("banjo", "cello").
    """
    if mine == theirs:
        return "same"
    ours, others = _table().senses.get(mine, ()), _table().senses.get(theirs, ())
    if not ours or not others:
        return None
    opposed = theirs in _table().opposites.get(mine, ()) or _opposed(mine, theirs)
    ways: tuple[tuple[Relation, bool], ...] = (
        ("same", not set(ours).isdisjoint(others)),
        ("opposite", opposed),
        ("wider", not _above(others).isdisjoint(ours)),
        ("near", _beside(ours, others)),
        ("narrower", not _above(ours).isdisjoint(others)),
        ("sister", _kin(ours, others)),
    )
    return next((name for name, holds in ways if holds), None)


def _beside(ours: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Return whether two words stand in one cluster of adjectives, or in two that touch."""
    table = _table()
    one = {*ours, *(to for sense in ours for to in table.beside[sense])}
    two = {*others, *(to for sense in others for to in table.beside[sense])}
    return not one.isdisjoint(two)


def senses(word: str) -> int:
    """Return how many senses the table has for `word`; a word of many says little by itself."""
    return len(_table().senses.get(word, ()))


def _opposed(mine: str, theirs: str) -> bool:
    """Return whether a word of one's cluster is the opposite of one of the other's."""
    table = _table()
    one, two = _cluster(mine), _cluster(theirs)
    return any(not table.opposites.get(word, frozenset()).isdisjoint(two) for word in one)


@lru_cache(maxsize=20_000)
def _cluster(word: str) -> frozenset[str]:
    """Return the words that say the same, and the adjectives that `word` is a shade of."""
    table = _table()
    found = {word}
    for sense in table.senses.get(word, ()):
        found.update(table.words[sense])
        if table.parts[sense] == "a":
            for head in table.beside[sense]:
                found.update(table.words[head])
    return frozenset(found)


@lru_cache(maxsize=50_000)
def _above(senses: tuple[int, ...]) -> frozenset[int]:
    """Return the synsets up to `_STEPS` above."""
    return frozenset(to for sense in senses for to in _upwards(sense, _STEPS))


def _upwards(sense: int, steps: int) -> Iterator[int]:
    if steps:
        for to in _table().wider[sense]:
            yield to
            yield from _upwards(to, steps - 1)


def _kin(ours: tuple[int, ...], others: tuple[int, ...]) -> bool:
    mine = {to for sense in ours for to in _upwards(sense, 2)}
    theirs = {to for sense in others for to in _upwards(sense, 2)}
    return any(_depth(shared) >= _BROAD for shared in mine & theirs)


@lru_cache(maxsize=50_000)
def _depth(sense: int) -> int:
    above = _table().wider[sense]
    return 1 + min(_depth(to) for to in above) if above else 0
