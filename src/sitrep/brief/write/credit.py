"""On whose word a sentence rests, as its last words: "…, TASS reported"."""

from collections.abc import Iterator

from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.saying import told
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim


def ways(
    claim: Claim, article: Article, outlets: Outlets, *, own_voice: bool
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield ways to credit, and what is left out, each shorter than the one before it.

    The outlet's bare name comes second; then the same with offices in the evidence's fewer words,
    last without the days of windows and weeks.
    """
    credit = _credit(claim, article, outlets, own_voice=own_voice)
    forms = [credit, f"{outlets.short(article)} reported"] if credit else [""]
    if credit and told(claim) and outlets.vouched(article):
        forms.append("")
    for left_out in ((), ("titles",), ("titles", "windows")):
        for one in forms:
            yield one, frozenset(left_out)


def with_credit(text: str, credit: str) -> str:
    """Return `text` with ", TASS reported" before its full stop, inside or after the marks."""
    if not credit:
        return text
    if text.endswith(".”"):
        return f"{text[:-2]},” {credit}."
    return f"{text.rstrip('.')}, {credit}."


def _credit(claim: Claim, article: Article, outlets: Outlets, *, own_voice: bool) -> str:
    """Return "TASS reported" where the sentence must say on whose word it rests, else ""."""
    attribution = claim.attribution
    foreign = outlets.side(article) not in (None, claim.side)
    foreign = foreign and not outlets.names_one(claim.evidence.quote)
    if told(claim) and attribution and (attribution.speaker or attribution.source):
        needed = foreign or not outlets.vouched(article)
        return f"{outlets.name(article)} reported" if needed else ""
    return "" if own_voice else f"{outlets.name(article)} reported"
