"""The strikes tracker as CSV and as plots."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sitrep.drawing import series as columns
from sitrep.drawing import tallies as bars
from sitrep.drawing.svg import stacked, standalone
from sitrep.trackers.sheet import Sheet
from sitrep.trackers.strikes_harm import damage, tolls
from sitrep.trackers.strikes_pictures import plot, series
from sitrep.trackers.strikes_reference import Beside, beside
from sitrep.trackers.strikes_series import strike_days
from sitrep.trackers.strikes_tally import FIRED, Tally, tallies
from sitrep.vocabulary.strikes import strike_words

COLUMNS = (
    "tracker", "key", "as_of", "value", "source", "window", "start", "end", "target", "attacker",
    "weapon", "region", "launched", "intercepted", "lost", "hit", "low", "best", "high", "rate",
    "rate_low", "rate_high", "mean_7_days", "reference", "verdict", "findings",
)  # fmt: skip

Row = dict[str, object]


def table(sheet: Sheet) -> str:
    """Return CSV with a header: rows whose keys begin with tally, toll, damage and day.

    A tally is what one claimant counts in one window; `reference` holds the published sums of the
    same window as kind=number, `verdict` whether they agree. A toll has low, best and high. A day
    has the published sums of one family of weapons, the share shot down with its 95 % interval, and
    the mean of seven days.
    """
    found = tallies(sheet.findings, sheet.theatre)
    compared = beside(found, sheet.references)
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS, restval="")
    rows.writeheader()
    made = [_tally(one, [b for b in compared if b.tally == one]) for one in found]
    for row in (*made, *_tolls(sheet), *_damage(sheet), *_days(sheet)):
        rows.writerow({"tracker": "strikes", **row})
    return out.getvalue()


def picture(sheet: Sheet) -> str:
    """Return the plots as one SVG file: what reports count, and each published series."""
    found = plot(tallies(sheet.findings, sheet.theatre), sheet.theatre)
    drawn = [bars.draw(found, "fire")] if found else []
    until = _until(sheet)
    shown = series(sheet.references, sheet.theatre, until=until) if until else ()
    drawn += [columns.draw(one, f"series-{number}", notes=True) for number, one in enumerate(shown)]
    title = f"Strikes, {sheet.theatre.name}" + ("" if drawn else ": no counts of fire to plot")
    return standalone(stacked(drawn, title=title, name="strikes"))


def _until(sheet: Sheet) -> date | None:
    if sheet.last_day is not None:
        return sheet.last_day
    last = [row.end.date() for one in sheet.references for row in one.strikes]
    return max(last, default=None)


def _tally(tally: Tally, compared: Sequence[Beside]) -> Row:
    parts = (tally.weapon, tally.target, tally.region, tally.window, tally.claimant)
    return {
        "key": ":".join(("tally", *parts)),
        "as_of": _moment(tally.end or tally.known_at),
        "value": "; ".join(f"{count.text} {kind}" for kind, count in tally.counts.items()),
        "source": tally.claimant,
        "window": tally.words,
        "start": _moment(tally.start),
        "end": _moment(tally.end),
        "target": tally.target,
        "attacker": tally.attacker,
        "weapon": tally.weapon,
        "region": tally.region,
        **{kind: tally.counts[kind].text for kind in FIRED if kind in tally.counts},
        "reference": "; ".join(f"{one.kind}={one.reference} ({one.source})" for one in compared),
        "verdict": "; ".join(f"{one.kind} {one.verdict}" for one in compared),
        "findings": " ".join(tally.findings),
    }


def _tolls(sheet: Sheet) -> Iterable[Row]:
    for toll in tolls(sheet.findings):
        yield {
            "key": f"toll:{toll.kind}:{toll.who}:{toll.region}:{toll.finding}",
            "as_of": _moment(toll.end or toll.known_at),
            "value": f"{toll.best:.0f} {toll.who} {toll.kind}",
            "source": "; ".join(toll.claimants),
            "window": toll.words,
            "start": _moment(toll.start),
            "end": _moment(toll.end),
            "region": toll.region,
            "low": f"{toll.low:.0f}",
            "best": f"{toll.best:.0f}",
            "high": f"{toll.high:.0f}",
            "findings": toll.finding,
        }


def _damage(sheet: Sheet) -> Iterable[Row]:
    for one in damage(sheet.findings, sheet.claims):
        yield {
            "key": f"damage:{one.category}:{one.region}",
            "as_of": _moment(one.end or one.known_at),
            "value": "reported damaged",
            "source": "; ".join(one.claimants),
            "start": _moment(one.start),
            "end": _moment(one.end),
            "region": one.region,
            "findings": " ".join(one.findings),
        }


def _days(sheet: Sheet) -> Iterable[Row]:
    until = sheet.last_day
    for reference in sheet.references:
        for target in sorted({row.target for row in reference.strikes}):
            for family, weapons in strike_words().families.items():
                for day in strike_days(
                    reference.strikes, target=target, weapons=weapons, until=until
                ):
                    yield {
                        "key": f"day:{family}:{target}:{day.day}",
                        "as_of": day.day.isoformat(),
                        "value": f"{day.launched} launched",
                        "source": reference.name,
                        "window": day.day.isoformat(),
                        "target": target,
                        "weapon": family,
                        "launched": day.launched,
                        "intercepted": day.intercepted,
                        "lost": day.lost,
                        "rate": _share(day.rate),
                        "rate_low": _share(day.rate_low),
                        "rate_high": _share(day.rate_high),
                        "mean_7_days": "" if day.mean is None else f"{day.mean:.1f}",
                    }


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
