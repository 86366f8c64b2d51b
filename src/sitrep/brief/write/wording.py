"""Words that a brief writes in its own way: joining words, names of places."""

import re
from collections.abc import Iterator
from functools import cache

from sitrep.brief.write.edits import Edit
from sitrep.model.extraction import Claim
from sitrep.vocabulary.standing import standing_words
from sitrep.vocabulary.types import Theatre


def plain_words(claim: Claim) -> Iterator[Edit]:
    """Yield cuts of words that join the sentence to one before it, and plain words for heated.

    A word of judgement before a thing goes: "terror targets" are targets.
    """
    start = claim.evidence.start
    for match in _heated().finditer(claim.evidence.quote):
        plain = standing_words().heated[match.group().lower()]
        yield Edit(start=start + match.start(), end=start + match.end(), text=plain)
    for match in _judged().finditer(claim.evidence.quote):
        article = "a " if match["article"] else ""
        yield Edit(start=start + match.start(), end=start + match.start("thing"), text=article)
    for match in _joining().finditer(claim.evidence.quote):
        yield Edit(start=start + match.start(), end=start + match.end())


def plain_cue(claim: Claim) -> Iterator[Edit]:
    """Yield the edits that put "said" for a verb that vouches, for "says" and for "has said"."""
    cue = claim.attribution.cue if claim.attribution else None
    evidence = claim.evidence
    if cue is None or not evidence.start <= cue.start < cue.end <= evidence.end:
        return
    after = evidence.quote[cue.end - evidence.start :]
    if cue.quote.lower() in standing_words().vouching and after.startswith((" that ", ".", ", ")):
        yield Edit(start=cue.start, end=cue.end, text="said")
        return
    verb = cue.quote.split(" ", 1)[0]
    past = standing_words().present.get(verb)
    source = claim.attribution.source if claim.attribution else None
    once = evidence.quote.count(verb) == 1  # nobody "says" one thing and "said" the next
    if past and once and source is not None and cue.start - source.end in (1, 2):
        yield Edit(start=cue.start, end=cue.start + len(verb), text=past)
        return
    perfect = _PERFECT.match(cue.quote)
    if perfect:
        yield Edit(start=cue.start, end=cue.start + perfect.end())


_PERFECT = re.compile(r"(?:has|have) (?=\w+(?:ed|id)\b)")
"""Before what somebody said; the plain past does, as the sentence has its day."""


@cache
def _heated() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(standing_words().heated)})\b")


@cache
def _judged() -> re.Pattern[str]:
    """Return what finds a judging word before a plain name of a thing: "terror targets"."""
    lists = standing_words()
    judged, things = "|".join(lists.judged), "|".join(lists.judged_things)
    return re.compile(rf"\b(?P<article>an? )?(?:{judged}) (?P<thing>(?:{things})\b)", re.IGNORECASE)


@cache
def _joining() -> re.Pattern[str]:
    lists = standing_words()
    first, inside = "|".join(lists.joining_first), "|".join(lists.joining)
    return re.compile(rf"^(?:{first})(?=,| [a-z])|, (?:{inside}),|(?<=\w) (?:{inside})(?=[ .])")


def spellings(theatre: Theatre) -> Iterator[tuple[str, str]]:
    """Yield other spellings of places with the theatre file's; a region keeps its kind of name.

    "Zaporozhye region" becomes "Zaporizhzhia region": how a text calls a region is its style, not
    its side.
    """
    for place in theatre.places:
        head = place.name.split(" ", 1)[0]
        for alias in place.aliases:
            first, _, rest = alias.partition(" ")
            kin = first == head or first.startswith(head[:-1]) or head.startswith(first)
            if not alias.isascii() or kin:
                continue
            yield alias, f"{head} {rest}" if place.kind == "region" and rest else place.name
