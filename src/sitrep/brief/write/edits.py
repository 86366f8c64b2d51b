"""Edits of an evidence sentence: replace or cut stretches, then mend spaces and stops."""

import re
from collections.abc import Iterable, Sequence

import simplemma

from sitrep.model.base import Record
from sitrep.model.extraction import Claim
from sitrep.vocabulary.standing import standing_pattern

OPEN, CLOSE = "“", "”"
_SPACES = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r"\s+([,.;:!?])")
_DOUBLE = re.compile(r"([,;:])(?:\s*[,;:])+")
_DASH_END = re.compile(r"\s*[—–]+\s*(?=[,.]|$)")
_SAID_DAY_COMMA = re.compile(r"( said on \d+ \w+), (he|she|they|it) ")
_SAID_COMMA = re.compile(r"^([^,“”]{3,60} (?:said|says)), (?=[A-Z])")
"""What is left when "Overnight, the air force said, Russia …" loses its opening."""
_COMMA_END = re.compile(r"[,;:]\s*([.!?])$")
_ON_ON = re.compile(r"\b(on \d{1,2} [A-Z][a-z]+) (on [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})(?=[.,])")
"""A day between a noun and what follows on it: "sanctions on 20 May on Norland"."""
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|[,.;:)]|$)")
_SINGLE_OPEN = re.compile(r"(?<![\w’])'(?=\w)")
_ARTICLE = re.compile(r"(?:\b(?=a)|^(?=A))(?P<a>[Aa])n? $")
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\u00ad]")


class Edit(Record, frozen=True, kw_only=True):
    """Replace [start, end) of the article by `text`; an empty text cuts."""

    start: int
    end: int
    text: str = ""


def apply(sentence: str, offset: int, edits: Iterable[Edit]) -> str:
    """Return `sentence`, which begins at `offset` of its article, with `edits` made and mended.

    Where two edits overlap, the longer one stands. "A" and "an" go with the word now behind them.
    """
    text = sentence
    for edit in reversed(_disjoint(edits)):
        start, end = edit.start - offset, edit.end - offset
        if start >= 0 and end <= len(sentence):
            text = _article(text[:start], edit.text + text[end:])
    return tidy(text)


def _article(before: str, after: str) -> str:
    """Return `before` and `after` joined, an article between them agreeing with its new word."""
    found = _ARTICLE.search(before)
    if found and after[:1].isalnum():
        before = before[: found.end("a")] + ("n " if _vowel(after) else " ")
    return before + after


def _vowel(text: str) -> bool:
    return standing_pattern("vowel").match(text) is not None


def _disjoint(edits: Iterable[Edit]) -> Sequence[Edit]:
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start - e.end, e.start, e.text)):
        if all(edit.end <= other.start or other.end <= edit.start for other in chosen):
            chosen.append(edit)
    return sorted(chosen, key=lambda e: e.start)


def tidy(text: str) -> str:
    """Return `text` with single spaces, mended commas, curly quotation marks and one end stop."""
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip(" ,;:–—-")
    text = _DOUBLE.sub(r"\1", _BEFORE_STOP.sub(r"\1", text))
    text = text.replace('.",', ',"').replace(".”,", ",”").replace('.".', '."').replace(".”.", ".”")
    text = _COMMA_END.sub(r"\1", _DASH_END.sub("", curly(text)))
    text = _SINGLE_OPEN.sub("‘", _APOSTROPHE.sub("’", text))
    text = _SAID_COMMA.sub(r"\1 ", _SAID_DAY_COMMA.sub(r"\1 \2 ", text))
    text = _ON_ON.sub(r"\2 \1", text)
    if text and text[-1] not in ".!?" and not text.endswith((".”", "!”", "?”")):
        text += "."
    return text[:1].upper() + text[1:]


def curly(text: str) -> str:
    """Return `text` with straight double quotation marks turned into “ and ” by turns.

    A mark that ends a clause without one that opens it closes words of the sentence before.
    """
    if '"' not in text:
        return text
    opened = False
    out = []
    for at, char in enumerate(text):
        if char == '"':
            closes = opened or (OPEN not in out and _closing(text, at))
            out.append(CLOSE if closes else OPEN)
            opened = not closes
        else:
            opened = opened if char not in OPEN + CLOSE else char == OPEN
            out.append(char)
    return "".join(out)


def _closing(text: str, at: int) -> bool:
    """Return whether a straight mark stands behind the stop of a clause: 'a killing," he said'."""
    return text[at - 1 : at] in {",", ".", "!", "?"} and not text[at + 1 : at + 2].isalnum()


def missing_marks(text: str) -> tuple[str, str]:
    """Return the marks, if any, that the quotation of `text` has in the sentences beside it.

    News runs a quotation over several sentences and marks its two ends alone.
    """
    marks = [char for char in curly(text) if char in OPEN + CLOSE]
    led = OPEN if marks[:1] == [CLOSE] else ""
    return led, CLOSE if marks[-1:] == [OPEN] else ""


def balanced(text: str) -> bool:
    """Return whether quotation marks and brackets in `text` open and close in pairs."""
    text = curly(text)
    return text.count(OPEN) == text.count(CLOSE) and text.count("(") == text.count(")")


def quoted_stretches(text: str, offset: int = 0) -> tuple[tuple[int, int], ...]:
    """Return the stretches [start, end) of `text` inside quotation marks, shifted by `offset`."""
    curled = curly(text)
    return tuple((m.start() + offset, m.end() + offset) for m in _QUOTE.finditer(curled))


_QUOTE = re.compile(f"^[^{OPEN}{CLOSE}]*{CLOSE}|{OPEN}[^{OPEN}{CLOSE}]*(?:{CLOSE}|$)")
"""A quotation may begin before the sentence or end behind it."""


def words(text: str) -> int:
    """Return the number of words in `text`, as an editor counts them."""
    return len(text.split())


def small(text: str, claim: Claim) -> str:
    """Return `text` as it goes on in a clause: its first word small unless it is a name.

    A name, and a word made of one ("Norlandish"), has its capital in the dictionary too.
    """
    first = text.split(" ", 1)[0]
    names = (*(one.span.quote for one in claim.mentions), *(one.span.quote for one in claim.places))
    bare = first.replace("’", "'").removesuffix("'s")
    named = any(name.removeprefix("the ").removeprefix("The ").startswith(bare) for name in names)
    elsewhere = f" {first} " in claim.evidence.quote[1:]
    common = simplemma.is_known(bare.lower(), "en") and bare[1:].islower()
    common = common and simplemma.lemmatize(bare, "en").islower()
    if named or elsewhere or not common:
        return f"a{text[1:]}" if first == "A" else text
    return text[:1].lower() + text[1:]
