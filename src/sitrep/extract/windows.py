"""What surrounds a cue: the tokens that may belong to it, and how each stands to it."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sitrep.extract.tokens import Ints, Tokens

BACK, AHEAD = 2, 3
"""Sentences before and after a cue's that belong to its window while a quotation runs on there."""
MOST_BEFORE, MOST_AFTER = 60, 80
"""Tokens of a window before and after the cue; in PolNeAR's training part 98 % of what is said
stands within."""
DEPS = 64
"""Room for dependency labels, the unknown one (0) included."""
CHAIN = 6
"""The cue's head and its ancestors whose branches are told apart."""
_DISTANCES = np.array([0, 1, 2, 3, 4, 6, 9, 14, 24, 40])
_FAR = 20
"""First number for a branch; below it stand those for other sentences."""
KINDS = (24, _FAR + 2 * DEPS * CHAIN + CHAIN + 1, (BACK + AHEAD + 3) * 8)
"""How many values distance, branch and place have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The rows [first, last) around the cue [cue, cue_end), whose head is the row `head`.

    `distance`, `branch` and `place` number, for each row: the steps to the cue, before or after;
    the branch of the tree in which it hangs on the cue or on one of its ancestors; the sentence
    and the quotation marks.
    """

    first: int
    last: int
    head: int
    cue: int
    cue_end: int
    distance: Ints
    branch: Ints
    place: Ints


def children_of(head: Ints) -> list[list[int]]:
    """Return for each token the rows that hang on it."""
    children: list[list[int]] = [[] for _ in range(len(head))]
    for row, above in enumerate(head.tolist()):
        if above != row:
            children[above].append(row)
    return children


def window(
    tokens: Tokens, dep: Ints, children: Sequence[Sequence[int]], cue: int, cue_end: int
) -> Window:
    """Return the window around the cue [cue, cue_end); `dep` numbers the dependency of each row."""
    first, last = _limits(tokens, cue, cue_end)
    head = _head(tokens.head, cue, cue_end)
    rows = np.arange(first, last)
    away = np.where(rows < cue, rows - cue, np.maximum(rows - cue_end + 1, 0))
    steps = np.searchsorted(_DISTANCES, np.abs(away))
    sentence = np.clip(tokens.sentence[first:last] - tokens.sentence[head], -BACK - 1, AHEAD + 1)
    quoted = tokens.quoted[first:last] * 2 + (tokens.quoted[head] > 0)
    branch = np.where(sentence == 0, 1, 10 + sentence)
    _number_branches(branch, first, (tokens, dep, children), _ancestors(tokens.head, head))
    return Window(
        first=first,
        last=last,
        head=head,
        cue=cue,
        cue_end=cue_end,
        distance=np.where(away < 0, steps, steps + len(_DISTANCES) + 1),
        branch=branch,
        place=(sentence + BACK + 1) * 8 + quoted,
    )


def _limits(tokens: Tokens, cue: int, cue_end: int) -> tuple[int, int]:
    sentence, quoted, size = tokens.sentence, tokens.quoted, len(tokens)
    first = int(np.searchsorted(sentence, sentence[cue]))
    last = int(np.searchsorted(sentence, sentence[cue_end - 1], side="right"))
    for _ in range(BACK):
        if not (first and sentence[first - 1] == sentence[first] - 1 and quoted[first - 1]):
            break
        first = int(np.searchsorted(sentence, sentence[first - 1]))
    for _ in range(AHEAD):
        if not (last < size and sentence[last] == sentence[last - 1] + 1 and quoted[last]):
            break
        last = int(np.searchsorted(sentence, sentence[last], side="right"))
    return max(first, cue - MOST_BEFORE), min(last, cue_end + MOST_AFTER)


def _head(head: Ints, cue: int, cue_end: int) -> int:
    """Return the first row of the cue whose head is not of the cue."""
    for row in range(cue, cue_end):
        if head[row] == row or not cue <= head[row] < cue_end:
            return row
    return cue


def _ancestors(head: Ints, row: int) -> list[int]:
    chain = [row]
    while len(chain) < CHAIN and head[chain[-1]] != chain[-1]:
        chain.append(int(head[chain[-1]]))
    return chain


def _number_branches(
    branch: Ints,
    first: int,
    tree: tuple[Tokens, Ints, Sequence[Sequence[int]]],
    chain: Sequence[int],
) -> None:
    """Write into `branch`, from the furthest ancestor down, the branch that each row hangs in."""
    tokens, dep, children = tree
    last = first + len(branch)
    for step in range(len(chain) - 1, -1, -1):
        above = chain[step]
        near = children[above]
        if len(near) > MOST_BEFORE:  # all but those next to the window hang outside it
            near = near[max(0, bisect(near, first) - 2) : bisect(near, last) + 1]
        for child in near:
            left, right = max(int(tokens.left[child]), first), int(tokens.right[child]) + 1
            if left < min(right, last):
                kind = (step * DEPS + int(dep[child])) * 2 + (child > above)
                branch[left - first : min(right, last) - first] = _FAR + kind
        if first <= above < last:
            branch[above - first] = _FAR + 2 * DEPS * CHAIN + step
