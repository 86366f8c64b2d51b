"""The strikes tracker: fire by window, weapon and claimant; casualties, damage, contradictions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.strikes_checks import checks
from sitrep.trackers.strikes_harm import Damage, Toll, damage, tolls
from sitrep.trackers.strikes_tally import FIRED, Scope, scope_of, tallies
from sitrep.vocabulary.strikes import strike_words
from sitrep.vocabulary.types import Theatre

_ONE = {
    "people": "person",
    "civilians": "civilian",
    "children": "child",
    "women": "woman",
    "troops": "soldier",
    "hostages": "hostage",
}


def strikes(
    findings: Sequence[Finding], claims: Mapping[str, Claim], theatre: Theatre
) -> list[TrackerState]:
    """Return a state for each count of fire, toll and kind of damage, and for what cannot be right.

    Counts have the key kind, weapon, party fired at, place and window, and the value of the leading
    answer, "contested" where claimants or outlets differ. Tolls have their best number as value and
    low to high in the text. Sums that cannot be right are states of value "does not add up".
    """
    scopes = [(finding, scope_of(finding)) for finding in findings]
    counts = [(finding, scope) for finding, scope in scopes if scope and scope.kind in FIRED]
    return [
        *_once(_state(finding, scope) for finding, scope in counts if not _single(finding, scope)),
        *checks(tallies(findings, theatre)),
        *(_toll(toll) for toll in tolls(findings) if toll.best > 1 or _brief(toll)),
        *(_damage(one) for one in damage(findings, claims)),
    ]


def _single(finding: Finding, scope: Scope) -> bool:
    """Tell whether a count is of one drone or shell in passing: no tally of any window."""
    best = max((a.value or a.low or a.high or 0) for a in finding.answers)
    return best <= 1 and (finding.happened_from is None or bool(scope.apart))


def _brief(toll: Toll) -> bool:
    """Tell whether a toll is of a few days: a single death of a year is no toll of strikes."""
    return toll.start is None or toll.end is None or toll.end - toll.start <= timedelta(days=7)


def _once(states: Iterable[TrackerState]) -> list[TrackerState]:
    """Return states without those that say again, of another sentence, what one says already."""
    found: dict[str, TrackerState] = {}
    for state in states:
        known = found.get(state.text)
        ids = tuple(dict.fromkeys((*known.findings, *state.findings))) if known else state.findings
        found[state.text] = replace(known or state, findings=ids)
    return list(found.values())


def _state(finding: Finding, scope: Scope) -> TrackerState:
    numbers = "; ".join(
        f"{answer.text} according to {', '.join(answer.claimants)}" for answer in finding.answers
    )
    contested = finding.status == "contested"
    rest = finding.question.key.split("|", 5)[-1].replace("|", ":")
    return TrackerState(
        tracker="strikes",
        key=f"{scope.kind}:{scope.subject}:{scope.target}:{scope.region}:{rest}",
        text=f"{finding.question.text}: {numbers}",
        value="contested" if contested else finding.answers[0].text,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )


def _toll(toll: Toll) -> TrackerState:
    where = f" in {toll.region}" if toll.region else ""
    when = f", {toll.words}" if toll.words else ""
    span = f" (low {toll.low:,.0f}, high {toll.high:,.0f})" if toll.low < toll.high else ""
    by = f", according to {', '.join(toll.claimants)}" if toll.claimants else ""
    moment = toll.end or toll.known_at
    return TrackerState(
        tracker="strikes",
        key=f"{toll.kind}:{toll.who}::{toll.region}:{toll.finding}",
        text=f"{toll.best:,.0f} {_noun(toll)} {toll.kind}{where}{when}{span}{by}",
        value=f"{toll.best:,.0f}",
        as_of=moment,
        findings=(toll.finding,),
    )


def _noun(toll: Toll) -> str:
    return _ONE.get(toll.who, toll.who) if toll.best == 1 else toll.who


def _damage(one: Damage) -> TrackerState:
    where = f" in {one.region}" if one.region else ""
    by = ", ".join(one.claimants[:3])
    what = strike_words().called.get(one.category, one.category)
    return TrackerState(
        tracker="strikes",
        key=f"damage:{one.category}::{one.region}",
        text=f"Damage to {what}{where}, according to {by}",
        value="reported damaged",
        as_of=one.end or one.known_at,
        findings=one.findings,
    )
