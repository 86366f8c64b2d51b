"""Who answers for a claim, through the media between: "X said, the agency reported" is X's word.

The words of a report name whoever stands nearest. Here a medium that passes on somebody's words
steps back behind them, a medium or body is known under any of its names, and sources without a
name ("residents", "footage") are the outlet that chose to believe them.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import msgspec

from sitrep.ledger.context import Context
from sitrep.model.extraction import Attribution, Claim, Figure
from sitrep.vocabulary.types import Outlet

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:has|have|had|later|since|also|\s)+$")
_LONGEST_NAME = 5
"""Words in the longest name of an outlet that is looked for."""
_STATES = ("country", "government")


class Voices:
    """Settles the speaker of claims against one vocabulary; made once for many claims."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._outlets = _outlets(context.vocabulary.outlets.values())
        self._unnamed = re.compile("|".join(context.words.unnamed))
        self._newsroom = re.compile("|".join(context.words.newsroom))

    def settled(self, claim: Claim) -> Claim:
        """Return `claim` with the speaker who answers for it, and the side that speaker is on.

        Evidence, events and figures stay as they are.
        """
        every = [one for one in (claim.attribution, *claim.nested) if one is not None]
        spoken = [one for one in every if not _deed(one, claim)]
        chosen = next((one for one in spoken if not self._passes_on(one, spoken)), None)
        if chosen is None or self._own(chosen, claim):
            told = self._told_by_outlet(claim, spoken)
        else:
            speaker_id = self._speaker_id(chosen, claim)
            told = msgspec.structs.replace(
                claim,
                attribution=chosen,
                nested=tuple(one for one in spoken if one is not chosen),
                speaker=self._context.name(speaker_id) if speaker_id else chosen.speaker or "",
                speaker_id=speaker_id,
                side=self._side(speaker_id, claim, chosen),
                stance=chosen.stance,
            )
        gone = {one.speaker for one in every if one not in spoken or one is chosen}
        return msgspec.structs.replace(
            told, figures=tuple(self._counted(figure, told, gone) for figure in claim.figures)
        )

    def _counted(self, figure: Figure, claim: Claim, gone: AbstractSet[str | None]) -> Figure:
        """Return a figure whose claimant is whoever answers for the claim, if nobody else does.

        A medium that passes a number on does not answer for it, nor does whoever did the deed.
        """
        given = figure.claimant
        behind = given is None or given in gone or self.outlet(given) is not None
        if not behind and not (figure.claimant_id is None and self._unnamed.search(given or "")):
            return figure
        attributed = claim.attribution is not None
        return msgspec.structs.replace(
            figure,
            claimant=claim.speaker if attributed else None,
            claimant_id=claim.speaker_id if attributed else None,
        )

    def _passes_on(self, one: Attribution, spoken: list[Attribution]) -> bool:
        """Tell whether a medium says only that somebody else said it."""
        if self.outlet(one.speaker) is None:
            return False
        inside = (other for other in spoken if other is not one and _holds(one, other))
        return any(
            other.speaker and self.outlet(other.speaker) is None and not self._nameless(other)
            for other in inside
        )

    def _told_by_outlet(self, claim: Claim, spoken: list[Attribution]) -> Claim:
        """Return a claim that rests on the outlet alone, as its own words."""
        outlet = self._context.outlet(claim.article_id)
        article = self._context.articles.get(claim.article_id)
        stance = claim.stance if spoken else "reports"
        return msgspec.structs.replace(
            claim,
            attribution=None,
            nested=tuple(spoken),
            speaker=outlet.name if outlet else article.outlet if article else claim.speaker,
            speaker_id=outlet.id if outlet else None,
            side=None,
            stance=stance,
        )

    def _own(self, one: Attribution, claim: Claim) -> bool:
        """Tell whether an attribution is to the outlet itself or to sources it does not name."""
        named = self.outlet(one.speaker)
        if named is not None:
            own = self._context.outlet(claim.article_id)
            return own is not None and own.id == named.id
        return self._nameless(one)

    def _nameless(self, one: Attribution) -> bool:
        """Tell whether a source is nobody one could ask: "residents", "a European diplomat".

        "Norlandic officials" have no name either, but it is known whose officials they are, and so
        it is where a capital stands for its state.
        """
        if one.speaker_id is not None or not one.speaker:
            return one.speaker_id is None
        words = _ARTICLE.sub("", one.speaker).split()
        owned = {**self._context.demonyms, **self._context.metonyms}
        if any(word.casefold() in owned for word in words):
            return bool(self._unnamed.search(one.speaker.casefold()))
        common = not words[0][:1].isupper() or (
            len(words) > 1 and all(word.islower() for word in words[1:])
        )
        return common or bool(self._unnamed.search(one.speaker.casefold()))

    def outlet(self, name: str | None) -> Outlet | None:
        """Return the outlet of that name, credit or newsroom ("BBC correspondents")."""
        if not name:
            return None
        plain = _ARTICLE.sub("", name.strip())
        for spelling in (plain, self._newsroom.sub("", plain).strip()):
            found = self._outlets.get(spelling.casefold())
            if found is not None:
                return found
        return None

    def named_in(self, text: str) -> Outlet | None:
        """Return the outlet that a piece of a sentence ends with, before an auxiliary verb."""
        words = _AUXILIARY.sub("", text.strip()).split()
        for length in range(min(len(words), _LONGEST_NAME), 0, -1):
            found = self.outlet(" ".join(words[-length:]))
            if found is not None:
                return found
        return None

    def _speaker_id(self, one: Attribution, claim: Claim) -> str | None:
        """Return the id of a speaker: an outlet's, the vocabulary's, or that of the body named."""
        outlet = self.outlet(one.speaker) if one.speaker_id is None else None
        if outlet is not None:
            return outlet.id
        known = self._context.actor(one.speaker_id)
        if one.source is None or (known is not None and known.kind not in _STATES):
            return one.speaker_id
        body = self._context.bodies.named(one.source.quote)
        ends = (
            mention.entity_id
            for mention in claim.mentions
            if mention.span.end == one.source.end and mention.span.start >= one.source.start
        )
        last = next((end for end in ends if end is not None), None)
        return body or one.speaker_id or last

    def _of_party(self, speaker: str) -> str | None:
        """Return the party whose demonym or capital a speaker bears: "the Norlandic leader"."""
        words = re.findall(r"[^\W\d_]+", speaker.casefold())
        owned = {**self._context.metonyms, **self._context.demonyms}
        return next((d for word in words if (d := owned.get(word))), None)

    def _side(self, speaker_id: str | None, claim: Claim, one: Attribution) -> str | None:
        if speaker_id is None:
            stated = claim.side if one is claim.attribution else None
            return stated or self._of_party(one.speaker or "")
        outlet = self._context.vocabulary.outlets.get(speaker_id)
        side = outlet.side if outlet is not None else self._context.side(speaker_id)
        return side if side in self._context.parties else None


def _deed(one: Attribution, claim: Claim) -> bool:
    """Tell whether what reads as speech is an assault: who attacks or launches says nothing."""
    return one.cue is not None and any(
        event.type == "ASSAULT" and event.trigger.start == one.cue.start for event in claim.events
    )


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Tell whether one attribution stands in what another reports."""
    if inner.cue is None:
        return False
    return any(part.start <= inner.cue.start < part.end for part in outer.content)


def _outlets(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """Return outlets by each way they are called, in lower case; the lesser id has a shared one."""
    named: dict[str, Outlet] = {}
    for outlet in sorted(outlets, key=lambda outlet: outlet.id):
        for name in (outlet.name, *(credit.strip("/() ") for credit in outlet.credits)):
            named.setdefault(_ARTICLE.sub("", name).casefold(), outlet)
    return named
