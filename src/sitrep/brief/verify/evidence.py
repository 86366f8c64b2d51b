"""What a sentence is checked against, and what the check answers."""

from collections.abc import Mapping
from datetime import datetime
from sys import maxsize
from typing import Literal

from sitrep.model.base import Record

Form = Literal["sentence", "key_point", "headline", "text"]
WORD_LIMITS: Mapping[Form, int] = {"sentence": 30, "key_point": 32, "headline": 16, "text": maxsize}
"""Longest form in words (design: "The situation brief"); anyone's text may be as long as it is."""

GateName = Literal[
    "span", "quotation", "speaker", "numbers", "dates", "names", "polarity", "modality",
    "attribution", "support", "loaded", "length",
]  # fmt: skip


class Passage(Record, frozen=True, kw_only=True):
    """The words of one cited span and who stands behind them.

    `speaker` is who answers for the passage where the words themselves do not say it ("he said",
    a quotation carried over from the sentence before), with `speaker_aliases` and `offices`.
    `quotes` are strings known to be quoted speech even if no quotation marks stand in `text`.
    `stands_for` resolves words of the passage: {"he": "Vladimir Putin", "the ministry": "…"}.
    With `article_text` and `start` (code points) the span itself is checked too.
    """

    text: str
    outlet: str | None = None
    published_at: datetime | None = None
    speaker: str | None = None
    speaker_aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    stands_for: Mapping[str, str] = {}
    article_text: str | None = None
    start: int | None = None


class Known(Record, frozen=True, kw_only=True):
    """Who is who, from the vocabulary or from anywhere else.

    All keys are in lower case without punctuation. `names` gives the id for every spelling and
    demonym ("mr putin", "russian"); `descriptions` for offices that stand for their holder
    ("russian president"); `metonyms` for places that speak ("moscow"); `offices` the offices an
    id holds on the day, as they stand before a name ("kremlin spokesman"); `mouthpieces` those
    whose word an id's is in short: a ministry's its state's.
    """

    names: Mapping[str, str] = {}
    descriptions: Mapping[str, str] = {}
    metonyms: Mapping[str, str] = {}
    offices: Mapping[str, tuple[str, ...]] = {}
    mouthpieces: Mapping[str, tuple[str, ...]] = {}


class Evidence(Record, frozen=True, kw_only=True):
    """The passages a sentence cites, and what is known of the names in them."""

    passages: tuple[Passage, ...]
    known: Known = Known()


class GateSpan(Record, frozen=True, kw_only=True):
    """Words [start, end) that carry or break a gate.

    They are offsets into the sentence when `passage` is None, else into that passage's text.
    """

    start: int
    end: int
    text: str
    passage: int | None = None


class GateResult(Record, frozen=True, kw_only=True):
    """One gate's answer; `reason` is empty when it passed."""

    name: GateName
    passed: bool
    reason: str = ""
    spans: tuple[GateSpan, ...] = ()


class Verdict(Record, frozen=True, kw_only=True):
    """All gates' answers; `passed` when every gate passed."""

    passed: bool
    gates: tuple[GateResult, ...]

    @property
    def failed(self) -> tuple[GateResult, ...]:
        """The gates that refused the sentence."""
        return tuple(gate for gate in self.gates if not gate.passed)
