"""What parties and mediators make of a truce, from single sentences."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast as typed

from sitrep.model.truces import Stand
from sitrep.trackers.ceasefire_mentions import nearest
from sitrep.trackers.ceasefire_steps import Step, TruceMention
from sitrep.trackers.marks import Cast, Marked, ids
from sitrep.trackers.subjects import subject
from sitrep.vocabulary.ceasefire import CeasefirePatterns

_AFTER, _BEFORE = 80, 60
_LATER = re.compile(r"\b(extend\w*|extension|prolong\w*|renew\w*)\b")
_ELSE = re.compile(
    rf"{_LATER.pattern}|\b(after|before|since|when|while|amid|following|despite|because|unless)\b"
)
"""What lies behind one of these is another matter than what was accepted or refused."""
_PASSIVE = re.compile(r"\b(was|were|been|is|are)\W+(\w+\W+)?$")
_NOT = re.compile(r"(\b(not|never|no)|n't)\W+(\w+\W+)?$")
_RELATIVE = re.compile(r"^[^‹.;]{0,6}\b(that|which)\b[^.;]{0,60}$")
_REFERS = re.compile(r"\b(the|this|that|its|his) (proposals?|offer|initiative|plan|terms)\b")
_TURNED = ("accepted", "refused")
"""Positions that "not" before their words undoes: who does not refuse has refused nothing."""
_ASSENT = ("accepted", "open", "declared", "proposed")


class Positions:
    """Reads the stands of actors on the truces that a sentence names."""

    def __init__(
        self,
        words: CeasefirePatterns,
        cast: Cast,
        stands: Mapping[str, re.Pattern[str]] | None = None,
    ) -> None:
        """Read by the `stands` of `words`, of parties; or by other ones, of anybody."""
        self._words, self._cast = words, cast
        self._stands = words.positions if stands is None else stands
        self._anybody = stands is not None

    def of(
        self, sentence: Marked, mentions: Sequence[TruceMention], current: TruceMention | None
    ) -> Iterator[Step]:
        """Yield a step for each actor, by the strongest word; `current` is what "it" may be."""
        held: set[tuple[str, int]] = set()
        for stand, pattern in self._stands.items():
            for match in pattern.finditer(sentence.text):
                about = self._about(sentence, mentions, match, current)
                if about is None or not self._real(sentence, match, stand):
                    continue
                for actor in self._actors(sentence, match, stand, about):
                    if (actor, about.start) not in held:
                        held.add((actor, about.start))
                        yield self._step(sentence, about, actor, typed("Stand", stand), match)

    def _about(
        self,
        sentence: Marked,
        mentions: Sequence[TruceMention],
        match: re.Match[str],
        current: TruceMention | None,
    ) -> TruceMention | None:
        """Return the truce that a word of position is about, None where it is about another thing.

        An extension of a truce is another thing.
        """
        text, end = sentence.text, match.end()
        found = nearest(mentions, match.start(), end, after=_AFTER, before=_BEFORE)
        if found is None:
            refers = _REFERS.search(text[match.start() : end + 30])
            return current if refers and not mentions else None
        if found.start >= end and _ELSE.search(text[end : found.start]):
            return None
        if _LATER.match(text[end:].lstrip(" to")) or _LATER.search(text[end : end + 12]):
            return None
        if found.end <= match.start():
            between = text[found.end : match.start()]
            passive = _PASSIVE.search(between) or text[end:].startswith(" by ")
            if not passive and not _RELATIVE.match(between):
                return None
        return found

    def _real(self, sentence: Marked, match: re.Match[str], stand: str) -> bool:
        before = sentence.text[max(0, match.start() - 70) : match.start()]
        if self._words["unreal"].search(before):
            return False
        if stand in _ASSENT and sentence.claim.stance == "denies":
            return False
        return not (stand in _TURNED and _NOT.search(before))

    def _actors(
        self, sentence: Marked, match: re.Match[str], stand: str, about: TruceMention
    ) -> tuple[str, ...]:
        actors = subject(sentence, match.start(), match.end(), self._cast)
        if self._anybody:
            return actors
        parties = [one for one in actors if one in self._cast.parties]
        if stand == "declared" and not parties:
            return about.between if about.fresh else ()
        if stand == "proposed":
            return actors
        return tuple(parties)

    def _step(
        self,
        sentence: Marked,
        about: TruceMention,
        actor: str,
        stand: Stand,
        match: re.Match[str],
    ) -> Step:
        rest = sentence.text[match.end() :]
        bound = stand in ("accepted", "conditions set") and self._words["provisos"].search(rest)
        if stand == "accepted" and bound:
            stand = "accepted with conditions"
        quote = sentence.claim.evidence.quote
        published = sentence.claim.published_at
        assert published is not None
        return Step(
            claim=sentence.claim,
            mention=about,
            act="stand",
            at=published,
            actors=(actor,),
            by=self._cast.speaker(sentence.claim) or self._cast.stranger(sentence.claim),
            stand=stand,
            conditions=quote if stand in ("conditions set", "accepted with conditions") else "",
            form=self._form(sentence),
            mediators=self._announcers(sentence),
        )

    def _announcers(self, sentence: Marked) -> tuple[str, ...]:
        """Return who announces it: "the United States, A and B said in a joint statement"."""
        said = self._words["announcers"].search(sentence.text)
        return ids(said["who"], self._cast) if said is not None else ()

    def _form(self, sentence: Marked) -> str | None:
        if self._words["written"].search(sentence.text):
            return "written"
        return "verbal" if self._words["verbal"].search(sentence.text) else None


def brokered(
    sentence: Marked, mentions: Sequence[TruceMention], words: CeasefirePatterns, cast: Cast
) -> tuple[tuple[str, ...], str | None]:
    """Return who brokered the truce of a sentence, and who is said to have proposed it."""
    if not mentions:
        return (), None
    brokers = [
        actor
        for pattern in words.brokers
        for match in pattern.finditer(sentence.text)
        for actor in ids(match["who"], cast)
    ]
    proposer = next(
        (
            ids(match["who"], cast)[0]
            for pattern in words.proposers
            for match in pattern.finditer(sentence.text)
        ),
        None,
    )
    return tuple(dict.fromkeys(brokers)), proposer
