"""Who holds a place, and who says so, from single sentences of an invented war."""

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


def of_ground(report, sentence, *, by=None, places=("Harbour",), stance="asserts"):
    return report.claim(sentence, by=by, places=places, stance=stance, track="ground")


def control(claims, *sources):
    return [one for one in findings(claims, *sources) if one.question.kind == "control"]


def test_who_drives_the_enemy_out_holds_the_place():
    report = Report("Norland said that its troops drove Sudrian forces out of Harbour.")
    (found,) = control([of_ground(report, report.text, by="norland")], report)
    assert found.question.text == "Who controls Harbour?"
    assert found.answers[0].text == "Norland"
    assert found.answers[0].claimants == ("Norland",)
    assert found.answers[0].sides == ("norland",)


def test_a_claim_inside_a_report_is_its_own_speakers():
    report = Report(
        "Anna Vale went to Harbour, where Norland said that its troops took the town of Harbour."
    )
    (found,) = control([of_ground(report, report.text, by="westmark")], report)
    assert found.answers[0].claimants == ("Norland",)


def test_a_wish_is_no_control():
    report = Report("Norland said it wants to take control of Harbour with more troops.")
    assert control([of_ground(report, report.text, by="norland")], report) == []


def test_a_place_taken_years_ago_says_nothing_of_today():
    report = Report("Norlandic troops captured Harbour.")
    then = reports.whole_day(reports.DAY.date().replace(year=2022))
    claim = report.claim(report.text, places=("Harbour",), as_of=then, track="ground")
    old = reports.with_times(claim, then)
    assert control([old], report) == []


def test_a_loss_that_is_not_confirmed_in_the_next_sentence_is_contested():
    report = Report(
        "Norland's Defence Ministry said its troops took the town of Harbour.",
        "Sudria has not confirmed the loss.",
    )
    first, second = report.text.split(". ")
    claims = [
        of_ground(report, f"{first}.", by="norland-mod"),
        of_ground(report, second, by="sudria", places=()),
    ]
    (found,) = control(claims, report)
    assert found.status == "contested"
    assert [answer.text for answer in found.answers] == ["Norland", "not confirmed by Sudria"]


def test_a_denial_of_what_others_reported_stands_against_their_report():
    report = Report(
        "Sudria's air force denied that Norlandic troops had broken through at Crossing, after "
        "several Norlandic channels reported that the village of Harbour had been taken."
    )
    claim = of_ground(
        report, report.text, by="sudria-air-force", stance="denies", places=("Crossing", "Harbour")
    )
    found = {one.question.text: one for one in control([claim], report)}
    harbour = found["Who controls Harbour?"]
    assert harbour.status == "contested"
    assert harbour.answers[0].claimants == ("several Norlandic channels",)
    assert harbour.answers[1].text == "denied by Sudria's air force"
    assert found["Has Norland advanced at Crossing?"].answers[0].text.startswith("denied by")


def test_two_who_each_hold_a_part_do_not_contradict_one_another():
    left = Report("Norland's Defence Ministry said its troops took part of Harbour.")
    right = Report(
        "Sudria's air force said Sudrian troops still hold part of Harbour.", outlet="gazette"
    )
    claims = [
        of_ground(left, left.text, by="norland-mod"),
        of_ground(right, right.text, by="sudria-air-force"),
    ]
    (found,) = control(claims, left, right)
    assert {answer.text for answer in found.answers} == {"Norland in part", "Sudria in part"}
    assert found.status != "contested"
