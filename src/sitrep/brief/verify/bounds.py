"""Numbers by what they allow: "more than 30" is met by 35, "the 1980s" by a day in 1986."""

from collections.abc import Iterator, Sequence

from sitrep.brief.verify.reading import Reading

_MORE = frozenset({"more", "greater", "larger", "longer", "higher", "older"})
_LESS = frozenset({"less", "fewer", "smaller", "shorter", "lower", "younger"})
_AFTER, _BEFORE = frozenset({"after", "over", "since"}), frozenset({"before", "under"})
BOUNDING = _MORE | _LESS | _AFTER | _BEFORE | {"century"}
"""Words that are read with the number beside them."""
_YEARS = (1000, 2100)


def bounded(sentence: Reading, at: int, evidence: Reading) -> bool:
    """Return whether a number or year of the evidence is one that the number at `at` allows."""
    interval = _interval(sentence, at)
    if interval is None:
        return False
    low, high = interval
    year = _is_year(float(sentence.tokens[at].key)) or _century(sentence, at)
    return any(low <= other <= high for other in _numbers(evidence) if _is_year(other) == year)


def _interval(sentence: Reading, at: int) -> tuple[float, float] | None:
    """Return what the number allows, lowest and highest; None for a clock time."""
    token = sentence.tokens[at]
    if not token.key.replace(".", "", 1).isdigit():
        return None
    mine = float(token.key)
    before = [token.surface for token in sentence.tokens[max(0, at - 3) : at]]
    if _century(sentence, at):
        return (mine - 1) * 100 + 1, mine * 100
    if _is_year(mine) and mine % 10 == 0 and sentence.text[token.end : token.end + 1] == "s":
        return mine, mine + 9
    return _compared(before, mine)


def _compared(before: Sequence[str], mine: float) -> tuple[float, float]:
    """Return the interval that the words before a number open; the number alone without them."""
    far, step = float("inf"), 1e-6
    if "least" in before:
        return mine, far
    if "most" in before:
        return -far, mine
    than = "than" in before
    last = before[-1] if before else ""
    if (than and not _MORE.isdisjoint(before)) or last in _AFTER:
        return mine + step, far
    if (than and not _LESS.isdisjoint(before)) or last in _BEFORE:
        return -far, mine - step
    return mine, mine


def _century(sentence: Reading, at: int) -> bool:
    following = sentence.tokens[at + 1 : at + 2]
    return bool(following) and following[0].surface == "century"


def _is_year(number: float) -> bool:
    return _YEARS[0] < number < _YEARS[1]


def _numbers(evidence: Reading) -> Iterator[float]:
    """Yield the numbers of an evidence sentence and the years of its dates."""
    for token in evidence.tokens:
        if token.kind == "number" and token.key.replace(".", "", 1).isdigit():
            yield float(token.key)
    for ref in evidence.dates:
        yield from (float(year) for year, _, _ in ref.days if year)
