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

    A word of judgement before a thing goes: "terror targets" are targets. So do an abbreviation in
    brackets and words that add nothing.
    """
    start = claim.evidence.start
    for match in _heated().finditer(claim.evidence.quote):
        plain = standing_words().heated[match.group().lower()]
        plain = plain.capitalize() if match.start() == 0 else plain
        yield Edit(start=start + match.start(), end=start + match.end(), text=plain)
    for match in _CONTRACTED.finditer(claim.evidence.quote):
        text = f"{match['verb']} not"
        yield Edit(start=start + match.start(), end=start + match.end(), text=text)
    for match in _REGION.finditer(claim.evidence.quote):
        yield Edit(start=start + match.start(), end=start + match.end(), text="region")
    for match in _BARE_REGION.finditer(claim.evidence.quote):
        yield Edit(start=start + match.end(), end=start + match.end(), text="the ")
    for match in _judged().finditer(claim.evidence.quote):
        yield Edit(start=start + match.start(), end=start + match.start("thing"))
    for needless in _needless():
        for match in needless.finditer(claim.evidence.quote):
            yield Edit(start=start + match.start("cut"), end=start + match.end("cut"))
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
    if perfect and not _LASTING.search(after):
        yield Edit(start=cue.start, end=cue.start + perfect.end())


_PERFECT = re.compile(r"(?:has|have|had) (?=(?:\w+(?:ed|id)|told)\b)")
"""Before what somebody said; the plain past does, as the sentence has its day."""
_LASTING = re.compile(r"\b(?:since|so far|yet|ever|never|always|repeatedly)\b")
"""With these the perfect stays: "has refused since February"."""
_CONTRACTED = re.compile(
    r"\b(?P<verb>(?:do|does|did|is|are|was|were|ha[sd]|have|(?:w|c|sh)ould))n['’]t\b"
)
_TO_REPORTERS = re.compile(r"told (?:reporters|journalists|the media)(?= that )")
_THAT = re.compile(r"(?:said|says)(?P<that> that)(?= \w)")
_REGION = re.compile(r"(?<=[a-z] )(?<!Autonomous )Region\b(?! [A-Z])")
_BARE_REGION = re.compile(
    r"\b(?:in|of|from|to|across|over|near|at|into) "
    r"(?=[A-Z]\w+(?:-[A-Z]\w+)? (?:[Rr]egion|[Dd]istrict|[Pp]rovince)\b)"
)
"""Behind these "Harbour region" needs its article."""


def terse(claim: Claim) -> Iterator[Edit]:
    """Yield what goes for want of room behind "said": "that" where it stands once, an audience."""
    cue = claim.attribution.cue if claim.attribution else None
    evidence = claim.evidence
    if cue is None or not evidence.start <= cue.start < cue.end <= evidence.end:
        return
    at = cue.start - evidence.start
    told = _TO_REPORTERS.match(evidence.quote, at)
    that = _THAT.match(evidence.quote, at)
    if told:
        yield Edit(start=cue.start, end=evidence.start + told.end(), text="said")
    elif that and evidence.quote.count(" that ", at) == 1:
        yield Edit(start=evidence.start + that.start("that"), end=evidence.start + that.end())


def plain_past(claim: Claim) -> Iterator[Edit]:
    """Yield the edit that puts "hit" for "had hit" where what is said leads its sentence.

    Only the main verb: what happened before another thing of the sentence keeps its "had".
    """
    attribution, evidence = claim.attribution, claim.evidence
    if attribution is None or not attribution.content or attribution.cue is None:
        return
    said = attribution.content[0]
    if said.start > evidence.start or attribution.cue.start < said.end:
        return
    found = _had().search(said.quote)
    before = set(said.quote[: found.start()].lower().split()) if found else set()
    if found and before.isdisjoint(standing_words().subordinating):
        yield Edit(start=said.start + found.start(), end=said.start + found.end())


@cache
def _had() -> re.Pattern[str]:
    return re.compile(rf"\bhad (?=(?:[a-z]{{2,}}ed|{'|'.join(standing_words().same_past)})\b)")


@cache
def _heated() -> re.Pattern[str]:
    told = "|".join(sorted(standing_words().heated, key=len, reverse=True))
    return re.compile(rf"\b(?:{told})\b", re.IGNORECASE)


@cache
def _judged() -> re.Pattern[str]:
    """Return what finds a judging word before a plain name of a thing: "terror targets"."""
    lists = standing_words()
    judged, things = "|".join(lists.judged), "|".join(lists.judged_things)
    return re.compile(rf"\b(?:{judged}) (?P<thing>(?:{things})\b)", re.IGNORECASE)


@cache
def _needless() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, standing_words().needless))


@cache
def _joining() -> re.Pattern[str]:
    lists = standing_words()
    first, inside = "|".join(lists.joining_first), "|".join(lists.joining)
    return re.compile(
        rf"^(?:But|And|Yet|So) (?=[a-z])|^(?:{first})(?=,| [a-z])"
        rf"|, (?:{inside}),|(?<=\w) (?:{inside})(?=[ .,])"
    )


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
            if not alias.isascii() or kin or alias.lower() in place.name.lower():
                continue
            rest = "region" if rest == "Region" else rest
            yield alias, f"{head} {rest}" if place.kind == "region" and rest else place.name
