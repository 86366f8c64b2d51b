"""Counts that are shares of another: a total by place, in one sentence or the next ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sitrep.extract.figures_counts import BESIDES
from sitrep.extract.figures_lexicon import FigureLexicon, folded
from sitrep.extract.figures_pairs import OPENING, bracketed, is_of_them
from sitrep.extract.figures_singles import PART
from sitrep.extract.reading import Reading
from sitrep.model.extraction import Figure

EACH = "each of"
_ENDED = frozenset({"intercepted", "lost"})
_REACH = 600
"""Characters behind a total in which its shares are told."""
_PLACE = re.compile(
    r"\b(?:over|above|near|across|in|at|над|в|во|на|у|біля|поблизу|по территори\w+)\b"
)
_CLAUSE = re.compile(r"[.;:!?\n]|\d|—")
_SENTENCE_END = re.compile(r"[.!?…][\s*_»”\"]|\n")
_SPLIT = re.compile(r",| (?:and|и|та|й|і) ")
_NAME = re.compile(r"\b[^\W\d_a-zа-яґєії][\w’'-]+")


@dataclass(slots=True)
class _Whole:
    figure: Figure
    left: float
    begun: bool = False
    """Whether a share of it has been told: "another 23" goes on with the shares."""


def shared_out(
    figures: Sequence[Figure], reading: Reading, lexicon: FigureLexicon
) -> tuple[Figure, ...]:
    """Return `figures` of one article with the shares of a total marked by their reasons.

    "each of 3": the number holds for each of three places. "part of 20": the number is a share of
    the twenty drones shot down that were told before, without a place; shares never exceed it.
    """
    text = reading.article.text
    found: list[Figure] = []
    wholes: dict[tuple[str, str], _Whole] = {}
    latest: dict[str, Figure] = {}
    for position, figure in enumerate(figures):
        if figure.weapon is None or figure.kind not in _ENDED or figure.value is None:
            found.append(figure)
            continue
        following = figures[position + 1].span.start if position + 1 < len(figures) else len(text)
        behind = text[figure.span.end : min(following, figure.span.end + _REACH)]
        made = _each(figure, text, behind, lexicon)
        before = latest.get(figure.weapon)
        made = _related(made, before, wholes, text, behind)
        if not _is_part(made):
            latest[figure.weapon] = made
        found.append(made)
    return tuple(found)


def _related(
    made: Figure,
    before: Figure | None,
    wholes: dict[tuple[str, str], _Whole],
    text: str,
    behind: str,
) -> Figure:
    """Mark `made` by what it is to the drones told `before`; note it in `wholes` if it is one."""
    key = (made.kind, made.weapon or "")
    whole = wholes.get(key)
    if before is not None and _is_of(made, before, text):
        return _marked(made, f"{PART} {before.value:g}")
    if whole is not None and _is_share(made, whole, text):
        whole.left -= counted(made)
        whole.begun = True
        return _marked(made, f"{PART} {whole.figure.value:g}")
    if _is_part(made):
        return made
    alone = bracketed(text, made.span.start, made.span.end)
    if not alone and _PLACE.search(_clause(folded(behind))) is None:
        wholes[key] = _Whole(made, counted(made))
    if before is not None and _is_elsewhere(made, before, text):
        return msgspec.structs.replace(made, reasons=(*made.reasons, BESIDES))
    return made


def counted(figure: Figure) -> float:
    """Return how many `figure` says there were in all its places; 0 where it gives no number."""
    times = next((int(r.split()[-1]) for r in figure.reasons if r.startswith(EACH)), 1)
    return times * (figure.value or 0.0)


def _is_part(figure: Figure) -> bool:
    return any(reason.startswith(PART) for reason in figure.reasons)


def _is_of(figure: Figure, before: Figure, text: str) -> bool:
    """Tell whether `figure` is some of those told `before`: "three drones, two of which fell"."""
    between = text[before.span.end : figure.span.start]
    return (
        (figure.value or 0) <= (before.value or 0)
        and len(between) <= _REACH
        and _SENTENCE_END.search(between) is None
        and is_of_them(folded(text[figure.span.end : figure.span.end + 20]), 0)
    )


def _is_elsewhere(figure: Figure, before: Figure, text: str) -> bool:
    """Tell whether another end, in another sentence and place, makes `figure` one of other drones.

    "Two were jammed over Bryansk. Two were shot down near Moscow."
    """
    between = text[before.span.end : figure.span.start]
    if figure.kind == before.kind or len(between) > _REACH or not _SENTENCE_END.search(between):
        return False
    here, there = _places(figure, text), _places(before, text)
    return bool(here) and bool(there) and here.isdisjoint(there)


def _places(figure: Figure, text: str) -> set[str]:
    behind = text[figure.span.end : figure.span.end + _REACH]
    stop = _SENTENCE_END.search(behind)
    clause = behind[: stop.start()] if stop else behind
    place = _PLACE.search(clause)
    return {name[0] for name in _NAME.finditer(clause, place.end())} if place else set()


def _marked(figure: Figure, reason: str) -> Figure:
    if _is_part(figure):
        return figure
    return msgspec.structs.replace(figure, reasons=(*figure.reasons, reason))


def _clause(text: str) -> str:
    stop = _CLAUSE.search(text)
    return text[: stop.start()] if stop else text


def _each(figure: Figure, text: str, behind: str, lexicon: FigureLexicon) -> Figure:
    """Count the places for each of which the number holds: "two each over Orel and Kursk"."""
    before = folded(text[max(0, figure.span.start - 12) : figure.span.start])
    if not lexicon.each_before.search(before) and not lexicon.each_after.match(folded(behind)):
        return figure
    stop = re.search(r"[.;:!?\n\d]", behind)
    parts = _SPLIT.split(behind[: stop.start()] if stop else behind)
    places = sum(1 for part in parts if _NAME.search(part))
    if places < 2:
        return figure
    return msgspec.structs.replace(figure, reasons=(*figure.reasons, f"{EACH} {places}"))


def _is_share(figure: Figure, whole: _Whole, text: str) -> bool:
    distance = figure.span.start - whole.figure.span.end
    between = text[whole.figure.span.end : figure.span.start] if distance <= _REACH else ""
    if distance > _REACH or counted(figure) > whole.left:
        return False
    if BESIDES in figure.reasons and not whole.begun:
        return False
    if not _SENTENCE_END.search(between) and not OPENING.search(folded(between)):
        return False
    first, second = whole.figure.window, figure.window
    if first is not None and second is not None and first.start != second.start:
        return False
    behind = text[figure.span.end : figure.span.end + 80]
    return _PLACE.search(folded(between[-80:] + " " + behind)) is not None
