"""A position in the words of the report, with its day, and offers that are taken for granted."""

import importlib.util
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from sitrep.ledger.build import build
from sitrep.model.extraction import Attribution
from sitrep.outlook.project import project
from sitrep.trackers.track import track

_spec = importlib.util.spec_from_file_location(
    "reports", Path(__file__).parent.with_name("ledger") / "reports.py"
)
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report = reports.Report


def reported(report, content, *, by, said_on=None):
    """Return the claim of a report that tells `content` as said by an actor on a day."""
    claim = report.claim(report.text, by=by, track="diplomacy")
    told = Attribution(
        source=None, cue=None, content=(report.span(content),), speaker=claim.speaker,
        speaker_id=claim.speaker_id, form="indirect",
    )  # fmt: skip
    times = (reports.whole_day(said_on),) if said_on else ()
    return replace(claim, attribution=told, times=times)


def clauses(report, claim):
    """Return the clauses of the standing, in which Norland has accepted the 30-day ceasefire."""
    yes = Report("Norland accepted the 30-day ceasefire.", outlet="gazette")
    claims = {one.id: one for one in (claim, yes.claim(yes.text, track="diplomacy"))}
    findings = build(
        claims.values(),
        articles={one.id: one.article() for one in (report, yes)},
        lineage=reports.lineage_of((report,), (yes,)),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )
    states = track(findings, claims, reports.THEATRE)
    standing = project(states, findings, claims, reports.THEATRE).standing
    return [one.text for one in standing.clauses] if standing else []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "that it was ready to accept the truce if Norland did the same",
            "Sudria said on 14 March it was ready to accept the truce if Norland did the same",
        ),
        (
            "that Sudria agreed in principle to a truce, but that it must end all",
            "Sudria said on 14 March it agreed in principle to a truce, but that it must end all",
        ),
        (
            "that Sudria is ready for a truce",
            "Sudria said on 14 March it is ready for a truce",
        ),
    ],
)
def test_an_open_answer_keeps_the_verb_and_the_terms_of_the_report(content, told):
    report = Report(f"Sudria said Friday {content}.")
    claim = reported(report, content, by="sudria", said_on=date(2025, 3, 14))
    assert clauses(report, claim)[-1] == told


def test_an_offer_that_a_critic_takes_for_granted_is_not_his_word():
    content = "the 30-day ceasefire that Westmark has proposed would be a mere pause"
    report = Report(f"Ole Brandt said {content}.")
    assert clauses(report, reported(report, content, by="ole-brandt"))[0] == (
        "Westmark has offered the 30-day ceasefire"
    )


def test_an_offer_that_somebody_reports_is_his_word():
    content = "Westmark has proposed the 30-day ceasefire"
    report = Report(f"Ole Brandt said {content}.")
    assert clauses(report, reported(report, content, by="ole-brandt"))[0] == (
        "Westmark has offered the 30-day ceasefire, according to Ole Brandt"
    )
