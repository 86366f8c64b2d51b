"""On whose word a sentence rests, as its last words: "…, TASS reported".

What somebody said is told "according to TASS": two verbs of saying in a row read badly.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.saying import told
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim

ACCORDING = "according to "
_SHORTER = ((), ("that",), ("that", "titles"), ("that", "titles", "windows"))
"""What goes for want of room, step by step."""


class Way(NamedTuple):
    """A credit, and what is `left_out` for want of room.

    `itself` is the wording by which the evidence names its outlet: no credit is needed where the
    sentence still has it.
    """

    credit: str
    left_out: frozenset[str]
    itself: tuple[str, ...] = ()

    def on(self, text: str) -> str | None:
        """Return `text` with its credit, None where its outlet would stand nowhere in it."""
        named = any(one in text for one in self.itself)
        if self.itself and not named and not self.credit:
            return None
        return text if named else with_credit(text, self.credit)


def ways(claim: Claim, article: Article, outlets: Outlets, *, own_voice: bool) -> Iterator[Way]:
    """Yield ways to credit, and what is left out, each shorter than the one before it.

    The outlet's bare name comes second; then the same without "that" behind "said", with offices in
    the evidence's fewer words, last without the days of windows and weeks.
    """
    credit = credit_of(claim, article, outlets, own_voice=own_voice)
    forms = [credit, _credited(claim, outlets.short(article))] if credit else [""]
    itself = _itself(claim, article, outlets) if credit else ()
    if itself or (credit and told(claim) and outlets.vouched(article)):
        forms.append("")
    for left_out in _SHORTER:
        for one in forms:
            yield Way(one, frozenset(left_out), itself)


def with_credit(text: str, credit: str) -> str:
    """Return `text` with ", TASS reported" before its full stop, inside or after the marks.

    Where the text says "according to" itself, its outlet "reported" it.
    """
    if not credit:
        return text
    if credit.startswith(ACCORDING) and ACCORDING in text:
        credit = f"{credit.removeprefix(ACCORDING)} reported"
    if text.endswith(".”"):
        return f"{text[:-2]},” {credit}."
    return f"{text.rstrip('.')}, {credit}."


def credit_of(claim: Claim, article: Article, outlets: Outlets, *, own_voice: bool) -> str:
    """Return "TASS reported" where the sentence must say on whose word it rests, else ""."""
    attribution, name = claim.attribution, outlets.name(article)
    if told(claim) and attribution and (attribution.speaker or attribution.source):
        foreign = outlets.side(article) not in (None, claim.side)
        needed = foreign or not outlets.vouched(article)
        return _credited(claim, name) if needed else ""
    return "" if own_voice else _credited(claim, name)


def _itself(claim: Claim, article: Article, outlets: Outlets) -> tuple[str, ...]:
    """Return the words by which the evidence says which outlet it is from: "told TASS"."""
    name, quote = outlets.short(article), claim.evidence.quote
    own = [one for one in (f"told {name}", f"{name} correspondent") if one in quote]
    another = told(claim) and outlets.vouched(article)  # whom a known outlet has the words from
    return (*own, *(outlets.naming(quote) if another else ()))


def _credited(claim: Claim, outlet: str) -> str:
    outlet = f"the {outlet}" if outlet.endswith(" Press") else outlet  # "the Associated Press"
    address = "." in outlet  # a full stop behind "sample.example" would be taken for its own
    return f"{ACCORDING}{outlet}" if told(claim) and not address else f"{outlet} reported"
