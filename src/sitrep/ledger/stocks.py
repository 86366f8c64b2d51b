"""Counts of what there is, not of what happened: captives held and captives alive.

Such a number has no window: it is of the day of its report, and every report of that day counts the
same people, wherever it places them.
"""

from sitrep.ledger.context import Context
from sitrep.ledger.windows import Window
from sitrep.model.extraction import Claim, Figure

KEY = "stock:"
_FIGURE = "#"
"""Stands in a sentence for the number."""


def stock_of(claim: Claim, figure: Figure, context: Context) -> str | None:
    """Return what state the people that `figure` counts are in ("alive"), None for other counts."""
    if figure.kind not in context.words.stocked or claim.published_at is None:
        return None
    text = around(claim, figure)
    if context.unstocked.search(text):
        return None
    counted = f"{_FIGURE} {figure.counted or ''}".casefold()
    return next(
        (state for state, cue in context.stocks.items() if cue.search(text) or cue.search(counted)),
        None,
    )


def around(claim: Claim, figure: Figure) -> str:
    """Return the sentence of a figure in lower case, with "#" for the number and its noun."""
    start, end = (at - claim.evidence.start for at in (figure.span.start, figure.span.end))
    quote = claim.evidence.quote
    return f"{quote[:start]}{_FIGURE}{quote[end:]}".casefold()


def counted_before(claim: Claim, figure: Figure) -> str | None:
    """Return what a number without a noun counts: "58 hostages, up to 23 of whom"."""
    if figure.counted:
        return figure.counted
    before = [f for f in claim.figures if f.span.end <= figure.span.start and f.kind == figure.kind]
    return before[-1].counted if before else None


def asked(counted: str, state: str, window: Window, claim: Claim) -> tuple[str, str]:
    """Return the question in words and the part of its key that stands for the time."""
    day = claim.published_at
    on = f"{day.day} {day:%B}" if day else ""
    return f"{counted[:1].upper()}{counted[1:]} {state}, as of {on}", f"{KEY}{state}:{window.key}"
