"""Fewer words, most of the matter: which cuts a sentence takes to fit its room.

A cut is judged by what goes with it: names, numbers and days weigh more than other words. Plain
insertions go from a long sentence even where it would fit; what tells something goes only for want
of room, and then as little of it as is enough.
"""

import re
from collections.abc import Sequence

from sitrep.brief.verify.evidence import WORD_LIMITS
from sitrep.brief.write.edits import Edit, apply, quoted_stretches, words
from sitrep.brief.write.sameness import content_words
from sitrep.model.extraction import Claim, Span, Trim, TrimKind
from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.standing import standing_pattern

COMFORTABLE = 24
"""Above this many words, plain insertions are cut even where the limit would allow them."""
_INSERTED: tuple[TrimKind, ...] = ("relative", "appositive", "adverbial")
_KINDS: tuple[TrimKind, ...] = (*_INSERTED, "clause", "phrase")
_SHORT_FORM: tuple[TrimKind, ...] = (*_KINDS, "short")
_PLACING = 3
"""What a phrase that places a thing costs beside other cuts, in words: readers miss it more."""
_PHRASE = 5
_DAY = 3
"""Words of a time that stands by itself: "late on Thursday"."""
_LONG_ASIDE = 8
"""Words of an insertion between subject and verb from which on a reader loses the thread."""
_LEANED_ON: tuple[TrimKind, ...] = ("phrase", "short")
_JOINED = re.compile(r" (?:and|or) (?P<word>[\w’'-]+)")
_DIRECTIONS = frozenset({"from", "into", "to", "onto", "out", "towards", "toward"})
_TELLING = 2
"""What a name or number costs more than another word."""
_PHRASE_BEHIND = re.compile(r", (?:in|at|on|near|over|during|from) (?:the )?\w+(?: \w+)?[.,]")
_TOLD = re.compile(r"\d|(?<=[ “(])[A-Z]")


def shorten(
    claim: Claim, edits: Sequence[Edit], limit: int, frame: Span, *, unquoted: bool = False
) -> str:
    """Return the words of `frame` with `edits` made and cut to `limit` words where cuts can do it.

    `frame` is the claim's evidence, or the part of it that is printed. A quotation is cut only
    where it is printed `unquoted`.
    """
    trims = claim.trims if unquoted else outside_quotations(claim)
    trims = [*trims, *meantime(claim), *openings(claim)]
    kinds = _KINDS if limit > WORD_LIMITS["headline"] else _SHORT_FORM
    free = [trim for trim in trims if trim.kind in kinds or only_day(claim, trim)]
    free = [trim for trim in free if not dated(claim, trim)]
    free = [trim for trim in free if not tears(claim, trim)]
    free = [trim for trim in free if frame.start <= trim.start and trim.end <= frame.end]
    if limit > WORD_LIMITS["headline"]:
        free = [trim for trim in free if trim.kind != "phrase" or _brief(claim, trim)]
    cuts: list[Edit] = []

    def written(more: Sequence[Edit] = ()) -> str:
        return apply(frame.quote, frame.start, [*edits, *cuts, *more])

    text = written()
    for trim in _plain(claim, free):
        if words(text) <= min(limit, COMFORTABLE):
            break
        cuts.append(cut(trim))
        text = written()
    while words(text) > limit:
        left = [cut(trim) for trim in free if cut(trim) not in cuts]
        shorter = [(one, words(written([one]))) for one in left]
        shorter = [(one, length) for one, length in shorter if length < words(text)]
        if not shorter:
            break
        cuts.append(_next(claim, shorter, limit, free))
        text = written()
    return text


def outside_quotations(claim: Claim) -> list[Trim]:
    """Return the cuts that take no part of a quotation."""
    quoted = quoted_stretches(claim.evidence.quote, claim.evidence.start)
    return [
        trim
        for trim in claim.trims
        if not any(start < trim.start and trim.end < end for start, end in quoted)
    ]


def cut(trim: Trim, evidence: Span | None = None) -> Edit:
    """Return the edit that cuts `trim`, with its second comma where a mere phrase follows.

    "killed X[, a commander of the west,] in the north"
    """
    end = trim.end
    if evidence is not None and trim.kind in _INSERTED:
        rest = evidence.quote[trim.end - evidence.start :]
        end += 1 if _PHRASE_BEHIND.match(rest) else 0
    return Edit(start=trim.start, end=end)


def dated(claim: Claim, trim: Trim) -> bool:
    """Return whether a cut would take the day of what happened, unless that is the day told.

    "After the call," tells when, where nothing else does, and so does "following a call with him".
    """
    opening = claim.evidence.quote[: max(0, trim.end - claim.evidence.start)]
    phrase = opening[max(0, trim.start - claim.evidence.start) :]
    alone = all(trim.start <= time.span.start < trim.end for time in claim.times)
    first = trim.start <= claim.evidence.start and opens_on_told(opening)
    if alone and (first or _follows(phrase)):
        return True
    published = claim.published_at
    return any(
        trim.start <= time.span.start < trim.end
        and time.granularity in {"day", "daypart"}
        and (published is None or time.start.date() != published.date())
        for time in claim.times
    )


def only_day(claim: Claim, trim: Trim) -> bool:
    """Return whether a cut would take the one time of an attack or a count: only for want of room.

    A tail is that only where it tells no more ("said[ on Thursday]").
    """
    if trim.kind == "tail" and words(_words_of(claim, trim.start, trim.end)) > _DAY:
        return False
    tells = claim.figures or any(event.type == "ASSAULT" for event in claim.events)
    return bool(tells and claim.times) and all(
        trim.start <= time.span.start < trim.end and time.granularity in {"day", "daypart"}
        for time in claim.times
    )


def _follows(phrase: str) -> bool:
    """Return whether a phrase puts something behind an occasion: "after his call with them"."""
    led = re.match(r"[\s,]*(?:after|following) ((?:[\w’-]+ ?){1,4})", phrase, re.IGNORECASE)
    names = {name for group in gate_words().occasions for name in group}
    return led is not None and not names.isdisjoint(w.rstrip("s") for w in led[1].lower().split())


def opens_on_told(text: str) -> bool:
    """Return whether a sentence begins with what was told before it: "After the call,".

    An opening with a name or a date of its own says what is meant.
    """
    opening = text.split(",", 1)[0]
    return standing_pattern("after_what").match(text) is not None and _TOLD.search(opening) is None


def matter(text: str) -> int:
    """Return how much a sentence tells: its content words, names and numbers counted again."""
    return len(content_words(text)) + len(_TOLD.findall(text))


def tears(claim: Claim, trim: Trim) -> bool:
    """Return whether the words around a cut phrase lean on it.

    "everyone [in the city] and nearby towns", "pulled more bodies [from the rubble]", "was made [in
    Norland]"
    """
    if trim.kind not in _LEANED_ON:
        return False
    evidence = claim.evidence
    before = evidence.quote[: trim.start - evidence.start]
    phrase = _words_of(claim, trim.start, trim.end)
    after = evidence.quote[trim.end - evidence.start :]
    joined = _JOINED.match(after)
    if joined and not _goes_on(joined["word"]):
        return True
    if standing_pattern("placed").search(before):
        return True
    if phrase.startswith(("and ", "or ")) and after.startswith(", ") and not _speaks(claim, trim):
        return True  # "to find [and destroy tanks], guns and trucks"
    directed = not _DIRECTIONS.isdisjoint(phrase.lower().split(maxsplit=1)[:1])
    return directed and standing_pattern("moving").search(before) is not None


def _speaks(claim: Claim, trim: Trim) -> bool:
    """Return whether who speaks stands behind a cut: "…[ and trucks], the envoy said"."""
    attribution = claim.attribution
    parts = (attribution.source, attribution.cue) if attribution else ()
    return any(part is not None and 0 <= part.start - trim.end <= len(", ") for part in parts)


def bared(claim: Claim, trim: Trim) -> bool:
    """Return whether a cut would leave one word of an opening: "Commenting[ on the talks], X …"."""
    evidence = claim.evidence
    before = evidence.quote[: trim.start - evidence.start].split()
    after = evidence.quote[trim.end - evidence.start :]
    return trim.kind == "tail" and len(before) == 1 and after.startswith(",")


def openings(claim: Claim) -> list[Trim]:
    """Return the openings that may only go whole: "[Commenting on the talks,] X said …"."""
    start = claim.evidence.start
    return [
        Trim(start=start, end=trim.end + 1, kind="adverbial")
        for trim in claim.trims
        if bared(claim, trim)
    ]


def about_speaker(claim: Claim, trim: Trim) -> bool:
    """Return whether a cut is a long insertion between who speaks and "said".

    It tells of the speaker, not what is said, and parts the subject from its verb.
    """
    attribution = claim.attribution
    if attribution is None or attribution.source is None or attribution.cue is None:
        return False
    inside = attribution.source.start < trim.start and trim.end <= attribution.cue.start
    inserted = _words_of(claim, trim.start, trim.end)
    closed = inserted.startswith(",") and inserted.endswith(",")
    return (
        trim.kind in {"relative", "appositive"}
        and inside
        and closed
        and words(inserted) >= _LONG_ASIDE
    )


def _goes_on(word: str) -> bool:
    """Return whether a word behind "and" goes on with what stands before the cut.

    A verb, a preposition or a determiner does; a bare noun may belong to the phrase.
    """
    forms = gate_words()
    function = word in forms.prepositions | forms.determiners | forms.stop
    return function or word.endswith(("ed", "ing")) or word in forms.irregular


def meantime(claim: Claim) -> list[Trim]:
    """Return the clause at the end of what is said that tells what else went on, as a cut.

    "The toll rose to 12 [as rescuers pulled bodies from the rubble], the service said."
    """
    evidence = claim.evidence
    found = standing_pattern("meantime").finditer(evidence.quote)
    return [
        Trim(start=evidence.start + match.start(), end=evidence.start + match.end(), kind="clause")
        for match in found
    ]


def _brief(claim: Claim, trim: Trim) -> bool:
    """Return whether a phrase is so short that no other clause can have got into it."""
    return words(_words_of(claim, trim.start, trim.end)) <= _PHRASE


def _words_of(claim: Claim, start: int, end: int) -> str:
    evidence = claim.evidence
    return evidence.quote[start - evidence.start : end - evidence.start]


def _plain(claim: Claim, free: Sequence[Trim]) -> list[Trim]:
    """Return the insertions without a name or number, by kind, the longest first."""
    counted = [figure.span for figure in claim.figures]
    plain = [
        trim
        for trim in free
        if trim.kind in _INSERTED
        and not only_day(claim, trim)
        and not _TOLD.search(_words_of(claim, trim.start, trim.end))
        and not any(trim.start <= span.start < trim.end for span in counted)
    ]
    return sorted(plain, key=lambda t: (_INSERTED.index(t.kind), t.start - t.end, t.start))


def _next(
    claim: Claim, shorter: Sequence[tuple[Edit, int]], limit: int, free: Sequence[Trim]
) -> Edit:
    """Return the cheapest cut that is enough, the longest where none is.

    It takes the comma behind it too, unless another cut begins there.
    """
    placing = {(trim.start, trim.end) for trim in free if trim.kind == "phrase"}

    def cost(one: Edit, length: int) -> tuple[int, int, int]:
        lost = _TELLING * len(_TOLD.findall(_words_of(claim, one.start, one.end)))
        lost += _PLACING * ((one.start, one.end) in placing)
        return (lost - length, one.start, -one.end)

    enough = [(one, length) for one, length in shorter if length <= limit]
    if enough:
        return min(enough, key=lambda pair: cost(*pair))[0]

    def rank(one: Edit, length: int) -> tuple[int, int, bool, int]:
        parts = any(one.start < trim.start < one.end < trim.end for trim in free)
        return (length, one.start, parts, -one.end)

    return min(shorter, key=lambda pair: rank(*pair))[0]
