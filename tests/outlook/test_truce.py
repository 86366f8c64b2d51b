"""A truce that is agreed, runs or is over, told through the real trackers over an invented war."""

import importlib.util
from datetime import date
from pathlib import Path

import msgspec

from sitrep.ledger.build import build
from sitrep.outlook.project import project
from sitrep.trackers.track import track

_spec = importlib.util.spec_from_file_location(
    "reports", Path(__file__).parent.with_name("ledger") / "reports.py"
)
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report = reports.Report


def outlook_of(*told, vocabulary=reports.VOCABULARY, theatre=reports.THEATRE):
    """The outlook of claims, given as (report, claim)."""
    claims = [claim for _, claim in told]
    sources = {source.id: source for source, _ in told}.values()
    findings = build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*[(source,) for source in sources]),
        theatre=theatre,
        vocabulary=vocabulary,
    )
    by_id = {claim.id: claim for claim in claims}
    states = track(findings, by_id, theatre, vocabulary)
    return project(states, findings, by_id, theatre, vocabulary)


def said(text, by=None, **more):
    report = Report(text)
    return report, report.claim(text, by=by, track="diplomacy", **more)


def test_a_truce_that_runs_is_told_in_the_words_of_the_report():
    outlook = outlook_of(said("A 30-day truce between Norland and Sudria took effect on Tuesday."))
    (clause,) = outlook.standing.clauses
    assert clause.text == "the 30-day truce between Norland and Sudria is in force"
    assert outlook.question == (
        "The next days turn on whether the 30-day truce between Norland and Sudria holds."
    )
    assert [one.name for one in outlook.scenarios] == ["The truce holds", "The truce fails"]


def test_who_accuses_whom_of_breaking_it_stands_beside():
    text = "Sudria accused Norland of violating the 30-day truce by shelling the port."
    outlook = outlook_of(said(text, by="ole-brandt", stance="accuses"))
    assert outlook.question == (
        "The next days turn on whether the 30-day truce holds; Sudria accuses Norland of breaking"
        " it."
    )


def test_a_truce_that_is_over_is_told_and_opens_no_course():
    outlook = outlook_of(said("The 30-day truce between Norland and Sudria collapsed on Tuesday."))
    (clause,) = outlook.standing.clauses
    assert clause.text == "the 30-day truce between Norland and Sudria is over"
    assert outlook.scenarios == ()


def test_an_agreed_truce_turns_on_the_day_that_is_named_for_its_begin():
    agreed = said(
        "Norland and Sudria have agreed to a 30-day truce on the coast, Ann Miller said.",
        by="ann-miller",
    )
    words = "The agreement will take effect on 20 March, Ann Miller said."
    report, claim = said(words, by="ann-miller")
    day = msgspec.structs.replace(
        reports.whole_day(date(2025, 3, 20)), span=report.span("20 March")
    )
    outlook = outlook_of(agreed, (report, reports.with_times(claim, day)))
    assert outlook.question == (
        "The next days turn on whether the 30-day truce on the coast, on which Norland and Sudria"
        " have agreed, according to Ann Miller, comes into force on 20 March and holds."
    )
    assert claim.id in outlook.claims


def test_names_of_several_people_take_plural_verbs_and_their_article():
    rebels = next(one for one in reports.ACTORS if one.id == "norland")
    rebels = msgspec.structs.replace(
        rebels, name="Norlanders", kind="group", aliases=("the Norlanders",)
    )
    actors = {**reports.VOCABULARY.actors, "norland": rebels}
    vocabulary = msgspec.structs.replace(reports.VOCABULARY, actors=actors)
    report, claim = said("Norland rejected the 30-day truce.")
    outlook = outlook_of((report, claim), vocabulary=vocabulary)
    assert outlook.question == (
        "The next days turn on whether the Norlanders, which have rejected the 30-day truce, change"
        " their position."
    )
