"""Words of a page that its reader never sees: they are no part of the report."""

import re
from collections.abc import Iterator
from typing import Any

_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_NESTED = re.compile(r"@[^{};]{0,300}\{(?:[^{}]|\{[^{}]*\})*\}")
_SIMPLE = re.compile(r"^(?:[a-zA-Z][\w-]*)?([.#])([\w-]+)$")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOTHING = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0*(?:\.0*)?%?"
    r"|font-size:0+(?:\.0*)?[a-z%]*|(?:left|right|top|text-indent):-\d{3,}(?:\.\d+)?[a-z]*"
    r"|clip:rect\(0[^)]*\)|(?:max-)?(?:height|width):0[a-z]*;overflow:hidden"
    r"|color:transparent)(?:!important)?(?=;|$)"
)
_COLOUR = re.compile(r"(?:^|;)(background(?:-color)?|color):([^;]+)")
_WHITE = frozenset(
    {"white", "#fff", "#ffff", "#ffffff", "#ffffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"}
)


def drop_hidden(root: Any) -> int:
    """Take the elements out of the lxml tree `root` that no reader sees; return how many words.

    Hidden is what says so itself: the `hidden` attribute, a style of its own or a plain rule of the
    page for its class or id that shows nothing, puts it off the screen, or writes white on
    white. Comments and scripts are not looked at: they are no text.
    """
    rules = list(_rules(root))
    unseen = [node for node in root.iter() if isinstance(node.tag, str) and _hidden(node, rules)]
    words = 0
    for node in unseen:
        if not any(up in unseen for up in node.iterancestors()):
            words += len("".join(node.itertext()).split())
            node.drop_tree()
    return words


def _hidden(node: Any, rules: list[tuple[str, str]]) -> bool:
    if node.tag in {"html", "head", "body"}:
        return False
    named = {(".", name) for name in (node.get("class") or "").split()}
    named.add(("#", node.get("id") or ""))
    unseen = node.get("hidden") is not None or any(rule in named for rule in rules)
    return unseen or _unseen(node.get("style") or "")


def _rules(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the classes (".") and ids ("#") that the page's own rules hide at all times.

    Rules for some media or states only, and those for elements within others, do not count.
    """
    for sheet in root.iter("style"):
        text = _NESTED.sub("", _COMMENT.sub("", "".join(sheet.itertext()))[:200_000])
        for selectors, declarations in _RULE.findall(text):
            if not _unseen(declarations):
                continue
            for selector in selectors.split(","):
                if simple := _SIMPLE.match(selector.strip()):
                    yield simple[1], simple[2]


def _unseen(style: str) -> bool:
    """Return whether declarations show nothing of an element's words."""
    plain = re.sub(r"\s+", "", style).lower()
    if _NOTHING.search(plain):
        return True
    colours = {name.removesuffix("-color"): value for name, value in _COLOUR.findall(plain)}
    ink, paper = colours.get("color"), colours.get("background", "white")
    same = ink is not None and ink.removesuffix("!important") == paper
    return same or (ink in _WHITE and paper in _WHITE)
