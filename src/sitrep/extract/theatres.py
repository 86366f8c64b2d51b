"""Whether an article and its sentences concern a theatre, and how closely.

A name alone proves nothing: "Russia" stands in tennis reports. A sentence concerns a theatre when
it or its surroundings name the theatre (both parties, its places, people or `about` words) and
speak of war or diplomacy. Wrong inclusion costs more than a miss, so thresholds are strict; they
were set on the 759 articles of 20–21 May 2025 and two theatres.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ahocorasick_rs as ac

from sitrep.extract.reading import Reading
from sitrep.model.extraction import Mention
from sitrep.vocabulary.actors import side_of
from sitrep.vocabulary.tracks import TrackWords
from sitrep.vocabulary.types import Theatre, Vocabulary

LEAST = 0.4
"""Relevance below which a sentence does not concern a theatre."""
_SEVERAL = 3
_SHORT = 12
"""Sentences up to which a report whose title names a party and speaks of war is about the theatre
with one that names the theatre and speaks of war."""
_SOME_FOCUS = 0.2
"""An article whose title does not name the theatre is about it with that many sentences that do, or
with that share of them; fewer are asides ("since the invasion, prices have risen")."""
_FULL_FOCUS = 0.25
"""Share of sentences naming the theatre from which on the whole article is about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What names one theatre in one sentence: 0 nothing, 1 one party alone, 2 the theatre."""

    strength: int = 0
    against: int = 0


class TheatreFinder:
    """Finds the theatres of a vocabulary in texts."""

    def __init__(self, vocabulary: Vocabulary, words: TrackWords) -> None:
        self._vocabulary = vocabulary
        self._words = words
        self._theatres = tuple(vocabulary.theatres[key] for key in sorted(vocabulary.theatres))
        self._terms = [_Terms(vocabulary, theatre, words.pressure) for theatre in self._theatres]
        self._sides: dict[tuple[str, str], str | None] = {}

    def relevance(
        self, reading: Reading, mentions: Sequence[Mention], titled: Sequence[str] = ()
    ) -> list[dict[str, float]]:
        """Return for each sentence of `reading` the theatres it concerns, with 0 < relevance ≤ 1.

        `titled` are the ids of the actors that the title names.

        Keys are theatre ids in alphabetical order; a sentence may concern none.
        """
        texts = [sentence.text for sentence in reading.sentences]
        conflict = [bool(self._words.conflict.search(text.lower())) for text in texts]
        found: list[dict[str, float]] = [{} for _ in texts]
        for theatre, terms in zip(self._theatres, self._terms, strict=True):
            heading = {side for actor in titled if (side := self._side(theatre, actor))}
            title = self._anchors(reading.article.title, terms, heading)
            anchors = [
                self._anchors(sentence.text, terms, self._parties(theatre, mentions, extent))
                for sentence in reading.sentences
                for extent in [(sentence.start, sentence.end)]
            ]
            if not any(anchor.strength == 2 for anchor in [title, *anchors]):
                continue
            war = bool(self._words.conflict.search(reading.article.title.lower()))
            short = len(texts) <= _SHORT and title.strength > 0 and war
            for number, score in enumerate(_scores(title, anchors, conflict, short=short)):
                if score >= LEAST:
                    found[number][theatre.id] = round(score, 3)
        return found

    def _anchors(self, text: str, terms: "_Terms", parties: set[str]) -> Anchors:
        named = terms.count(text)
        own = bool(parties) and bool(self._words.truce.search(text.lower()))
        if own and not named.names:
            # "Russia urged a truce in Gaza": the truce is another theatre's.
            own = not any(other.count(text).names for other in self._terms if other is not terms)
        known = (
            terms.pressed(text)
            or named.names
            or len(parties) > 1
            or (named.words and parties)
            or own
        )
        strength = 2 if known else 1 if parties or named.words else 0
        return Anchors(strength=strength, against=named.against)

    def _parties(
        self, theatre: Theatre, mentions: Sequence[Mention], extent: tuple[int, int]
    ) -> set[str]:
        found = set()
        for mention in mentions:
            if extent[0] <= mention.span.start < extent[1] and mention.entity_id:
                side = self._side(theatre, mention.entity_id)
                if side is not None:
                    found.add(side)
        return found

    def _side(self, theatre: Theatre, actor_id: str) -> str | None:
        key = (theatre.id, actor_id)
        if key not in self._sides:
            self._sides[key] = side_of(self._vocabulary, theatre, actor_id)
        return self._sides[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """How often a text names a theatre, uses its common words, or speaks of something else."""

    names: int = 0
    words: int = 0
    against: int = 0


class _Terms:
    """What names one theatre, its common words, and what speaks against it, in one automaton.

    A common word ("hostages") shows the theatre only beside a party; a name does so alone.
    """

    def __init__(self, vocabulary: Vocabulary, theatre: Theatre, pressure: Sequence[str]) -> None:
        outsiders = _outsiders(vocabulary, theatre)
        parties = [vocabulary.actors[party.actor] for party in theatre.parties]
        called = [n for a in parties if a.kind == "country" for n in (a.name, *a.demonyms)]
        party = "|".join(re.escape(name.lower()) for name in sorted(called))
        word = "|".join(sorted(pressure))
        self._pressed = re.compile(
            rf"\b(?:{word})\b(?:[ -][\w-]+){{0,6}} (?:against|on) (?:{party})\b"
            rf"|\b(?:anti-)?(?:{party})(?:-related|-linked)? (?:{word})\b"
        )
        naming = [name for name in theatre.about if name not in outsiders]
        for place in theatre.places:
            naming += [place.name, *place.aliases]
        for proposal in theatre.proposals:
            naming += [proposal.name, *proposal.aliases]
        forms = {word: "words" if word.islower() else "names" for word in naming}
        forms.update(dict.fromkeys(theatre.not_about, "against"))
        self._forms: Mapping[str, str] = forms
        self._patterns = sorted(forms)
        # "Kherson region" begins in "Kherson Regional Administration", where "Kherson" stands.
        self._within = [
            [b for b in reversed(self._patterns) if a != b and a.lower().startswith(b.lower())]
            for a in self._patterns
        ]
        self._automaton = ac.AhoCorasick(
            [pattern.lower() for pattern in self._patterns], matchkind=ac.MatchKind.LeftmostLongest
        )

    def pressed(self, text: str) -> bool:
        """Tell whether `text` speaks of sanctions on a party, which its war brought on it."""
        return self._pressed.search(text.lower()) is not None

    def count(self, text: str) -> _Named:
        """Count the terms in `text`; none where lower case would shift offsets."""
        found = {"names": 0, "words": 0, "against": 0}
        lower = text.lower()
        if len(lower) == len(text):
            for index, start, _ in self._automaton.find_matches_as_indexes(lower):
                for pattern in (self._patterns[index], *self._within[index]):
                    end = start + len(pattern)
                    if _bounded(text, start, end):
                        if _cased(pattern, text[start:end]):
                            found[self._forms[pattern]] += 1
                        break
        return _Named(**found)


def _outsiders(vocabulary: Vocabulary, theatre: Theatre) -> frozenset[str]:
    """Return the names of groups that are no party: what they do may be another war's."""
    found: set[str] = set()
    for actor_id in sorted(vocabulary.actors):
        actor = vocabulary.actors[actor_id]
        if actor.kind == "group" and side_of(vocabulary, theatre, actor_id) is None:
            found |= {actor.name, *actor.aliases, *actor.demonyms}
    return frozenset(found)


def _bounded(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def _cased(pattern: str, written: str) -> bool:
    """Names must be written as names; words may be written as they like."""
    return pattern == written or pattern.islower() or written.isupper()


def _scores(
    title: Anchors, anchors: Sequence[Anchors], conflict: Sequence[bool], *, short: bool
) -> list[float]:
    """Return the relevance of each sentence to one theatre, 0 to 1."""
    total = max(1, len(anchors))
    named = sum(anchor.strength == 2 for anchor in anchors)
    fought = sum(
        anchor.strength == 2 and war for anchor, war in zip(anchors, conflict, strict=True)
    )
    against = sum(anchor.against > 0 for anchor in anchors) + 2 * (title.against > 0)
    titled = title.strength == 2 and fought > 0
    share = named / total
    titled = titled or (short and fought > 0)
    if not (titled or (share >= _SOME_FOCUS and fought) or (named >= _SEVERAL and fought > 1)):
        return [0.0] * len(anchors)
    focus = min(1.0, share / _FULL_FOCUS) * min(1.0, fought / 2)
    focus = max(focus, 0.8) if titled else focus
    doubt = 0.3 if against > fought else 1.0
    scores: list[float] = []
    for number, anchor in enumerate(anchors):
        around = [anchors[i].strength for i in (number - 1, number + 1) if 0 <= i < len(anchors)]
        own = (0.0, 0.2, 0.45)[anchor.strength]
        near = 0.15 if max(around, default=0) == 2 or (number == 0 and title.strength == 2) else 0.0
        score = own + near + 0.15 * conflict[number] + 0.25 * focus
        if anchor.strength < 2 and not (focus > 0.5 and (near or anchor.strength)):
            score = 0.0
        if not conflict[number] and focus <= 0.5:
            score = 0.0
        scores.append(score * doubt * 0.5**anchor.against)
    return scores
