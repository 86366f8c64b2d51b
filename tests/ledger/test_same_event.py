"""One event is one finding, however it is told; what cannot be worded is not asked."""

import importlib.util
from pathlib import Path

from sitrep.ledger.build import build

_spec = importlib.util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report = reports.Report


def findings(claims, *sources):
    return build(
        claims,
        articles={source.id: source.article() for source in sources},
        lineage=reports.lineage_of(*[(source,) for source in sources]),
        theatre=reports.THEATRE,
        vocabulary=reports.VOCABULARY,
    )


def call(report, trigger, day, by=None):
    event = report.event(
        trigger, "CONSULT", mode="phone", actors=("ole-brandt",), targets=("anna-vale",),
        time=reports.whole_day(reports.DAY.date().replace(day=day)),
    )  # fmt: skip
    return report.claim(report.text, by=by, events=(event,), track="diplomacy")


def test_one_call_in_different_words_is_one_finding():
    left = Report("Ole Brandt spoke with Anna Vale for two hours.")
    right = Report("Leaders discussed grain by telephone, Westmark said.", outlet="gazette")
    found = findings([call(left, "spoke", 11), call(right, "discussed", 11)], left, right)
    assert len(found) == 1
    assert found[0].question.text == "Phone call between Ole Brandt and Anna Vale, 11 March"


def test_calls_of_two_days_are_two_findings():
    left = Report("Ole Brandt spoke with Anna Vale for two hours.")
    right = Report("Leaders discussed grain by telephone, Westmark said.", outlet="gazette")
    assert len(findings([call(left, "spoke", 8), call(right, "discussed", 11)], left, right)) == 2


def test_a_happening_without_known_actors_is_told_by_its_first_words():
    report = Report("Something strange befell the old mill at night.")
    event = report.event("befell", "ASSAULT")
    (found,) = findings([report.claim(report.text, events=(event,), track="other")], report)
    assert found.question.text == (
        "Reported by The Wire on 12 March: Something strange befell the old mill at night."
    )
    assert found.status == "single-origin"
