"""Meetings of the diplomacy tracker: who, where, when, about what, from a finding's claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from sitrep.model.extraction import Claim, Event
from sitrep.model.findings import Finding
from sitrep.model.meetings import Meeting
from sitrep.vocabulary.diplomacy import DiplomacyPatterns, diplomacy_words

_NEAR = 100
"""Characters from the word for the meeting within which it is said to be called off."""
_BEST = 5
_BESIDE = 40
"""Characters between a name and the word for a meeting of which it is the subject."""
_LED = re.compile(r"\b(led|headed) by (\S+ ){0,4}$")


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
        place=finding.place or (_goal(told[:_BEST]) if visit else None),
        starts=finding.happened_from,
        ends=finding.happened_to,
        topics=_found(words.topics, quotes[:_BEST]),
        signals=_found(words.signals, quotes[:_BEST]) if visit else (),
        said_by=answer.claimants,
    )


def named(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """Return "Visit by … to …" or "Talks between … and …" by the events of a finding's claims.

    "" where none of its best claims names, by id, who travels and where to or who meets whom.
    """
    answer = finding.answers[0]
    for claim in (claims[one] for one in answer.claims_for[:_BEST] if one in claims):
        for event in claim.events:
            if event.type != "CONSULT":
                continue
            who = _who(claim, event)
            whom = {p.entity_id: p.name for p in event.targets if p.entity_id is not None}
            if event.mode == "visit":
                goal = finding.place or _goal_of(event)
                if who and goal:
                    return f"Visit by {_listed(who.values())} to {goal}"
            elif len(who | whom) > 1:
                form = "Phone call" if event.mode == "phone" else "Talks"
                return f"{form} between {_listed((who | whom).values())}"
    return ""


def _goal_of(event: Event) -> str:
    """Return the name of whom or what a visit is paid to, "" where nobody says."""
    return next((one.name for one in event.targets if one.name[:1].isupper()), "")


def _goal(told: Iterable[Claim]) -> str | None:
    visits = (e for claim in told for e in claim.events if e.mode == "visit" and e.targets)
    return next((goal for event in visits if (goal := _goal_of(event))), None)


def _who(claim: Claim, event: Event) -> dict[str, str]:
    """Return who acts in an event, by id: its actors, who leads them, else the name before it."""
    who = {p.entity_id: p.name for p in event.actors if p.entity_id is not None}
    start, quote = claim.evidence.start, claim.evidence.quote
    before = [
        one
        for one in claim.mentions
        if one.entity_id is not None and one.span.end <= event.trigger.start
    ]
    for one in before:
        lead = quote[: one.span.start - start].casefold()
        if one.kind == "person" and _LED.search(lead):
            who.setdefault(one.entity_id or "", one.name)
    if not who and before and event.trigger.start - before[-1].span.end <= _BESIDE:
        who[before[-1].entity_id or ""] = before[-1].name
    return who


def _listed(names: Iterable[str]) -> str:
    return " and ".join(list(names)[:2])


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
                for actor in _who(claim, event):
                    found.setdefault(actor)
                for one in event.targets:
                    if one.entity_id is not None:
                        found.setdefault(one.entity_id)
    return tuple(found)


def _found(patterns: Mapping[str, re.Pattern[str]], quotes: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        name for name, pattern in patterns.items() if any(pattern.search(q) for q in quotes)
    )
