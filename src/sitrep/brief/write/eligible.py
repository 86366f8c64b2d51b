"""Which evidence sentences can stand alone in a brief."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sitrep.brief.write.alone import lacking
from sitrep.brief.write.edits import balanced, curly, missing_marks, quoted_stretches, words
from sitrep.brief.write.sameness import content_words
from sitrep.brief.write.saying import told
from sitrep.model.extraction import Claim
from sitrep.vocabulary.reporting import reporting
from sitrep.vocabulary.standing import standing_pattern, standing_words
from sitrep.vocabulary.titles import titles

MIN_WORDS = 7
MAX_EVIDENCE_WORDS = 75
LANGUAGES = ("en",)
SUBJECT = 6
"""So many words at most stand between a conjunction and the verb of its clause."""
_WIDE = re.compile(r"\b(?:region|territory|enclave|island)\b")
"""What a state may be called; "the town" is none."""
_MARKUP = re.compile(
    r"[<>{}|`]|https?://|www\.|@\w|#\w|\]\(|\*\w|\w\*|\b(?:javascript|data|vbscript):"
    r"|\bRead more\b|\bClick\b"
)
_LIST = re.compile(r"(?<!\d):\s*[\w-]|:\s+[\w-]")
"""A list, of which a cut would leave half."""


class _Patterns(NamedTuple):
    """What the word lists look for; each is compiled once."""

    leaning: re.Pattern[str]
    judging: re.Pattern[str]
    pointing_back: re.Pattern[str]
    fronted_pronoun: re.Pattern[str]
    pronoun_speaks: re.Pattern[str]
    past_perfect: re.Pattern[str]
    silent: re.Pattern[str]
    sequence: re.Pattern[str]
    these: re.Pattern[str]
    owned: re.Pattern[str]
    impersonal: re.Pattern[str]
    somebody: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lists = standing_words()
    saying, told = _any(lists.saying), _any(lists.told_before)
    return _Patterns(
        leaning=re.compile(
            r"^(?:(?:But|And|Yet|So|Meanwhile|However|Still|Also|Earlier),? )?"
            rf"(?:{_any(lists.openers)}|The {told})(?!\w)"
        ),
        judging=re.compile(rf"\b{_any(lists.judging)}\b"),
        pointing_back=re.compile(
            rf"\b{_any(lists.pointing_back)}\b|\b(?:those|such) {told}\b"
            rf"|\b{_any(lists.placing)} that {told}\b"
            r"|^(?:\S+ ){1,7}(?:them|him)\b"
            r"|^(?:\S+ ){1,12}(?<!, )(?:all|most|some|none|both|half) of (?:them|these|those)\b"
            r"|^\S+ (?:(?!(?:the|an?|its|their|no|every|that)\b)[^\s,]+ ){0,8}it(?=[.,;]|$)"
        ),
        fronted_pronoun=re.compile(
            r"^[^,]{3,100}, (?:(?:he|she|it|they) |(?:that|this) (?:is|was|has|had|\w+s) )"
        ),
        pronoun_speaks=re.compile(
            rf"(?<!what )\b(?:he|she|they|it) (?:also )?{saying}\b"
            rf"|\b{saying} (?:he|she|they|it)(?=[,.;]|$)"
        ),
        past_perfect=re.compile(
            rf"\bhad (?:\w+ly )?(?:{_any(lists.participles)}|\w+ed|\w+en|\w+wn)\b"
        ),
        silent=re.compile(rf"\b{_any(lists.silent)}\b"),
        these=re.compile(
            rf"\b(?:these|those) (?!(?:{_any(lists.those_who)}|[a-z]+ed)\b)[a-z]+"
            rf"|\bthis (?!{_any(lists.this_time)}\b)[a-z]+"
        ),
        impersonal=re.compile(
            rf"^[Ii]t (?:is|was|will be|would be|remains) (?:\w+ )?{_any(lists.impersonal)} "
            r"(?:that|to|if|whether|for)\b"
        ),
        somebody=re.compile(r"\b(?:officials?|sources?|diplomats?|lawmakers?|residents?)\b"),
        owned=re.compile(rf"\b[Tt]he (?P<body>{_any(lists.owned)})\b(?! of|['’]s)"),
        sequence=re.compile(rf"^(?:\S+ ){{0,5}}{_any(lists.sayings)} {_any(lists.following)}\b"),
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def refuse(claim: Claim, *, resolved: bool) -> str | None:
    """Return why the claim's sentence cannot be printed as a sentence of a brief, None if it can.

    `resolved` says that the sentence's speaker is a pronoun or an office that a name will replace.
    """
    text = claim.evidence.quote.strip()
    outside = _outside_quotes(text)
    return (
        _form(claim, text)
        or _standing(claim, outside, resolved=resolved)
        or next(lacking(claim, outside, resolved=resolved), None)
    )


def leans(text: str) -> bool:
    """Return whether `text` opens on a word that points at the sentence before it."""
    patterns = _patterns()
    leaning = patterns.leaning.match(text) and not patterns.impersonal.match(text)
    return bool(leaning or standing_pattern("bare").match(text))


def _form(claim: Claim, text: str) -> str | None:
    """Return what is wrong with the sentence as a piece of text."""
    checks = (
        (claim.language not in LANGUAGES, "language"),
        (words(text) < MIN_WORDS, "too-short"),
        (words(text) > MAX_EVIDENCE_WORDS, "too-long-to-edit"),
        (not balanced(text.join(missing_marks(text))), "half-a-quotation"),
        (curly(text).startswith("“") and not _reported(claim), "bare-quotation"),
        (not text.endswith((".", "?", "”", '"', "’", "'")), "no-full-stop"),
        (bool(_MARKUP.search(text)), "markup"),
        (bool(standing_pattern("run_on").search(_outside_quotes(text))), "run-on"),
        (text.isupper(), "capitals"),
    )
    return next((reason for failed, reason in checks if failed), None)


def _standing(claim: Claim, outside: str, *, resolved: bool) -> str | None:
    """Return how the sentence leans on others, by its words outside quotation marks."""
    patterns, own = _patterns(), not told(claim)
    checks = (
        ("?" in outside, "question"),
        (bool(_LIST.search(outside)), "list"),
        (bool(standing_pattern("asked_why").search(outside)), "broken-off"),
        (bool(standing_pattern("life").search(outside)), "tells-a-life"),
        (bool(standing_pattern("meeting").search(outside)), "points-to-a-meeting"),
        ("…" in outside or "..." in outside, "words-left-out"),
        (bool(standing_pattern("own_voice").search(outside)), "first-or-second-person"),
        (leans(outside) and not resolved, "leans-on-the-sentence-before"),
        (bool(patterns.pronoun_speaks.search(outside)) and not resolved, "pronoun-speaks"),
        (bool(patterns.fronted_pronoun.search(outside)) and not resolved, "points-back"),
        (bool(patterns.pointing_back.search(outside)), "points-back"),
        (_these(outside), "points-back"),
        (bool(standing_pattern("part").search(outside)), "part-of-a-count-before"),
        (bool(standing_pattern("there").search(outside)), "points-to-a-place"),
        (not resolved and _nobodys(claim), "pronoun-for-nobody"),
        (_it_of_a_person(claim, outside), "points-back"),
        (_nowhere(claim), "place-told-before"),
        (not resolved and _nobodys_body(claim, outside), "whose-body"),
        (bool(patterns.silent.search(outside)), "says-nothing"),
        (bool(patterns.sequence.search(outside)), "tells-only-when"),
        (own and bool(patterns.judging.search(outside)), "opinion"),
        (own and _told_of_before(outside), "reported-speech"),
    )
    return next((reason for failed, reason in checks if failed), None)


def _told_of_before(outside: str) -> bool:
    """Return whether the main clause tells, by its "had …", of a time before one told already."""
    subordinating = set(standing_words().subordinating)
    for match in _patterns().past_perfect.finditer(outside):
        leading = outside[: match.start()].lower().replace(",", " ").split()[-SUBJECT:]
        if subordinating.isdisjoint(leading):
            return True
    return False


def _these(outside: str) -> bool:
    """Return whether "these claims" and the like stand before any word that they take up."""
    for match in _patterns().these.finditer(outside):
        taken_up = content_words(match.group().split()[-1])
        if not taken_up or not taken_up <= content_words(outside[: match.start()]):
            return True
    return False


def _nobodys(claim: Claim) -> bool:
    """Return whether "his", "her" or "the country" stands before anything it could mean."""
    found = standing_pattern("possessive").search(claim.evidence.quote)
    if found is None:
        return False
    before = claim.evidence.quote[: found.start()].lower()
    at = claim.evidence.start + found.start()
    told = [mention for mention in claim.mentions if mention.span.start < at]
    if "country" in found.group():  # its ministry names a country as well
        return not any(mention.kind == "country" or mention.entity_id for mention in told)
    named = any(mention.kind == "person" for mention in told)
    nouns = reporting().persons | titles().heads
    return not named and nouns.isdisjoint(re.findall(r"[\w-]+", before))


def _it_of_a_person(claim: Claim, outside: str) -> bool:
    """Return whether a person says "that it …" of a thing told before."""
    source = claim.attribution.source if claim.attribution else None
    person = any(m.kind == "person" and m.name == claim.speaker for m in claim.mentions)
    person = person or (source is not None and bool(_patterns().somebody.search(source.quote)))
    found = standing_pattern("that_it").search(outside)
    return person and found is not None and not _patterns().impersonal.match(found["clause"])


def _nowhere(claim: Claim) -> bool:
    """Return whether "the region" or "the town" stands before any place it could be."""
    found = standing_pattern("place_again").search(claim.evidence.quote)
    if found is None:
        return False
    at = claim.evidence.start + found.start()
    places = [place.span for place in claim.places if place.use == "location"]
    kinds = {"country", "place"} if _WIDE.search(found.group()) else {"place"}
    named = [mention.span for mention in claim.mentions if mention.kind in kinds]
    return not any(span.start < at for span in (*places, *named))


def _nobodys_body(claim: Claim, outside: str) -> bool:
    """Return whether "the army" or "the president" stands before any state it could be of."""
    found = _patterns().owned.search(outside)
    if found is None:
        return False
    shift = claim.evidence.start + claim.evidence.quote.index(claim.evidence.quote.strip()[:1])
    at = shift + found.start("body")
    return not any(
        mention.entity_id and mention.span.start <= at + len(found["body"])
        for mention in claim.mentions
    )


def points_back(text: str) -> bool:
    """Return whether `text` points, outside quotation marks, at words that do not stand in it."""
    return leans(text) or bool(_patterns().pointing_back.search(_outside_quotes(text)))


def _outside_quotes(text: str) -> str:
    """Return `text` with what stands in quotation marks blanked."""
    for start, end in quoted_stretches(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _reported(claim: Claim) -> bool:
    """Return whether the sentence itself says who said the words quoted in it."""
    attribution, evidence = claim.attribution, claim.evidence
    return (
        attribution is not None
        and attribution.source is not None
        and evidence.start <= attribution.source.start < evidence.end
    )
