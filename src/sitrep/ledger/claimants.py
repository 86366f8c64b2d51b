"""Who vouches for an answer, by name: those who speak first, then the outlets that tell it."""

import re
from collections.abc import Collection, Iterable, Iterator

from sitrep.ledger.context import Context
from sitrep.ledger.reply import Reply
from sitrep.model.extraction import Claim
from sitrep.vocabulary.types import Actor

_SPEAKER = "speaker:"
_LONGEST = 8
"""Words in the longest name that is believed to be one."""
_NO_NAME = re.compile(r"\d|https?:|[@#:;?!\"“”]")
_STATES = ("country", "government")
_STEPS = 4
"""Ministry, government, country: no chain of command in a theatre file is longer."""


def claimant(reply: Reply, context: Context) -> str:
    """Return the name of who answers for a reply."""
    claim = reply.claim
    if reply.claimant and reply.claimant != claim.speaker:
        return context.name(reply.claimant_id) if reply.claimant_id else reply.claimant
    if claim.attribution is None:
        return context.outlet_name(claim)
    speaker = context.speaker(claim)
    unnamed = _official(claim, context.actor(speaker), context)
    return unnamed or (context.name(speaker) if speaker else claim.speaker)


def _official(claim: Claim, speaker: Actor | None, context: Context) -> str:
    """Return "a senior Israeli official" where nothing but a state is known of who speaks."""
    source = claim.attribution.source if claim.attribution else None
    if source is None or speaker is None or speaker.kind not in _STATES:
        return ""
    found = context.officials.match(source.quote.casefold())
    if found is None:
        return ""
    words = source.quote[found.start("who") : found.end()]
    opening, _, rest = words.partition(" ")
    return f"{opening.lower()} {rest}" if opening in ("A", "An") else words


def claimants(
    replies: Iterable[Reply], origins: Collection[str], context: Context
) -> tuple[str, ...]:
    """Return the names of those behind `origins`, each once.

    Reports that go back to one known outlet have the name of the first that has them. An outlet
    that only passes a speaker's words on is no origin and not named. A state or
    government gives way to its own ministry or army; what is no name by its shape is left out where
    others are named.
    """
    named: dict[tuple[str, str], str] = {}
    for reply in replies:
        if reply.origin in origins:
            name = claimant(reply, context)
            named.setdefault((reply.origin, "" if _known(reply.origin, context) else name), name)
    ranked = sorted(named, key=lambda one: not one[0].startswith(_SPEAKER))
    names = [named[one] for one in ranked]
    shaped = [name for name in names if _is_name(name, context)]
    return tuple(dict.fromkeys(shaped or names))


def behind(origins: Collection[str], context: Context) -> frozenset[str]:
    """Return those `origins` that are a state or government beside its own ministry or official.

    "Israel said" beside the word of its army is no second origin.
    """
    return frozenset(one for one in origins if _stands_behind(one, origins, context))


def _stands_behind(origin: str, others: Iterable[str], context: Context) -> bool:
    """Tell whether another of the origins speaks for this one, which is a state or government."""
    actor = _actor(origin, context)
    if actor is None or actor.kind not in _STATES:
        return False
    return any(
        other != origin and actor.id in _masters(_actor(other, context), context)
        for other in others
    )


def _masters(actor: Actor | None, context: Context) -> Iterator[str]:
    """Yield the ids of those whose word an actor's is, and of its country by that."""
    for _ in range(_STEPS):
        actor = context.actor(actor.speaks_for) if actor else None
        if actor is None:
            return
        yield actor.id


def _known(origin: str, context: Context) -> bool:
    plain = origin.partition(":")[2]
    return origin.startswith(_SPEAKER) or plain in context.vocabulary.outlets


def _actor(origin: str, context: Context) -> Actor | None:
    known = origin.startswith(_SPEAKER)
    return context.actor(origin.removeprefix(_SPEAKER)) if known else None


def _is_name(name: str, context: Context) -> bool:
    """Tell whether words can be the name of a person, a body or an outlet."""
    words = name.split()
    common = len(words) == 1 and words[0].casefold() in context.stop_words
    short = 0 < len(words) <= _LONGEST and name[:1].isupper()
    return short and not common and _NO_NAME.search(name) is None
