"""Two numbers that make one figure, or a part and its whole: "10 to 15", "74 of 117 drones"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitrep.extract.figures_counts import Count
from sitrep.extract.figures_lexicon import FigureLexicon


def joined(text: str, counts: Sequence[Count], lexicon: FigureLexicon) -> list[Count]:
    """Return `counts` of one sentence with ranges made one, and parts and totals marked."""
    kept: list[Count] = []
    for made in counts:
        previous = kept[-1] if kept else None
        if previous is not None and _is_range(text, previous, made, lexicon):
            kept[-1] = _range(previous, made)
            continue
        if previous is not None and _is_part(text, previous, made, lexicon):
            noun = previous.noun or made.noun
            kept[-1] = replace(previous, noun=noun)
            kept.append(replace(made, total=True, reasons=(*made.reasons, "total of a part")))
            continue
        kept.append(made)
    return kept


OPENING = re.compile(
    r":|\b(?:including|of (?:which|them|these)|включая|в том числе|из (?:них|которых)|зокрема|"
    r"у тому числі|[із]з? (?:них|яких))\b|\("
)
"""Words behind which shares of a count stand."""
_BEHIND_OPEN = re.compile(r"\([\s*_]{0,4}$")
_CLOSED = re.compile(r"[\s*_]{0,4}(?:\)|$)")
_AND = re.compile(
    r"(?:\band|,|;|\bи|\bта|\bй|\bі)\s+(?:а также |а також |as well as )?"
    r"(?:ещё |еще |ще |another )?(?:по )?$"
)
_INCLUDING = re.compile(
    r"\b(?:including|among them|включая|в том числе|среди них|зокрема|у тому числі|серед них)\s*$"
)
OF_THEM = "some of those before"
_OF_THEM = re.compile(r"\s*(?:из (?:которых|них)|of (?:which|them|whom)|[із]з? (?:яких|них))\b")
_NEAR = 40
_NEIGHBOURS = 120
_FARTHEST = 1_500
"""Characters behind a total in which its shares stand."""
_PLACED = re.compile(
    r"\s*$|\s*(?:of (?:them|which|those) |из них |из которых )?"
    r"(?:more |others? |each )?(?:[–—-]\s*)?(?:over|in|above|on|near|around|each in|across|"
    r"над|в|во|на|у|с|со|по)\b"
    r"|\s*(?:[–—-]\s*)?[«“\"][^»”\"]{1,24}[»”\"]"
)
"""A place, or a make («Лелека»), behind a number without a noun."""


def breakdowns(text: str, counts: Sequence[Count]) -> list[Count]:
    """Mark bare numbers with a place ("20 drones: 12 over …, six over …") as parts of the count.

    They say how a total lies on the map and must not be taken for other totals.
    """
    kept: list[Count] = []
    whole: Count | None = None
    for made in counts:
        alone = bracketed(text, made.start, made.end)
        placed = made.kind is None and (alone or _PLACED.match(text, made.end) is not None)
        included = whole is not None and _included(text, kept[-1], made)
        if kept and is_of_them(text, made.number.end) and _can_hold(kept[-1], made):
            kept.append(_of_them(made, kept[-1]))
            continue
        if whole is not None and (included or (placed and _shares(text, whole, made))):
            reasons = (*made.reasons, f"part of {whole.number.value:g}")
            kept.append(replace(made, part_of=whole, reasons=reasons))
            continue
        if placed and whole is not None and _beside(text, whole, kept[-1], made):
            kept.append(
                replace(made, part_of=whole, reasons=(*made.reasons, "like the count before"))
            )
            continue
        if made.noun is not None and made.noun.category != "settlement":
            whole = whole if made.total or alone else made
        kept.append(made)
    return kept


def bracketed(text: str, start: int, end: int) -> bool:
    """Tell whether [start, end) stands alone in brackets: "over Kursk (12 drones)"."""
    return _BEHIND_OPEN.search(text[max(0, start - 6) : start]) is not None and (
        _CLOSED.match(text, end) is not None
    )


def is_of_them(text: str, end: int) -> bool:
    """Tell whether the number that ends at `end` is some of those before: "30 of them"."""
    return _OF_THEM.match(text, end) is not None


def _can_hold(whole: Count, made: Count) -> bool:
    return whole.kind is None and made.kind is None and (made.value or 0) <= (whole.value or 0)


def _of_them(made: Count, whole: Count) -> Count:
    reasons = (*made.reasons, OF_THEM, f"part of {whole.number.value:g}")
    return replace(made, noun=made.noun or whole.noun, part_of=whole, reasons=reasons)


def _shares(text: str, whole: Count, made: Count) -> bool:
    """Tell whether `made` gives a share of `whole`: no noun or the same one, behind a colon."""
    same = made.noun is None or made.noun == whole.noun
    if made.start - whole.end > _FARTHEST:
        return False
    return same and made.total is False and OPENING.search(text, whole.end, made.start) is not None


def _included(text: str, previous: Count, made: Count) -> bool:
    """Tell whether `made` stands right behind "including": "45 people, including two nurses"."""
    gap = text[previous.end : made.lead][: _NEAR + 1]
    return made.kind is None and len(gap) < _NEAR and _INCLUDING.search(gap) is not None


def _beside(text: str, whole: Count, previous: Count, made: Count) -> bool:
    """Tell whether `made` goes on after `whole`: "one drone over the bay and two over the port"."""
    if made.noun is not None or whole.noun is None or whole.noun.weapon is None:
        return False
    last = previous if previous.part_of is whole else whole
    gap = text[last.end : made.lead]
    return len(gap) < _NEIGHBOURS and _AND.search(gap) is not None


def _is_range(text: str, left: Count, right: Count, lexicon: FigureLexicon) -> bool:
    gap = text[left.number.end : right.start]
    if left.end > left.number.end and left.kind != "money":
        return False
    match = lexicon.range.fullmatch(text, left.end, right.start)
    if match is None or left.number.vague or right.number.vague:
        return False
    if left.number.value >= right.number.value and left.number.plain == right.number.plain:
        return False
    if gap.startswith(" and"):
        return text[: left.lead].rstrip().endswith("between")
    return left.noun is None


def _range(left: Count, right: Count) -> Count:
    """Join two counts; in "$1-2 billion" and "5 to 6 km" the first takes the second's measure."""
    factor = 1.0
    if right.value is not None and right.number.value:
        factor = right.value / right.number.value
    high = right.number.value * factor
    low = left.number.value * factor
    if left.number.plain and not right.number.plain and left.number.value * 1000 < high:
        low *= _scale(right.number.value)
    return replace(
        right,
        lead=left.lead,
        start=left.start,
        low=min(low, high),
        high=high,
        value=None,
        qualifier="range",
        unit=right.unit or left.unit,
        kind=right.kind or left.kind,
    )


def _scale(value: float) -> float:
    """Return the word behind a number: 1e9 of 2e9, 1e3 of 15e3."""
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)


def _is_part(text: str, left: Count, right: Count, lexicon: FigureLexicon) -> bool:
    gap = text[left.end : right.start]
    if lexicon.part_of.fullmatch(gap.rstrip() + " " if gap else gap) is None:
        return False
    return left.kind is None and right.kind is None and (left.low or 0) <= (right.high or 0)
