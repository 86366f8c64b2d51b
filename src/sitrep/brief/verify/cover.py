"""Divides a sentence into clauses that one evidence sentence each carries, in order."""

from dataclasses import dataclass

from sitrep.brief.verify.align import Laid, lay, same
from sitrep.brief.verify.reading import Reading
from sitrep.vocabulary.gates import cue_classes, gate_words, link_classes, operator_classes

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
    if ways or not positions:
        return ways or [[]]
    parts = _parts(sentence, positions, evidence, MOST_CLAUSES)
    if parts:
        return parts
    nearest = max(
        whole, key=lambda clause: len(clause.laid.pairs) - len(clause.loose), default=None
    )
    return [[nearest]] if nearest else [[]]


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
            if any(_has_subject(sentence, head, clause) for head in heads)
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


def _has_subject(sentence: Reading, head: Clause, clause: Clause) -> bool:
    """Return whether a joined clause brings its own subject, or shares the one before it.

    Else "A did x and B did y" could become "A did x and did y".
    """
    reading = clause.laid.evidence
    if not clause.laid.pairs:
        return False
    first = clause.laid.pairs[0][1]
    before = [at for at in reading.body if at < first and reading.region_of(at) is None]
    names = [at for at in before if reading.tokens[at].kind in {"name", "number"}]
    own_name = sentence.tokens[clause.positions[0]].kind == "name"
    if not names and (len(before) <= _SUBJECT_ZONE or own_name):
        return len(before) <= _SUBJECT_ZONE
    mine = {reading.tokens[at].key for at in names}
    earlier = {head.laid.evidence.tokens[at].key for _, at in head.laid.pairs}
    return head.laid.evidence is reading or (bool(mine) and mine <= earlier)


def _clause(sentence: Reading, positions: list[int], reading: Reading) -> Clause:
    laid = lay(sentence, positions, reading)
    loose = tuple(
        at for at in laid.loose if not _may_add(sentence, at) and not _moved(sentence, at, reading)
    )
    return Clause(tuple(positions), laid, loose)


def _may_add(sentence: Reading, at: int) -> bool:
    token = sentence.tokens[at]
    free = gate_words().free_operators
    return token.kind == "word" and (
        token.key in gate_words().may_add or operator_classes().get(token.key) in free
    )


def _moved(sentence: Reading, at: int, reading: Reading) -> bool:
    """Return whether the word stands in an opening phrase ("In Kursk, …") that was moved."""
    token = sentence.tokens[at]
    critical = token.key in operator_classes() or token.key in link_classes()
    if critical or not any(same(token, reading.tokens[other]) for other in reading.body):
        return False
    opening = sentence.tokens[: at + 12]
    if not opening or opening[0].surface not in _PREPOSITIONS:
        return False
    comma = next((place for place, word in enumerate(opening) if word.surface == ","), None)
    return (
        comma is not None
        and at < comma
        and not any(word.key in cue_classes() for word in opening[:comma])
    )
