"""Diplomacy beside meetings: positions on open questions, envoys and votes, with their dates."""

from collections.abc import Sequence

from sitrep.model.extraction import Claim
from sitrep.model.findings import Finding, TrackerState
from sitrep.trackers.diplomacy_envoys import envoys
from sitrep.trackers.diplomacy_positions import of_truces, positions
from sitrep.trackers.diplomacy_votes import votes
from sitrep.trackers.marks import Cast
from sitrep.trackers.truces import behind_claims
from sitrep.vocabulary.types import Theatre, Vocabulary


def talks(
    told: Sequence[Claim],
    findings: Sequence[Finding],
    followed: Sequence[TrackerState],
    theatre: Theatre,
    vocabulary: Vocabulary,
) -> list[TrackerState]:
    """Return the dated states of positions, envoys and votes, by key and time.

    `told` are the claims behind `findings` that are known (`known_claims`), `followed` the states
    of the truces that they speak of.
    """
    cast, behind = Cast(vocabulary, theatre), behind_claims(findings)
    return [
        *positions(told, behind, theatre, cast),
        *of_truces(followed, theatre, cast),
        *envoys(told, behind, cast),
        *votes(told, behind, vocabulary, cast),
    ]
