"""What cannot be right in counts of fire: a state of its own, never a correction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations

from sitrep.model.findings import TrackerState
from sitrep.trackers.strikes_tally import Tally, shared
from sitrep.vocabulary.strikes import strike_words

WRONG = "does not add up"
DISPUTED = "contested"
_WHOLE = "weapons"
"""The subject of a count that names no weapon."""
_ONE_WINDOW = 0.8


def checks(found: Sequence[Tally]) -> list[TrackerState]:
    """Return a state for each contradiction within or between tallies.

    Within one claimant's counts of one window: stopped or hit more than launched; more of single
    weapons than of all. Between windows of one claimant: more in a night than in the day that holds
    it. Between claimants in one window: numbers that exclude one another. The value is
    "does not add up", or "contested" for the last.
    """
    stated = [tally for tally in found if tally.start is not None and tally.end is not None]
    return [
        *(state for tally in found for state in _sum(tally)),
        *_by_weapon(stated),
        *(state for one, other in combinations(stated, 2) for state in _pair(one, other)),
    ]


def _sum(tally: Tally) -> Iterator[TrackerState]:
    launched = tally.counts.get("launched")
    most = launched.most if launched else None
    if launched is None or most is None:
        return
    parts = [tally.counts[kind] for kind in ("intercepted", "lost") if kind in tally.counts]
    stopped = sum(count.least for count in parts)
    if stopped > most:
        text = f"{stopped:,.0f} shot down or lost of {most:,.0f} launched"
        yield _state("sum", (tally,), text, WRONG)
    hit = tally.counts.get("hit")
    if hit is not None and hit.least > most:
        yield _state("hits", (tally,), f"{hit.least:,.0f} hit of {most:,.0f} launched", WRONG)


def _by_weapon(found: Sequence[Tally]) -> Iterator[TrackerState]:
    families = strike_words().families
    for whole in found:
        if whole.weapon != _WHOLE:
            continue
        parts = [one for one in found if one.weapon != _WHOLE and _scope(one) == _scope(whole)]
        # What belongs to another weapon of the same family may be counted in it.
        heads = {ids[0] for ids in families.values()}
        for kind, count in whole.counts.items():
            counted = [one for one in parts if kind in one.counts and one.weapon in heads]
            total = sum(one.counts[kind].least for one in counted)
            if count.most is not None and total > count.most:
                text = f"{total:,.0f} {kind} by weapon, but {count.most:,.0f} in all"
                yield _state(f"weapons:{kind}", (whole, *counted), text, WRONG)


def _scope(tally: Tally) -> tuple[str, ...]:
    return (tally.window, tally.target, tally.region, tally.claimant)


def _pair(one: Tally, other: Tally) -> Iterator[TrackerState]:
    same = (one.target, one.weapon, one.region) == (other.target, other.weapon, other.region)
    if not same or (one.window == other.window and one.claimant == other.claimant):
        return
    if one.claimant == other.claimant:
        yield from _nested(*sorted((one, other), key=_length))
    elif shared(_span(one), _span(other)) >= _ONE_WINDOW:
        yield from _claimants(one, other)


def _nested(inner: Tally, outer: Tally) -> Iterator[TrackerState]:
    """Yield what one claimant counts more of in a part of a window than in the whole."""
    (first, last), (begin, end) = _span(inner), _span(outer)
    if first < begin or last > end:
        return
    for kind, count in inner.counts.items():
        whole = outer.counts.get(kind)
        if whole is not None and whole.most is not None and count.least > whole.most:
            text = (
                f"{count.least:,.0f} {kind} in {inner.words}, but {whole.most:,.0f} in"
                f" {outer.words}, which holds it"
            )
            yield _state(f"part:{kind}", (inner, outer), text, WRONG)


def _claimants(one: Tally, other: Tally) -> Iterator[TrackerState]:
    for kind, count in one.counts.items():
        against = other.counts.get(kind)
        if against is None or against.finding == count.finding:
            continue
        least, most = count.least, count.most
        apart = (most is not None and against.least > most) or (
            against.most is not None and least > against.most
        )
        if apart:
            text = (
                f"{count.text} {kind} according to {one.claimant},"
                f" {against.text} according to {other.claimant}"
            )
            yield _state(f"claims:{kind}", (one, other), text, DISPUTED)


def _span(tally: Tally) -> tuple[datetime, datetime]:
    """Return the window of a tally that states one."""
    if tally.start is None or tally.end is None:
        raise ValueError(f"{tally.window}: the tally states no window")
    return tally.start, tally.end


def _length(tally: Tally) -> tuple[float, str]:
    start, end = _span(tally)
    return (end - start).total_seconds(), tally.window


def _state(kind: str, about: Sequence[Tally], text: str, value: str) -> TrackerState:
    first = about[0]
    where = (first.weapon, first.target, first.region, first.window)
    return TrackerState(
        tracker="strikes",
        key=":".join((kind, *where, *_names(about))),
        text=text,
        value=value,
        as_of=first.end or first.known_at,
        findings=tuple(sorted({name for tally in about for name in tally.findings})),
    )


def _names(about: Iterable[Tally]) -> tuple[str, ...]:
    """Return the claimants, where more than one window or claimant makes the key unclear."""
    tallies = list(about)
    return tuple(dict.fromkeys(tally.claimant for tally in tallies)) if len(tallies) > 1 else ()
