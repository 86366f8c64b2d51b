"""Weapons told without a number: "a drone was shot down", «сбит БПЛА «Лелека»»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sitrep.extract.figures_counts import BESIDES, Count
from sitrep.extract.figures_kinds import Hit, Surroundings, decide
from sitrep.extract.figures_lexicon import FigureLexicon, Noun, OneForms, folded
from sitrep.language.numerals import Number

PART = "part of"
_LONGEST = 120
"""Characters of a count, and between two that stand in one list."""
_COST = 6.0
_COST_AGREEING = 10.0
"""Where the verb agrees with one weapon it may stand farther from it."""
_MAKES = re.compile(
    r"\s{1,3}(?:типа |типу )?(«[^»]{2,24}(?:»|$)(?:(?:,| и| та| і| й) «[^»]{2,24}(?:»|$))+)"
)
_BREAK = re.compile(r"[*_]\s{2,}|\n|\s[^\w\s.,;:!?()\[\]{}«»„“”\"'’*_/–—-]\s")
"""A line that ended: what stands behind it tells of the same weapon as the heading."""


def with_singles(
    raw: str,
    counts: Sequence[Count],
    hits: Sequence[Hit],
    lexicon: FigureLexicon,
    numbered: Callable[[int], bool],
) -> list[Count]:
    """Return `counts` of the sentence `raw` and single weapons of which something became.

    `numbered` tells whether a number stands right before an offset.
    """
    text = folded(raw)
    around = Surroundings(hits, counts)
    added: list[Count] = []
    for match in lexicon.single.finditer(text):
        near = around.counts(match.start() - _LONGEST, match.end())
        if any(match.start() < made.end for made in near) or numbered(match.start()):
            continue
        if _is_means(text, match.start(), lexicon):
            continue
        made = _single(text, match, lexicon)
        fitting = [hit for hit in hits if _governs(text, match, hit, lexicon)]
        verdict = decide(text, made, Surroundings(fitting, counts))
        limit = _COST if lexicon.one is None else _COST_AGREEING
        if verdict is None or verdict.cost >= limit:
            continue
        nearest = decide(text, made, around)
        if nearest is not None and nearest.kind == verdict.kind:
            if added and _BREAK.search(raw, added[-1].end, made.start):
                made = _again(made, added[-1])
            added.append(made)
    return sorted([*counts, *added], key=lambda made: made.start)


def _single(text: str, match: re.Match[str], lexicon: FigureLexicon) -> Count:
    group = match.lastgroup or "g0"
    makes = _MAKES.match(text, match.end())
    value = 1.0 if makes is None else float(makes[1].count("«"))
    end = match.end() if makes is None else makes.end()
    number = Number(start=match.start(), end=end, value=value, words=True)
    besides = lexicon.besides.search(text[max(0, match.start() - 40) : match.start(group)])
    return Count(
        lead=match.start(), start=match.start(), end=end, number=number,
        value=value, low=value, high=value, noun=Noun("weapon", lexicon.singles[int(group[1:])]),
        counted=match[0], reasons=("singular", BESIDES) if besides else ("singular",),
    )  # fmt: skip


def _again(made: Count, before: Count) -> Count:
    return replace(made, reasons=(*made.reasons, f"{PART} {before.number.value:g}"))


def _is_means(text: str, at: int, lexicon: FigureLexicon) -> bool:
    """Tell whether the weapon at `at` is what somebody uses: "by a drone"."""
    lead = text[max(0, at - 60) : at]
    if lexicon.agents.search(lead[-40:]) is not None:
        return True
    return lexicon.one is not None and lexicon.one.never.search(lead) is not None


def _governs(text: str, match: re.Match[str], hit: Hit, lexicon: FigureLexicon) -> bool:
    """Tell whether the trigger's form can have one weapon, in the form it has, as what it ended.

    A drone that "destroyed" something, or drones without a number, are not one that was shot down.
    """
    one = lexicon.one
    if one is None or hit.trigger.kind not in {"intercepted", "lost"}:
        return True
    words = text[hit.start : hit.end]
    lead = text[max(0, match.start() - 60) : match.start()]
    if not one.feminine.fullmatch(match[0]) and one.other_gender.search(words):
        return False
    if hit.after and hit.trigger.kind == "intercepted" and one.active.search(words):
        return False
    if one.bare.fullmatch(match[0]):
        return _bare_fits(words, lead, one, after=hit.after)
    # "Destruction of" wants a genitive; a participle wants a nominative or an accusative.
    return (one.inflected.fullmatch(match[0]) is not None) == _is_noun(words, one)


def _is_noun(words: str, one: OneForms) -> bool:
    return one.verbal_noun.search(words) is not None


def _bare_fits(words: str, lead: str, one: OneForms, *, after: bool) -> bool:
    """Tell whether a name without case forms («БПЛА») is one weapon, by what stands around it."""
    if one.genitive.search(lead):
        return not after and _is_noun(words, one)
    if one.bare_stop.search(lead):
        return False
    if after:
        return not one.plural.search(words) or one.in_company.search(lead) is not None
    return not one.imperfect.search(words)
