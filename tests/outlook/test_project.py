"""The outlook that states leave open, told over an invented war."""

import importlib.util
from pathlib import Path

from sitrep.ledger.build import build
from sitrep.outlook.project import project
from sitrep.trackers.track import track

_spec = importlib.util.spec_from_file_location(
    "reports", Path(__file__).parent.with_name("ledger") / "reports.py"
)
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report = reports.Report


def outlook_of(claims, *sources):
    findings = build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*[(source,) for source in sources]),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )
    by_id = {claim.id: claim for claim in claims}
    states = track(findings, by_id, reports.THEATRE)
    return project(states, findings, by_id, reports.THEATRE)


YES = Report("Sudria accepted the 30-day ceasefire on Tuesday.")
BUT = Report("Norland set conditions for the 30-day ceasefire.", outlet="gazette")


def proposal_claims():
    return [source.claim(source.text, track="diplomacy") for source in (YES, BUT)]


def test_a_proposal_answered_by_one_side_alone_is_the_open_question():
    claims = proposal_claims()
    outlook = outlook_of(claims, YES, BUT)
    assert outlook.question == (
        "The next days turn on the conditions that Norland has set for the 30-day ceasefire."
    )
    assert set(outlook.claims) == {claim.id for claim in claims}
    settles, stalls = outlook.scenarios
    assert set(settles.claims) == {claim.id for claim in claims}
    assert stalls.claims == (claims[1].id,)


def test_no_base_rate_means_no_probability():
    outlook = outlook_of(proposal_claims(), YES, BUT)
    for scenario in outlook.scenarios:
        assert scenario.probability is None
        assert scenario.word is None
        assert scenario.basis == "no basis for a probability"
    assert outlook.confidence == "low"
    assert outlook.confidence_reason == "it rests on 2 independent origins, none of them a party."


def test_planned_talks_are_a_sign_to_watch():
    talks = Report("Ann Miller will visit Harbour next week.", outlet="herald")
    event = talks.event(
        "visit", "CONSULT", mode="visit", actors=("ann-miller",), modality="planned"
    )
    planned = talks.claim(talks.text, events=(event,), places=("Harbour",), track="diplomacy")
    outlook = outlook_of([*proposal_claims(), planned], YES, BUT, talks)
    (sign,) = outlook.scenarios[0].indicators
    assert sign.claims == (planned.id,)
    assert "Ann Miller" in sign.text


def test_nothing_open_says_so_and_projects_nothing():
    outlook = project((), (), {}, reports.THEATRE)
    assert outlook.scenarios == ()
    assert outlook.claims == ()


def test_conditions_that_are_announced_are_what_the_next_days_turn_on():
    report = Report("Norland will prepare a list of conditions for a ceasefire, Anna Vale said.")
    claim = report.claim(report.text, by="anna-vale", track="diplomacy")
    outlook = outlook_of([claim], report)
    assert outlook.question == (
        "The next days turn on the conditions that Norland says it will set for a ceasefire."
    )
    assert outlook.scenarios == ()
    assert outlook.confidence_reason.endswith(".")


def test_a_party_that_has_not_answered_leaves_one_course_and_so_none():
    outlook = outlook_of(proposal_claims()[:1], YES)
    assert outlook.question == (
        "The next days turn on whether Norland accepts the 30-day ceasefire that Sudria has "
        "accepted."
    )
    assert outlook.scenarios == ()


def test_courses_are_full_sentences_without_a_word_of_probability():
    outlook = outlook_of(proposal_claims(), YES, BUT)
    for scenario in outlook.scenarios:
        assert scenario.text[0].isupper()
        assert scenario.text.endswith(".")
        assert "the signs would be" in scenario.text
        assert "likely" not in scenario.text


def test_a_proposal_that_both_are_open_to_is_named_before_who_has_yet_to_accept_it():
    open_to = Report("Norland agreed in principle to the 30-day ceasefire.", outlet="gazette")
    claims = [YES.claim(YES.text, track="diplomacy"), open_to.claim(open_to.text)]
    outlook = outlook_of(claims, YES, open_to)
    assert outlook.question == (
        "The next days turn on the 30-day ceasefire that Sudria has accepted, and on whether "
        "Norland accepts it."
    )
