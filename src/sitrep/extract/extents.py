"""Runs of tokens as stretches of the article."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from sitrep.extract.quotes import Extent

_STOPS = frozenset(".,;:!?—–-…") | {"--", "---", "...", "("}


def extents(tokens: Iterable[Token], offset: int) -> list[Extent]:
    """Return the runs of `tokens` as [start, end), without stops and spaces at their ends.

    Runs that only punctuation parts are one.
    """
    ordered = sorted(set(tokens), key=lambda token: token.i)
    runs: list[list[Token]] = []
    for token in ordered:
        doc = token.doc
        if runs and all(t.is_punct or t.is_space for t in doc[runs[-1][-1].i + 1 : token.i]):
            runs[-1].append(token)
        else:
            runs.append([token])
    found = []
    for run in runs:
        while run and _bare(run[0]):
            run.pop(0)
        while run and _bare(run[-1]):
            run.pop()
        if run:
            found.append((offset + run[0].idx, offset + run[-1].idx + len(run[-1])))
    return found


def meet(left: Extent, right: Extent) -> bool:
    """Tell whether two stretches share a character."""
    return left[0] < right[1] and right[0] < left[1]


def size(pieces: Iterable[Extent]) -> int:
    """Return the characters of `pieces`, which do not overlap."""
    return sum(end - start for start, end in pieces)


def shared(left: Sequence[Extent], right: Sequence[Extent]) -> int:
    """Return the characters that two contents share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def _bare(token: Token) -> bool:
    return token.is_space or token.text in _STOPS
