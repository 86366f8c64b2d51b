"""Peoples, groups and leaders in a sentence, with the country each is of.

Leaders count by their full name, or by the name that reports use alone after a title ("President
Kaunda", "former president Kenneth Kaunda"). Only the countries of an event's actors rest on them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from sitrep.extract.surfaces import plain
from sitrep.vocabulary.affiliations import Affiliations, affiliations

_TITLE_REACH = 24
"""Characters before a surname within which its title stands, with a first name between."""
_WORDS = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Affiliated:
    """Words at [start, end) of a sentence that name somebody of `country` (ISO 3166-1 alpha-2)."""

    start: int
    end: int
    country: str


class _Forms:
    """The written forms and whose they are; a surname in two countries tells nothing."""

    def __init__(self, words: Affiliations) -> None:
        self.titles = words.titles
        whole: dict[str, str] = {}
        alone: dict[str, str | None] = {}
        for table in (words.peoples, words.groups):
            for country, names in table.items():
                whole.update({plain(name): country for name in names})
        for country, names in words.leaders.items():
            for written in names:
                name, _, short = written.partition("/")
                short = short or name.rpartition(" ")[2]
                whole.setdefault(plain(name), country)
                known = alone.setdefault(plain(short), country)
                if known != country:
                    alone[plain(short)] = None
        self.forms = [(name, country, False) for name, country in sorted(whole.items())]
        self.forms += [
            (name, country, True)
            for name, country in sorted(alone.items())
            if country is not None and name not in whole
        ]
        self.automaton = AhoCorasick([name for name, _, _ in self.forms])


@cache
def _forms() -> _Forms:
    return _Forms(affiliations())


def find_affiliated(text: str) -> tuple[Affiliated, ...]:
    """Return those whom `text` names, in order, the longest at a place, none overlapping."""
    found = sorted(_sightings(plain(text)), key=lambda one: (one.start, -one.end))
    kept: list[Affiliated] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _sightings(text: str) -> Iterator[Affiliated]:
    forms = _forms()
    for number, start, end in forms.automaton.find_matches_as_indexes(text, overlapping=True):
        _, country, titled = forms.forms[number]
        if country is None or _within_word(text, start, end):
            continue
        if not titled or _titled(text, start, forms.titles):
            yield Affiliated(start, end, country)


def _within_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalnum() or before in {"_", "-"} or after.isalnum() or after == "_"


def _titled(text: str, start: int, titles: frozenset[str]) -> bool:
    lead = text[max(0, start - _TITLE_REACH) : start]
    words = [word.lower() for word in _WORDS.findall(lead)]
    return bool(words) and (words[-1] in titles or (len(words) > 1 and words[-2] in titles))
