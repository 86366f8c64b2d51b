"""Real truces and proposals: short dated reports in, the states that must follow."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from sitrep.trackers.truces import truces

TRUCES = sorted((Path(__file__).parents[1] / "data" / "trackers" / "truces").glob("*.yaml"))


def moment(value):
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def of(states, wanted):
    """Return the last state of the proposal that a gold state speaks of."""
    last = {state.key: state for state in states}
    found = list(last.values())
    if "proposal" in wanted:
        found = [one for one in found if str(wanted["proposal"]) in one.key]
    if "party" in wanted:
        party = wanted["party"]
        found = [
            one
            for one in found
            if any(p.actor == party and p.stand == "declared" for p in one.truce.positions)
        ]
    if "kind" in wanted:
        found = [one for one in found if one.truce.kind == wanted["kind"]]
    assert found, f"no such proposal among {sorted(last)}"
    return max(found, key=lambda one: len([s for s in states if s.key == one.key]))


def read(truce):
    """Return a state in the words of the gold."""
    against = {}
    counts = {}
    for one in truce.violations:
        if one.by:
            against.setdefault(one.against or "unknown", set()).add(one.by)
        if one.count is not None:
            counts[one.against or "unknown"] = one.count
    return {
        "status": truce.status,
        "sides": truce.sides,
        "class": truce.truce_class,
        "form": truce.form,
        "coverage": truce.coverage,
        "proposer": truce.proposer,
        "mediators": set(truce.mediators),
        "length_days": truce.length_days,
        "from": truce.starts.date() if truce.starts else None,
        "until": (truce.ends - timedelta(microseconds=1)).date() if truce.ends else None,
        "ended": truce.ended.date() if truce.ended else None,
        "parties": {p.actor: p.stand for p in truce.positions},
        "conditions": {p.actor: " ".join(p.conditions) for p in truce.positions},
        "said_agreed": {
            one.by: "disputed" if one.disputed else "open" for one in truce.said_agreed
        },
        "violations": against,
        "counts": counts,
        "concerns": {
            worry: {c.by for c in truce.concerns if c.worry == worry}
            for worry in {c.worry for c in truce.concerns}
        },
    }


def differences(found, wanted):
    """Return what a state lacks of its gold: field, found, wanted."""
    for field, value in wanted.items():
        if field in ("at", "proposal", "party", "kind"):
            continue
        has = found[field]
        if field == "conditions":
            right = all(text in has.get(actor, "") for actor, text in value.items())
        elif isinstance(value, dict):
            right = all(
                has.get(key) == (set(one) if isinstance(one, list) else one)
                for key, one in value.items()
            )
        elif isinstance(value, list):
            right = has == set(value)
        else:
            right = has == value
        if not right:
            yield field, has, value


@pytest.mark.parametrize("path", TRUCES, ids=lambda path: path.stem)
def test_the_states_follow_from_the_reports(path, told):
    gold = yaml.safe_load(path.read_text("utf-8"))
    reports = told(gold["reports"], gold["theatre"])
    end = max(moment(report["at"]) for report in gold["reports"]) + timedelta(hours=2)
    wrong = []
    for wanted in gold["states"]:
        at = moment(wanted.get("at", end)).astimezone(UTC)
        findings, claims = reports.findings(at)
        states = truces(findings, claims, reports.theatre, reports.vocabulary, at)
        state = of(states, wanted)
        wrong += [(str(at), *one) for one in differences(read(state.truce), wanted)]
    assert not wrong
