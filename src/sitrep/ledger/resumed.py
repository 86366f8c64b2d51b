"""Speakers named again: "the ministry" or "the spokesman" is who spoke above as one."""

from collections.abc import Iterable

import msgspec

from sitrep.ledger.context import Context
from sitrep.ledger.scope import follows
from sitrep.model.extraction import Claim

_REACH = 1200
"""A body that was named further above than so many characters is named anew."""
_KINDS = {
    "ministry": ("ministry",),
    "force": ("force",),
    "spokesperson": ("person",),
    "officials": ("country", "government"),
}
"""The kinds of actors that each noun of `questions.yaml` may stand for."""


def resumed(claims: Iterable[Claim], context: Context) -> list[Claim]:
    """Return claims with the speakers whom their reports name above, by id.

    Only a speaker who is nobody known gives way, and only to the last one of that kind.
    """
    found: list[Claim] = []
    above: list[Claim] = []
    for claim in sorted(claims, key=lambda one: (one.article_id, one.evidence.start, one.id)):
        told = _again(claim, [one for one in above if follows(claim, one, _REACH)], context)
        found.append(told)
        if told.speaker_id is not None and told.attribution is not None:
            above = [*(one for one in above if follows(told, one, _REACH)), told]
    return sorted(found, key=lambda one: one.id)


def _again(claim: Claim, above: list[Claim], context: Context) -> Claim:
    told = claim.attribution
    if told is None or told.source is None or claim.speaker_id is not None:
        return claim
    source = told.source.quote.casefold()
    for noun, pattern in context.resumed.items():
        if pattern.search(source):
            who = next((one for one in reversed(above) if _fits(one, noun, context)), None)
            return _as(claim, who) if who is not None else claim
    return claim


def _fits(above: Claim, noun: str, context: Context) -> bool:
    """Tell whether who spoke above may be called so; a person or officials were called so there."""
    actor = context.actor(above.speaker_id)
    source = above.attribution.source if above.attribution else None
    if actor is None or source is None or actor.kind not in _KINDS[noun]:
        return False
    called = noun in ("ministry", "force")
    return called or context.resuming[noun].search(source.quote.casefold()) is not None


def _as(claim: Claim, who: Claim) -> Claim:
    """Return a claim as the word of who spoke above, its figures with it."""
    if claim.attribution is None or who.attribution is None:
        return claim
    named = {"speaker": who.speaker, "speaker_id": who.speaker_id}
    figures = (
        msgspec.structs.replace(one, claimant=who.speaker, claimant_id=who.speaker_id)
        if one.claimant == claim.speaker and one.claimant_id is None
        else one
        for one in claim.figures
    )
    return msgspec.structs.replace(
        claim,
        attribution=msgspec.structs.replace(
            claim.attribution, source=who.attribution.source, **named
        ),
        side=who.side,
        figures=tuple(figures),
        **named,
    )
