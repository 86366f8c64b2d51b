"""Violations and concerns that the steps of one proposal carry."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sitrep.model.truces import Concern, Violations
from sitrep.trackers.ceasefire_steps import Step

_PERIOD = timedelta(days=1)
"""The period of the daily reports of the OSCE Special Monitoring Mission to Ukraine."""


def violations(
    steps: Sequence[Step], cut_off: datetime, findings: Mapping[str, tuple[str, ...]]
) -> tuple[Violations, ...]:
    """Return what each source alleges against each side in reports up to `cut_off`."""
    told: dict[tuple[str, str], list[Step]] = {}
    for step in steps:
        if step.act == "violation" and step.at <= cut_off:
            told.setdefault((step.actors[0], step.by), []).append(step)
    return tuple(_violations(key, told[key], cut_off, findings) for key in sorted(told))


def _violations(
    key: tuple[str, str],
    steps: Sequence[Step],
    cut_off: datetime,
    findings: Mapping[str, tuple[str, ...]],
) -> Violations:
    counts = list(dict.fromkeys(step.count for step in steps if step.count is not None))
    places = [p.name for s in steps for p in s.claim.places if p.use == "location"]
    return Violations(
        against=key[0],
        by=key[1],
        count=counts[-1] if counts else None,
        previous_count=counts[-2] if len(counts) > 1 else None,
        alleged=_within(steps, cut_off - _PERIOD, cut_off),
        alleged_before=_within(steps, cut_off - 2 * _PERIOD, cut_off - _PERIOD),
        places=tuple(dict.fromkeys(places)),
        kinds=tuple(dict.fromkeys(one for step in steps for one in step.means)),
        cut_off=cut_off,
        findings=tuple(
            dict.fromkeys(one for step in steps for one in findings.get(step.claim.id, ()))
        ),
    )


def _within(steps: Sequence[Step], since: datetime, until: datetime) -> int:
    """Return how many reports allege violations in (since, until]."""
    return len({step.claim.id for step in steps if since < step.at <= until})


def concerns(steps: Sequence[Step], findings: Mapping[str, tuple[str, ...]]) -> tuple[Concern, ...]:
    """Return the worries that steps voice, each once for whoever voices it."""
    found: dict[tuple[str, str], Concern] = {}
    for step in steps:
        if step.worry is not None:
            found.setdefault(
                (step.worry, step.by),
                Concern(
                    worry=step.worry,
                    by=step.by,
                    words=step.claim.evidence.quote,
                    findings=findings.get(step.claim.id, ()),
                ),
            )
    return tuple(found[key] for key in sorted(found))
