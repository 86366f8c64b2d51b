"""Who "the president", "the general" or "the ministry" is: the only one that it can be.

Every word of the phrase must fit: "the defence minister" is not the foreign minister whom the
article names. Of several holders none is taken, unless the last sentence that names one names one
alone, as its subject.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from sitrep.extract.cast import Cast, identity, is_person
from sitrep.extract.reading import Reading
from sitrep.extract.speaker import Speaker, spelt
from sitrep.model.extraction import Mention
from sitrep.vocabulary.actors import office_at
from sitrep.vocabulary.reporting import Reporting
from sitrep.vocabulary.types import Actor, Vocabulary

_BODY_KINDS = frozenset({"organisation", "force", "group"})
_LIMITED = frozenset({"deputy", "vice", "former", "ex", "assistant", "acting", "first", "prime"})
_LOOSE = frozenset({"the", "this", "that", "of", "and", "for", "senior", "top", "same"})
_NEAR = 70
_BEFORE = re.compile(r"[^.,;:!?()\"“”]*$")
_CUT_RANK = re.compile(r"\b([A-Z][a-z]{1,4})\.(?= )")
_AFTER = re.compile(r",\s+((?:[\w'’-]+\s+){0,7}?[\w'’-]+)(?=[,.;)]| who | and )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase without a name: its head, all its telling words, the country it names."""

    noun: str
    words: frozenset[str]
    at: int
    sentence: int
    country: str | None = None


class Holders:
    """Finds the holders of offices, and the bodies, that one article means by a common noun."""

    def __init__(
        self,
        reading: Reading,
        mentions: Sequence[Mention],
        cast: Cast,
        known: tuple[Vocabulary, Reporting],
    ) -> None:
        """Take the article with what was found in it, and what is known of actors and words."""
        self._text = reading.article.text
        self._reading = reading
        self._mentions = mentions
        self._cast = cast
        self._vocabulary, self._words = known
        published = reading.article.published_at
        self._day = published.date() if published else date.max

    def office(self, phrase: Phrase) -> Speaker | None:
        """Return the person who holds the office; None where nobody or several may be meant."""
        wanted = self._office_words(phrase.words)
        earlier = [m for m in self._mentions if is_person(m) and m.span.start < phrase.at]
        if phrase.country:
            earlier = [m for m in earlier if self._country(m) in {phrase.country, None}]
        holders = [m for m in earlier if self._fits(m, wanted)]
        found = self._one_of(holders, phrase)
        if found is not None:
            reasons = ("office", "earlier-in-article")
            return _speaker(found, 0.8, reasons, person=True)
        if holders or phrase.country is None:
            return None
        return self._by_country(wanted, phrase.country)

    def body(self, phrase: Phrase) -> Speaker | None:
        """Return the body that "the ministry" takes up again; None if several may be meant."""
        wanted = {spelt(word) for word in phrase.words} - _LOOSE
        earlier = [
            m
            for m in self._mentions
            if m.span.start < phrase.at
            and m.kind in _BODY_KINDS
            and m.entity_id is not None
            and (phrase.country is None or m.country == phrase.country)
            and self._is_body(wanted, phrase.noun, m)
        ]
        found = self._one_of(earlier, phrase)
        if found is None:
            return None
        return _speaker(found, 0.75, ("body-named-before",), person=False)

    def _is_body(self, wanted: set[str], noun: str, mention: Mention) -> bool:
        """Tell whether all words fit; "the defense agency" may be a ministry of defense."""
        loose = noun in self._words.loose_bodies and mention.kind == "organisation"
        rest = wanted - {noun} if loose else set()
        return (rest or wanted) <= self._body_words(mention)

    def _one_of(self, holders: Sequence[Mention], phrase: Phrase) -> Mention | None:
        """Return the only one, or the only one of the last sentence that names any."""
        if not holders or self._introduced_without_name(phrase, holders[0].span.start):
            return None
        last = holders[-1]
        if len({identity(m) for m in holders}) == 1:
            return last
        number, sentence = next(
            (n, s)
            for n, s in enumerate(self._reading.sentences)
            if s.start <= last.span.start < s.end
        )
        same = [m for m in holders if m.span.start >= sentence.start]
        subject = any(
            one.subject and not one.quoted and one.start == m.span.start
            for m in same
            for one in self._cast.of(number)
        )
        near = phrase.sentence - number <= 1
        return last if near and subject and len({identity(m) for m in same}) == 1 else None

    def _introduced_without_name(self, phrase: Phrase, since: int) -> bool:
        """Tell whether "a senior official" came up: "the official" may be that one."""
        pattern = rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ ){{0,3}}{re.escape(phrase.noun)}\b"
        for match in re.compile(pattern).finditer(self._text, 0, phrase.at):
            after = self._text[match.end() : match.end() + 3]
            named = match.start() < since and (after[:2] == ", " or after[1:2].isupper())
            if not named:
                return True
        return False

    def _office_words(self, words: Iterable[str]) -> frozenset[str]:
        spelled = {spelt(word) for word in words} - _LOOSE
        if "premier" in spelled:
            spelled = (spelled - {"premier"}) | {"prime", "minister"}
        return frozenset(self._words.equal_offices.get(word, word) for word in spelled)

    def _country(self, mention: Mention) -> str | None:
        actor = self._vocabulary.actors.get(mention.entity_id or "")
        return actor.country if actor is not None else None

    def _fits(self, mention: Mention, wanted: frozenset[str]) -> bool:
        actor = self._vocabulary.actors.get(mention.entity_id or "")
        titles = [self._introduction(mention)]
        if actor is not None:
            titles.append(title_words(actor, self._day))
        return any(self._covers(title, wanted) for title in titles)

    def _covers(self, title: frozenset[str], wanted: frozenset[str]) -> bool:
        """Tell whether a title holds all that the phrase says, and no more than it may."""
        title = frozenset(self._words.equal_offices.get(word, word) for word in title)
        if (title & _LIMITED) - wanted:
            return False
        for noun, offices in sorted(self._words.stand_ins.items()):
            if noun in wanted and title & offices:
                return wanted - {noun} <= title
        return bool(wanted) and wanted <= title

    def _introduction(self, mention: Mention) -> frozenset[str]:
        """Return the words of office directly before the name or behind it between commas."""
        start, end = mention.span.start, mention.span.end
        before = _CUT_RANK.sub(r"\1", self._text[max(0, start - _NEAR) : start])
        tail = _BEFORE.search(before)
        found = _title_before((tail[0] if tail else "").split(), self._words)
        after = _AFTER.match(self._text, end, end + _NEAR + 20)
        if after is not None:
            found |= {spelt(word) for word in after[1].split()}
        return frozenset(found)

    def _body_words(self, mention: Mention) -> set[str]:
        actor = self._vocabulary.actors.get(mention.entity_id or "")
        written = f"{mention.name} {mention.span.quote}"
        words = {spelt(word) for word in written.split()}
        if actor is not None:
            words |= {spelt(w) for name in (actor.name, *actor.aliases) for w in name.split()}
            words.add(actor.kind)
            if actor.kind == "force" and self._of_state(actor):
                words |= {"army", "military"}
        return words

    def _of_state(self, actor: Actor) -> bool:
        state = self._vocabulary.actors.get(actor.speaks_for or "")
        return state is not None and state.kind == "country"

    def _by_country(self, wanted: frozenset[str], country: str) -> Speaker | None:
        """Return the only holder of an office in a country: "the Russian president"."""
        found = []
        for actor_id in sorted(self._vocabulary.actors):
            actor = self._vocabulary.actors[actor_id]
            if actor.kind != "person" or actor.country != country:
                continue
            office = office_at(actor, self._day)
            if (
                office is None
                or office.shared
                or not self._covers(title_words(actor, self._day), wanted)
            ):
                continue
            found.append(actor)
        if len(found) != 1:
            return None
        return Speaker(
            name=found[0].name,
            entity_id=found[0].id,
            score=0.8,
            reasons=("office", "of-country"),
            person=True,
        )


def title_words(actor: Actor, day: date) -> frozenset[str]:
    """Return the words of the office that a person holds on a day, in small letters."""
    office = office_at(actor, day)
    if office is None:
        return frozenset()
    return frozenset(spelt(word) for word in f"{office.title} {office.short or ''}".split())


def _title_before(words: Sequence[str], known: Reporting) -> set[str]:
    """Return the words of the title that ends a list of words, read backwards from a name."""
    found: set[str] = set()
    for word in reversed(words):
        bare = spelt(word)
        full = known.abbreviations.get(bare, bare)
        fits = full in known.offices or full in known.title_words or word[:1].isupper()
        if not fits and bare not in _LOOSE and bare not in _LIMITED:
            break
        found.add(full)
    return found if found & (known.offices | known.persons) else set()


def phrase_words(head: Token) -> frozenset[str]:
    """Return the head and the adjectives and nouns in front of it, in small letters."""
    found = {head.lemma_.lower()}
    for child in head.lefts:
        if child.dep_ in {"amod", "compound", "nmod"}:
            found |= {token.lower_ for token in child.subtree if token.is_alpha}
    return frozenset(found)


def _speaker(mention: Mention, score: float, reasons: tuple[str, ...], *, person: bool) -> Speaker:
    return Speaker(
        name=mention.name,
        entity_id=mention.entity_id,
        score=score,
        reasons=reasons,
        person=person,
    )
