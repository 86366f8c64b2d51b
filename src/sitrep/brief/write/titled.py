"""Titles and offices around a name in a text: before it, or between commas beside it."""

import re

from sitrep.brief.verify.introduced import is_description, is_head
from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.stopwords import stopwords
from sitrep.vocabulary.titles import titles

_BEHIND = re.compile(r",(?: \d+,)? ([^,;:()“”—–]{3,120})(?:[,.;]|$| [—–(])")
_FRONT = re.compile(r"(?:^|[,;:”] )([^,;:()“”—–]{3,120}), $")
"""What stands between commas beside a name."""
_ON = re.compile(r",(?: \d+,)? (?:the|an?|who|whose|then|now) ")
"""What goes on to tell who somebody is."""


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
        head = word in known.address or bare in known.ranks or _is_office(bare)
        named = word[:1].isupper() and bare not in stopwords()
        owner = bare.endswith(("'s", "’s")) or ("-" in word and any(map(str.isupper, word)))
        inner = bool(taken) and (bare in known.inside or bare in own or named or owner)
        if not (head or inner) or word.endswith((",", ":", ";", "”", '"')):
            break
        taken.append(word)
    while taken and taken[-1].lower() in {"of", "for"}:
        taken.pop()
    if not any(w in known.address or _is_office(w.lower()) for w in taken):
        return 0
    return sum(len(word) + 1 for word in taken)


def _is_office(word: str) -> bool:
    """Return whether a lower-case word is an office, or has one in it ("commander-in-chief")."""
    return not titles().heads.isdisjoint({word, *word.split("-")})


def len_address(before: str) -> int:
    """Return the length of "Mr. " and the like at the end of `before`."""
    last = before.rstrip(" ").rsplit(" ", 1)[-1]
    return len(last) + 1 if last in titles().address and before.endswith(" ") else 0


def introduced(text: str, name: str) -> bool:
    """Return whether `text` says beside a full name who its bearer is, or whose it is."""
    before, found, after = text.partition(name)
    if not found:
        return False
    words = before.split() if before.endswith(" ") else []
    last = words[-1].lower() if words else ""
    told = is_head(last) or last in gate_words().source_nouns or last.endswith(("'s", "’s"))
    return told or bool(_ON.match(after)) or explained(before, after)


def explained(before: str, after: str) -> bool:
    """Return whether the words around a name tell its bearer's office between commas.

    "EU foreign policy chief, " or "a spokesman for the army, " before it, ", the minister," behind.
    """
    described = (_FRONT.search(before), _BEHIND.match(after))
    return any(is_description(one[1].split()) for one in described if one)
