"""Lays a sentence over its evidence, word by word and in order."""

from dataclasses import dataclass

from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token


@dataclass(frozen=True, slots=True)
class Laid:
    """A stretch [start, end) of the sentence's body laid over one evidence sentence.

    `pairs` are (token position in the sentence, token position in the evidence), both rising.
    `loose` are the sentence's positions that found no place in order.
    """

    evidence: Reading
    pairs: tuple[tuple[int, int], ...]
    loose: tuple[int, ...]


def same(mine: Token, theirs: Token) -> bool:
    """Return whether two tokens say the same word, name or number."""
    if mine.key == theirs.key:
        return True
    if mine.kind == "number" or theirs.kind == "number":
        return False
    return mine.surface == theirs.surface and "@" not in (mine.key[0], theirs.key[0])


def weight(token: Token) -> float:
    """Return how much a token's match counts: names and numbers hold a sentence together."""
    return 3.0 if token.kind in {"name", "number"} else 1.0


_NEIGHBOURS = 0.4
"""Bonus for a match right behind another: of two equal words the one in context is taken."""


def lay(sentence: Reading, positions: list[int], evidence: Reading) -> Laid:
    """Return the heaviest alignment in order of `positions` with the evidence's body words."""
    theirs = evidence.body
    rows, columns = len(positions), len(theirs)
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    matched = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    places = _places(evidence)
    for row in range(rows - 1, -1, -1):
        mine = sentence.tokens[positions[row]]
        below = score[row + 1]
        near = {*places.get(mine.key, ()), *places.get(mine.surface, ())}
        alike = {at for at in near if same(mine, evidence.tokens[theirs[at]])}
        if not alike:
            # Nothing is gained by this word: the best is what the words after it give.
            score[row] = below
            continue
        value, here = weight(mine), score[row]
        for column in range(columns - 1, -1, -1):
            best = max(below[column], here[column + 1])
            if column in alike:
                chained = matched[row + 1][column + 1]
                straight = below[column + 1]
                gain = value + (
                    chained + _NEIGHBOURS
                    if chained and chained + _NEIGHBOURS > straight
                    else straight
                )
                matched[row][column] = gain
                best = max(best, gain)
            here[column] = best
    return _trace(positions, evidence, (score, matched))


def _places(evidence: Reading) -> dict[str, list[int]]:
    """Return where in the evidence's body each key and each surface stands."""
    places: dict[str, list[int]] = {}
    for column, at in enumerate(evidence.body):
        token = evidence.tokens[at]
        places.setdefault(token.key, []).append(column)
        if token.surface != token.key:
            places.setdefault(token.surface, []).append(column)
    return places


def _trace(
    positions: list[int],
    evidence: Reading,
    tables: tuple[list[list[float]], list[list[float]]],
) -> Laid:
    score, matched = tables
    pairs: list[tuple[int, int]] = []
    loose: list[int] = []
    row = column = 0
    rows, columns = len(positions), len(evidence.body)
    while row < rows:
        if column < columns and matched[row][column] and matched[row][column] >= score[row][column]:
            pairs.append((positions[row], evidence.body[column]))
            row, column = row + 1, column + 1
        elif column < columns and score[row][column + 1] >= score[row + 1][column]:
            column += 1
        else:
            loose.append(positions[row])
            row += 1
    return Laid(evidence, tuple(pairs), tuple(loose))
