"""Who answers for a part of a sentence: the nearest "X said that" or "X denied that" before it."""

import re
from dataclasses import dataclass

from sitrep.ledger.context import Context
from sitrep.ledger.scope import deciding
from sitrep.model.extraction import Attribution, Claim

_REPORTED = re.compile(
    r"\b(said|says|reported|reports|claimed|claims|announced|declared|denied|denies|confirmed)\b"
    r"(?: on \w+day| \w+day| last \w+| on [A-Z]\w+ \d+)? that\b"
)
_DENIED = ("denied", "denies")
_BREAK = re.compile(
    r"[,;:]|\b(?:after|since|when|while|as|but|and|although|which|that|where|who|whose|before|because)\b"
)
_LONGEST = 60
"""A longer run of words before the verb is no name."""


_CLOSE = 20
"""So many characters may stand between a speaker and the word of denial ("has strongly")."""


def denied_words(claim: Claim, context: Context) -> str:
    """Return the words of what the speaker of a claim denies, "" where he denies nothing.

    "It denied the claim, saying that …" is a denial beside what it goes on to say.
    """
    told = claim.attribution
    if told is None:
        return ""
    if claim.stance == "denies":
        return " ".join(part.quote for part in told.content)
    found = context.denying.search(claim.evidence.quote.casefold())
    if found is None or told.source is None:
        return ""
    between = claim.evidence.start + found.start() - told.source.end
    return found["what"] if 0 <= between <= _CLOSE else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says a part of a sentence; `denied`: they say that it is not so."""

    name: str
    actor_id: str | None
    side: str | None
    denied: bool


def voice_of(claim: Claim, position: int, context: Context) -> Voice | None:
    """Return who is said, within the sentence, to say what stands at `position` in its words.

    None where the sentence itself says it.
    """
    text = claim.evidence.quote
    found = [match for match in _REPORTED.finditer(text) if match.end() <= position]
    if not found:
        return None
    verb = found[-1]
    denied = verb[1] in _DENIED
    told = _attributed(claim, verb.start())
    if told is not None and told.speaker:
        name = context.name(told.speaker_id) if told.speaker_id else told.speaker
        actor_id = told.speaker_id or context.bodies.named(told.speaker)
        return Voice(name=name, actor_id=actor_id, side=context.side(actor_id), denied=denied)
    name = _BREAK.split(text[: verb.start()].rstrip())[-1].strip()
    if not name or len(name) > _LONGEST:
        return None
    return _named(claim, name, verb, context)


def _attributed(claim: Claim, verb: int) -> Attribution | None:
    """Return the attribution whose reporting verb stands at `verb` in the sentence."""
    at = claim.evidence.start + verb
    spoken = (claim.attribution, *claim.nested)
    return next(
        (one for one in spoken if one and one.cue and one.cue.start <= at < one.cue.end), None
    )


def _named(claim: Claim, name: str, verb: re.Match[str], context: Context) -> Voice:
    end = claim.evidence.start + verb.start()
    inside = [m for m in claim.mentions if end - len(name) - 1 <= m.span.start < end]
    actor_id = next((m.entity_id for m in inside if m.entity_id and name == m.span.quote), None)
    sides = (deciding(m.entity_id, context) for m in inside)
    side = next((one for one in sides if one in context.parties), None)
    denied = verb[1] in _DENIED
    return Voice(
        name=name, actor_id=actor_id or context.bodies.named(name), side=side, denied=denied
    )
