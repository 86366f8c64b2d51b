"""Map: the names and figures of an article in the order of its text, in no language's spelling."""

import calendar
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from sitrep.language.numerals import find_numbers
from sitrep.lineage.wording import body
from sitrep.model.documents import Article

MARKED_CHARS = 2_000
"""Of the body, as much as is read for marks: a translation that agrees so far is one."""

LEAST_COUNT = 2.0
"""Smaller numbers are left out: "one" is more often a pronoun than a count."""

_BEFORE = " \t\n\"'“”„«»‘’([—–-*•"
_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-zа-яіїєґ][^\W\d_]+(?:[’'][^\W\d_]+)*")
_CASE = re.compile(
    r"(?<=[а-яіїєґ]{3})(?:ого|его|ому|ему|ові|еві|ями|ами|ах|ях|ою|ею|єю|ом|ем|єм|им|ым|ім)$"
)
"""Case endings of Russian and Ukrainian that have a consonant; others are vowels and fall away."""

_SOUNDS = (
    (re.compile(r"shch|sch|sh|ch|zh|ts|tz|z|j(?=[aeiou])"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ck|c(?![eiy])|q"), "k"),
    (re.compile(r"c"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"^(?:kh|h|g)"), "0"),
    (re.compile(r"^[aeiouy]+"), "1"),
    (re.compile(r"kh|[^a-z01]|[aeiouyhj]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What two spellings of one name keep, in this order: its consonants, hissing ones alike, and
whether a vowel begins it. An h is written as g, kh or h at the start, and inside often not."""

_DATES = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name) if name)
"""Capital letters that English alone gives to months and days."""


class Mark(NamedTuple):
    """A name or a figure: what any language keeps of it, and the text as written."""

    key: str
    text: str

    @property
    def figure(self) -> bool:
        """Whether it is a number."""
        return not any(letter.isalpha() for letter in self.key)


def marks(article: Article) -> tuple[Mark, ...]:
    """Return the names and figures of the article's body, in the order of its text.

    A name is a word with a capital letter, not only at the start of a sentence, by its consonants;
    a figure is a number from two up, in digits or words. The same name in another alphabet, and the
    same number in another language, give the same key.
    """
    found: list[tuple[int, Mark]] = []
    names: list[tuple[int, str, bool]] = []
    for sentence in body(article):
        if sentence.start > MARKED_CHARS:
            break
        text = article.text[sentence.start : sentence.end]
        found += ((sentence.start + at, mark) for at, mark in _figures(text, article.language))
        begun = len(text) - len(text.lstrip(_BEFORE))
        names += [
            (sentence.start + match.start(), match[0], match.start() == begun)
            for match in _NAME.finditer(text)
        ]
    inside = {word for _, word, opens in names if not opens}
    for at, word, _ in names:
        key = sounds(word) if word in inside else ""
        if len(key) > 1:
            found.append((at, Mark(key, word)))
    return tuple(mark for _, mark in sorted(found))


def _figures(text: str, language: str) -> Iterator[tuple[int, Mark]]:
    for number in find_numbers(text, language):
        if not number.vague and number.value >= LEAST_COUNT:
            yield number.start, Mark(f"{number.value:g}", text[number.start : number.end])


@lru_cache(maxsize=100_000)
def sounds(name: str) -> str:
    """Return the consonants of a name as any alphabet keeps them, empty for a month or a day."""
    lower = name.lower()
    if lower in _DATES:
        return ""
    sound = anyascii(_CASE.sub("", lower)).lower()
    for pattern, kept in _SOUNDS:
        sound = pattern.sub(kept, sound)
    return sound
