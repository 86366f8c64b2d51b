"""Whether an article and its sentences concern a theatre, and how closely.

A name alone proves nothing: "Russia" stands in tennis reports. A sentence concerns a theatre when
it or its surroundings name the theatre (both parties, its places, people or `about` words) and
speak of war or diplomacy; relevance.py weighs that.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import ahocorasick_rs as ac

from sitrep.extract.reading import Reading
from sitrep.extract.relevance import LEAST, Anchors, Told, scores
from sitrep.extract.slavic_terms import SlavicTerms
from sitrep.model.extraction import Mention
from sitrep.vocabulary.actors import side_of
from sitrep.vocabulary.slavic import is_slavic
from sitrep.vocabulary.tracks import TrackWords
from sitrep.vocabulary.types import Theatre, Vocabulary

_LEAD = 2
_WORDS = 4
"""Fewer words are no sentence that opens a report: "BRUSSELS."."""


class TheatreFinder:
    """Finds the theatres of a vocabulary in texts."""

    def __init__(self, vocabulary: Vocabulary, words: TrackWords) -> None:
        self._vocabulary = vocabulary
        self._words = words
        self._theatres = tuple(vocabulary.theatres[key] for key in sorted(vocabulary.theatres))
        self._terms = [_Terms(vocabulary, theatre, words) for theatre in self._theatres]
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
            language = reading.article.language
            title = self._anchors(reading.article.title, language, terms, heading)
            anchors = [
                self._anchors(sentence.text, language, terms, parties)
                for sentence in reading.sentences
                for extent in [(sentence.start, sentence.end)]
                for parties in [self._parties(theatre, mentions, extent)]
            ]
            if not any(anchor.strength == 2 for anchor in [title, *anchors]):
                continue
            report = Told(
                title=title,
                anchors=anchors,
                conflict=conflict,
                war=bool(self._words.conflict.search(reading.article.title.lower())),
                lead=[n for n, text in enumerate(texts) if len(text.split()) >= _WORDS][:_LEAD],
            )
            for number, score in enumerate(scores(report)):
                if score >= LEAST:
                    found[number][theatre.id] = round(score, 3)
        return found

    def _anchors(self, text: str, language: str, terms: "_Terms", parties: set[str]) -> Anchors:
        named = terms.count(text, language)
        own = bool(parties) and bool(self._words.truce.search(text.lower()))
        if own and not named.names:
            # "Russia urged a truce in Gaza": the truce is another theatre's.
            others = (other for other in self._terms if other is not terms)
            own = not any(other.count(text, language).names for other in others)
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

    def __init__(self, vocabulary: Vocabulary, theatre: Theatre, words: TrackWords) -> None:
        outsiders = _outsiders(vocabulary, theatre)
        parties = [vocabulary.actors[party.actor] for party in theatre.parties]
        called = [n for a in parties if a.kind == "country" for n in (a.name, *a.demonyms)]
        party = "|".join(re.escape(name.lower()) for name in sorted(called))
        word = "|".join(sorted(words.pressure))
        self._pressed = re.compile(
            rf"\b(?:{word})\b(?:[ -][\w-]+){{0,6}} (?:against|on) (?:{party})\b"
            rf"|\b(?:anti-)?(?:{party})(?:-related|-linked)? (?:{word})\b"
            rf"|{words.rupture.pattern}(?:[ -][\w-]+){{0,6}} {words.ties.pattern}"
            rf"(?:[ -][\w-]+){{0,3}} (?:with|to) (?:{party})\b"
        )
        naming = [name for name in theatre.about if name not in outsiders]
        for place in theatre.places:
            naming += [place.name, *place.aliases]
        for proposal in theatre.proposals:
            naming += [proposal.name, *proposal.aliases]
        forms = {word: "words" if word.islower() else "names" for word in naming}
        forms.update(dict.fromkeys(theatre.not_about, "against"))
        self._forms: Mapping[str, str] = forms
        self._slavic = SlavicTerms(forms)
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
        """Tell whether `text` speaks of sanctions on a party, or of a pact with it put in doubt.

        Its war brought them on it.
        """
        return self._pressed.search(text.lower()) is not None

    def count(self, text: str, language: str) -> _Named:
        """Count the terms in `text`; none where lower case would shift offsets."""
        if is_slavic(language):
            return _Named(**self._slavic.count(text, language))
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
