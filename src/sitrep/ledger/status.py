"""The status of a finding, from its answers' origins, sides and denials."""

from collections.abc import Sequence

from sitrep.ledger.context import THIRD
from sitrep.model.findings import Answer, QuestionKind, Status

_OPPOSED = (frozenset(("accepts", "rejects")), frozenset(("accepts", "has not accepted")))


def status(kind: QuestionKind, answers: Sequence[Answer]) -> Status:
    """Return the status.

    contested: answers exclude one another, or claims deny one. corroborated: two independent
    origins or more, one of them no party. one-sided: several origins, none outside the parties.
    single-origin: one origin, whatever the number of outlets.
    """
    if contested(kind, answers):
        return "contested"
    best = answers[0]
    origins = (
        {origin for one in answers for origin in one.origins}
        if kind == "decision"
        else (set(best.origins))
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
    if kind in ("count", "control"):
        return True
    texts = {answer.text for answer in answers}
    return any(pair <= texts for pair in _OPPOSED)
