"""Findings to dated states of control, ceasefire, diplomacy and strikes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.ceasefire import ceasefire
from sitrep.trackers.control import control
from sitrep.trackers.diplomacy import diplomacy
from sitrep.trackers.diplomacy_talks import talks
from sitrep.trackers.marks import Cast
from sitrep.trackers.strikes import strikes
from sitrep.trackers.truces import known_claims, last_of, truces
from sitrep.vocabulary.types import Theatre, Vocabulary


def track(
    findings: Iterable[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary | None = None,
    as_of: datetime | None = None,
) -> tuple[TrackerState, ...]:
    """Return the present states that the findings of `theatre` carry, by tracker and key.

    `claims` maps ids to claims: a finding whose claims are not all there carries no state, nor do
    superseded and withdrawn ones. With a `vocabulary` every proposal for a truce has its whole
    state too, as known at `as_of` (default: the last report), and envoys, votes and positions have
    theirs.
    """
    standing = _standing(findings, claims, theatre)
    followed, told = (
        _dated(standing, claims, theatre, vocabulary, as_of) if vocabulary else ([], [])
    )
    states = [
        *last_of(followed),
        *ceasefire(standing, theatre, Cast(vocabulary, theatre) if vocabulary else None),
        *control(standing, theatre),
        *last_of(told),
        *diplomacy(standing, claims),
        *strikes(standing, claims, theatre),
    ]
    return tuple(sorted(states, key=lambda state: (state.tracker, state.key)))


def history(
    findings: Iterable[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary,
    as_of: datetime | None = None,
) -> tuple[TrackerState, ...]:
    """Return every dated state of truces, positions, envoys and votes, by key and time.

    Takes what `track` takes.
    """
    standing = _standing(findings, claims, theatre)
    followed, told = _dated(standing, claims, theatre, vocabulary, as_of)
    return (*followed, *told, *diplomacy(standing, claims))


def _dated(
    standing: Sequence[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary,
    as_of: datetime | None,
) -> tuple[list[TrackerState], list[TrackerState]]:
    """Return the dated states of truces, and of the talks beside them, which rest on them."""
    followed = truces(standing, claims, theatre, vocabulary, as_of)
    known = known_claims(standing, claims, as_of)
    return followed, talks(known, standing, followed, theatre, vocabulary)


def _standing(
    findings: Iterable[Finding], claims: Mapping[str, Claim], theatre: Theatre
) -> Sequence[Finding]:
    return sorted(
        (
            finding
            for finding in findings
            if finding.theatre == theatre.id
            and finding.status not in ("superseded", "withdrawn")
            and all(claim in claims for claim in finding.claims)
        ),
        key=lambda finding: (-finding.importance, finding.id),
    )
