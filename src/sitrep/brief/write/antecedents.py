"""Definite phrases such as "the delegation" that only words read before can explain.

News opens with indefinite phrases and comes back to them with definite ones. A sentence out of the
middle of a report brings the second without the first; a brief may print it only behind a sentence
that tells what is meant.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sitrep.brief.write.edits import quoted_stretches
from sitrep.brief.write.sameness import content_words
from sitrep.vocabulary.standing import standing_words

_BARE = (
    r"(?=[^\w\s’'-]|$| (?:on \d+|and|or|but|nor|had|has|have|was|were|is|are|did|does|do|"
    r"would|will|could|"
    r"should|may|might|must|can|not|never|also|then|said|says|told|took|came|began|after|before|as|"
    r"since|until|while|because|if|during|amid|despite|without|last|this|next|itself|themselves|"
    r"including|earlier|later|amounted|meant|means|showed|shows|went|goes|comes|follows|followed|"
    r"remains|remained|(?:in|for|by|as|with|at|during|over|to) an?|\w+ly)\b)"
)
"""Behind a noun that nothing tells apart: a mark, a verb, a conjunction, when it happened."""


def dangling(
    text: str, *, told: frozenset[str], places: Iterable[str], bodies: Iterable[str] = ()
) -> str:
    """Return the first phrase of `text` that nothing before it explains, "" if all are.

    `told` are the content words of what a reader has read; `places` and `bodies` the names of
    places and states, of groups and organisations in the sentence. Between quotation marks "this
    incident" points back as "the incident" does.
    """
    named: dict[str, Sequence[str]] = {"place": tuple(places), "body": tuple(bodies), "thing": ()}
    marked = quoted_stretches(text)
    found = [*_pattern(_THE).finditer(text)]
    found += [m for m in _pattern(_THIS).finditer(text) if _inside(m.start(), marked)]
    for match in sorted(found, key=lambda one: one.start()):
        before = text[: match.start()]
        kind, noun = match.lastgroup or "thing", match[match.lastgroup or 0]
        known = _alike(noun) & (told | content_words(before))
        if not known and not any(name in before for name in named[kind]):
            return match.group()
    return ""


def _inside(at: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in stretches)


@cache
def _alike(noun: str) -> frozenset[str]:
    """Return the content words any of which tells a reader what "the `noun`" is."""
    rows = [row for row in standing_words().alike if noun in row]
    return content_words(" ".join([noun, *(word for row in rows for word in row)]))


_ORDER = "(?:former|same|latest|new|planned|proposed|entire|whole|nearby|adjacent)"
"""Before a noun these tell it apart from nothing but what was told before."""
_THE, _THIS = "[Tt]he", "(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)"


@cache
def _pattern(article: str) -> re.Pattern[str]:
    """Return what finds a bare noun behind `article`, in a group named for its kind."""
    words = standing_words()
    kinds = {
        "thing": words.definite, "body": words.definite_bodies, "place": words.definite_places
    }  # fmt: skip
    nouns = "|".join(
        f"(?P<{kind}>{'|'.join(map(re.escape, sorted(row, key=len, reverse=True)))})"
        for kind, row in kinds.items()
    )
    return re.compile(rf"\b{article} (?:{_ORDER} )?(?:{nouns})\b{_BARE}")
