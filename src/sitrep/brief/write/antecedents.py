"""Definite phrases such as "the delegation" that only words read before can explain.

News opens with indefinite phrases and comes back to them with definite ones. A sentence out of the
middle of a report brings the second without the first; a brief may print it only behind a sentence
that tells what is meant.
"""

import re
from collections.abc import Iterable
from functools import cache

from sitrep.brief.write.edits import quoted_stretches
from sitrep.brief.write.sameness import content_words
from sitrep.vocabulary.standing import standing_words

_BARE = (
    r"(?=[^\w\s’'-]|$| (?:and|or|but|nor|had|has|have|was|were|is|are|did|does|do|would|will|could|"
    r"should|may|might|must|can|not|never|also|then|said|says|told|took|came|began|after|before|as|"
    r"since|until|while|because|if|during|amid|despite|without|last|this|next|itself|themselves|"
    r"including|earlier|later|\w+ly)\b)"
)
"""Behind a noun that nothing tells apart: a mark, a verb, a conjunction, when it happened."""


def dangling(text: str, *, told: frozenset[str], places: Iterable[str]) -> str:
    """Return the first phrase of `text` that nothing before it explains, "" if all are.

    `told` are the content words of what a reader has read, `places` the names of places and states
    in the sentence. Between quotation marks "this incident" points back as "the incident" does.
    """
    things, sites = _definite(_THE)
    pointing, _ = _definite(_THIS)
    marked = quoted_stretches(text)
    found = [(m, False) for m in things.finditer(text)]
    found += [(m, True) for m in sites.finditer(text)]
    found += [(m, False) for m in pointing.finditer(text) if _inside(m.start(), marked)]
    named = list(places)
    for match, is_place in sorted(found, key=lambda pair: pair[0].start()):
        before = text[: match.start()]
        if content_words(match["noun"]) <= told | content_words(before):
            continue
        if is_place and any(place in before for place in named):
            continue
        return match.group()
    return ""


def _inside(at: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in stretches)


_THE, _THIS = "[Tt]he", "(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)"


@cache
def _definite(article: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a bare noun behind `article`: of things, of places."""
    words = standing_words()
    things, sites = (
        re.compile(rf"\b{article} (?P<noun>{'|'.join(map(re.escape, nouns))})\b{_BARE}")
        for nouns in (words.definite, words.definite_places)
    )
    return things, sites
