"""Text to the tokens that the gates compare: words by lemma, names by id, numbers by value."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import simplemma

from sitrep.vocabulary.gates import gate_words, same_words
from sitrep.vocabulary.spelling import one_spelling

Kind = Literal["word", "name", "number", "date", "stop", "mark"]

_TOKEN = re.compile(
    r"(?P<acronym>(?:[A-Z]\.){2,})"
    r"|(?P<clock>\d{1,2}[:.]\d{2}(?!\d)(?=\s*(?:a\.?m|p\.?m|GMT|UTC|local|Kyiv|Moscow|Kiev|hours|ET|BST|CET|h\b)))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<suffix>(?:st|nd|rd|th)\b|(?:bn|tn|mn|km|[mkK])\b)?"
    r"|(?P<address>[A-Za-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,10}(?![\w.-]))"
    r"|(?P<word>[Cc]ease-[Ff]ires?|[Uu]nmanned [Aa]erial [Vv]ehicles?|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>[“”\"‘’'«»„();:,.!?—–%$€£-]|\S)"
)
_QUOTE_MARKS = frozenset('“”"«»„')
_MARK_WORDS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_NEGATED = re.compile(r"^(?P<verb>.+)n['’]t$")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIX_SCALE = {"bn": 1e9, "tn": 1e12, "mn": 1e6, "m": 1e6, "k": 1e3, "K": 1e3}


@dataclass(slots=True)
class Token:
    """One token: `key` is what is compared, [start, end) the place in the text as given.

    `capital` says that the word is written with a capital that its place alone does not explain.
    """

    key: str
    kind: Kind
    start: int
    end: int
    surface: str
    quoted: bool = False
    capital: bool = False
    initial: bool = False
    possessive: bool = False
    skip: bool = False
    """Part of a wider token (a name, a date, a number in words) that stands for it."""


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Return the dictionary form of a lower-case English `word`, united with its synonyms."""
    base = gate_words().irregular.get(word) or simplemma.lemmatize(word, "en").lower()
    return same_words().get(word) or same_words().get(base) or base


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text` in order, with quotation marked and no names joined yet."""
    found: list[Token] = []
    inside = False
    initial = True
    for match in _TOKEN.finditer(text):
        surface = match[0]
        if surface in _QUOTE_MARKS:
            before, inside = inside, _opens(text, match, inside=inside)
            if not (before or inside or any(token.surface in _QUOTE_MARKS for token in found)):
                for token in found:  # the quotation began in the sentence before
                    token.quoted = token.kind != "mark"
            found.append(_mark(match, surface))
            continue
        for token in _read(match):
            token.quoted = inside
            token.initial = initial and token.kind != "mark"
            found.append(token)
        initial = surface in ".!?:" or (initial and found[-1].kind == "mark")
    return found


def _opens(text: str, match: re.Match[str], *, inside: bool) -> bool:
    """Return whether quoted speech holds after this quotation mark."""
    mark = match[0]
    if mark in "“«„":
        return True
    if mark in "”»":
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before.isspace() or before in "([—-":
        return not after.isspace()
    return not inside and not after.isspace() and after not in ".,;:!?)"


def _mark(match: re.Match[str], surface: str) -> Token:
    return Token(surface, "mark", match.start(), match.end(), surface)


def _read(match: re.Match[str]) -> Iterator[Token]:
    """Yield the token or tokens of one match."""
    start, end, surface = match.start(), match.end(), match[0]
    if match["mark"] is not None:
        word = _MARK_WORDS.get(surface)
        yield Token(word or surface, "word" if word else "mark", start, end, surface)
    elif match["clock"] is not None:
        yield Token(surface.replace(".", ":"), "number", start, end, surface)
    elif match["number"] is not None:
        yield from _number(match)
    elif match["acronym"] is not None:
        key = surface.rstrip(".").lower()
        yield _worded(key, surface, start, end)
    elif match["address"] is not None:  # an outlet that goes by its domain
        yield Token(surface.lower(), "name", start, end, surface, capital=True)
    else:
        yield from _word(surface, start, end)


def _number(match: re.Match[str]) -> Iterator[Token]:
    suffix = match["suffix"] or ""
    value = float(match["number"].replace(",", "")) * _SUFFIX_SCALE.get(suffix, 1)
    end = match.end("number")
    yield Token(number_key(value), "number", match.start(), end, match["number"])
    if suffix == "km":
        yield Token(lemma("km"), "word", end, match.end(), suffix)


def number_key(value: float) -> str:
    """Return the form in which numbers are compared: no trailing zeros, no grouping."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """Return `word` without accents: "Blanár" and "Blanar" are one name."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _word(surface: str, start: int, end: int) -> Iterator[Token]:
    low = folded(surface.lower())
    if "'" not in low and "’" not in low and low != "cannot":
        yield _worded(low, surface, start, end)
        return
    negated = _NEGATED.match(low)
    if negated or low == "cannot":
        verb = "can" if low in {"can't", "can’t", "cannot"} else negated["verb"] if negated else ""
        verb = {"wo": "will", "sha": "shall"}.get(verb, verb)
        yield _worded(verb, surface, start, end)
        yield Token("not", "word", start, end, "not")
        return
    possessive = bool(_POSSESSIVE.search(low)) and len(low) > 2
    stem = _POSSESSIVE.sub("", low) if possessive else low
    verb, mark, tail = stem.replace("’", "'").partition("'")
    if mark and tail in {"ll", "re", "ve", "m", "d"}:
        if tail == "ll":
            yield _worded(verb, surface, start, end)
            yield Token("will", "word", start, end, "will")
            return
        stem = verb
    token = _worded(stem, surface, start, end)
    token.possessive = possessive
    yield token


def _worded(low: str, surface: str, start: int, end: int) -> Token:
    words = gate_words()
    low = one_spelling(low)
    capital = surface[0].isupper()
    if low in words.stop and not (capital and surface.isupper() and len(surface) > 1):
        return Token(low, "stop", start, end, low)
    return Token(lemma(low), "word", start, end, low, capital=capital)


def is_body(token: Token) -> bool:
    """Return whether a token carries content: a word, a name or a number."""
    return token.kind in {"word", "name", "number"}
