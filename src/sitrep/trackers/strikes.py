"""The strikes tracker: launched, intercepted, lost and hit, by claimant, weapon and window."""

from collections.abc import Sequence

from sitrep.model.findings import Finding, TrackerState

_COUNTED = ("launched", "intercepted", "lost", "hit")


def strikes(findings: Sequence[Finding]) -> list[TrackerState]:
    """Return a state for each count of fire, and one for sums that cannot be right.

    The key is kind, weapon, party fired at, place and window; the value the number of the leading
    answer, "contested" where claimants or outlets differ. Where what was shot down and lost
    exceeds what was launched in one window, a state of value "does not add up" names the findings.
    """
    counts = [finding for finding in findings if _parts(finding)[0] in _COUNTED]
    return [*(_state(finding) for finding in counts), *_sums(counts)]


def _parts(finding: Finding) -> tuple[str, ...]:
    """Return kind, weapon, target, place and window of a count, ("",) for anything else."""
    if finding.question.kind != "count":
        return ("",)
    return tuple(finding.question.key.split("|")[1:])


def _state(finding: Finding) -> TrackerState:
    numbers = "; ".join(
        f"{answer.text} according to {', '.join(answer.claimants)}" for answer in finding.answers
    )
    contested = finding.status == "contested"
    return TrackerState(
        tracker="strikes",
        key=":".join(_parts(finding)),
        text=f"{finding.question.text}: {numbers}",
        value="contested" if contested else finding.answers[0].text,
        as_of=finding.happened_to or finding.last_known_at,
        findings=(finding.id,),
    )


def _sums(counts: Sequence[Finding]) -> list[TrackerState]:
    by_scope: dict[tuple[str, ...], dict[str, Finding]] = {}
    for finding in counts:
        kind, *scope = _parts(finding)
        by_scope.setdefault(tuple(scope), {}).setdefault(kind, finding)
    states: list[TrackerState] = []
    for where, kinds in sorted(by_scope.items()):
        if len({_claimants(finding) for finding in kinds.values()}) > 1:
            continue
        launched = _number(kinds.get("launched"))
        stopped = (_number(kinds.get("intercepted")) or 0) + (_number(kinds.get("lost")) or 0)
        if launched is None or stopped <= launched:
            continue
        states.append(
            TrackerState(
                tracker="strikes",
                key=":".join(("sum", *where)),
                text=f"{stopped:,.0f} shot down or lost of {launched:,.0f} launched",
                value="does not add up",
                as_of=kinds["launched"].happened_to or kinds["launched"].last_known_at,
                findings=tuple(sorted(finding.id for finding in kinds.values())),
            )
        )
    return states


def _claimants(finding: Finding) -> tuple[str, ...]:
    """Return who counts; counts of different claimants may be of different scope."""
    return tuple(sorted({name for answer in finding.answers for name in answer.claimants}))


def _number(finding: Finding | None) -> float | None:
    return finding.answers[0].value if finding is not None else None
