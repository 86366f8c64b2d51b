"""Numbers in text, in digits and in words, with their offsets: English, Russian, Ukrainian."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from ahocorasick_rs import AhoCorasick

from sitrep.model.base import Record

LARGEST = 1e15
"""Counts above this are no counts of anything in the news: ids, typing errors, attacks."""


class Number(Record, frozen=True, kw_only=True):
    """A number `text[start:end]`; finite, 0 ≤ value ≤ LARGEST.

    `vague` ("dozens"): `value` is the least that the word can mean. `words`: no digit in it.
    `plain`: the digits as they stand, without a scale ("2022"), which could be a year.
    """

    start: int
    end: int
    value: float
    vague: bool = False
    words: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumeralWords:
    """The lists of one language; see the head of numerals.yaml."""

    ones: dict[str, float]
    tens: dict[str, float]
    hundreds: dict[str, float]
    scales: dict[str, float]
    group: dict[str, float]
    vague: dict[str, float]
    articles: tuple[str, ...]
    pattern: re.Pattern[str]
    adding: dict[str, float]
    multiplying: dict[str, float]
    starts: AhoCorasick


_DIGITS = (
    r"(?<![\w.,:/\\])(?<![^\W\d]-)(?P<digits>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d{1,4})?"
    r"|\d{1,3}(?: \d{3})+(?![\d])(?:,\d{1,2})?|\d{1,15}(?:[.,]\d{1,4})?)"
    r"(?!\d|[eE]\d|(?:st|nd|rd|th)\b)"
)


_OPENERS = (*"0123456789", "half")


@cache
def numeral_words(language: str) -> NumeralWords:
    """Return the lists of a BCP 47 `language`; one without lists of its own gets English."""
    text = files("sitrep.language").joinpath("numerals.yaml").read_text(encoding="utf-8")
    lists = yaml.load(text, Loader=yaml.CSafeLoader)
    entry = lists.get(language.split("-", maxsplit=1)[0], lists["en"])
    adding = entry["ones"] | entry["tens"] | entry["hundreds"]
    multiplying = entry["scales"] | entry["group"]
    articled = [f"{lead} {unit}" for lead in entry["articles"] for unit in (*multiplying, "half")]
    return NumeralWords(
        **(entry | {"articles": tuple(entry["articles"])}),
        pattern=_pattern(entry, adding, multiplying),
        adding=adding,
        multiplying=multiplying,
        starts=AhoCorasick(sorted({*adding, *multiplying, *entry["vague"], *articled, *_OPENERS})),
    )


def _pattern(
    entry: dict[str, dict[str, float]], adding: dict[str, float], multiplying: dict[str, float]
) -> re.Pattern[str]:
    """Return the pattern of a whole number: digits with a scale, or a run of number words."""
    scale = _either(entry["scales"])
    word = _either(adding | multiplying | entry["vague"])
    article = _either(dict.fromkeys(entry["articles"], 1.0)) if entry["articles"] else "(?!)"
    joint = r"(?:[ \u00a0]|-|[ ]and[ ](?!a\b)|(?<=s)[ ]of[ ])"
    unit = rf"(?:{_either(entry['group'])}|{scale})\b"
    run = rf"(?:(?:{word})\b(?:{joint}(?:{word})\b)*)"
    return re.compile(
        _DIGITS + rf"(?:[ \u00a0\u202f-]?(?P<scale>{scale})\b\.?(?!\w))?"
        rf"|\b(?P<words>(?:(?:{article})[ ](?=(?:half[ -])?{unit}))?"
        rf"(?:half[ -]a?[ ]?(?={unit}))?{run})(?![’']\w)",
        re.IGNORECASE,
    )


def _either(words: dict[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def find_numbers(text: str, language: str = "en") -> tuple[Number, ...]:
    """Return the numbers of `text` in order; ill-formed ones ("million hundred") are left out."""
    words = numeral_words(language)
    found: list[Number] = []
    reached = 0
    for start in _starts(text, words):
        match = words.pattern.match(text, start) if start >= reached else None
        if match is None:
            continue
        reached = match.end()
        number = _in_digits(match, words) if match["digits"] else _in_words(match, words)
        if number is not None and number.value <= LARGEST:
            found.append(number)
    return tuple(found)


def _starts(text: str, words: NumeralWords) -> list[int]:
    """Return where a number can begin: the pattern, slow at every letter, is tried only there."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    starts = {
        start for _, start, _ in words.starts.find_matches_as_indexes(lower, overlapping=True)
    }
    return sorted(start for start in starts if not start or not text[start - 1].isalnum())


def _in_digits(match: re.Match[str], words: NumeralWords) -> Number | None:
    value = digits_value(match["digits"])
    scale = match["scale"]
    end = match.end()
    if scale is None:
        return Number(start=match.start(), end=end, value=value, plain=True)
    if match.string[end - 1] == ".":
        end -= 1
    factor = words.scales[scale.lower()]
    return Number(start=match.start(), end=end, value=round(value * factor, 4))


def digits_value(digits: str) -> float:
    """Read "1,234.5", "1 234,5", "3,5" and the like; one comma before three digits groups."""
    bare = re.sub(r"[ \u00a0\u202f\u2009]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        return float(bare.replace(",", ""))
    return float(bare.replace(",", "."))


def _in_words(match: re.Match[str], words: NumeralWords) -> Number | None:
    parts = re.findall(r"[\w'’]+(?:-dozen)?", match["words"].lower())
    vague = any(part in words.vague for part in parts)
    value = _vague_value(parts, words) if vague else _words_value(parts, words)
    vague = vague and parts[0] not in words.adding
    if value is None:
        return None
    return Number(start=match.start(), end=match.end(), value=value, vague=vague, words=True)


def _vague_value(parts: list[str], words: NumeralWords) -> float | None:
    """Value "dozens", "hundreds of thousands", "several hundred": each part multiplies."""
    if parts[0] in words.adding and len(parts) == 2 and words.vague.get(parts[1], 0) >= 20:
        # "two dozens", «два десятка»: a plural word for a group counts one of them here.
        return words.adding[parts[0]] * words.vague[parts[1]] / 2
    value = 1.0
    for part in parts:
        factor = words.vague.get(part) or words.multiplying.get(part)
        if factor is None and part not in {"of", "and", *words.articles}:
            return None
        value *= _vague_factor(part, factor, value)
    return value


def _vague_factor(part: str, factor: float | None, value: float) -> float:
    """Return what `part` multiplies by; "thousands" after "tens of" counts once, not twice."""
    if factor is None:
        return 1.0
    return factor / 2 if value > 1 and part.endswith("s") and factor >= 200 else factor


def _words_value(parts: list[str], words: NumeralWords) -> float | None:
    """Value a run of number words; None when they make no number ("million hundred")."""
    total = current = 0.0
    largest = float("inf")
    room = 1_000.0
    for part in parts:
        if part in words.adding:
            value = words.adding[part]
            if value >= room:
                return None
            current += value
            room = _room_after(value)
        elif part in words.multiplying:
            factor = words.multiplying[part]
            if factor >= largest:
                return None
            if factor == 100 and current < 100:
                current, room = (current or 1) * factor, 100
                continue
            total += (current or 0.5 * ("half" in parts) or 1) * factor
            current, room, largest = 0.0, 1_000.0, factor
    return total + current


def _room_after(value: float) -> float:
    """Return below what the next added word must be: after "twenty" 10, after "two" 0."""
    if value >= 100:
        return 100
    return 10 if value >= 20 else 0
