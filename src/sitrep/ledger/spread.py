"""Order of findings: by importance, each set back by what weightier ones have told already."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from sitrep.language.content import Content
from sitrep.model.findings import Finding

_CROWDED = 0.05
"""What each weightier finding from the same report alone takes from a finding: no report fills a
brief."""
_TOLD = 0.85
"""What is left of a finding whose matter a weightier one has told, on another question."""
_ALIKE = 0.5


def spread(findings: Iterable[Finding], content: Content) -> tuple[Finding, ...]:
    """Return findings, most important first, those set back that repeat others or crowd a report.

    Two findings tell one matter when their leading sentences share half of the lesser's matter.
    What nobody known tells has told nothing.
    """
    ranked = sorted(findings, key=_rank_order)
    claims = [finding.claims[0] for finding in ranked]
    near: dict[int, list[int]] = {}
    for left, right in content.neighbours(claims):
        rumour = not _vouched(ranked[left]) and _vouched(ranked[right])
        if rumour or claims[left] == claims[right]:
            continue
        if content.alike(claims[left], claims[right]) >= _ALIKE:
            near.setdefault(right, []).append(left)
    taken: Counter[str] = Counter()
    found: list[Finding] = []
    for number, finding in enumerate(ranked):
        alone = finding.articles[0] if len(finding.articles) == 1 else ""
        crowd = 1 / (1 + _CROWDED * taken[alone]) if alone else 1.0
        told = _TOLD if near.get(number) else 1.0
        taken[alone] += 1
        found.append(_set_back(finding, {"one report": crowd, "told already": told}))
    return tuple(sorted(found, key=_rank_order))


def _vouched(finding: Finding) -> bool:
    """Return whether an outlet that somebody knows tells a finding."""
    return len(finding.unvouched) < len(finding.claims)


def _set_back(finding: Finding, factors: dict[str, float]) -> Finding:
    score = finding.importance
    for value in factors.values():
        score *= value
    reasons = [f"{name} ×{value:.2f}" for name, value in factors.items() if value != 1.0]
    return msgspec.structs.replace(
        finding, importance=round(score, 4), reasons=(*finding.reasons, *reasons)
    )


def _rank_order(finding: Finding) -> tuple[float, str]:
    return (-finding.importance, finding.id)
