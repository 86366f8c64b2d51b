"""States that follow from findings, told over an invented war."""

import importlib.util
from pathlib import Path

from sitrep.ledger.build import build
from sitrep.trackers.track import track

_spec = importlib.util.spec_from_file_location(
    "reports", Path(__file__).parent.with_name("ledger") / "reports.py"
)
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report, night = reports.Report, reports.night


def states_of(claims, *sources):
    findings = build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*[(source,) for source in sources]),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )
    return track(findings, {claim.id: claim for claim in claims}, reports.THEATRE)


def test_each_party_has_its_own_state_on_a_proposal():
    yes = Report("Sudria accepted the 30-day ceasefire on Tuesday.")
    but = Report("Norland set conditions for the 30-day ceasefire.", outlet="gazette")
    states = states_of(
        [source.claim(source.text, track="diplomacy") for source in (yes, but)], yes, but
    )
    assert [(state.key, state.value) for state in states] == [
        ("30-day-ceasefire:norland", "conditions set"),
        ("30-day-ceasefire:sudria", "accepted"),
    ]
    assert states[1].text == "Sudria has accepted the 30-day ceasefire, according to The Wire"


def test_a_party_alone_claims_and_a_denial_contests_control():
    took = Report("Norland's Defence Ministry said Norland captured the town of Harbour.")
    claim = took.claim(took.text, by="norland-mod", places=("Harbour",), track="ground")
    (state,) = states_of([claim], took)
    assert (state.tracker, state.value) == ("control", "claimed")

    denied = Report("Sudria's air force denied that Norland captured Harbour.", outlet="gazette")
    denial = denied.claim(
        denied.text, by="sudria-air-force", stance="denies", places=("Harbour",), track="ground"
    )
    (state,) = states_of([claim, denial], took, denied)
    assert state.value == "contested"


def count(report, kind, number, value):
    figure = report.figure(number, kind, value, weapon="drone", window=night(12))
    return report.claim(report.text, by="sudria-air-force", figures=(figure,))


def test_what_was_stopped_cannot_exceed_what_was_launched():
    sources = [
        Report("Norland launched 100 drones overnight, Sudria's air force said."),
        Report("Sudria's air force said it shot down 74 drones.", outlet="gazette"),
        Report("Sudria's air force said 38 drones were lost.", outlet="herald"),
    ]
    claims = [
        count(sources[0], "launched", "100", 100),
        count(sources[1], "intercepted", "74", 74),
        count(sources[2], "lost", "38", 38),
    ]
    states = states_of(claims, *sources)
    (wrong,) = [state for state in states if state.value == "does not add up"]
    assert wrong.text == "112 shot down or lost of 100 launched"
    assert len(wrong.findings) == 3

    fine = Report("Norland launched 117 drones overnight, Sudria's air force said.")
    claims[0] = count(fine, "launched", "117", 117)
    states = states_of(claims, fine, *sources[1:])
    assert {state.value for state in states} == {"117", "74", "38"}


def test_a_visit_that_is_planned_has_not_been_held():
    report = Report("Ann Miller will visit Harbour next week, Westmark said.")
    event = report.event(
        "visit", "CONSULT", mode="visit", actors=("ann-miller",), modality="planned"
    )
    claim = report.claim(report.text, events=(event,), places=("Harbour",), track="diplomacy")
    (state,) = states_of([claim], report)
    assert state.value == "planned"
    assert state.text == "A visit by Ann Miller to Harbour is planned, according to The Wire"


def test_no_findings_leave_no_states():
    assert track((), {}, reports.THEATRE) == ()
