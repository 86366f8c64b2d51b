"""Tallies: launched, intercepted, lost and hit in one window, of one weapon, by one claimant."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from sitrep.model.base import Record
from sitrep.model.findings import Answer, Finding
from sitrep.vocabulary.types import Theatre

FIRED = ("launched", "intercepted", "lost", "hit")
_ABOUT = 0.1
"""What "about" leaves open on either side; newspapers round to one or two figures."""
_OF = re.compile(r"\bof ([\d,.]+)\b")
_SAME = 0.8
"""Windows that share so much of their union are one: "overnight" and "from 18:00 to 08:00"."""


class Scope(Record, frozen=True, kw_only=True):
    """What a count counts: the parts of its question's key.

    `kind` is a figure's kind, `subject` a weapon id or who was harmed, `target` the party fired at,
    `region` a place, `window` the key of the window. What is not known is "". `apart` is set where
    the ledger keeps a count apart from others of its key, for it may be of another scope.
    """

    kind: str
    subject: str
    target: str
    region: str
    window: str
    apart: str = ""


class Count(Record, frozen=True, kw_only=True):
    """A number as one claimant gives it: `low` ≤ `value` ≤ `high`, None where open."""

    value: float | None
    low: float | None
    high: float | None
    text: str
    finding: str

    @property
    def least(self) -> float:
        """The number that it says at least; 0 where it says none."""
        if self.low is not None or self.value is None:
            return self.low or 0.0
        return self.value * (1 - self._slack)

    @property
    def most(self) -> float | None:
        """The number that it says at most; None where it is open ("more than 50")."""
        if self.high is not None or self.value is None:
            return self.high
        return None if self.low is not None else self.value * (1 + self._slack)

    @property
    def _slack(self) -> float:
        return _ABOUT if self.text.startswith("about") else 0.0

    @property
    def best(self) -> float | None:
        """The number itself, or the bound that is given."""
        return next((n for n in (self.value, self.low, self.high) if n is not None), None)


class Tally(Record, frozen=True, kw_only=True):
    """What one claimant counts of one weapon in one window [start, end), UTC.

    Without a stated window `start` and `end` are None. `target` is the party fired at, `attacker`
    the other one; `region` a place when the count is of that place alone. `counts` are by kind:
    launched, intercepted, lost, hit.
    """

    window: str
    words: str
    start: datetime | None
    end: datetime | None
    known_at: datetime | None
    target: str
    attacker: str
    weapon: str
    region: str
    claimant: str
    counts: Mapping[str, Count]

    @property
    def findings(self) -> tuple[str, ...]:
        """Ids of the findings behind the tally."""
        return tuple(sorted({count.finding for count in self.counts.values()}))


def scope_of(finding: Finding) -> Scope | None:
    """Return what a count counts, None for a finding that is no count."""
    if finding.question.kind != "count":
        return None
    parts = [*finding.question.key.split("|", 6)[1:], "", "", "", "", "", ""]
    return Scope(
        kind=parts[0],
        subject=parts[1],
        target=parts[2],
        region=parts[3],
        window=parts[4],
        apart=parts[5],
    )


def tallies(findings: Iterable[Finding], theatre: Theatre) -> tuple[Tally, ...]:
    """Return the tallies that findings of fire carry, whole windows first, then the latest.

    Counts of windows that are one (by key, or nearly so in time) stand in one tally; counts of a
    night and of a full day do not mix, nor do "67 launched" and "13 of 20 shot down". Counts that
    the ledger keeps apart state no window here.
    """
    windows = _Windows()
    found: dict[tuple[str, ...], dict[str, Count]] = {}
    heads: dict[tuple[str, ...], Finding] = {}
    for finding in findings:
        scope = scope_of(finding)
        if scope is None or scope.kind not in FIRED:
            continue
        window = windows.of(finding, scope)
        for answer in finding.answers:
            for claimant in answer.claimants or ("",):
                key = (window, scope.target, scope.subject, scope.region, claimant)
                heads.setdefault(key, finding)
                counts = found.setdefault(key, {})
                counts[scope.kind] = _joined(counts.get(scope.kind), _count(answer, finding))
    made = [
        _tally(key, heads[key], alike, theatre)
        for key, counts in found.items()
        for alike in _alike(counts)
    ]
    return tuple(sorted(made, key=_order))


def _alike(counts: dict[str, Count]) -> Iterator[dict[str, Count]]:
    """Yield counts by what they are of: those of another whole than all stand apart."""
    launched = counts.get("launched")
    whole = launched.most if launched is not None else None
    told = {kind: _whole_of(count) or whole for kind, count in counts.items()}
    for one in sorted({of or 0.0 for of in told.values()}, reverse=True):
        yield {kind: counts[kind] for kind, of in told.items() if (of or 0.0) == one}


def _whole_of(count: Count) -> float | None:
    """Return the whole that a count names: "13 of 20"."""
    found = _OF.search(count.text)
    return float(found[1].replace(",", "")) if found else None


class _Windows:
    """Gives windows that are nearly one the key of the first of them."""

    def __init__(self) -> None:
        self._known: list[tuple[str, datetime, datetime]] = []

    def of(self, finding: Finding, scope: Scope) -> str:
        start, end = finding.happened_from, finding.happened_to
        if scope.apart or start is None or end is None:
            return f"{scope.window}|{scope.apart}" if scope.apart else scope.window
        for key, first, last in self._known:
            if key == scope.window or shared((start, end), (first, last)) >= _SAME:
                return key
        self._known.append((scope.window, start, end))
        return scope.window


def shared(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> float:
    """Return what two windows share of their union, 0 to 1."""
    union = max(one[1], other[1]) - min(one[0], other[0])
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(both / union, 0.0) if union > timedelta(0) else 0.0


def window_words(finding: Finding) -> str:
    """Return the words for the window of a question: "night of 20–21 May"; "" for none."""
    return finding.question.text.partition(", ")[2] if finding.happened_from else ""


def opponent(party: str, theatre: Theatre) -> str:
    """Return the other one of two parties, "" where there is no single one."""
    others = [one.actor for one in theatre.parties if one.actor != party]
    known = party in {one.actor for one in theatre.parties}
    return others[0] if known and len(others) == 1 else ""


def _count(answer: Answer, finding: Finding) -> Count:
    return Count(
        value=answer.value, low=answer.low, high=answer.high, text=answer.text, finding=finding.id
    )


def _joined(first: Count | None, second: Count) -> Count:
    """Return a claimant's count; where it gave two, the leading one with both as bounds."""
    if first is None or first.value is None or first.value == second.value:
        return first or second
    known = [n for n in (first.least, second.least) if n]
    tops = [n for n in (first.most, second.most) if n is not None]
    return Count(
        value=first.value,
        low=min(known, default=first.low),
        high=max(tops, default=first.high),
        text=f"{first.text} (also {second.text})",
        finding=first.finding,
    )


def _tally(key: Sequence[str], head: Finding, counts: dict[str, Count], theatre: Theatre) -> Tally:
    window, target, weapon, region, claimant = key
    apart = "|" in window
    return Tally(
        window=window,
        words="" if apart else window_words(head),
        start=None if apart else head.happened_from,
        end=None if apart else head.happened_to,
        known_at=head.last_known_at,
        target=target,
        attacker=opponent(target, theatre),
        weapon=weapon,
        region=region,
        claimant=claimant,
        counts={kind: counts[kind] for kind in FIRED if kind in counts},
    )


def _order(tally: Tally) -> tuple[object, ...]:
    end = tally.end or tally.known_at
    return (
        tally.start is None,
        bool(tally.region),
        -(end.timestamp() if end else 0.0),
        tally.target,
        tally.weapon,
        tally.region,
        tally.claimant,
        tally.window,
    )
