"""Divides a sentence into clauses that one evidence sentence each carries, in order."""

from dataclasses import dataclass

from sitrep.brief.verify.align import Laid, lay, same
from sitrep.brief.verify.reading import Reading
from sitrep.vocabulary.gates import gate_words, link_classes, operator_classes

MOST_CLAUSES = 3
_SUBJECT_ZONE = 5
"""A joined clause starts at its evidence's subject: within its first body words."""
_PREPOSITIONS = frozenset({"in", "on", "at", "near", "during", "from", "over", "for", "by",
                           "after", "before", "since", "under", "with", "along"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of the sentence's body and the evidence it is laid over; `loose` breaks it."""

    positions: tuple[int, ...]
    laid: Laid
    loose: tuple[int, ...]


def cover(sentence: Reading, evidence: list[Reading]) -> list[list[Clause]]:
    """Return the ways in which the evidence carries the sentence, the plainest first.

    Every way is a list of clauses in order. When nothing carries it, the one way returned is the
    nearest, and its clauses name the loose words.
    """
    positions = [at for at in sentence.body if sentence.region_of(at) is None]
    whole = [_clause(sentence, positions, reading) for reading in evidence]
    ways = [[clause] for clause in whole if not clause.loose]
    if not positions:
        keys = {token.key for token in sentence.tokens}
        return [max(ways, key=lambda way: _shared(way[0], keys))] if ways else [[]]
    if ways:
        return ways
    parts = _parts(sentence, positions, evidence, MOST_CLAUSES)
    if parts:
        return parts
    nearest = max(
        whole, key=lambda clause: len(clause.laid.pairs) - len(clause.loose), default=None
    )
    return [[nearest]] if nearest else [[]]


def _shared(clause: Clause, keys: set[str]) -> int:
    """Return how many of `keys` the evidence of a clause has."""
    return len(keys & {token.key for token in clause.laid.evidence.tokens})


def _parts(
    sentence: Reading, positions: list[int], evidence: list[Reading], most: int
) -> list[list[Clause]]:
    """Return ways to carry `positions` as joined clauses, each by one evidence sentence."""
    if most < 2:
        return []
    ways: list[list[Clause]] = []
    for cut in _joints(sentence, positions):
        heads = _carried(sentence, positions[:cut], evidence)
        if not heads:
            continue
        tails = [
            [clause]
            for clause in _carried(sentence, positions[cut:], evidence)
            if any(_joins(head, clause) for head in heads)
        ] or _parts(sentence, positions[cut:], evidence, most - 1)
        ways.extend([head, *tail] for head in heads[:2] for tail in tails[:2])
        if len(ways) >= 4:
            break
    return ways


def _carried(sentence: Reading, positions: list[int], evidence: list[Reading]) -> list[Clause]:
    found = []
    for reading in evidence:
        if _may_carry(sentence, positions, reading):
            clause = _clause(sentence, positions, reading)
            if not clause.loose:
                found.append(clause)
    return found


def _may_carry(sentence: Reading, positions: list[int], reading: Reading) -> bool:
    """Return whether every word has a counterpart at all; cheap, before any alignment."""
    theirs = [reading.tokens[at] for at in reading.body]
    keys = {token.key for token in theirs} | {token.surface for token in theirs}
    return all(
        sentence.tokens[at].key in keys
        or sentence.tokens[at].surface in keys
        or _may_add(sentence, at)
        for at in positions
    )


def _joints(sentence: Reading, positions: list[int]) -> list[int]:
    """Return the places in `positions` before which a joining word or mark stands."""
    joiners = gate_words().joiners
    return [
        place
        for place in range(1, len(positions))
        if any(
            token.surface in joiners or token.surface in {";", ",", ":"}
            for token in sentence.tokens[positions[place - 1] + 1 : positions[place]]
        )
    ]


def _joins(head: Clause, clause: Clause) -> bool:
    """Return whether a joined clause starts where its evidence starts, or shares the subject.

    Else "A did x and B did y" could become "A did x and did y". An opening phrase of the evidence
    may be cut ("On Monday, …").
    """
    reading = clause.laid.evidence
    if not clause.laid.pairs or reading is head.laid.evidence:
        return False
    first = clause.laid.pairs[0][1]
    before = [at for at in reading.body if at < first and reading.region_of(at) is None]
    if not before or _opening_cut(reading, before[-1], first):
        return True
    theirs = head.laid.evidence
    subject = [theirs.tokens[at].key for at in theirs.body[: len(before)]]
    return len(before) <= _SUBJECT_ZONE and subject == [reading.tokens[at].key for at in before]


def _opening_cut(reading: Reading, last: int, first: int) -> bool:
    """Return whether all that was cut before `first` is a phrase such as "On Monday, "."""
    marks = [token.surface for token in reading.tokens[last + 1 : first]]
    return "," in marks and reading.tokens[0].surface in _PREPOSITIONS


def _clause(sentence: Reading, positions: list[int], reading: Reading) -> Clause:
    laid = lay(sentence, positions, reading)
    loose = [at for at in laid.loose if not _may_add(sentence, at)]
    if loose and (_moved(sentence, loose, laid) or _moved_back(sentence, loose, reading)):
        loose = []
    return Clause(tuple(positions), laid, tuple(loose))


def _may_add(sentence: Reading, at: int) -> bool:
    token = sentence.tokens[at]
    free = gate_words().free_operators
    return token.kind == "word" and (
        token.key in gate_words().may_add or operator_classes().get(token.key) in free
    )


def _moved(sentence: Reading, loose: list[int], laid: Laid) -> bool:
    """Return whether the loose words are an opening phrase ("In Kursk, …") moved as a whole.

    The phrase has all its words, and no other, from one stretch of the evidence that the rest of
    the sentence does not use.
    """
    tokens, reading = sentence.tokens, laid.evidence
    comma = next((place for place, word in enumerate(tokens) if word.surface == ","), 0)
    phrase = [at for at in sentence.body if at < comma]
    if loose != phrase or tokens[0].surface not in _PREPOSITIONS:
        return False
    if any(tokens[at].key in {**operator_classes(), **link_classes()} for at in phrase):
        return False
    used = {there for _, there in laid.pairs}
    free = [at for at in reading.body if at not in used]
    size = len(phrase)
    return any(
        all(same(tokens[a], reading.tokens[b]) for a, b in zip(phrase, run, strict=True))
        for run in (free[place : place + size] for place in range(len(free) - size + 1))
    )


def _moved_back(sentence: Reading, loose: list[int], reading: Reading) -> bool:
    """Return whether the loose words are the evidence's opening phrase, moved whole to the end.

    Not where somebody is said to say something: "In May, he said the bridge fell" says when he
    spoke, "he said the bridge fell in May" when it fell.
    """
    if sentence.attributions or reading.attributions:
        return False
    theirs = reading.tokens
    comma = next((place for place, word in enumerate(theirs) if word.surface == ","), 0)
    phrase = [at for at in reading.body if at < comma]
    first = loose[0]
    opening = next((at for at in range(first - 1, -1, -1) if sentence.tokens[at].kind != "mark"
                    and sentence.tokens[at].surface == theirs[0].surface), None)  # fmt: skip
    return (
        bool(phrase)
        and theirs[0].surface in _PREPOSITIONS
        and opening is not None
        and all(sentence.tokens[at].kind == "stop" for at in range(opening, first))
        and loose == sentence.body[-len(phrase) :]
        and all(same(sentence.tokens[a], theirs[b]) for a, b in zip(loose, phrase, strict=False))
        and len(loose) == len(phrase)
    )
