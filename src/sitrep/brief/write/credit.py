"""On whose word a sentence rests, as its last words: "…, TASS reported".

What somebody said is told "according to TASS": two verbs of saying in a row read badly.
"""

from collections.abc import Iterator

from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.saying import told
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim

ACCORDING = "according to "
_SHORTER = ((), ("that",), ("that", "titles"), ("that", "titles", "windows"))
"""What goes for want of room, step by step."""


def ways(
    claim: Claim, article: Article, outlets: Outlets, *, own_voice: bool
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield ways to credit, and what is left out, each shorter than the one before it.

    The outlet's bare name comes second; then the same without "that" behind "said", with offices in
    the evidence's fewer words, last without the days of windows and weeks.
    """
    credit = _credit(claim, article, outlets, own_voice=own_voice)
    forms = [credit, _credited(claim, outlets.short(article))] if credit else [""]
    if credit and told(claim) and outlets.vouched(article):
        forms.append("")
    for left_out in _SHORTER:
        for one in forms:
            yield one, frozenset(left_out)


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


def _credit(claim: Claim, article: Article, outlets: Outlets, *, own_voice: bool) -> str:
    """Return "TASS reported" where the sentence must say on whose word it rests, else ""."""
    attribution = claim.attribution
    name = outlets.short(article)
    if any(named in claim.evidence.quote for named in (f"told {name}", f"{name} correspondent")):
        return ""
    foreign = outlets.side(article) not in (None, claim.side)
    foreign = foreign and not outlets.names_one(claim.evidence.quote)
    if told(claim) and attribution and (attribution.speaker or attribution.source):
        needed = foreign or not outlets.vouched(article)
        return _credited(claim, outlets.name(article)) if needed else ""
    return "" if own_voice else _credited(claim, outlets.name(article))


def _credited(claim: Claim, outlet: str) -> str:
    outlet = f"the {outlet}" if outlet.endswith(" Press") else outlet  # "the Associated Press"
    address = "." in outlet  # a full stop behind "sample.example" would be taken for its own
    return f"{ACCORDING}{outlet}" if told(claim) and not address else f"{outlet} reported"
