"""The Admiralty grade (AJP-2.1) of a finding by a written rule; docs/ledger.md has the table."""

from collections.abc import Iterable, Sequence

from sitrep.ledger.context import THIRD, Context
from sitrep.ledger.reply import Reply
from sitrep.model.findings import Answer, Grade, QuestionKind, Status
from sitrep.vocabulary.types import Reliability

_OWN_MATTERS = ("decision", "meeting", "visit", "statement", "sanction")
"""What a party says it decided, did or holds is nearer to fact than what it says of a battle."""
_ORDER: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")


def grade(
    kind: QuestionKind,
    state: Status,
    answers: Sequence[Answer],
    replies: Iterable[Reply],
    context: Context,
) -> Grade:
    """Return reliability of the best outlet and credibility by origins, sides and denials."""
    reliability, outlet = _reliability(replies, context)
    best = answers[0]
    origins, third = len(best.origins), THIRD in best.sides
    reasons = [
        f"best outlet: {outlet} ({reliability})",
        f"independent origins of the leading answer: {origins}",
        f"sides: {', '.join(best.sides) or 'none'}",
    ]
    if state == "contested":
        independent = sum(THIRD in answer.sides for answer in answers[1:])
        against = independent >= 1 and not third
        reasons.append("answers stand against each other")
        return Grade(
            reliability=reliability, credibility=5 if against else 4, reasons=tuple(reasons)
        )
    if origins >= 3 and third:
        return Grade(reliability=reliability, credibility=1, reasons=tuple(reasons))
    if origins >= 2 and third:
        return Grade(reliability=reliability, credibility=2, reasons=tuple(reasons))
    if kind in _OWN_MATTERS or third:
        unknown = third and reliability == "F" and kind not in _OWN_MATTERS
        reasons.append("nobody denies it")
        return Grade(
            reliability=reliability, credibility=6 if unknown else 3, reasons=tuple(reasons)
        )
    reasons.append("only a party to the conflict says so")
    return Grade(reliability=reliability, credibility=4, reasons=tuple(reasons))


def _reliability(replies: Iterable[Reply], context: Context) -> tuple[Reliability, str]:
    """Return the best letter among the outlets that carry the finding, with the outlet's name."""
    found: list[tuple[int, str]] = []
    for reply in replies:
        outlet = context.outlet(reply.claim.article_id)
        if outlet is not None:
            found.append((_ORDER.index(outlet.reliability), outlet.name))
    if not found:
        return "F", "unknown"
    best, name = min(found)
    return _ORDER[best], name
