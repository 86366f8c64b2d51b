"""Whether the things and people of a sentence are told in it, and whether it tells anything."""

import re
from collections.abc import Iterator

from sitrep.brief.write.edits import curly, missing_marks
from sitrep.model.extraction import Claim
from sitrep.vocabulary.standing import standing_pattern

_PAIR = 2
_AT_ONCE = 40
"""Characters at the head of a sentence that hold its subject."""
_ACTS = re.compile(r" (?:was|is|were|had|has|said|says|told|will|also|[a-z]+ed)\b")
"""Behind a name: it is what the sentence is about."""
_OPENED = re.compile(r"(?<![\w’'])['‘](?=\w)")
_CLOSED = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")


def lacking(claim: Claim, outside: str, *, resolved: bool) -> Iterator[str]:
    """Yield what a sentence lacks to stand alone, or why it says nothing.

    `outside` are its words with those between quotation marks blanked; `resolved` says that a name
    will stand for its speaker.
    """
    text = claim.evidence.quote.strip()
    checks = (
        ("thin", "says-nothing"),
        ("about_words", "says-nothing"),
        ("denied", "says-nothing"),
        ("goes_on", "leans-on-the-sentence-before"),
        ("headline_tense", "headline-tense"),
    )
    for pattern, reason in checks:
        if standing_pattern(pattern).search(missing_marks(text)[0] + text):
            yield reason
    if half_nested(text):
        yield "half-a-quotation"
    if _nobody_known(claim):
        yield "a-surname-alone"
    if not resolved and (standing_pattern("bare_person").search(outside) or _bare_body(outside)):
        yield "an-official-told-before"
    if standing_pattern("of_whom").search(outside) and not _somebody(claim):
        yield "pronoun-for-nobody"
    if _the_two(claim, outside):
        yield "points-back"
    if _other_day(claim, outside):
        yield "day-told-before"
    if _whose_forces(claim, outside):
        yield "whose-body"


def _bare_body(outside: str) -> bool:
    """Return whether "the ministry said" closes a sentence that has named no ministry."""
    found = standing_pattern("bare_body").search(outside)
    return found is not None and found["body"] not in outside[: found.start()].lower()


def _somebody(claim: Claim) -> bool:
    """Return whether a sentence names a person, or one answers for it."""
    return any(mention.kind == "person" for mention in claim.mentions)


def _nobody_known(claim: Claim) -> bool:
    """Return whether the sentence is about somebody unknown who goes by one bare word."""
    evidence = claim.evidence
    places = {place.span.start for place in claim.places}
    for mention in claim.mentions:
        at = mention.span.start - evidence.start
        unknown = mention.kind == "person" and mention.entity_id is None and " " not in mention.name
        opens = at == 0 or evidence.quote[: max(at, 0)].endswith(", ")
        acts = _ACTS.match(evidence.quote[mention.span.end - evidence.start :])
        if unknown and opens and acts and mention.span.start not in places:
            return True
    return False


def half_nested(text: str) -> bool:
    """Return whether a quotation holds a single quotation mark that opens or closes nothing."""
    for part in re.findall("“[^“”]*(?:”|$)", curly(text)):
        opened, closed = len(_OPENED.findall(part)), len(_CLOSED.findall(part))
        if opened > closed:
            return True
    return False


def _the_two(claim: Claim, outside: str) -> bool:
    """Return whether "the two leaders" stands in a sentence that does not name two."""
    if standing_pattern("the_two").search(outside) is None:
        return False
    named = {mention.entity_id or mention.name for mention in claim.mentions}
    return len(named) < _PAIR


def _other_day(claim: Claim, outside: str) -> bool:
    """Return whether "the same day" counts from a day told before, which nobody has worked out."""
    found = standing_pattern("other_day").search(outside)
    if found is None:
        return False
    lead = len(claim.evidence.quote) - len(claim.evidence.quote.lstrip())
    at = claim.evidence.start + lead + found.start()
    return not any(time.span.start <= at < time.span.end for time in claim.times)


def _whose_forces(claim: Claim, outside: str) -> bool:
    """Return whether "Troops …" opens a sentence that names nobody whose they could be."""
    if standing_pattern("forces").match(outside) is None:
        return False
    subject = claim.evidence.start + _AT_ONCE
    return not any(m.entity_id and m.span.start < subject for m in claim.mentions)
