"""An analyst's decisions, and the chained log they stand in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Literal

import msgspec

from sitrep.model.base import Record
from sitrep.model.ids import make_id

Action = Literal[
    "accept", "reject", "merge", "split", "correct", "pin", "hide", "mark-source", "withdraw",
    "undo",
]  # fmt: skip
TargetKind = Literal["claim", "finding", "article", "source"]

FIRST = "0" * 64
"""What stands for the hash before the first entry of a log."""

_WORDS: Mapping[Action, str] = MappingProxyType(
    {
        "accept": "accepted",
        "reject": "rejected",
        "merge": "merged",
        "split": "split",
        "correct": "corrected",
        "pin": "pinned",
        "hide": "hidden",
        "mark-source": "source marked",
        "withdraw": "withdrawn",
        "undo": "undone",
    }
)
_ENCODER = msgspec.json.Encoder(order="deterministic")


class Anchor(Record, frozen=True, kw_only=True):
    """Words of a report by which a claim is found again, whatever its id then is.

    W3C Web Annotation: `exact`, `prefix`, `suffix` as in TextQuoteSelector, `start` and `end` (code
    points) as in TextPositionSelector. `url` finds a later text of the same report.
    """

    article_id: str
    url: str | None = None
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class Target(Record, frozen=True, kw_only=True):
    """What a decision is about.

    A claim has one anchor; a finding the key of its question, its theatre and the anchors of its
    claims; an article its id and address; a source the id of the outlet or feed. `text` says it in
    words. `id` is the id at the time of the decision: for claims and findings nothing is matched
    by it.
    """

    kind: TargetKind
    id: str
    text: str
    theatre: str | None = None
    question: str | None = None
    url: str | None = None
    anchors: tuple[Anchor, ...] = ()


class NewPlace(Record, frozen=True, kw_only=True):
    """The place that `written` in a claim stands for: degrees WGS 84, ISO 3166-1 alpha-2."""

    written: str
    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


class NewSpeaker(Record, frozen=True, kw_only=True):
    """Who answers for a claim: a name and, if known, its vocabulary id; None: the outlet itself."""

    name: str | None
    id: str | None = None


class SourceMark(Record, frozen=True, kw_only=True):
    """What is known of a source; None leaves a field as it is. `side` "" is: no party's."""

    reliability: Literal["A", "B", "C", "D", "E", "F"] | None = None
    owner: Literal["state", "public", "private", "party", "unknown"] | None = None
    side: str | None = None


class Decision(Record, frozen=True, kw_only=True):
    """What an analyst decided: `by` whom, when (`at`, UTC), and why.

    `targets` are one, or for "merge" several findings, or for "split" a finding and then the claims
    to take out of it. With `copies` a decision on a claim holds for the same words in other reports
    too. `undoes` is the id of the decision taken back.
    """

    id: str = ""
    action: Action
    targets: tuple[Target, ...]
    by: str
    at: datetime
    reason: str
    copies: bool = True
    speaker: NewSpeaker | None = None
    place: NewPlace | None = None
    mark: SourceMark | None = None
    undoes: str | None = None


class Entry(Record, frozen=True, kw_only=True):
    """One line of the log: `written` is the decision's JSON, byte for byte as it was first kept."""

    number: int
    previous: str
    hash: str
    written: str


class Break(Record, frozen=True, kw_only=True):
    """The first entry of a log that does not hold, by its number, and what is wrong with it."""

    number: int
    problem: str


def identified(decision: Decision) -> Decision:
    """Return the decision with its id, which stands for everything it says."""
    bare = msgspec.structs.replace(decision, id="")
    return msgspec.structs.replace(bare, id=make_id("dec", _ENCODER.encode(bare).decode()))


def written(decision: Decision) -> str:
    """Return the decision's canonical JSON."""
    return _ENCODER.encode(decision).decode()


def entry_hash(number: int, previous: str, text: str) -> str:
    """Return the SHA-256 (hex) that chains an entry to the one before it."""
    return sha256(f"{number}\n{previous}\n{text}".encode()).hexdigest()


def chained(text: str, last: Entry | None) -> Entry:
    """Return the entry that keeps a decision's JSON after `last`."""
    number, previous = (last.number + 1, last.hash) if last else (1, FIRST)
    return Entry(
        number=number, previous=previous, hash=entry_hash(number, previous, text), written=text
    )


def first_break(entries: Iterable[Entry]) -> Break | None:
    """Return the first entry that was changed, lost, added or moved; None for a whole log.

    Entries cut off the end leave no trace in the rest: keep the last hash elsewhere to find them.
    """
    previous = FIRST
    for number, entry in enumerate(entries, start=1):
        if entry.number != number:
            return Break(number=number, problem=f"entry {number} is missing")
        if entry.previous != previous:
            return Break(number=number, problem="does not follow the entry before it")
        if entry.hash != entry_hash(number, previous, entry.written):
            return Break(number=number, problem="was changed after it was written")
        previous = entry.hash
    return None


def said(decision: Decision) -> str:
    """Return "rejected by A. Analyst on 12 March 2025: the count is of another night"."""
    day = f"{decision.at.day} {decision.at:%B %Y}"
    return f"{_WORDS[decision.action]} by {decision.by} on {day}: {decision.reason}"


def in_force(decisions: Iterable[Decision], *, as_of: datetime | None = None) -> list[Decision]:
    """Return the decisions that hold at `as_of` (None: all made), in the order of their making.

    An undone decision does not hold, unless its undoing is undone in turn.
    """
    made = sorted(
        (one for one in decisions if as_of is None or one.at <= as_of),
        key=lambda one: (one.at, one.id),
    )
    undone: set[str] = set()
    for decision in reversed(made):
        if decision.undoes is not None and decision.id not in undone:
            undone.add(decision.undoes)
    return [one for one in made if one.id not in undone and one.action != "undo"]
