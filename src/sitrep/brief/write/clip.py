"""A headline's clause cut ever shorter, each cut still a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from sitrep.brief.write.edits import balanced, words
from sitrep.brief.write.tense import base_of, helping, is_past, is_present
from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.headlines import headline_words

_UNTIL = re.compile(r" to (?=[a-z]+ )| in (?=the past |past )")
_INNER = 6
"""A phrase inside a clause goes only where it has no more words."""
LEAST = 4
"""A headline's clause has at least so many words."""
_ARTICLES = re.compile(r"\b(?:the|a|an) (?!(?:few|lot|number|total|day)\b)", re.IGNORECASE)
_OPENING = re.compile(r"^(?:The|A|An) (?!(?:few|lot|number|total|day)\b)")


def shorter(text: str) -> Iterator[str]:
    """Yield `text`, then ever shorter forms: without articles, without phrases."""
    text = _OPENING.sub("", text)
    text = f"{text[:1].upper()}{text[1:]}"
    bare = re.sub(rf"\b(?:{'|'.join(headline_words().placing)}) (?=[A-Z])", "", text)
    for one in dict.fromkeys([*_cut(text), *_cut(bare)]):
        last = one.split()[-1].lower()
        hangs = last in gate_words().hanging | gate_words().prepositions
        hangs = hangs or last in headline_words().says.values()
        if not hangs and balanced(one) and _verb_left(one) and " according to " not in one:
            yield one


def _cut(text: str) -> Iterator[str]:
    """Yield `text`, the same without articles, and both without phrases."""
    bare = text if "“" in text else _ARTICLES.sub("", _passive().sub("", _done(text)))
    for whole in (text, bare):
        yield whole
        yield from _inner(whole)
        left = whole
        while (cut := _last(left)) and words(cut) >= LEAST:
            yield cut
            yield from _inner(cut)
            left = cut


def _done(text: str) -> str:
    """Return `text` with "took" for "has taken"."""
    found = re.search(r"(?<!to )\b(?:has|have) (?!been\b)(\w+)\b", text)
    if not found or not is_past(found[1]):
        return text
    base = base_of(found[1])
    simple = next((past for past, verb in gate_words().irregular.items() if verb == base), found[1])
    return f"{text[: found.start()]}{simple}{text[found.end() :]}"


def _last(text: str) -> str:
    """Return `text` without the phrase at its end that can go, "" where none can."""
    for found in reversed(list(re.finditer(_closing(), text))):
        kept, gone = text[: found.start()], text[found.start() :]
        paired = " and " in gone and re.search(r"\b(?:between|both|from)\b", kept)
        told = _rising(gone.split(" as ")[0]) is not None
        leans = _leans(kept, found.group()) or paired or told or "“" in gone
        if not leans and _verb_left(kept):
            return kept
    return ""


def _inner(text: str) -> Iterator[str]:
    """Yield `text` without one short phrase before a purpose or a stretch of time."""
    for found in re.finditer(_closing(), text):
        kept, rest = text[: found.start()], text[found.end() :]
        until = _until(rest)
        if until is None or _leans(kept, found.group()) or "“" in text or "," in found.group():
            continue
        gone = rest[:until]
        if words(gone) <= _INNER and "," not in gone:
            yield kept + rest[until:]


def _until(rest: str) -> int | None:
    """Return where a phrase ends before a purpose, a stretch of time or the verb of the clause."""
    found = _UNTIL.search(rest)
    rising = _rising(rest)
    ends = [one for one in (rising, found.start() if found else None) if one is not None]
    return min(ends, default=None)


def _rising(text: str) -> int | None:
    """Return where the first verb stands that tells how a number went: "rose to"."""
    found = re.finditer(r" ([a-z]+)(?= to \d)", text)
    return next((one.start() for one in found if is_past(one[1])), None)


def _leans(kept: str, opener: str) -> bool:
    """Return whether the last word of what is left needs the phrase that would go."""
    *ahead, before = ["", *kept.split()]
    counted = before[-1:].isdigit()
    governed = not counted and ahead[-1].lower() in helping() | {"to"} if ahead else False
    meets = is_present(before) and "with" in opener and len(ahead) < LEAST
    verb = is_past(before) or before.endswith("ing") or governed or meets
    open_ended = counted and opener.rsplit(maxsplit=1)[-1] not in headline_words().clauses
    return verb or open_ended or before.lower() in _leaning()


@cache
def _closing() -> str:
    return rf",? (?:{'|'.join(headline_words().closing)})\b"


@cache
def _passive() -> re.Pattern[str]:
    """Return what matches the auxiliary that a headline leaves out: "32 people were killed"."""
    done = "|".join(headline_words().done)
    return re.compile(rf"\b(?:have been|has been|were|was) (?=(?:{done})\b)")


@cache
def _leaning() -> frozenset[str]:
    return headline_words().auxiliaries | {"and", "that", "or", "of"}


def _verb_left(text: str) -> bool:
    """Return whether the last clause of `text` still has its verb."""
    clause = re.split(
        r" (?:that|says|say|confirms|warns|denies|claims|as|after|while|who|which) ", text
    )[-1]
    finite = helping() | {"be"}
    tokens = clause.split()
    return any(word.lower() in finite or is_past(word) or is_present(word) for word in tokens[1:])
