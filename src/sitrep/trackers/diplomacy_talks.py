"""Diplomacy beside meetings: positions on open questions, envoys and votes, with their dates."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.diplomacy_envoys import envoys
from sitrep.trackers.diplomacy_positions import of_truces, positions
from sitrep.trackers.diplomacy_votes import votes
from sitrep.trackers.marks import Cast
from sitrep.trackers.truces import behind_claims, truces
from sitrep.vocabulary.types import Theatre, Vocabulary


def talks(
    findings: Sequence[Finding],
    claims: Mapping[str, Claim],
    theatre: Theatre,
    vocabulary: Vocabulary,
    as_of: datetime | None = None,
) -> list[TrackerState]:
    """Return the dated states of positions, envoys and votes, by key and time.

    Only claims of `findings` count, and none published after `as_of`.
    """
    cast, behind = Cast(vocabulary, theatre), behind_claims(findings)
    told = [
        claims[one]
        for one in sorted(behind)
        if one in claims and _known(claims[one].published_at, as_of)
    ]
    return [
        *positions(told, behind, theatre, cast),
        *of_truces(truces(findings, claims, theatre, vocabulary, as_of), theatre, cast),
        *envoys(told, behind, cast),
        *votes(told, behind, vocabulary, cast),
    ]


def _known(published: datetime | None, as_of: datetime | None) -> bool:
    return published is not None and (as_of is None or published <= as_of)
