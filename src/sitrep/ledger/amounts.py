"""What a figure says in words: its number, its unit, and how exact it is after a conversion."""

import msgspec

from sitrep.language.numerals import find_numbers
from sitrep.model.extraction import Figure, Qualifier

_WORDS: dict[Qualifier, str] = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "less_than": "fewer than ",
}
_SIGNS = {"km2": " km²", "km": " km"}
_SAME = 1e-6
_FIGURES = 2
"""Figures of a converted number that are worth telling."""
_WHOLE = 100
"""From here on the figures after a point say nothing."""


def converted(figure: Figure) -> Figure:
    """Return a figure given in another unit as an approximate one.

    Whoever turns 10 square kilometres into four square miles rounds on the way.
    """
    if figure.qualifier != "exact" or not _turned(figure):
        return figure
    return msgspec.structs.replace(figure, qualifier="about", low=None, high=None)


def _turned(figure: Figure) -> bool:
    """Tell whether a value stands otherwise in the text, in another unit."""
    if figure.unit not in _SIGNS or figure.value is None:
        return False
    written = [number.value for number in find_numbers(figure.span.quote)]
    return bool(written) and all(abs(number - figure.value) > _SAME for number in written)


def number(figure: Figure) -> str:
    """Return the number with its unit and what limits it: "at least 4", "about 10 km²"."""
    sign = _SIGNS.get(figure.unit or "", "")
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return f"{plain(figure.low)}–{plain(figure.high)}{sign}"
    for value in (figure.value, figure.low, figure.high):
        if value is not None:
            rough = figure.qualifier == "about" and _turned(figure)
            told = float(f"{value:.{_FIGURES}g}") if rough else value
            return f"{_WORDS.get(figure.qualifier, '')}{plain(told)}{sign}"
    return "unknown"


def plain(value: float) -> str:
    """Return a number with thousands separators and at most three figures after a point."""
    whole = value == int(value) or abs(value) >= _WHOLE
    return f"{value:,.0f}" if whole else f"{value:,.3g}"
