"""What stands beside a name and says whose it is, read as part of the name."""

from collections.abc import Sequence
from typing import NamedTuple

from sitrep.brief.verify.tokens import Token
from sitrep.brief.verify.tokens import tokens as split_tokens
from sitrep.vocabulary.spelling import one_spelling


class Run(NamedTuple):
    """The words of an introduction; those in `kept` are the name that the other passages have."""

    words: tuple[str, ...]
    kept: range


def join_introductions(tokens: list[Token], beside: Sequence[Run]) -> None:
    """Let the name in each introduction that `tokens` hold word for word stand for all of it."""
    surfaces = [_surface(token) for token in tokens]
    for run in beside:
        size = len(run.words)
        for at in range(len(tokens) - size + 1):
            if tuple(surfaces[at : at + size]) == run.words:
                _join(tokens, at, run)


def _join(tokens: list[Token], at: int, run: Run) -> None:
    end = at + len(run.words)
    if any(token.quoted for token in tokens[at:end]):
        return
    if run.kept.stop < len(run.words) and end < len(tokens) and tokens[end].surface == ",":
        end += 1  # the comma that closes what the one behind the name has opened
    kept = range(at + run.kept.start, at + run.kept.stop)
    for place in range(at, end):
        if place not in kept:
            tokens[place].skip = True
    live = [tokens[place] for place in kept if not tokens[place].skip]
    if live:
        live[0].start, live[-1].end = tokens[at].start, tokens[end - 1].end


def surfaces_of(text: str) -> tuple[str, ...]:
    """Return the words and marks of `text` in one spelling, lower case."""
    return tuple(map(_surface, split_tokens(text)))


def _surface(token: Token) -> str:
    return one_spelling(token.surface.replace("’", "'"))
