"""Statements: what someone said, where a sentence answers no narrower question."""

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Claim

_TOPICS = 2
"""So many names say what a statement is about."""


def statements(claim: Claim, context: Context) -> list[Reply]:
    """Return the reply that its speaker said this, or that the outlet reports it."""
    speaker = claim.speaker_id or claim.speaker.casefold()
    window = window_of(None, claim.published_at)
    attributed = claim.attribution is not None
    name = context.name(claim.speaker_id) if claim.speaker_id else claim.speaker
    topics = _topics(claim, context)
    about = f" about {' and '.join(topics)}" if topics else ""
    return [
        Reply(
            claim=claim,
            kind="statement" if attributed else "event",
            key=f"statement|{speaker}"
            if attributed
            else f"report|{context.story(claim.article_id)}",
            text=f"What {name} said{about}" if attributed and claim.speaker_id else "",
            answer="said" if attributed else "reported",
            window=window,
            weight=context.words.weights["statement" if attributed else "event"],
            loose=True,
            actors=_of_whom(claim, context),
        )
    ]


def _of_whom(claim: Claim, context: Context) -> tuple[str, ...]:
    """Return who speaks; without a speaker, the first person whom the outlet speaks of."""
    if claim.attribution is not None:
        return (claim.speaker_id,) if claim.speaker_id else ()
    named = (mention.entity_id for mention in claim.mentions)
    first = next((one for one in named if one and _is_person(one, context)), None)
    return (first,) if first else ()


def _is_person(actor_id: str, context: Context) -> bool:
    actor = context.actor(actor_id)
    return actor is not None and actor.kind == "person"


def _topics(claim: Claim, context: Context) -> list[str]:
    found = [
        context.name(mention.entity_id)
        for mention in claim.mentions
        if mention.entity_id is not None and mention.entity_id != claim.speaker_id
    ]
    return list(dict.fromkeys(found))[:_TOPICS]
