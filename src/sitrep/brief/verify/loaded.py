"""The gate on loaded words: only in quotation marks, or as what somebody called somebody."""

import re
from collections.abc import Iterator
from functools import cache

from sitrep.brief.verify.evidence import GateSpan
from sitrep.brief.verify.fault import Fault
from sitrep.vocabulary.loaded import loaded_words

_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]")
_CALLED = re.compile(
    r"\b(?:call|describ|label|brand|accus|charg|denounc|condemn|dubb|term|refer)\w*\b[^.;]{0,60}$"
)


@cache
def _forms() -> re.Pattern[str]:
    return _any_of(sorted(loaded_words().by_form(), key=len, reverse=True))


@cache
def _plain() -> re.Pattern[str]:
    return _any_of([phrase for word in loaded_words().words for phrase in word.unless])


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def loaded(text: str) -> Iterator[Fault]:
    """Yield the loaded words of a sentence that nobody is said to have used."""
    free = [match.span() for pattern in (_QUOTED, _plain()) for match in pattern.finditer(text)]
    for match in _forms().finditer(text):
        start, end = match.span()
        if any(a <= start and end <= b for a, b in free) or _CALLED.search(text[:start]):
            continue
        span = GateSpan(start=start, end=end, text=match[0])
        yield Fault("loaded", f"“{match[0]}” is a judgement; quote it or leave it out", (span,))
