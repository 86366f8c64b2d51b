"""What happened to the ground of a stated thing, before it is worded."""

from sitrep.model.base import Record
from sitrep.model.corrections import CorrectionKind, Shown


class Found(Record, frozen=True, kw_only=True):
    """One thing that happened: `happened` in words, `notice` as a sentence for print."""

    kind: CorrectionKind
    happened: str
    notice: str
    old: str | None = None
    new: str | None = None
    shown: tuple[Shown, ...] = ()


def said(shown: Shown) -> str:
    """Return "Sample Wire, 13 March 2025: “…”"; without words the title stands for them."""
    at = shown.published_at
    when = f", {at.day} {at:%B %Y}" if at else ""
    return f"{shown.outlet}{when}: {quoted(shown.quote or shown.title)}"


def quoted(words: str) -> str:
    """Return `words` between quotation marks, those within them single, on one line."""
    inner = " ".join(words.split()).strip('"')
    for double, single in (("“", "‘"), ("”", "’"), ("«", "‘"), ("»", "’")):
        inner = inner.replace(double, single)
    return f"“{inner}”"
