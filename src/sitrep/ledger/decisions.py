"""Decisions: what a party made of a proposal."""

import re

from sitrep.ledger.conditions import on_conditions
from sitrep.ledger.content import marred
from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.scope import deciding
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim, Event
from sitrep.vocabulary.wording import CONDITIONS

_REACH = 70
"""A word of decision further than so many characters from the proposal is about another thing."""
_RECALLED = 0.7
"""What a decision weighs that a sentence names only to say when something else was."""
_LONGEST = 500
"""A longer run of text is a list of headlines: words in it stand near each other by chance."""
_NEGATION = re.compile(r"\b(not|never|no|without|neither|nor|\w+n't)\W+(?:\w+\W+){0,2}$")
_BETWEEN = re.compile(
    r"^\W*(?:(?:has|have|had|was|were|is|are|be|been|also|again|already|now|effectively|formally|"
    r"publicly|repeatedly|not|never|did|does|do|it|he|she|they|said|says|that|and|both|sides|will|"
    r"on|\w+day|\w+ly)\W+){0,5}$"
)
"""What may stand between who decides and the word of decision when no parse says more."""


def decisions(claim: Claim, context: Context) -> list[Reply]:
    """Return a reply for each party, mediator or state that a sentence has decide on a proposal."""
    text = claim.evidence.quote.casefold().replace("’", "'")
    if len(text) > _LONGEST or marred(claim.evidence.quote) or _by_a_stranger(claim, context):
        return []
    proposal = _proposal(text, context)
    if proposal is None:
        told = dict(on_conditions(claim, text, context))
        return [
            _reply(claim, (CONDITIONS, CONDITIONS), who, (told[who], False), context)
            for who in told
        ]
    key, name, at = proposal
    return [
        _reply(claim, (key, name), decider, decided, context)
        for decider, decided in _decided(claim, text, at, context).items()
    ]


def _reply(
    claim: Claim, on: tuple[str, str], decider: str, decided: tuple[str, bool], context: Context
) -> Reply:
    """Return the reply that `decider` decided so on a proposal, which is given as key and name."""
    (key, name), (decision, recalled) = on, decided
    return Reply(
        claim=claim,
        kind="decision",
        key=f"decision|{key}|{decider}",
        text=f"{context.name(decider)} on {name}",
        answer=decision,
        window=window_of(claim.as_of, claim.published_at),
        weight=context.words.weights["decision"] * (_RECALLED if recalled else 1.0),
        affirms=claim.stance not in ("denies", "rejects") or _own(claim, decider, context),
        recalled=recalled,
        actors=(decider,),
    )


def _by_a_stranger(claim: Claim, context: Context) -> bool:
    """Tell whether somebody says so of whom nobody knows for whom he speaks.

    What he says of a party's position is a statement of his, not the party's position.
    """
    known = claim.side is not None or context.speaker(claim) is not None
    return claim.attribution is not None and not known


def _proposal(text: str, context: Context) -> tuple[str, str, int] | None:
    """Return key, name for readers and offset of the proposal that a sentence speaks of."""
    for proposal in context.theatre.proposals:
        for alias in (proposal.name, *proposal.aliases):
            at = text.find(alias.casefold())
            if at >= 0:
                return proposal.id, f"the {proposal.name.removeprefix('the ')}", at
    for kind, words in context.words.proposals.items():
        found = [text.find(word) for word in words if word in text]
        if found:
            return kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}", min(found)
    return None


def _decided(claim: Claim, text: str, at: int, context: Context) -> dict[str, tuple[str, bool]]:
    """Return who is said to have decided what near the proposal: of each, the strongest.

    Beside it stands whether the sentence only recalls it.
    """
    found: dict[str, tuple[str, bool]] = {}
    for decision, pattern in context.decision_cues.items():
        for match in pattern.finditer(text):
            if min(abs(match.start() - at), abs(match.end() - at)) > _REACH:
                continue
            negated = bool(_NEGATION.search(text[: match.start()]))
            if negated and decision != "accepts":
                continue
            recalled = bool(context.afterwards.search(text[: match.start()]))
            for decider in _deciders(claim, match, text, context):
                found.setdefault(decider, ("has not accepted" if negated else decision, recalled))
    return found


def _deciders(claim: Claim, match: re.Match[str], text: str, context: Context) -> tuple[str, ...]:
    """Return who decides: the actors of the event at the word, else who stands before it.

    What somebody may do, or is asked to do, is no decision.
    """
    start = claim.evidence.start + match.start()
    events = [event for event in claim.events if _at(event, start, start + len(match[0]))]
    if events:
        actual = [event for event in events if event.modality == "actual"]
        found = [deciding(one.entity_id, context) for event in actual for one in event.actors]
        deciders = tuple(dict.fromkeys(one for one in found if one is not None))
        if deciders or not actual:
            return deciders
    before = [
        mention for mention in claim.mentions if mention.span.end <= start and mention.entity_id
    ]
    last = max(before, key=lambda mention: mention.span.end, default=None)
    if last is None:
        return ()
    between = text[last.span.end - claim.evidence.start : match.start()]
    one = deciding(last.entity_id, context) if _BETWEEN.search(between) else None
    return (one,) if one is not None else ()


def _own(claim: Claim, decider: str, context: Context) -> bool:
    """Tell whether the word of denial or refusal is the decision itself, told by the outlet.

    "Russia rejected the truce" is; "the Kremlin denied that Russia had accepted" is not.
    """
    cue = claim.attribution.cue if claim.attribution else None
    if cue is None:
        return True
    start, end = cue.start - claim.evidence.start, cue.end - claim.evidence.start
    text = claim.evidence.quote.casefold()
    return any(
        start < match.end() and match.start() < end
        for pattern in context.decision_cues.values()
        for match in pattern.finditer(text)
    ) and decider == deciding(claim.speaker_id, context)


def _at(event: Event, start: int, end: int) -> bool:
    return start <= event.trigger.start < end
