"""The status of a finding, from its answers' origins, sides and denials."""

import math
from collections.abc import Sequence

from sitrep.ledger.answers import ABOUT
from sitrep.ledger.context import THIRD
from sitrep.ledger.control import IN_PART
from sitrep.model.findings import Answer, QuestionKind, Status

_OPPOSED = (
    frozenset(("accepts", "rejects")),
    frozenset(("accepts", "has not accepted")),
    frozenset(("yes", "cancelled")),
    frozenset(("warning shots", "deliberate fire")),
    frozenset(("a mistake", "deliberate fire")),
)


def status(
    kind: QuestionKind, answers: Sequence[Answer], *, asked: bool = True, exclusive: bool = False
) -> Status:
    """Return the status; without a question `asked` in words nothing is set against anything.

    contested: answers exclude one another, as all do of an `exclusive` question, or claims deny
    one. corroborated: two independent
    origins or more that known outlets carry, one of them no party. one-sided: several such,
    none outside the parties. single-origin: one origin, or such as nobody knows, whatever the
    number of outlets.
    """
    if asked and (contested(kind, answers) or (exclusive and len(answers) > 1)):
        return "contested"
    best = answers[0]
    origins = (
        {origin for one in answers for origin in one.vouched}
        if kind == "decision"
        else set(best.vouched)
    )
    if len(origins) < 2:
        return "single-origin"
    sides = {side for one in answers for side in one.sides} if kind == "decision" else best.sides
    return "corroborated" if THIRD in sides else "one-sided"


def contested(kind: QuestionKind, answers: Sequence[Answer]) -> bool:
    """Tell whether answers stand against each other."""
    if any(answer.claims_against for answer in answers):
        return True
    if len(answers) < 2:
        return False
    if kind == "count":
        bounds = [_bounds(answer) for answer in answers]
        return max(low for low, _ in bounds) > min(high for _, high in bounds)
    if kind == "control":
        holders = {answer.text.removesuffix(IN_PART) for answer in answers}
        return len(holders) > 1 and not all(one.text.endswith(IN_PART) for one in answers)
    texts = {answer.text for answer in answers}
    return any(pair <= texts for pair in _OPPOSED)


def _bounds(answer: Answer) -> tuple[float, float]:
    """Return the least and the greatest number that an answer allows: "at least 4" has no end."""
    if answer.low is None and answer.high is None:
        value = answer.value if answer.value is not None else 0.0
        slack = ABOUT * abs(value) if answer.text.startswith("about ") else 0.0
        return value - slack, value + slack
    low = answer.low if answer.low is not None else -math.inf
    return low, answer.high if answer.high is not None else math.inf
