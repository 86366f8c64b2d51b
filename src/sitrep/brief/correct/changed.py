"""What became of cited words in a newer text of their report."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from sitrep.model.base import Record
from sitrep.model.documents import Article

LIKE = 0.5
"""Share of words (difflib's ratio) that a sentence keeps to be the corrected form of another."""
_EDGES = ".,;:!?()[]“”\"‘’'«»„"


class Changed(Record, frozen=True, kw_only=True):
    """The words that changed, and the sentence [start, end) of the newer text that has them.

    Both are empty where the newer text has no such sentence any more.
    """

    old: str = ""
    new: str = ""
    start: int = 0
    end: int = 0


def changed(quote: str, newer: Article) -> Changed | None:
    """Return what changed of `quote` in the `newer` text of its report, None where it still stands.

    Spaces, capitals and stops change nothing.
    """
    mine = _words(quote)
    if _flat(mine) in _flat(_words(newer.text)):
        return None
    best, at = 0.0, (0, 0)
    for start, end in _sentences(newer):
        share = _match(mine, _words(newer.text[start:end])).ratio()
        if share > best:
            best, at = share, (start, end)
    if best < LIKE:
        return Changed()
    old, new = _differing(mine, _words(newer.text[slice(*at)]))
    return Changed(old=old, new=new, start=at[0], end=at[1]) if old or new else None


def _sentences(article: Article) -> Iterator[tuple[int, int]]:
    yield from ((one.start, one.end) for one in article.sentences if one.kind == "body")


def _words(text: str) -> list[str]:
    return text.split()


def _plain(words: list[str]) -> list[str]:
    return [word.strip(_EDGES).casefold() for word in words]


def _flat(words: list[str]) -> str:
    return f" {' '.join(_plain(words))} "


def _match(old: list[str], new: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _plain(old), _plain(new), autojunk=False)


def _differing(old: list[str], new: list[str]) -> tuple[str, str]:
    """Return the changed stretches of both, each with the word after it, joined by dots."""
    parts = [
        (_stretch(old, a, b), _stretch(new, c, d))
        for tag, a, b, c, d in _match(old, new).get_opcodes()
        if tag != "equal"
    ]
    return " … ".join(left for left, _ in parts), " … ".join(right for _, right in parts)


def _stretch(words: list[str], start: int, end: int) -> str:
    """Return words [start, end) with the next one, or, at the end or where empty, the one before.

    An insertion shows on the other side as the words around it.
    """
    last = min(len(words), end + 1)
    first = start - 1 if start and end in (start, last) else start
    return " ".join(words[first:last]).strip(_EDGES)
