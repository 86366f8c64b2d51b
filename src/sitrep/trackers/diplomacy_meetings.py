"""Meetings of the diplomacy tracker: who, where, when, about what, from a finding's claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding
from sitrep.model.meetings import Meeting
from sitrep.vocabulary.diplomacy import DiplomacyPatterns, diplomacy_words

_NEAR = 100
"""Characters from the word for the meeting within which it is said to be called off."""
_BEST = 5


def meeting(finding: Finding, claims: Mapping[str, Claim], status: str) -> Meeting:
    """Return the meeting or visit that a finding of that kind is about.

    `status` is what its best answer says; a report that calls it off, or puts it off, wins.
    """
    words = diplomacy_words()
    answer = finding.answers[0]
    told = [claims[one] for one in answer.claims_for if one in claims]
    quotes = [claim.evidence.quote.lower() for claim in told]
    off = _called_off(told, words)
    visit = finding.question.kind == "visit"
    call = any(words.call.search(quote) for quote in quotes[:_BEST])
    return Meeting(
        form="visit" if visit else "call" if call else "meeting",
        status=cast(
            "Literal['planned', 'possible', 'held', 'not held', 'cancelled', 'postponed']",
            off or status,
        ),
        actors=_actors(told[:_BEST]),
        place=finding.place,
        starts=finding.happened_from,
        ends=finding.happened_to,
        topics=_found(words.topics, quotes[:_BEST]),
        signals=_found(words.signals, quotes[:_BEST]) if visit else (),
        said_by=answer.claimants,
    )


def _called_off(told: Sequence[Claim], words: DiplomacyPatterns) -> str | None:
    """Return "cancelled" or "postponed" where the latest report says so of the meeting itself."""
    dated = sorted(told, key=lambda c: (c.published_at.isoformat() if c.published_at else "", c.id))
    for claim in reversed(dated):
        for event in claim.events:
            if event.type != "CONSULT":
                continue
            at = event.trigger.start - claim.evidence.start
            near = claim.evidence.quote[max(0, at - _NEAR) : at + _NEAR].lower()
            if words.cancelled.search(near):
                return "cancelled"
            if words.postponed.search(near):
                return "postponed"
    return None


def _actors(told: Iterable[Claim]) -> tuple[str, ...]:
    """Return who takes part in the meetings that claims tell, persons and states alike."""
    found: dict[str, None] = {}
    for claim in told:
        for event in claim.events:
            if event.type == "CONSULT":
                for one in (*event.actors, *event.targets):
                    if one.entity_id is not None:
                        found.setdefault(one.entity_id)
    return tuple(found)


def _found(patterns: Mapping[str, re.Pattern[str]], quotes: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        name for name, pattern in patterns.items() if any(pattern.search(q) for q in quotes)
    )
