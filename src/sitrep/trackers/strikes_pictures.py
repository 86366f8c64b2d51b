"""The plots of the strikes tracker, as values: what reports count, and a published series."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from sitrep.model.pictures import SeriesDay, StrikeBar, StrikePlot, StrikeSeries
from sitrep.model.reference import Reference
from sitrep.trackers.strikes_series import StrikeDay, record_day, strike_days
from sitrep.trackers.strikes_tally import Tally
from sitrep.vocabulary.strikes import strike_words
from sitrep.vocabulary.types import Theatre
from sitrep.vocabulary.wording import actor_name

_BARS = 6
_LONGEST = timedelta(days=2)
_NIGHT = timedelta(hours=6)
"""Shorter windows are parts of a day: shown only where no report counts a night or day."""
_SPAN = timedelta(days=27)
_LEAST = timedelta(days=13)
_KINDS = {"launched": "launched", "intercepted": "shot down", "lost": "lost", "hit": "hit"}


def plot(found: Iterable[Tally], theatre: Theatre) -> StrikePlot | None:
    """Return the largest whole-area tallies of windows up to two days, None where there is none.

    The latest windows come first; of one party, weapon and claimant only the two latest are shown.
    """
    every = [one for tally in found if _whole(tally) for one in _comparable(tally)]
    whole = [tally for tally in every if _length(tally) >= _NIGHT] or every
    chosen: list[Tally] = []
    for tally in sorted(whole, key=_recent):
        same = [one for one in chosen if _series(one) == _series(tally)]
        if len(same) < 2:
            chosen.append(tally)
    bars = tuple(_bar(tally, theatre) for tally in sorted(chosen, key=_large)[:_BARS])
    if not bars:
        return None
    ordered = tuple(sorted(bars, key=lambda bar: (bar.target, bar.weapon, bar.window)))
    told = ". ".join(
        f"{b.weapon} at {b.target}, {b.window}, {b.claimant}: {b.label}" for b in ordered
    )
    return StrikePlot(
        title="Fire as counted by each claimant", alternative=f"{told}.", bars=ordered
    )


def _comparable(tally: Tally) -> Iterator[Tally]:
    """Yield a tally; where more were stopped than launched, each count for itself."""
    launched = tally.counts.get("launched")
    rest = {kind: count for kind, count in tally.counts.items() if kind != "launched"}
    most = launched.most if launched is not None else None
    if launched is None or most is None or sum(one.least for one in rest.values()) <= most:
        yield tally
        return
    yield replace(tally, counts={"launched": launched})
    yield replace(tally, counts=rest)


def _whole(tally: Tally) -> bool:
    if tally.start is None or tally.end is None or tally.region or not tally.target:
        return False
    told = tally.known_at is None or tally.known_at - tally.end < _LONGEST * 2
    return told and _length(tally) <= _LONGEST


def _length(tally: Tally) -> timedelta:
    return tally.end - tally.start if tally.start and tally.end else timedelta(0)


def _recent(tally: Tally) -> tuple[float, str, str]:
    return (-(tally.end.timestamp() if tally.end else 0.0), tally.weapon, tally.claimant)


def _series(tally: Tally) -> tuple[str, str, str]:
    return (tally.target, tally.weapon, tally.claimant)


def _large(tally: Tally) -> tuple[float, str]:
    return (-max((count.best or 0.0 for count in tally.counts.values()), default=0.0), tally.window)


def _bar(tally: Tally, theatre: Theatre) -> StrikeBar:
    noun = tally.weapon.replace("-", " ")
    label = " · ".join(f"{count.text} {_KINDS[kind]}" for kind, count in tally.counts.items())
    return StrikeBar(
        target=actor_name(tally.target, theatre),
        weapon=f"{noun[:1].upper()}{noun[1:]}{'' if noun.endswith('s') else 's'}",
        window=tally.words,
        claimant=tally.claimant,
        end=tally.end,
        label=label,
        findings=tally.findings,
        **{kind: count.best for kind, count in tally.counts.items()},
    )


def series(
    references: Sequence[Reference], theatre: Theatre, *, until: date
) -> tuple[StrikeSeries, ...]:
    """Return a series for each table, party and family of weapons, up to `until` (included).

    It shows four weeks, or less where the table begins later, but two at least. Tables that have no
    row in that time give none.
    """
    words = strike_words()
    return tuple(
        made
        for reference in references
        for target in sorted({row.target for row in reference.strikes})
        for family, weapons in words.families.items()
        if (made := _one(reference, (target, family, weapons), theatre, until)) is not None
    )


def _one(
    reference: Reference,
    what: tuple[str, str, tuple[str, ...]],
    theatre: Theatre,
    until: date,
) -> StrikeSeries | None:
    target, family, weapons = what
    rows = [row for row in reference.strikes if row.weapon in weapons]
    days = strike_days(reference.strikes, target=target, weapons=weapons, until=until)
    shown = [day for day in days if day.day >= until - _SPAN]
    if not rows or not any(day.launched for day in shown):
        return None
    first = min(_begin(shown), until - _LEAST)
    shown = [day for day in shown if day.day >= first]
    notes = _notes(days, shown[-1])
    title = f"{family[:1].upper()}{family[1:]} launched at {actor_name(target, theatre)}, by day"
    return StrikeSeries(
        title=title,
        alternative=f"{title}, {_dated(first)} to {_dated(until)}: {_told(shown, notes)}",
        target=target,
        family=family,
        first=first,
        last=until,
        days=tuple(
            SeriesDay(
                day=day.day, launched=day.launched, intercepted=day.intercepted, lost=day.lost,
                mean=day.mean,
            )
            for day in shown
        ),
        notes=notes,
        credit=f"{reference.name}. Source: {reference.source}. Licence: {reference.licence}.",
    )  # fmt: skip


def _begin(shown: Sequence[StrikeDay]) -> date:
    """Return the first day of the last stretch without a gap."""
    first = shown[-1].day
    for day in reversed(shown):
        if first - day.day > timedelta(days=1):
            break
        first = day.day
    return first


def _told(shown: Sequence[StrikeDay], notes: Sequence[str]) -> str:
    days = "; ".join(
        f"{_dated(day.day)} {day.launched:,} ({day.intercepted:,} shot down, {day.lost:,} lost)"
        for day in shown
    )
    return " ".join((f"{days}.", *notes))


def _notes(days: Sequence[StrikeDay], last: StrikeDay) -> tuple[str, ...]:
    """Return what is computed on the last day: share shot down, mean, since when it is largest."""
    notes: list[str] = []
    if last.rate is not None and last.rate_low is not None and last.rate_high is not None:
        notes.append(
            f"{_dated(last.day)}: {last.rate:.0%} of {last.launched:,} shot down"
            f" (95 % interval {last.rate_low:.0%} to {last.rate_high:.0%})."
        )
    if last.mean is not None:
        notes.append(f"Mean of seven days: {last.mean:.0f} a day.")
    peak = max(days[-28:], key=lambda day: (day.launched, day.day))
    record = record_day(days, peak.day)
    if record is not None and peak.day >= last.day - timedelta(days=27):
        since = (
            f"the largest since {_dated(record.since, year=True)}"
            if record.since
            else f"the largest of all days since {_dated(record.first, year=True)}"
        )
        long = [gap for gap in record.gaps if gap[1] - gap[0] > timedelta(days=14)]
        silent = "".join(
            f", which has no rows from {_dated(left)} to {_dated(right)}"
            for left, right in long[-1:]
        )
        notes.append(
            f"{_dated(peak.day)}, with {peak.launched:,}, was {since} in this table{silent}."
        )
    return tuple(notes)


def _dated(day: date, *, year: bool = False) -> str:
    return f"{day.day} {day:%B %Y}" if year else f"{day.day} {day:%B}"
