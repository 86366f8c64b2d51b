"""The outlook that states leave open, told over an invented war."""

import importlib.util
from datetime import date
from pathlib import Path

import msgspec

from sitrep.ledger.build import build
from sitrep.outlook.project import project
from sitrep.outlook.rates import counted_days
from sitrep.trackers.track import track
from sitrep.vocabulary.types import Rate

_spec = importlib.util.spec_from_file_location(
    "reports", Path(__file__).parent.with_name("ledger") / "reports.py"
)
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report = reports.Report


def outlook_of(claims, *sources, theatre=reports.THEATRE, counted=None):
    findings = build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*[(source,) for source in sources]),
        theatre=theatre,
        vocabulary=reports.VOCABULARY,
    )
    by_id = {claim.id: claim for claim in claims}
    states = track(findings, by_id, theatre)
    return project(states, findings, by_id, theatre, counted=counted)


YES = Report("Sudria accepted the 30-day ceasefire on Tuesday.")
BUT = Report("Norland set conditions for the 30-day ceasefire.", outlet="gazette")


def proposal_claims():
    return [source.claim(source.text, track="diplomacy") for source in (YES, BUT)]


def test_a_proposal_answered_by_one_side_alone_is_the_open_question():
    claims = proposal_claims()
    outlook = outlook_of(claims, YES, BUT)
    assert outlook.question == (
        "The next days turn on the conditions for the 30-day ceasefire that Norland has set, and on"
        " whether Sudria, which has accepted it, accepts them."
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
    assert (
        outlook.confidence_reason
        == "the question rests on 2 independent origins, none of them a party."
    )


HEDGED = "It is very likely that Norland and Sudria will hold talks next week, Ann Miller said."


def test_talks_to_come_are_told_with_who_says_so_and_how_surely():
    talks = Report(HEDGED, outlet="herald")
    week = reports.whole_day(date(2025, 3, 17))
    event = talks.event(
        "talks", "CONSULT", actors=("norland",), targets=("sudria",), modality="planned", time=week
    )
    planned = talks.claim(
        talks.text, by="ann-miller", events=(event,), as_of=week, track="diplomacy"
    )
    outlook = outlook_of([*proposal_claims(), planned], YES, BUT, talks)
    settles, _ = outlook.scenarios
    assert "the talks between Norland and Sudria on 17 March" in settles.text
    assert "which Ann Miller called very likely, take place" in settles.text
    assert planned.id in settles.claims
    (sign,) = settles.indicators
    assert sign.claims == (planned.id,)
    assert sign.as_told


def test_a_visit_that_bears_on_no_truce_is_no_sign():
    tour = Report("Ann Miller will visit Harbour next week.", outlet="herald")
    event = tour.event("visit", "CONSULT", mode="visit", actors=("ann-miller",), modality="planned")
    planned = tour.claim(tour.text, events=(event,), places=("Harbour",), track="diplomacy")
    outlook = outlook_of([*proposal_claims(), planned], YES, BUT, tour)
    assert outlook.scenarios[0].indicators == ()


def test_nothing_open_says_so_and_projects_nothing():
    outlook = project((), (), {}, reports.THEATRE)
    assert outlook.scenarios == ()
    assert outlook.claims == ()


def test_conditions_that_are_announced_are_what_the_next_days_turn_on():
    report = Report("Norland will prepare a list of conditions for a ceasefire, Anna Vale said.")
    claim = report.claim(report.text, by="anna-vale", track="diplomacy")
    outlook = outlook_of([claim], report)
    assert outlook.question == (
        "The next days turn on the list of conditions for a ceasefire that Norland says it will"
        " set, and on whether Sudria accepts them."
    )
    assert outlook.scenarios == ()
    assert outlook.confidence_reason.endswith(".")


def test_a_party_that_has_not_answered_leaves_one_course_and_so_none():
    outlook = outlook_of(proposal_claims()[:1], YES)
    assert outlook.question == (
        "The next days turn on whether Norland accepts the 30-day ceasefire, which Sudria has "
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


def test_what_both_are_open_to_turns_on_its_terms_and_on_what_either_ties_it_to():
    one = Report("Norland is ready for a temporary truce to free prisoners.")
    tied = "Sudria said that it was ready for the truce if Norland did the same."
    other = Report(tied, outlet="gazette")
    claims = [one.claim(one.text), other.claim(other.text)]
    outlook = outlook_of(claims, one, other)
    assert outlook.question == (
        "The next days turn on the terms of a temporary truce to free prisoners to which Norland"
        " and Sudria both say they are open, Sudria if Norland does the same."
    )


def test_a_long_name_of_a_proposal_keeps_all_that_limits_it():
    offer = Report(
        "Sudria is ready for a temporary ceasefire on the coast within the framework of a deal on"
        " prisoners."
    )
    outlook = outlook_of([offer.claim(offer.text)], offer)
    assert outlook.question == (
        "The next days turn on whether Norland accepts what Sudria says it is open to: a temporary"
        " ceasefire on the coast within the framework of a deal on prisoners."
    )


def test_who_accuses_whom_of_holding_an_agreement_up_is_a_question_of_its_own():
    words = (
        "Norland and Sudria accused each other on Tuesday of holding up an agreement on a truce."
    )
    report = Report(words)
    claim = report.claim(words, by="Norland and Sudria", stance="accuses", track="diplomacy")
    outlook = outlook_of([claim], report)
    assert outlook.question == (
        "The next days turn on whether Norland and Sudria, which accuse each other of holding it"
        " up, agree on a truce."
    )
    assert [one.name for one in outlook.scenarios] == [
        "The sides agree after all",
        "Each side blames the other",
    ]
    (clause,) = outlook.standing.clauses
    assert clause.text == "Norland and Sudria accuse each other of holding up a truce"


def test_a_party_that_rejects_the_terms_of_a_truce_has_answered():
    """Its own word of the day stands before what a report says of its position so far."""
    opened = "Sudria said it was open to a ceasefire."
    refused = "Its conditions and demands are completely rejected, the spokesman said."
    offer = Report(f"{opened} {refused}", outlet="gazette")
    claims = [
        offer.claim(opened, by="sudria", track="diplomacy"),
        offer.claim(refused, by="anna-vale", track="diplomacy"),
    ]
    outlook = outlook_of(claims, offer)
    said = [one.text for one in outlook.standing.clauses]
    assert "Norland has rejected the other side's conditions" in said
    assert outlook.question == (
        "The next days turn on whether Norland, which has rejected the other side's conditions,"
        " changes its position."
    )


def test_the_standing_names_each_party_and_who_has_not_answered():
    both = outlook_of(proposal_claims(), YES, BUT).standing
    assert [clause.text for clause in both.clauses] == [
        "Sudria has accepted the 30-day ceasefire",
        "Norland has set conditions for the 30-day ceasefire",
    ]
    assert both.silence == ""
    alone = outlook_of(proposal_claims()[:1], YES).standing
    assert alone.silence == "No answer from Norland stands in the reports read."


def test_what_only_a_stranger_says_of_a_party_bears_his_name():
    word = Report("Norland rejected the 30-day ceasefire, Ole Brandt said.", outlet="gazette")
    claims = [*proposal_claims()[:1], word.claim(word.text, by="ole-brandt", track="diplomacy")]
    outlook = outlook_of(claims, YES, word)
    assert [clause.text for clause in outlook.standing.clauses] == [
        "Sudria has accepted the 30-day ceasefire",
        "Norland has rejected it, according to Ole Brandt",
    ]


def test_what_several_hold_alike_stands_in_one_clause():
    too = Report("Norland accepted the 30-day ceasefire on Tuesday.", outlet="gazette")
    claims = [source.claim(source.text, track="diplomacy") for source in (YES, too)]
    (clause,) = outlook_of(claims, YES, too).standing.clauses
    assert clause.text == "Norland and Sudria have accepted the 30-day ceasefire"
    assert set(clause.claims) == {claim.id for claim in claims}


def test_a_party_that_a_report_on_the_truce_names_is_not_called_silent():
    other = Report("Mediators say that Norland weighs the 30-day ceasefire.", outlet="gazette")
    claims = [proposal_claims()[0], other.claim(other.text)]
    assert outlook_of(claims, YES, other).standing.silence == ""


def test_nothing_rests_on_reports_that_are_not_trusted():
    claims = proposal_claims()
    findings = build(
        claims,
        articles={source.id: source.article() for source in (YES, BUT)},
        lineage=reports.lineage_of((YES,), (BUT,)),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )
    by_id = {claim.id: claim for claim in claims}
    states = track(findings, by_id, reports.THEATRE)
    outlook = project(states, findings, by_id, reports.THEATRE, trusted=(YES.id,))
    assert outlook.claims == (claims[0].id,)


LAUNCHED = "Norland launched 60 drones at Sudria overnight, Sudria's air force said."


def strikes():
    report = Report(LAUNCHED)
    figure = report.figure(
        "60 drones", "launched", 60, weapon="drone", counted="drones", window=reports.night(12)
    )
    event = report.event(
        "launched", "ASSAULT", actors=("norland",), targets=("sudria",), time=reports.night(12)
    )
    claim = report.claim(
        LAUNCHED, by="sudria-air-force", figures=(figure,), events=(event,),
        as_of=reports.night(12),
    )  # fmt: skip
    return report, claim


def test_a_day_without_a_word_of_truce_turns_on_the_strikes():
    report, claim = strikes()
    outlook = outlook_of([claim], report)
    assert outlook.question == (
        "The next days turn on whether attacks go on at the scale of the night of 11–12 March: 60"
        " drones launched at Sudria, by the count of Sudria's air force."
    )
    assert [one.probability for one in outlook.scenarios] == [None, None]


def test_ground_that_changes_hands_is_the_question_of_a_day_of_advances():
    words = "Sudria has retaken more than 300 square km since the start of March, Ole Brandt said."
    report = Report(words)
    month = reports.whole_day(date(2025, 3, 12))
    figure = report.figure(
        "300 square km", "area", 300, low=300, unit="km2", qualifier="more_than", window=month
    )
    claim = report.claim(words, by="ole-brandt", figures=(figure,), as_of=month, track="ground")
    outlook = outlook_of([claim], report)
    assert outlook.question == (
        "The next days turn on how much more ground changes hands: by the count of Ole Brandt,"
        " more than 300 square km so far."
    )
    assert [one.name for one in outlook.scenarios] == ["The front moves on", "The front holds"]


def test_a_base_rate_gives_both_courses_a_word_with_its_numbers():
    report, claim = strikes()
    rate = Rate(
        kind="launched", weapon="drone", target="sudria", at_least=50, within_days=3, cases=28,
        followed=27, since=date(2024, 9, 1), until=date(2025, 2, 28), source="its own reports",
    )  # fmt: skip
    theatre = msgspec.structs.replace(reports.THEATRE, rates=(rate,))
    goes_on, ebbs = outlook_of([claim], report, theatre=theatre).scenarios
    assert (goes_on.word, round(goes_on.probability, 3)) == ("very likely", 0.933)
    assert (ebbs.word, round(ebbs.probability, 3)) == ("very unlikely", 0.067)
    assert "27 of 28 occasions from 1 September 2024 to 28 February 2025" in goes_on.basis


def test_days_read_before_are_a_base_rate_where_the_theatre_has_none():
    report, claim = strikes()
    findings = build(
        [claim],
        articles={report.id: report.article()},
        lineage=reports.lineage_of((report,)),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )
    counted = counted_days(
        [(date(2025, 3, day), findings if day % 2 else ()) for day in range(1, 12)]
    )
    assert len(counted) == 11
    goes_on, ebbs = outlook_of([claim], report, counted=counted).scenarios
    assert goes_on.probability == 7 / 13
    assert goes_on.word == "roughly even"
    assert ebbs.word == "roughly even"
    assert goes_on.basis.endswith(
        "the reports of 6 of the 11 days read before had one (from 1 March 2025 to 11 March 2025)"
    )
    few = dict(list(counted.items())[:4])
    assert outlook_of([claim], report, counted=few).scenarios[0].word is None


def test_a_base_rate_of_days_to_come_or_of_larger_attacks_is_not_used():
    report, claim = strikes()
    rate = Rate(
        kind="launched", weapon="drone", target="sudria", at_least=50, within_days=3, cases=28,
        followed=27, since=date(2024, 9, 1), until=date(2025, 3, 12), source="its own reports",
    )  # fmt: skip
    larger = msgspec.structs.replace(rate, at_least=61, until=date(2025, 2, 28))
    theatre = msgspec.structs.replace(reports.THEATRE, rates=(rate, larger))
    assert outlook_of([claim], report, theatre=theatre).scenarios[0].word is None
