"""A long attribution written short: "…, the ministry said" for "…, according to the latest data".

What is said stays as it is and where it is; only who says it is named anew, by the name that the
theatre file gives and with the plainest verb. Verbs that say more than "said" are left alone. A
statement too long to be quoted is told in its own words without the marks.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from sitrep.brief.write.edits import small
from sitrep.brief.write.names import Names
from sitrep.brief.write.saying import told
from sitrep.brief.write.speech import MARKS
from sitrep.brief.write.titled import title_before
from sitrep.model.extraction import Attribution, Claim, Span
from sitrep.vocabulary.standing import standing_pattern, standing_words
from sitrep.vocabulary.types import Actor

LEAST_WORDS = 4
"""A statement of fewer words is no sentence."""
_WHOSE = re.compile(r"['’]s? (?!own\b)[a-z]")
_BY_WHAT = re.compile(r"(?:on|in|at|during|to|via|through) (?:\S+ ?){1,7}$")
"""Behind a verb of saying: by what or where it was said."""
_AND_SAID = re.compile(r"\w (?:and|but) (?:also |then )?$")
_MANY = re.compile(r"\b(?:Forces|Troops|Authorities|Services|Nations)\b")
_ONE = re.compile(r"\bits?\b")
_HALF = re.compile(r" (?:in|at|on|to|during)(?: an?| the)?$")
_OCCASION = re.compile(r"(?:\S+ ){1,6}?that,? ")
"""The rest of an occasion whose first words the cue has."""
_INTO = ("that, ", "that ", "as ")


class Recast(NamedTuple):
    """What is said, without marks if it was `quoted`, and what puts the speaker to it."""

    said: Span
    form: Callable[[str], str]
    quoted: bool


def recast(claim: Claim, names: Names, *, left_out: Collection[str] = frozenset()) -> Recast | None:
    """Return how to write who says it anew; None where that may not be done.

    Only a known speaker's words in one piece are recast, and only where the verb is as plain as
    "said". Where "that" is `left_out` it goes behind "said" if no other stands in what is said.
    """
    attribution = claim.attribution
    if attribution is None or not told(claim) or not _plain(attribution):
        return None
    if attribution.form != "indirect" and not _tellable(attribution):
        return None
    actor = names.vocabulary.actors.get(attribution.speaker_id or "")
    said = _said(claim, attribution)
    if _does_more(claim, attribution):
        return None  # "welcomed the deal but said he would hold them to it"
    if actor is None or actor.kind == "country" or said is None or _others(actor, attribution):
        return None
    speaker = names.speaker(actor).replace("'", "’")
    begins = attribution.source.start if attribution.source else said.start
    leads = begins < said.start
    if leads and begins > claim.evidence.start + 1:
        return None  # "After the call, he said …": when it was said would be lost

    def form(text: str) -> str:
        text = text.strip(" ,.")
        if leads:
            that = "" if "that" in left_out and " that " not in text else "that "
            return f"{speaker[:1].upper()}{speaker[1:]} said {that}{small(text, claim)}."
        return f"{_untitled(text)}, {speaker} said."

    return Recast(said, form, attribution.form != "indirect")


def _plain(attribution: Attribution) -> bool:
    """Return whether nothing but "said" is lost with the words that attribute."""
    cue = attribution.cue.quote.lower().split() if attribution.cue else []
    words = standing_words()
    return (
        attribution.hedge == "certain"
        and attribution.stance in {"asserts", "reports"}
        and bool(cue)
        and (" ".join(cue) in {*words.plain, *words.vouching} or _by_what(cue))
    )


def _does_more(claim: Claim, attribution: Attribution) -> bool:
    """Return whether the source does something else before it speaks, which would be lost."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or cue.start <= source.end:
        return False
    start = claim.evidence.start
    between = claim.evidence.quote[max(0, source.end - start) : cue.start - start]
    return _AND_SAID.search(between) is not None


def _tellable(attribution: Attribution) -> bool:
    """Return whether a quotation is one whole statement that reads without its marks.

    It holds no mark, no word of the speaker's own person and no question.
    """
    if len(attribution.content) != 1:
        return False
    quote = attribution.content[0].quote.strip(MARKS + ",.")
    return not standing_pattern("own_person").search(quote) and not any(
        mark in quote for mark in '"“”«»?!…'
    )


def _by_what(cue: list[str]) -> bool:
    """Return whether a cue is a plain verb and by what or where it was said: "said on Telegram"."""
    plain = cue[0] in standing_words().saying or cue[0] in standing_words().vouching
    return plain and _BY_WHAT.fullmatch(" ".join(cue[1:])) is not None


def _others(actor: Actor, attribution: Attribution) -> bool:
    """Return whether the name would not fit: "the president's office", "the forces … it had"."""
    source = attribution.source.quote if attribution.source else ""
    if actor.kind == "person":
        return _WHOSE.search(source) is not None
    said = " ".join(part.quote for part in attribution.content)
    many = f"the {actor.name}" in actor.aliases and actor.name.endswith("s")
    return (many or _MANY.search(actor.name) is not None) and _ONE.search(said) is not None


def _said(claim: Claim, attribution: Attribution) -> Span | None:
    """Return what is said as one stretch that begins or ends the evidence, None otherwise."""
    evidence, source, cue = claim.evidence, attribution.source, attribution.cue
    parts = sorted(attribution.content, key=lambda part: part.start - part.end)
    if not parts or source is None or cue is None:
        return None
    span, *tails = parts
    if any(tail.start < cue.start or _BY_WHAT.match(tail.quote) is None for tail in tails):
        return None
    if not evidence.start <= span.start < span.end <= evidence.end:
        return None
    quote, start = span.quote, span.start
    through = _OCCASION.match(quote) if _HALF.search(cue.quote) else None
    if through:  # "said in[ a speech that the army …]": the occasion was taken for what is said
        quote, start = quote[through.end() :], start + through.end()
    for word in _INTO:
        if quote.lower().startswith(word):
            quote, start = quote[len(word) :], start + len(word)
    while quote[:1] in MARKS and quote:
        quote, start = quote[1:], start + 1
    closing = len(quote) - len(quote.rstrip(MARKS))
    quote = quote[: len(quote) - closing]
    alone = span.start == evidence.start or not evidence.quote[span.end - evidence.start :].strip(
        MARKS + ".,"
    )
    if len(quote.split()) < LEAST_WORDS or not alone:
        return None
    return Span(article_id=span.article_id, start=start, end=start + len(quote), quote=quote)


def _untitled(text: str) -> str:
    """Return `text` without the title of its speaker that the cut between them left at its end."""
    kept = text[: len(text) + 1 - title_before(f"{text} ")].rstrip()
    return kept.rstrip(" ,") if kept.endswith(",") else text
