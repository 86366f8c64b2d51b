"""Findings to dated states of control, ceasefire, diplomacy and strikes."""

from collections.abc import Iterable, Mapping

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.ceasefire import ceasefire
from sitrep.trackers.control import control
from sitrep.trackers.diplomacy import diplomacy
from sitrep.trackers.strikes import strikes
from sitrep.vocabulary.types import Theatre


def track(
    findings: Iterable[Finding], claims: Mapping[str, Claim], theatre: Theatre
) -> tuple[TrackerState, ...]:
    """Return the states that the findings of `theatre` carry, by tracker and key.

    `claims` maps ids to claims: a finding whose claims are not all there carries no state, nor do
    superseded and withdrawn ones.
    """
    standing = sorted(
        (
            finding
            for finding in findings
            if finding.theatre == theatre.id
            and finding.status not in ("superseded", "withdrawn")
            and all(claim in claims for claim in finding.claims)
        ),
        key=lambda finding: (-finding.importance, finding.id),
    )
    states = [
        *ceasefire(standing, theatre),
        *control(standing, theatre),
        *diplomacy(standing),
        *strikes(standing, claims, theatre),
    ]
    return tuple(sorted(states, key=lambda state: (state.tracker, state.key)))
