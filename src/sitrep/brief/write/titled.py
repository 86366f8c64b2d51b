"""Titles and offices around a name in a text: before it, or between commas beside it."""

from collections.abc import Sequence

from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.titles import titles

LONGEST_TITLE = 10
"""Words that a description set off before a name may have."""


def title_before(before: str, own: frozenset[str] = frozenset()) -> int:
    """Return how many characters at the end of `before` are a title that leads a name.

    `own` are further words that the person's titles may hold ("policy").
    """
    words, known = before.split(" "), titles()
    if len(words) < 2 or words[-1] != "":
        return 0
    taken: list[str] = []
    for word in reversed(words[:-1]):
        bare = word.lower()
        head = word in known.address or bare in known.ranks or has_head([bare])
        named = word[:1].isupper() and bare not in stopwords()
        owner = bare.endswith(("'s", "’s")) or ("-" in word and any(map(str.isupper, word)))
        inner = bool(taken) and (bare in known.inside or bare in own or named or owner)
        if not (head or inner) or word.endswith((",", ":", ";", "”", '"')):
            break
        taken.append(word)
    while taken and taken[-1].lower() in {"of", "for"}:
        taken.pop()
    if not any(w in known.address or has_head([w.lower()]) for w in taken):
        return 0
    return sum(len(word) + 1 for word in taken)


def len_address(before: str) -> int:
    """Return the length of "Mr. " and the like at the end of `before`."""
    last = before.rstrip(" ").rsplit(" ", 1)[-1]
    return len(last) + 1 if last in titles().address and before.endswith(" ") else 0


def explained(before: str, after: str) -> bool:
    """Return whether the words around a name tell its bearer's office between commas."""
    return _appositive_after(after) or _title_and_comma(before)


def _title_and_comma(before: str) -> bool:
    """Return whether "EU foreign policy chief, " or "a spokesman for the army, " leads the name."""
    title = before.rstrip(" ")
    chunk = title[:-1].rsplit(",", 1)[-1].lower().split()
    return title.endswith(",") and len(chunk) <= LONGEST_TITLE and has_head(chunk)


def has_head(chunk: Sequence[str]) -> bool:
    """Return whether a word of a description names an office ("the commander-in-chief")."""
    heads = titles().heads
    return any(word in heads or heads.intersection(word.split("-")) for word in chunk)


def _appositive_after(after: str) -> bool:
    """Return whether ", the foreign minister," follows a name."""
    chunk = after[:60].lower()
    return chunk.startswith((", the ", ", a ", ", who ", ", ")) and any(
        f"{head}" in chunk.split(",")[1] for head in titles().heads if len(head) > 4
    )
