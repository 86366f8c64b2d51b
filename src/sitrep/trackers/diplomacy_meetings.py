"""Meetings of the diplomacy tracker: who, where, when, about what, from a finding's claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from sitrep.model.extraction import Claim, Event, Participant
from sitrep.model.findings import Finding
from sitrep.model.meetings import Meeting
from sitrep.vocabulary.diplomacy import (
    DiplomacyPatterns,
    diplomacy_words,
    hosts,
    is_topic,
    with_others,
)

_NEAR = 100
"""Characters from the word for the meeting within which it is said to be called off."""
_BEST = 5
_BESIDE = 40
"""Characters between a name and the word for a meeting of which it is the subject."""
_SIDES = 2
_TO = re.compile(r"^ (?:official |working |state )?(?:visit )?(?:to |in |at )?(?:the )?")
_WISHED = re.compile(
    r"\b(welcom\w+|propos\w+|suggest\w+|call(s|ed|ing)? for|urg\w+|demand\w+|offer\w+|support\w*|"
    r"back(s|ed|ing)|want\w*|hop(e|es|ed|ing)|press\w* for|push\w* for|ready for|"
    r"open to)\b[^.;,]{0,40}$"
)
"""Before the word for a meeting: somebody would have it, which is no meeting yet."""
_LIKELY = re.compile(
    r"\b(likely|probabl[ye]|could|may|might|possibl[ye]|expects?|hop(e|es|ed|ing))\b[^.;,]{0,70}$"
)
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
    hedged = {"held": _WISHED, "planned": _LIKELY}.get(status)
    if off is None and hedged and told and all(_only(one, finding, hedged) for one in told):
        off = "possible"
    visit = finding.question.kind == "visit"
    call = any(words.call.search(quote) for quote in quotes[:_BEST])
    return Meeting(
        form="visit" if visit else "call" if call else "meeting",
        status=cast(
            "Literal['planned', 'possible', 'held', 'not held', 'cancelled', 'postponed']",
            off or status,
        ),
        actors=_actors(told[:_BEST]),
        place=_named_there(finding.place, told[:_BEST]) or (_goal(told[:_BEST]) if visit else None),
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
            words = _visit(claim, event) if event.mode == "visit" else _talks(claim, event)
            if words:
                return words
    return ""


def _visit(claim: Claim, event: Event) -> str:
    """Return "Visit by X to Y" where X is a person and Y a place beside the word for the visit.

    Who hosts somebody is not the one who travels.
    """
    who = _persons(claim, _who(claim, event))
    quote, start = claim.evidence.quote, claim.evidence.start
    if hosts(event.trigger.quote):
        whom = _persons(claim, {p.entity_id: p.name for p in event.targets if p.entity_id})
        return f"Talks between {_listed((who | whom).values())}" if who and whom else ""
    lead = _TO.match(quote[event.trigger.end - start :])
    at = event.trigger.end + (lead.end() if lead else 0)
    near = [(one.span.start, one.name) for one in claim.places]
    near += [(one.span.start, one.name) for one in event.targets]
    goal = next((n for begin, n in near if at <= begin <= at + 1 and n[:1].isupper()), "")
    return f"Visit by {_listed(who.values())} to {goal}" if who and goal else ""


def _talks(claim: Claim, event: Event) -> str:
    """Return "Talks between X and Y": two persons, or two states or bodies, and no mere topics."""
    who = _who(claim, event)
    whom = {
        p.entity_id: p.name
        for p in event.targets
        if p.entity_id is not None and not _topic(claim, p)
    }
    after = claim.evidence.quote[event.trigger.end - claim.evidence.start :]
    both = who | whom
    if len(who) >= _SIDES and with_others(after):
        first = next(iter(who))
        both = {first: who[first]} | whom
    persons = _persons(claim, both)
    alike = not persons or len(persons) == len(both)
    if len(both) < _SIDES or not who or not alike:
        return ""
    form = "Phone call" if event.mode == "phone" else "Talks"
    return f"{form} between {_listed(both.values())}"


def _topic(claim: Claim, one: Participant) -> bool:
    """Tell whether a target is what was spoken of: "sanctions against X", "X's war"."""
    quote, start = claim.evidence.quote, claim.evidence.start
    return is_topic(quote[: one.span.start - start], quote[one.span.end - start :])


def _persons(claim: Claim, named: Mapping[str, str]) -> dict[str, str]:
    """Return those of actors by id that the sentence names as persons."""
    known = {one.entity_id for one in claim.mentions if one.kind == "person"}
    return {one: name for one, name in named.items() if one in known}


def _only(claim: Claim, finding: Finding, hedged: re.Pattern[str]) -> bool:
    """Tell whether a sentence has words of wishing or likelihood before the meeting it tells of."""
    start, quote = claim.evidence.start, claim.evidence.quote.lower()
    met = [one for one in claim.events if one.type == "CONSULT"]
    own = [
        one
        for one in met
        if any(who.name in finding.question.text for who in (*one.actors, *one.targets))
    ]
    return bool(met) and all(hedged.search(quote[: e.trigger.start - start]) for e in own or met)


def _named_there(place: str | None, told: Iterable[Claim]) -> str | None:
    """Return a place unless all that is said of it is what belongs to it: "Moscow's war"."""
    quotes = [claim.evidence.quote.replace("’", "'") for claim in told]
    owned = [quote for quote in quotes if place and f"{place}'s" in quote]
    return None if owned and len(owned) == len(quotes) else place


def _goal_of(event: Event) -> str:
    """Return the name of whom or what a visit is paid to, "" where nobody says."""
    return next((one.name for one in event.targets if one.name[:1].isupper()), "")


def _goal(told: Iterable[Claim]) -> str | None:
    for claim in told:
        for event in claim.events:
            whom = {one.entity_id: one.name for one in event.targets if one.entity_id}
            goal = _goal_of(event) if event.mode == "visit" else ""
            if goal and goal not in _persons(claim, whom).values():
                return goal
    return None


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
