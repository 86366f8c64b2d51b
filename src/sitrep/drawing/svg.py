"""SVG elements as text, and the one stylesheet of all pictures."""

import re
from collections.abc import Iterable, Mapping
from html import escape

LIGHT: Mapping[str, str] = {
    "paper": "#fbfaf6", "ink": "#22221f", "quiet": "#63625b", "line": "#dcd9cf", "sea": "#e8eef0",
    "land": "#f4f1e8", "party": "#e9e3d2", "border": "#b9b3a2", "held": "#c0563c",
    "gained": "#8c1f0c", "lost": "#2f6f8f", "ground": "#7a2e1d", "strikes": "#b3541e",
    "diplomacy": "#2d5f7c", "other": "#63625b", "launched": "#d9d2c0", "intercepted": "#4c7a8c",
    "missed": "#9db8bf", "hit": "#a8401f",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "paper": "#191917", "ink": "#e4e1d7", "quiet": "#a3a096", "line": "#3a3934", "sea": "#14191c",
    "land": "#2a2925", "party": "#37352e", "border": "#5f5c52", "held": "#c0563c",
    "gained": "#ff9b80", "lost": "#7cc0de", "ground": "#e09a83", "strikes": "#f0a868",
    "diplomacy": "#86bbd8", "other": "#a3a096", "launched": "#4a473e", "intercepted": "#6fa3b5",
    "missed": "#45656f", "hit": "#e07a55",
}  # fmt: skip
VARIABLES: Mapping[str, str] = {name: f"var(--p-{name})" for name in LIGHT}
"""The palette of a page that gives the colours itself, for light, dark and print."""

MARGIN = 14.0
_FONT = (
    'system-ui, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif'
)
_RULES = """.pic text {{ font-family: {font}; fill: {ink}; }}
.pic .quiet {{ fill: {quiet}; }}
.pic .sea {{ fill: {sea}; }}
.pic .land {{ fill: {land}; stroke: {border}; stroke-width: .7; stroke-linejoin: round; }}
.pic .party {{ fill: {party}; }}
.pic .disputed {{ fill: none; stroke: {quiet}; stroke-width: .8; }}
.pic .dispute-line {{ fill: none; stroke: {quiet}; stroke-width: .9; stroke-dasharray: 3 2; }}
.pic .held {{ fill: {held}; fill-opacity: .26; stroke: {held}; stroke-width: .8; }}
.pic .gained {{ fill: {gained}; fill-opacity: .85; stroke: {gained}; stroke-width: 1.2; }}
.pic .lost {{ fill: {lost}; fill-opacity: .85; stroke: {lost}; stroke-width: 1.2; }}
.pic .frame {{ fill: none; stroke: {line}; }}
.pic .mark-ground {{ fill: {ground}; }}
.pic .mark-strikes {{ fill: {strikes}; }}
.pic .mark-diplomacy {{ fill: {diplomacy}; }}
.pic .mark-other {{ fill: {other}; }}
.pic .mark {{ stroke: {paper}; stroke-width: 1.2; }}
.pic .halo {{ stroke: {land}; stroke-width: 2.6; stroke-linejoin: round; fill: {land}; }}
.pic .country {{ fill: {quiet}; letter-spacing: .14em; }}
.pic .grid {{ stroke: {line}; stroke-width: 1; }}
.pic .axis {{ stroke: {quiet}; stroke-width: 1; }}
.pic .bar-launched {{ fill: {launched}; }}
.pic .bar-intercepted {{ fill: {intercepted}; }}
.pic .bar-missed {{ fill: {missed}; }}
.pic .bar-hit {{ fill: {hit}; }}
.pic .mean {{ fill: none; stroke: {ink}; stroke-width: 1.8; stroke-linejoin: round; }}
.pic .nodata {{ stroke: {quiet}; stroke-width: 1; }}
.pic .paper {{ fill: {paper}; }}
"""


def stylesheet(palette: Mapping[str, str]) -> str:
    """Return the rules of all pictures in the colours of `palette`."""
    return _RULES.format(font=_FONT, **palette)


def element(name: str, content: str | None = None, **attributes: str | float | None) -> str:
    """Return an element; `content` is markup, attribute values are escaped, None leaves one out.

    `cls` is written as class, and underscores in names as hyphens.
    """
    given = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{escape(number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}/>" if content is None else f"<{name}{given}>{content}</{name}>"


def number(value: str | float) -> str:
    """Return an attribute's value; numbers with at most one decimal."""
    if isinstance(value, str):
        return value
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0", int(abs(value) < 0.05))


def words(text: str, x: float, y: float, size: float = 11, **attributes: str | float | None) -> str:
    """Return a line of text; `text` is escaped."""
    return element("text", escape(text), x=x, y=y, font_size=size, **attributes)


def picture(
    parts: Iterable[str], *, size: tuple[float, float], title: str, alternative: str, name: str
) -> str:
    """Return an SVG image with a title and a text alternative; `name` makes its ids unique.

    It takes its colours from the page's `stylesheet`; `standalone` makes a file of it.
    """
    width, height = size
    head = element("title", escape(title), id=f"{name}-t") + element(
        "desc", escape(alternative), id=f"{name}-d"
    )
    view = f"0 0 {number(width)} {number(height)}"
    body = "\n".join((head, *parts))
    return (
        f'<svg class="pic" viewBox="{view}" role="img" aria-labelledby="{name}-t {name}-d">'
        f"\n{body}\n</svg>"
    )


def standalone(svg: str) -> str:
    """Return a picture as a file of its own, in light colours, on paper, with a margin."""
    width, height = (one + 2 * MARGIN for one in _size(svg))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}"'
        f' height="{number(height)}" class="pic"'
    )
    view = f"{-MARGIN:g} {-MARGIN:g} {number(width)} {number(height)}"
    body = re.sub(r'viewBox="[^"]*"', f'viewBox="{view}"', svg, count=1)
    opening, rest = body.replace('<svg class="pic"', head, 1).split(">", 1)
    paper = element("rect", cls="paper", x=-MARGIN, y=-MARGIN, width=width, height=height)
    return f"{opening}>\n<style>\n{stylesheet(LIGHT)}</style>{paper}{rest}\n"


def _size(svg: str) -> tuple[float, float]:
    view = svg.split('viewBox="0 0 ', 1)[1].split('"', 1)[0]
    width, height = (float(one) for one in view.split(" "))
    return width, height


def stacked(pictures: Iterable[str], *, title: str, name: str) -> str:
    """Return several pictures of one width below one another, as one; of none, the title."""
    parts, alternatives, top, width = [], [], 0.0, 0.0
    for svg in pictures:
        wide, high = _size(svg)
        body = svg.split(">", 1)[1].removesuffix("</svg>").strip()
        parts.append(element("g", body, transform=f"translate(0 {number(top)})"))
        top, width = top + high + 14, max(width, wide)
        alternatives.append(body.split('-d">', 1)[1].split("</desc>", 1)[0])
    if not parts:
        parts, alternatives, top, width = [words(title, 0, 14, 13)], [title], 34.0, 480.0
    return picture(
        parts, size=(width, top - 14), title=title, alternative=" ".join(alternatives),
        name=name,
    )  # fmt: skip
