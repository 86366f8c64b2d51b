"""Envoys, votes, positions and meetings: short dated reports in, the states that must follow."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from sitrep.trackers.track import history, track

SETS = sorted((Path(__file__).parents[1] / "data" / "trackers" / "diplomacy").glob("*.yaml"))
FIELDS = ("position", "envoy", "vote", "meeting")


def moment(value):
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def of(states, wanted):
    """Return the states, in order, of the thing that a gold state speaks of."""
    if "position" in wanted:
        key = f"position:{wanted['position']}:{wanted['actor']}"
        return [one for one in states if one.key == key]
    if "envoy" in wanted:
        found = [one for one in states if one.envoy is not None]
        same = [one for one in found if one.envoy.act == wanted["act"]]
        return [one for one in same if one.envoy.envoy == wanted["envoy"]]
    if "vote" in wanted:
        return [one for one in states if one.vote is not None and one.vote.body == wanted["vote"]]
    found = [one for one in states if one.meeting is not None]
    return [one for one in found if {*wanted["meeting"]} <= {*one.meeting.actors}]


def read(state, states):
    """Return a state in the words of the gold."""
    if state.position is not None:
        held = state.position
        return {
            "value": state.value,
            "since": held.since.date(),
            "previous": held.previous,
            "changes": len(states),
            "told_by_others": {one.by: one.stand for one in held.told_by_others},
        }
    if state.envoy is not None:
        names = ("act", "by", "to", "post", "day")
        return {name: getattr(state.envoy, name) for name in names}
    if state.vote is not None:
        names = ("result", "in_favour", "against", "abstained", "vetoed_by", "day", "motion")
        return {name: getattr(state.vote, name) for name in names}
    told = state.meeting
    day = told.starts.date() if told.starts else None
    return {"status": told.status, "form": told.form, "place": told.place, "day": day}


def differences(found, wanted):
    """Return what a state lacks of its gold: field, found, wanted."""
    for field, value in wanted.items():
        if field in ("at", "actor", *FIELDS):
            continue
        has = found[field]
        right = value in has if field == "motion" else has == value
        if not right:
            yield field, has, value


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_the_states_follow_from_the_reports(path, told):
    gold = yaml.safe_load(path.read_text("utf-8"))
    whole = [one | {"text": f"{one['text']} {gold['closing']}"} for one in gold["reports"]]
    reports = told(whole, gold["theatre"])
    end = max(moment(report["at"]) for report in gold["reports"]) + timedelta(hours=2)
    wrong = []
    for wanted in gold["states"]:
        at = moment(wanted.get("at", end)).astimezone(UTC)
        findings, claims = reports.findings(at)
        states = history(findings, claims, reports.theatre, reports.vocabulary, at)
        mine = of(states, wanted)
        if not mine:
            wrong.append((str(at), wanted, sorted(one.key for one in states)))
            continue
        wrong += [(str(at), *one) for one in differences(read(mine[-1], mine), wanted)]
        assert mine[-1].findings, "a state rests on no finding"
        now = track(findings, claims, reports.theatre, reports.vocabulary, at)
        assert mine[-1].key in {one.key for one in now}
    assert not wrong, "\n".join(map(str, wrong))
