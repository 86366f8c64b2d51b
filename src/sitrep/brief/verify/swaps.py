"""Words that stand in a sentence where its evidence has another: "the plant" for "the depot"."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from sitrep.brief.verify.matching import PRONOUNS, value
from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token
from sitrep.vocabulary.senses import relation

_PASSED_OVER = frozenset({
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "being", "of", "to", "and", "that",
    "which", "who", "has", "have", "had",
})  # fmt: skip
"""Words whose coming and going changes no sense by itself."""
_WIDEST = 4
"""A stretch of more words than this is another phrase, not another word."""
_SHADE = 0.1


@dataclass(frozen=True, slots=True)
class Swaps:
    """How far a sentence runs as its evidence does (0 to 1), and the words exchanged in it.

    `amount` counts an exchanged word as 1, one for a word of nearly its sense as 0.1.
    """

    parallel: float
    amount: float
    places: tuple[int, ...]


def swaps(sentence: Reading, evidence: Reading) -> Swaps:
    """Lay a sentence beside one evidence sentence, word for word, and return what was exchanged."""
    mine, theirs = _telling(sentence), _telling(evidence)
    keys = [value(token) for _, token in mine], [value(token) for _, token in theirs]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    same, amount, places = 0, 0.0, []
    for tag, start, end, there, there_end in matcher.get_opcodes():
        if tag == "equal":
            same += end - start
        elif tag == "replace" and there_end - there <= _WIDEST:
            beside = [token for _, token in theirs[there:there_end]]
            for at, token in mine[start:end]:
                change = _change(token, beside)
                amount += change
                places += [at] if change == 1 else []
    return Swaps(same / max(1, len(mine)), amount, tuple(places))


def _telling(reading: Reading) -> list[tuple[int, Token]]:
    return [
        (at, token)
        for at, token in enumerate(reading.tokens)
        if token.kind != "mark" and token.surface not in _PASSED_OVER
    ]


def _change(token: Token, beside: list[Token]) -> float:
    """Return how far `token` is from the words that stand in its place."""
    ways = {relation(token.surface, other.surface) for other in beside}
    ways |= {relation(token.key, other.key) for other in beside}
    if any(other.surface in PRONOUNS for other in beside):
        return 0.0
    if not ways.isdisjoint({"same", "wider"}):
        return 0.0
    return _SHADE if "near" in ways else 1.0
