"""Truces as sentences name them: kind, name, coverage, length, and between whom."""

import re
from collections.abc import Sequence

from sitrep.language.numerals import find_numbers
from sitrep.model.extraction import Place
from sitrep.trackers.ceasefire_steps import TruceMention
from sitrep.trackers.marks import Cast, Marked, ids
from sitrep.vocabulary.ceasefire import CeasefirePatterns
from sitrep.vocabulary.types import Proposal, Theatre

_BEFORE = re.compile(
    r"(?:^|(?<=[\s(]))(?:(?P<article>the|an?|any|its|his|her|their|this|that|another|new|no) )?"
    r"(?P<words>(?:[\w'‹›⟦⟧-]+ ){0,6})$"
)
_ARTICLES = re.compile(r"\b(the|an?|any|its|his|her|their|this|that|another|no)\b")
_LENGTH = re.compile(
    r"(?P<number>\w+(?:\.\d+)?)[- ](?P<unit>hours?|days?|weeks?|months?)(?:[- ]long)?\b"
)
_LONG = re.compile(r"\b(?P<unit>hour|day|week|month)-?long\b")
_AFTER = re.compile(r"^[^.;,]{0,12}\b(?:for|of|lasting|to last) (?:an? )?(?P<rest>[\w-]+ \w+)")
_PLACE = re.compile(r"^\W*(?:in|around|near|along) (?:the )?(?P<place>[\w'‹›-]+(?: [\w'‹›-]+)?)")
_REACH = 60
_FINE = 4
"""UCDP precision from which on a place is a first-order division or larger."""


class Mentions:
    """Finds the truces that a sentence names in one theatre."""

    def __init__(self, words: CeasefirePatterns, theatre: Theatre, cast: Cast) -> None:
        self._words, self._theatre, self._cast = words, theatre, cast

    def of(self, sentence: Marked) -> list[TruceMention]:
        """Return the truces and corridors of a sentence in its order."""
        found: list[TruceMention] = []
        for kind, pattern in self._words.nouns.items():
            for match in pattern.finditer(sentence.text):
                if all(match.end() <= one.start or match.start() >= one.end for one in found):
                    found.append(self._mention(kind, match, sentence))
        return sorted(found, key=lambda one: one.start)

    def _mention(self, kind: str, match: re.Match[str], sentence: Marked) -> TruceMention:
        text = sentence.text
        before = text[max(0, match.start() - _REACH) : match.start()]
        articles = list(_ARTICLES.finditer(before))
        phrase = before[articles[-1].start() :] if articles else before[-30:]
        article = articles[-1][0] if articles else ""
        after = text[match.end() : match.end() + _REACH]
        whole = phrase + match[0]
        between = self._words["between"].search(after)
        named = self._named(whole + " " + after[:25], sentence)
        return TruceMention(
            kind=kind,
            start=match.start(),
            end=match.end(),
            named=named.id if named else None,
            labels=frozenset(one[0] for one in self._words["names"].finditer(whole)),
            described=frozenset(one[0] for one in self._words["described"].finditer(whole)),
            coverage=self._coverage(whole, after, sentence),
            length_days=length_days(phrase, self._words) or _after_length(after, self._words),
            fresh=article in ("a", "an", "another", ""),
            new=re.search(r"\b(new|another|second|third|fresh)\b", phrase) is not None,
            between=ids(between["who"], self._cast) if between and between.start() < 30 else (),
        )

    def _named(self, phrase: str, sentence: Marked) -> Proposal | None:
        """Return the proposal of the theatre file that a phrase names, once it exists."""
        published = sentence.claim.published_at
        for proposal in self._theatre.proposals:
            early = (
                published is not None
                and proposal.since is not None
                and published.date() < proposal.since
            )
            if proposal.kind in ("ceasefire", "corridor") and not early:
                for alias in (proposal.name, *proposal.aliases):
                    if alias.casefold().replace("’", "'") in phrase:
                        return proposal
        return None

    def _coverage(self, phrase: str, after: str, sentence: Marked) -> str | None:
        for name, pattern in self._words.groups["coverage"].items():
            if pattern.search(phrase):
                return name
        place = _PLACE.match(after)
        if place is not None and self._small(place["place"], sentence):
            return "local"
        return None

    def _inside(self, place: Place) -> bool:
        if place.lat is None or place.lon is None:
            return False
        west, south, east, north = self._theatre.region
        return west <= place.lon <= east and south <= place.lat <= north

    def _small(self, words: str, sentence: Marked) -> bool:
        """Tell whether a place after a truce is a part of the theatre."""
        start = sentence.claim.evidence.start
        here = {self._theatre.name.casefold(), *map(str.casefold, self._theatre.name.split())}
        return any(
            words.startswith(place.span.quote.lower())
            and place.span.start >= start
            and place.precision < _FINE
            and self._inside(place)
            and place.name.casefold() not in here
            and place.span.quote.casefold() not in here
            for place in sentence.claim.places
        )


def length_days(text: str, words: CeasefirePatterns) -> float | None:
    """Return the length in days that a phrase gives ("72-hour", "six weeks"), None for none."""
    for match in _LENGTH.finditer(text):
        number = _number(match["number"])
        if number is not None:
            return round(number * words.units[match["unit"]], 3)
    long = _LONG.search(text)
    return words.units[long["unit"]] if long else None


def _after_length(after: str, words: CeasefirePatterns) -> float | None:
    match = _AFTER.match(after)
    return length_days(match["rest"], words) if match else None


def _number(word: str) -> float | None:
    found = find_numbers(word)
    return found[0].value if found and not found[0].vague else {"a": 1.0, "one": 1.0}.get(word)


def nearest(
    mentions: Sequence[TruceMention], start: int, end: int, *, after: int, before: int
) -> TruceMention | None:
    """Return the truce that words at [start, end) are about: overlapping, after, else before."""
    for one in mentions:
        if one.start < end and start < one.end:
            return one
    later = [one for one in mentions if 0 <= one.start - end <= after]
    if later:
        return later[0]
    earlier = [one for one in mentions if 0 <= start - one.end <= before]
    return earlier[-1] if earlier else None
