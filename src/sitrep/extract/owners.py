"""Whose "the army", "the Defence Ministry" or "his office" is, where the text does not say it.

Only parties to a conflict are taken for owners, and only where one alone can be meant: by the
capital of the dateline, by the nearest sentence before that names a state (where only one party
has such a body: "Russia's plant burned, the General Staff said" is its enemy's word), or because
the article names no other. A state that is no party leaves it open. A body is one of the vocabulary
that says no more than the words and its owner's name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from sitrep.extract.holders import Phrase, title_words
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import Speaker, spelt
from sitrep.model.extraction import Mention
from sitrep.vocabulary.types import Actor, Vocabulary

_KINDS = frozenset({"force", "ministry"})
"""Kinds of bodies that each state has one of: what "the army" can be."""
_LOOSE = frozenset({"the", "of", "and"})
_ARMED = frozenset({"armed", "forces"})
"""What the full name of an army's staff may say besides."""
_NEAR = 3
"""Sentences back to which the nearest that names a state tells whose body it is."""
_SURE, _LIKELY = 0.75, 0.7


class Owners:
    """Finds the bodies of the parties that one article means without saying whose they are."""

    def __init__(
        self, reading: Reading, mentions: Sequence[Mention], vocabulary: Vocabulary
    ) -> None:
        """Take the article, the names in it, and what is known of actors."""
        self._reading = reading
        self._mentions = mentions
        self._vocabulary = vocabulary
        published = reading.article.published_at
        self._day = published.date() if published else date.max
        self._states = {
            actor.country: actor
            for theatre in vocabulary.theatres.values()
            for party in theatre.parties
            if (actor := vocabulary.actors[party.actor]).country
        }

    def body(self, phrase: Phrase) -> Speaker | None:
        """Return the party's body that `phrase` can alone mean; None where several may be meant."""
        bodies = self._bodies(phrase.words)
        if not bodies or self._named_otherwise(phrase, bodies):
            return None
        country, reason, score = self._owner(bodies, phrase)
        body = bodies.get(country) if country else None
        if body is None:
            return None
        return Speaker(name=body.name, entity_id=body.id, score=score, reasons=("body", reason))

    def office(self, holder_id: str | None) -> Speaker | None:
        """Return the office of a leader: "his office" of a prime minister is the PM's Office."""
        holder = self._vocabulary.actors.get(holder_id or "")
        if holder is None or holder.country is None or holder.kind != "person":
            return None
        title = title_words(holder, self._day) | {spelt(word) for word in holder.name.split()}
        found = {
            actor.id: actor
            for actor in self._vocabulary.actors.values()
            if actor.country == holder.country and actor.kind == "government"
            for words in self._plain(actor)
            if "office" in words and words - {"office"} and words - {"office"} <= title
        }
        if len(found) != 1:
            return None
        (body,) = found.values()
        return Speaker(
            name=body.name, entity_id=body.id, score=_SURE, reasons=("office-of", holder.id)
        )

    def said_without_name(self, speaker: Speaker, phrase: Phrase) -> bool:
        """Tell whether `phrase` may take up a body that was found here and has no name before."""
        actor = self._vocabulary.actors.get(speaker.entity_id or "")
        if actor is None or speaker.reasons[:1] not in {("body",), ("office-of",)}:
            return False
        words = {spelt(word) for word in phrase.words} - _LOOSE
        return any(words <= name for name in self._plain(actor))

    def _bodies(self, wanted: Iterable[str]) -> dict[str, Actor]:
        """Return by country the parties' only body whose name says `wanted` and no more."""
        words = {spelt(word) for word in wanted} - _LOOSE
        found: dict[str, list[Actor]] = {}
        for actor_id in sorted(self._vocabulary.actors):
            actor = self._vocabulary.actors[actor_id]
            country = actor.country if actor.kind in _KINDS else None
            if country is None or country not in self._states:
                continue
            if any(words <= name <= words | _ARMED for name in self._plain(actor)):
                found.setdefault(country, []).append(actor)
        return {country: actors[0] for country, actors in found.items() if len(actors) == 1}

    def _plain(self, actor: Actor) -> Iterator[set[str]]:
        """Yield the words of each name of a body, without those that say whose it is."""
        owner = self._called.get(actor.country or "", set())
        for name in (actor.name, *((actor.short,) if actor.short else ()), *actor.aliases):
            yield {spelt(word) for word in name.split()} - owner - _LOOSE

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """The words that say whose a body is, by country."""
        return {
            actor.country: {
                spelt(word)
                for name in (actor.name, *actor.demonyms, *actor.aliases)
                for word in name.split()
            }
            for actor in self._vocabulary.actors.values()
            if actor.kind == "country" and actor.country
        }

    def _named_otherwise(self, phrase: Phrase, bodies: Mapping[str, Actor]) -> bool:
        """Tell whether two bodies of the kind are named before: either may be meant."""
        ids = {actor.id for actor in bodies.values()}
        before = {m.entity_id for m in self._mentions if m.span.start < phrase.at}
        return len(ids & before) > 1

    def _owner(self, bodies: Mapping[str, Actor], phrase: Phrase) -> tuple[str | None, str, float]:
        """Return the country whose body it is, why, and how sure that is."""
        if phrase.country:
            return phrase.country, "country-named", _SURE
        written = self._written_in() & set(bodies)
        if len(written) == 1:
            return written.pop(), "dateline", _SURE
        for number in range(phrase.sentence, max(-1, phrase.sentence - _NEAR - 1), -1):
            named = self._states_in(number, phrase.at, bodies) if len(bodies) == 1 else set()
            if named:
                country = named.pop() if len(named) == 1 else None
                return country, "state-named-before", _SURE
        named = {
            country
            for number in range(phrase.sentence)
            for country in self._states_in(number, phrase.at, bodies)
        }
        country = named.pop() if len(named) == 1 else None
        return country, "only-state-named", _LIKELY

    def _states_in(self, number: int, before: int, bodies: Mapping[str, Actor]) -> set[str]:
        """Return the states named before an offset in a sentence; no party without such a body."""
        sentence = self._reading.sentences[number]
        return {
            mention.country
            for mention in self._mentions
            if mention.country
            and sentence.start <= mention.span.start < min(sentence.end, before)
            and (mention.country in bodies or mention.country not in self._states)
        }

    def _written_in(self) -> set[str]:
        """Return the parties named in the dateline, also by their capital; else the outlet's."""
        article = self._reading.article
        lines = [
            article.text[sentence.start : sentence.end].casefold()
            for sentence in article.sentences
            if sentence.kind == "dateline"
        ]
        found = {
            country
            for country, state in self._states.items()
            if country and any(name.casefold() in line for line in lines for name in _names(state))
        }
        outlet = self._vocabulary.outlets.get(article.source_id)
        if not found and outlet is not None and outlet.country in self._states:
            found = {outlet.country}
        return found


def _names(state: Actor) -> tuple[str, ...]:
    return (state.name, *state.metonyms)
