"""The Admiralty grade (AJP-2.1) of a finding by a written rule; docs/ledger.md has the table."""

from collections.abc import Iterable, Sequence
from typing import Literal

from sitrep.ledger.context import THIRD, Context
from sitrep.ledger.reply import Reply
from sitrep.model.findings import Answer, Grade, QuestionKind, Status
from sitrep.vocabulary.types import Reliability

_OWN_MATTERS = ("decision", "meeting", "visit", "statement", "sanction")
"""What a party says it decided, did or holds is nearer to fact than what it says of a battle."""
_ORDER: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")


def grade(
    state: Status, answers: Sequence[Answer], replies: Sequence[Reply], context: Context
) -> Grade:
    """Return reliability of the best outlet and credibility by origins, sides and denials."""
    reliability, resting = _reliability(replies, context)
    best = answers[0]
    credibility, why = _credibility(replies[0].kind, state, answers, context)
    return Grade(
        reliability=reliability,
        credibility=credibility,
        reasons=(
            *resting,
            f"independent origins of the leading answer: {best.counted}",
            f"sides: {', '.join(best.sides)}",
            why,
        ),
    )


def _credibility(
    kind: QuestionKind,
    state: Status,
    answers: Sequence[Answer],
    context: Context,
) -> tuple[Literal[1, 2, 3, 4, 5, 6], str]:
    best = answers[0]
    known = len(best.vouched)
    third = THIRD in best.sides
    own = kind in _OWN_MATTERS
    others = [answer for answer in answers[1:] if answer.vouched]
    disputed = state == "contested" and bool(others)
    refuted = not third and any(THIRD in answer.sides for answer in others)
    rules: tuple[tuple[bool, Literal[1, 2, 3, 4, 5, 6], str], ...] = (
        (not known, 6, "no outlet that a theatre file knows carries it"),
        (disputed and refuted, 5, "a third party gives another answer than a party"),
        (disputed, 4, "answers stand against each other"),
        (known >= 3 and third, 1, "three independent origins or more, not all parties"),
        (known == 2 and third, 2, "two independent origins, not all parties"),
        (_agreed(best, context), 2, "parties that fight each other say the same"),
        (third, 3, "one origin, no party; nobody denies it"),
        (own, 3, "a party on its own matters; nobody denies it"),
    )
    for fits, credibility, why in rules:
        if fits:
            return credibility, why
    return 4, "only a party to the conflict says so"


def _agreed(best: Answer, context: Context) -> bool:
    """Tell whether more than one party gives the answer: neither has a reason to help the other."""
    return len(set(best.sides) & set(context.parties)) > 1


def _reliability(replies: Iterable[Reply], context: Context) -> tuple[Reliability, tuple[str, ...]]:
    """Return the best letter among the outlets that carry the finding, with the reasons for it."""
    found: list[tuple[int, str, str]] = []
    for reply in replies:
        outlet = context.outlet(reply.claim.article_id)
        if outlet is not None:
            record = context.learned.get(outlet.id)
            letter = record.letter if record is not None else outlet.reliability
            found.append((_ORDER.index(letter), outlet.name, record.reason if record else ""))
    if not found:
        return "F", ("best outlet: unknown (F)",)
    best, name, learned = min(found)
    first = f"best outlet: {name} ({_ORDER[best]})"
    return _ORDER[best], (first, learned) if learned else (first,)
