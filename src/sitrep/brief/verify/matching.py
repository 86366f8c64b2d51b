"""How well each word of a sentence is met by some evidence, for the graded reading of support."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sitrep.brief.verify.bounds import BOUNDING, bounded
from sitrep.brief.verify.reading import Reading
from sitrep.brief.verify.tokens import Token, number_key
from sitrep.vocabulary.gates import gate_words, operator_classes
from sitrep.vocabulary.senses import relation, senses

Match = Literal["same", "kin", "near", "opposite", "none"]
WORTH = {"same": 1.0, "kin": 0.9, "near": 0.5, "opposite": 0.0, "none": 0.0}
"""What a match adds: "kin" is a synonym or a wider word, "near" a word of the same stem or kind."""
_RANK: dict[Match, int] = {"none": 0, "opposite": 1, "near": 2, "kin": 3, "same": 4}
_RUN, _PRONOUN = 0.9, 0.8
"""Worth of a name met by its last word, and of a subject that the evidence calls "he" or "it"."""
_STEM = 5
_FACT = 1.5
_SENSES = 0.35
"""A name or number counts more than a word, a word of many senses less ("make", "work")."""
PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"})
_OPENING = 12
"""Within so many tokens of a sentence a pronoun can be its subject."""


@dataclass(frozen=True, slots=True)
class Met:
    """A content word at `at` of the sentence's tokens: how well one evidence sentence meets it.

    `worth` is 0 to 1; `there` the place in the evidence's tokens, None where nothing is like it.
    """

    at: int
    worth: float
    there: int | None


def content(reading: Reading) -> list[int]:
    """Return the places of what must be met: words, names, numbers, dates.

    Negations are judged apart, and what bounds a number with the number.
    """
    return [
        at
        for at, token in enumerate(reading.tokens)
        if token.kind in {"word", "name", "number", "date"}
        and operator_classes().get(token.key) != "negation"
        and (token.kind != "word" or (len(token.key) > 1 and token.surface not in BOUNDING))
    ]


def weight(token: Token) -> float:
    """Return how much a word says by itself, 0.4 to 1.5."""
    if token.kind in {"name", "number", "date"}:
        return _FACT
    return 1 / (1 + _SENSES * math.log(1 + senses(token.key)))


def names(reading: Reading, positions: Sequence[int]) -> list[list[int]]:
    """Return the runs of neighbouring name words, as indices into `positions`."""
    runs: list[list[int]] = []
    for index, at in enumerate(positions):
        token = reading.tokens[at]
        if token.kind == "name" or (token.capital and at == 0):
            if runs and positions[runs[-1][-1]] == at - 1:
                runs[-1].append(index)
            else:
                runs.append([index])
    return runs


def subject(reading: Reading, positions: Sequence[int]) -> list[int]:
    """Return the indices of the sentence's opening name, else of its first content word."""
    runs = names(reading, positions)
    return runs[0] if runs and positions[runs[0][0]] <= 2 else [0]


def meet(sentence: Reading, positions: Sequence[int], evidence: Reading) -> list[Met]:
    """Return how one evidence sentence meets each of `positions`."""
    theirs = [(at, token) for at, token in enumerate(evidence.tokens) if token.kind != "mark"]
    exact = {key: at for at, token in reversed(theirs) for key in (value(token), token.surface)}
    found = [_best(sentence, at, evidence, (theirs, exact)) for at in positions]
    for run in names(sentence, positions):
        met = [found[index].worth == 1 for index in run]
        if len(run) > 1 and (met[-1] or sum(met) > 1):
            _raise(found, run, _RUN)
    if any(token.surface in PRONOUNS for token in evidence.tokens[:_OPENING]):
        _raise(found, subject(sentence, positions), _PRONOUN)
    return found


def _raise(found: list[Met], run: Sequence[int], least: float) -> None:
    for index in run:
        one = found[index]
        found[index] = Met(one.at, max(one.worth, least), one.there)


def _best(
    sentence: Reading,
    at: int,
    evidence: Reading,
    found: tuple[list[tuple[int, Token]], dict[str, int]],
) -> Met:
    token, (theirs, exact) = sentence.tokens[at], found
    there = exact.get(value(token), exact.get(token.surface))
    if there is not None:
        return Met(at, 1.0, there)
    if token.kind != "number" and any(token.surface == word.surface for word in evidence.raw):
        return Met(at, 1.0, None)  # a word of a longer name, which is one token there
    if token.kind == "date":
        mine = [ref for ref in sentence.dates if ref.index == at]
        fits = any(ref.fits(other) for ref in mine for other in evidence.dates)
        return Met(at, float(fits), None)
    if token.kind == "number":
        return Met(at, float(bounded(sentence, at, evidence)), None)
    best: tuple[Match, int | None] = ("none", None)
    for place, other in theirs:
        match = alike(token, other)
        if _RANK[match] > _RANK[best[0]]:
            best = (match, place)
        if match == "kin":
            break
    return Met(at, WORTH[best[0]], best[1])


def alike(mine: Token, theirs: Token) -> Match:
    """Return how a word or name is met by another."""
    facts = {"number", "date"}
    if mine.kind in facts or theirs.kind in {*facts, "stop", "mark"}:
        return "same" if value(mine) == value(theirs) else "none"
    one, two = mine.key, theirs.key
    named = mine.kind == "name" or theirs.kind == "name"
    if len(one) > _STEM and len(two) > _STEM and one[:_STEM] == two[:_STEM]:
        return "opposite" if one.endswith("less") != two.endswith("less") else "near"
    if named:
        return "near" if min(len(one), len(two)) > 3 and one[:4] == two[:4] else "none"
    how = relation(one, two) or relation(mine.surface, theirs.surface)
    if how in {"same", "wider"}:
        return "kin"
    if how in {"near", "narrower"}:
        return "near"
    return "opposite" if how == "opposite" else "none"


def value(token: Token) -> str:
    """Return what is compared of a token; an ordinal in words is its number."""
    ordinal = gate_words().ordinals.get(token.surface) if token.kind == "word" else None
    return number_key(ordinal) if ordinal else token.key
