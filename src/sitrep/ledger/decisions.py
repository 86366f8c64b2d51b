"""Decisions: what a party made of a proposal."""

import re

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import actor_before, deciding
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim

_REACH = 70
"""A word of decision further than so many characters from the proposal is about another thing."""
_NEGATION = re.compile(r"\b(not|never|no|n't|without|neither|nor)\W+(?:\w+\W+){0,2}$")


def decisions(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply when a sentence says what a party, mediator or state made of a proposal."""
    text = claim.evidence.quote.casefold()
    proposal = _proposal(text, context)
    if proposal is None:
        return []
    key, name, at = proposal
    found = _cue(text, at, context)
    if found is None:
        return []
    decision, position = found
    decider = _decider(claim, claim.evidence.start + position, context)
    if decider is None:
        return []
    return [
        Reply(
            claim=claim,
            kind="decision",
            key=f"decision|{key}|{decider}",
            text=f"{context.name(decider)} on {name}",
            answer=decision,
            window=window_of(claim.as_of, claim.published_at),
            weight=context.words.weights["decision"],
            actors=(decider,),
        )
    ]


def _proposal(text: str, context: Context) -> tuple[str, str, int] | None:
    """Return key, name for readers and offset of the proposal that a sentence speaks of."""
    for proposal in context.theatre.proposals:
        for alias in (proposal.name, *proposal.aliases):
            at = text.find(alias.casefold())
            if at >= 0:
                return proposal.id, f"the {proposal.name}".replace("the the ", "the "), at
    for kind, words in context.words.proposals.items():
        found = [text.find(word) for word in words if word in text]
        if found:
            return kind, f"a {kind}".replace("a exchange", "an exchange"), min(found)
    return None


def _cue(text: str, at: int, context: Context) -> tuple[str, int] | None:
    for decision, pattern in context.decision_cues.items():
        for match in pattern.finditer(text):
            if min(abs(match.start() - at), abs(match.end() - at)) > _REACH:
                continue
            if not _NEGATION.search(text[: match.start()]):
                return decision, match.start()
            if decision == "accepts":
                return "has not accepted", match.start()
    return None


def _decider(claim: Claim, position: int, context: Context) -> str | None:
    mention = actor_before(claim, position, context)
    return deciding(mention.entity_id if mention else claim.speaker_id, context)
