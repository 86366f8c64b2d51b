"""A headline's clause cut ever shorter, each cut still a sentence."""

import re
from collections.abc import Iterator
from functools import cache

from sitrep.brief.write.edits import balanced, words
from sitrep.brief.write.tense import base_of, helping, is_past, is_present
from sitrep.vocabulary.gates import gate_words
from sitrep.vocabulary.headlines import headline_words

_APPENDED = re.compile(r"[^,]+, (\w+) [^,]+")
"""One comma, and what follows it."""
_COUNT = re.compile(r"\d|least |most ")
_RELATIVE = re.compile(r", (?:of )?(?:which|whom|who|whose|where)\b[^,]*$")
_LIMITED = re.compile(r"\b(?:only|unless|except|until|without|if)\b")
"""What stands behind these cannot go without turning the sense."""
_INNER = 6
"""A phrase inside a clause goes only where it has no more words."""
LEAST = 4
"""A headline's clause has at least so many words."""
_ARTICLES = re.compile(r"\b(?:the|a|an) (?!(?:few|lot|number|total|day)\b)", re.IGNORECASE)
_OPENING = re.compile(r"^(?:The|A|An) (?!(?:few|lot|number|total|day)\b)")


def shorter(text: str) -> Iterator[str]:
    """Yield `text`, then ever shorter forms: without articles, without phrases."""
    text = _OPENING.sub("", text.split(" — ", maxsplit=1)[0])
    text = f"{text[:1].upper()}{text[1:]}"
    bare = re.sub(rf"\b(?:{'|'.join(headline_words().placing)}) (?=[A-Z])", "", text)
    yield from filter(_sound, dict.fromkeys([*_cut(text), *_cut(bare)]))


def _sound(text: str) -> bool:
    """Return whether a form reads as a headline: no loose end, a verb, nothing told before it."""
    lists, last = headline_words(), text.rsplit(maxsplit=1)[-1].lower()
    hangs = last in gate_words().hanging | gate_words().prepositions | lists.never_last
    opening = re.split(r" says? ", text, maxsplit=1)
    leans = any(_leads_in(one) for one in opening)
    loose = _APPENDED.fullmatch(text)
    return not (
        hangs
        or leans
        or last in lists.says.values()
        or " according to " in text
        or (loose is not None and is_past(loose[1]))
        or text.startswith("(")
    ) and (balanced(text) and _verb_left(text))


def _leads_in(text: str) -> bool:
    """Return whether a clause opens on a phrase before its subject; "at least 12" is none."""
    first, _, rest = text.partition(" ")
    counts = first.lower() in {"at", "about", "over", "around"} and _COUNT.match(rest)
    opener = first.strip(",").lower()
    never = gate_words().prepositions | headline_words().never_first
    return opener in never and not counts


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
        whole = _LIMITED.search(kept) or _RELATIVE.search(kept)
        leans = _leans(kept, found.group()) or paired or told or whole or "“" in gone
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
        if _LIMITED.search(kept) or _RELATIVE.search(kept):
            continue
        gone = rest[:until]
        if words(gone) <= _INNER and "," not in gone:
            yield kept + rest[until:]


def _until(rest: str) -> int | None:
    """Return where a phrase ends before a purpose, a stretch of time or the verb of the clause."""
    found = _purposes().search(rest)
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


@cache
def _purposes() -> re.Pattern[str]:
    """Return what matches where a purpose or a stretch of time begins."""
    return re.compile(rf" to (?=(?:{'|'.join(headline_words().purposes)}) )| in (?=(?:the )?past )")


def _verb_left(text: str) -> bool:
    """Return whether the last clause of `text` still has its verb."""
    clause = re.split(
        r" (?:that|says|say|confirms|warns|denies|claims|as|after|while|who|which) ", text
    )[-1]
    finite = helping() | {"be"}
    tokens = clause.split()
    return any(
        (word.islower() and word in finite) or is_past(word) or _predicate(tokens[at - 1], word)
        for at, word in enumerate(tokens)
        if at
    )


def _predicate(before: str, word: str) -> bool:
    """Return whether a word in -s is a verb behind its subject and no noun in the plural."""
    subject = before in {"it", "he", "she", "who"} or before[:1].isupper()
    return is_present(word) and subject and not before.endswith(("ian", "ish", "ese"))
