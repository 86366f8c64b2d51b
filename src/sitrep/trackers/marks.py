"""A sentence with its actors and times written as marks, so that patterns can find who did what."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitrep.model.extraction import Claim, Mention, TimeRef
from sitrep.vocabulary.actors import side_of
from sitrep.vocabulary.types import Theatre, Vocabulary

EVERYBODY = "*"
"""The mark of "both sides": all parties at once."""
_TOKEN = re.compile(r"‹([^›]+)›")
_AGAIN = re.compile(r"‹([^›]+)›((?:'s)?(?: [\w-]+){0,3}? )‹\1›")
_OFFICES = re.compile(
    r"^('s)? ?([\w-]*(minister|president|chief|secretary|spokes\w+|envoy|adviser|aide|leader|"
    r"foreign|defen[cs]e|prime|army|king|premier)[\w-]* ?)*$"
)
_BODIES = ("army", "military", "government", "rebels", "guerrillas", "junta", "insurgents")
_BODY_OF = re.compile(
    r"(‹[^›*]+›)(?:'s)? (?:government|cabinet|military|army|armed forces|leadership|authorities)"
    r"(?=( and|,) (the )?‹)"
)
"""A body of an actor in a list of actors stands for the actor: "X's government and the Y"."""
_BARE = re.compile(rf"\bthe ({'|'.join(_BODIES)})\b")
_UNSOUND = re.compile(r"[^a-z0-9]+")
_LEAD = re.compile(r"^(from|at|on|until|till|since|by|to|through|starting|after|before)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A claim's sentence in lower case: actors as ‹id›, expressions of time as ⟦number⟧."""

    text: str
    times: tuple[TimeRef, ...]
    claim: Claim


class Cast:
    """Who stands behind a name in one theatre: a party, else the state or body it speaks for."""

    def __init__(self, vocabulary: Vocabulary, theatre: Theatre) -> None:
        self._vocabulary = vocabulary
        self._theatre = theatre
        self.parties = tuple(party.actor for party in theatre.parties)
        self.mediators = theatre.mediators
        self._known: dict[str, str] = {}
        self._bodies = _bodies(vocabulary, self.parties, theatre)

    def behind(self, actor_id: str) -> str:
        """Return the party, or the state or body at the head, whose word this is."""
        if actor_id not in self._known:
            self._known[actor_id] = side_of(
                self._vocabulary, self._theatre, actor_id
            ) or self._head(actor_id)
        return self._known[actor_id]

    def name(self, actor_id: str) -> str:
        """Return the name of an actor, the id in words where it is unknown."""
        known = self._vocabulary.actors.get(actor_id)
        return known.name if known else actor_id.replace("-", " ")

    def body(self, word: str) -> str | None:
        """Return the party that "the army" or "the rebels" can only be."""
        return self._bodies.get(word)

    def speaker(self, claim: Claim) -> str:
        """Return who answers for a claim as `behind` gives it, "" where nobody known does."""
        if claim.side is not None and claim.side in self.parties:
            return claim.side
        if claim.attribution is None:
            return ""
        if claim.speaker_id is not None:
            return self.behind(claim.speaker_id)
        source = claim.attribution.source
        within = (
            one.entity_id
            for one in claim.mentions
            if source and source.start <= one.span.start and one.span.end <= source.end
        )
        return next((self.behind(one) for one in within if one), "")

    def stranger(self, claim: Claim) -> str:
        """Return the mark of a person whom no file knows and who answers for a claim, else "".

        A body without a file's entry may be a party's own; a person speaks for himself.
        """
        told = claim.attribution
        if told is None or told.source is None or claim.speaker_id is not None or claim.side:
            return ""
        for one in claim.mentions:
            inside = told.source.start <= one.span.start and one.span.end <= told.source.end
            named = inside or one.name == claim.speaker
            if one.kind == "person" and one.entity_id is None and named:
                return own_id(one)
        return ""

    def _head(self, actor_id: str) -> str:
        seen = {actor_id}
        actor = self._vocabulary.actors.get(actor_id)
        while actor is not None:
            above = actor.speaks_for or (actor.offices[0].of if actor.offices else None)
            if above is None or above in seen:
                break
            seen.add(above)
            actor = self._vocabulary.actors.get(above)
            actor_id = above
        return actor_id


def _bodies(vocabulary: Vocabulary, parties: Iterable[str], theatre: Theatre) -> Mapping[str, str]:
    """Return the party of each word for a body that only one of the parties has."""
    owners: dict[str, set[str]] = {}
    for party in parties:
        own = [vocabulary.actors.get(party), *theatre.actors]
        for actor in own:
            if actor is None or party not in (actor.id, actor.speaks_for):
                continue
            for name in (actor.name, *actor.aliases):
                owners.setdefault(name.casefold().rsplit(" ", 1)[-1], set()).add(party)
    return {word: min(owners[word]) for word in _BODIES if len(owners.get(word, ())) == 1}


def own_id(mention: Mention) -> str:
    """Return the actor that is named itself; for a person without an id the name with hyphens."""
    if mention.entity_id is not None or mention.kind != "person":
        return mention.entity_id or ""
    return _UNSOUND.sub("-", mention.name.casefold()).strip("-")


def marked(
    claim: Claim,
    cast: Cast,
    everybody: re.Pattern[str],
    name: Callable[[Mention], str] | None = None,
) -> Marked:
    """Return the sentence of `claim` with marks for its actors and times.

    `name` gives the mark of a mention ("" for none), by default who stands behind it in `cast`.
    """
    start, quote = claim.evidence.start, claim.evidence.quote
    called = name or (lambda one: cast.behind(one.entity_id) if one.entity_id else "")
    names = ((one.span, called(one)) for one in claim.mentions)
    marks = [(at.start - start, at.end - start, f"‹{who}›") for at, who in names if who]
    times = tuple(sorted(claim.times, key=lambda one: one.span.start))
    for number, time in enumerate(times):
        lead = _LEAD.match(quote[time.span.start - start :].lower())
        at = time.span.start - start + (lead.end() if lead else 0)
        marks.append((at, time.span.end - start, f"⟦{number}⟧"))
    text, done = "", 0
    for begin, end, mark in sorted(marks):
        if begin < done or begin < 0:
            continue
        text += quote[done:begin].lower() + mark
        done = end
    text = (text + quote[done:].lower()).replace("’", "'")
    text = _BARE.sub(lambda m: f"the ‹{body}›" if (body := cast.body(m[1])) else m[0], text)
    text = everybody.sub(f"‹{EVERYBODY}›", text)
    return Marked(text=_BODY_OF.sub(r"\1", _joined(text)), times=times, claim=claim)


def _joined(text: str) -> str:
    """Return `text` with "‹x› foreign minister ‹x›" as one mark."""
    for _ in range(3):
        text = _AGAIN.sub(lambda m: f"‹{m[1]}›" if _OFFICES.match(m[2].rstrip()) else m[0], text)
    return text


def ids(group: str, cast: Cast) -> tuple[str, ...]:
    """Return the actors of a group of marks; all parties for the mark of everybody."""
    found = _TOKEN.findall(group)
    return cast.parties if EVERYBODY in found else tuple(dict.fromkeys(found))
