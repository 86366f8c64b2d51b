"""What decisions make of claims and findings, on hand-built reports of an invented war."""

import importlib.util
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from sitrep.ledger.build import Sources
from sitrep.ledger.review import review_claims
from sitrep.ledger.reviewed import findings as reviewed_findings
from sitrep.model.ids import make_id
from sitrep.model.review import (
    Anchor,
    Decision,
    NewPlace,
    NewSpeaker,
    SourceMark,
    Target,
    identified,
)

_spec = importlib.util.spec_from_file_location("reports", Path(__file__).with_name("reports.py"))
reports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reports)
Report, night = reports.Report, reports.night

NOON = datetime(2025, 3, 13, 12, tzinfo=UTC)
DOWNED = "Norland's Defence Ministry said it downed 159 drones overnight over the long coast."


def run(claims, sources, *decisions, taken_back=None):
    """The findings and issues of `claims` under `decisions`."""
    articles = {source.id: source.article() for source in sources}
    reviewed = review_claims(claims, articles, decisions, taken_back or {})
    return reviewed_findings(
        reviewed,
        decisions,
        Sources(
            articles=articles,
            lineage=reports.lineage_of(*[(source,) for source in sources]),
            theatre=reports.THEATRE,
            vocabulary=reports.VOCABULARY,
        ),
    )


def downed(report, *, sentence=None, number="159", value=159, by="norland-mod"):
    drones = report.figure(number, "intercepted", value, weapon="drone", window=night(12))
    return report.claim(sentence or report.text, by=by, figures=(drones,))


def on_claim(claim, report):
    evidence = claim.evidence
    anchor = Anchor(
        article_id=report.id,
        start=evidence.start,
        end=evidence.end,
        exact=evidence.quote,
        prefix=report.text[max(0, evidence.start - 40) : evidence.start],
        suffix=report.text[evidence.end : evidence.end + 40],
    )
    return Target(kind="claim", id=claim.id, text=evidence.quote, anchors=(anchor,))


def on_finding(finding, claims, sources):
    by_id = {source.id: source for source in sources}
    held = [claim for claim in claims if claim.id in finding.claims]
    anchors = tuple(a for c in held for a in on_claim(c, by_id[c.article_id]).anchors)
    return Target(
        kind="finding",
        id=finding.id,
        text=finding.question.text,
        theatre=finding.theatre,
        question=finding.question.key,
        anchors=anchors,
    )


def decide(action, *targets, hours=0, reason="checked by hand", **more):
    at = NOON + timedelta(hours=hours)
    return identified(
        Decision(action=action, targets=targets, by="A. Analyst", at=at, reason=reason, **more)
    )


@pytest.fixture
def two_talks():
    """Two sentences on unlike matters, by one speaker: two findings."""
    report = Report(
        "Anna Vale said the harbour would be rebuilt by spring.",
        "Anna Vale said grain exports had doubled since autumn.",
    )
    first, second = report.text.split(". ")
    claims = [
        report.claim(f"{first}.", by="anna-vale", track="diplomacy"),
        report.claim(second, by="anna-vale", track="diplomacy"),
    ]
    return report, claims


def test_without_decisions_findings_are_as_they_were():
    report = Report(DOWNED)
    found = run([downed(report)], [report])
    assert [one.status for one in found.findings] == ["single-origin"]
    assert found.issues == ()


def test_what_rested_on_a_rejected_claim_alone_is_withdrawn_and_says_why():
    report = Report(DOWNED)
    claim = downed(report)
    (found,) = run([claim], [report], decide("reject", on_claim(claim, report))).findings
    assert found.status == "withdrawn"
    assert found.reasons[-1] == "rejected by A. Analyst on 13 March 2025: checked by hand"


def test_a_rejected_claim_leaves_the_answers_to_the_others():
    left = Report("Norland's Defence Ministry said it downed 159 drones overnight.")
    right = Report("Norland's Defence Ministry claimed 150 drones downed.", outlet="gazette")
    claims = [downed(left), downed(right, number="150", value=150)]
    (found,) = run(claims, [left, right], decide("reject", on_claim(claims[1], right))).findings
    assert [answer.text for answer in found.answers] == ["159"]
    assert found.status == "single-origin"
    assert "left out: rejected by A. Analyst" in found.reasons[-1]


def test_a_rejection_holds_for_the_same_sentence_elsewhere_unless_told_otherwise():
    first, copy = Report(DOWNED), Report(f"{DOWNED} It named no place.", outlet="gazette")
    claims = [downed(first), downed(copy, sentence=DOWNED)]
    everywhere = decide("reject", on_claim(claims[0], first))
    here = decide("reject", on_claim(claims[0], first), copies=False)
    assert [f.status for f in run(claims, [first, copy], everywhere).findings] == ["withdrawn"]
    (found,) = run(claims, [first, copy], here).findings
    assert found.claims == (claims[1].id,)


def test_the_last_word_counts():
    report = Report(DOWNED)
    claim = downed(report)
    target = on_claim(claim, report)
    again = [decide("reject", target), decide("accept", target, hours=1)]
    (found,) = run([claim], [report], *again).findings
    assert found.status == "single-origin"
    assert "accepted by A. Analyst" in found.reasons[-1]


def test_a_decision_is_found_again_when_a_newer_version_cuts_sentences_otherwise():
    report = Report("Over the coast, Norland's Defence Ministry said, 159 drones were downed.")
    old = downed(report)
    start = old.evidence.start + len("Over the coast, ")
    shorter = msgspec.structs.replace(
        old.evidence, start=start, quote=report.text[start : old.evidence.end]
    )
    newer = msgspec.structs.replace(
        old, id=make_id("clm", report.id, start, old.evidence.end), evidence=shorter
    )
    found = run([newer], [report], decide("reject", on_claim(old, report)))
    assert [one.status for one in found.findings] == ["withdrawn"]
    assert found.issues == ()


def test_words_are_found_again_in_a_later_text_of_the_report_by_those_around_them():
    old = Report("It said so. He denied it. She said so again. He denied it.", outlet="herald")
    new = Report(
        "On Monday it said so. He denied it. She said so again. He denied it.", outlet="herald"
    )
    start = old.text.rindex("He denied it.")
    anchor = Anchor(
        article_id=old.id,
        url="https://herald.example/1",
        start=start,
        end=start + 13,
        exact="He denied it.",
        prefix="She said so again. ",
    )
    first = new.text.index("He denied it.")
    second = new.text.rindex("He denied it.")
    claims = [
        msgspec.structs.replace(
            new.claim("He denied it.", by="anna-vale"),
            id=f"clm-{at}",
            evidence=new.span("He denied it.", at),
        )
        for at in (first, second)
    ]
    article = msgspec.structs.replace(new.article(), url="https://herald.example/1")
    target = Target(kind="claim", id="clm-old", text="He denied it.", anchors=(anchor,))
    reviewed = review_claims(claims, {new.id: article}, [decide("reject", target)], {})
    assert [claim.id for claim in reviewed.dropped] == [f"clm-{second}"]


def test_a_decision_that_finds_no_claim_any_more_is_an_issue():
    report = Report(DOWNED)
    claim = downed(report)
    found = run([], [report], decide("reject", on_claim(claim, report)))
    assert [issue.code for issue in found.issues] == ["review-unmatched"]
    assert "A. Analyst" in found.issues[0].message


def test_a_decision_on_a_report_out_of_view_is_none():
    seen, unseen = Report(DOWNED), Report("Anna Vale said the harbour was safe.")
    other = decide("reject", on_claim(unseen.claim(unseen.text, by="anna-vale"), unseen))
    assert run([downed(seen)], [seen], other).issues == ()


def test_a_corrected_speaker_answers_for_the_claim_and_its_figure():
    report = Report("It downed 159 drones, Sudria's air force said, after Norland had launched.")
    claim = downed(report, by="norland-mod")
    sudria = NewSpeaker(name="Sudria's air force", id="sudria-air-force")
    corrected = decide("correct", on_claim(claim, report), speaker=sudria)
    (found,) = run([claim], [report], corrected).findings
    assert found.answers[0].claimants == ("Sudria's air force",)
    assert found.sides == ("sudria",)
    assert "corrected by A. Analyst" in found.reasons[-1]


def test_a_claim_can_be_given_back_to_the_outlets_own_voice():
    report = Report("Anna Vale visited Harbour, where the bridge was closed.")
    claim = report.claim(report.text, by="anna-vale")
    own = decide("correct", on_claim(claim, report), speaker=NewSpeaker(name=None))
    reviewed = review_claims([claim], {report.id: report.article()}, [own], {})
    assert reviewed.claims[0].attribution is None
    assert reviewed.claims[0].speaker == "wire"


def test_a_corrected_place_moves_the_question():
    report = Report("Norland's troops took control of Springs, Norland's Defence Ministry said.")
    claim = report.claim(report.text, by="norland-mod", places=("Springs",), track="ground")
    moved = decide(
        "correct",
        on_claim(claim, report),
        place=NewPlace(written="Springs", name="Warm Springs", lat=2.0, lon=3.0, country="SU"),
    )
    before, after = (run([claim], [report], *given).findings[0] for given in ((), (moved,)))
    assert before.question.text == "Who controls Springs?"
    assert after.question.text == "Who controls Warm Springs?"


def test_a_place_that_the_claim_no_longer_names_is_an_issue():
    report = Report(DOWNED)
    claim = downed(report)
    moved = decide(
        "correct", on_claim(claim, report), place=NewPlace(written="Springs", name="Warm Springs")
    )
    found = run([claim], [report], moved)
    assert [issue.code for issue in found.issues] == ["review-unmatched"]


def test_merged_findings_are_one_and_split_ones_two(two_talks):
    report, claims = two_talks
    apart = run(claims, [report]).findings
    assert len(apart) == 2
    targets = [on_finding(one, claims, [report]) for one in apart]
    merge = decide("merge", *targets)
    (one,) = run(claims, [report], merge).findings
    assert set(one.claims) == {claim.id for claim in claims}
    assert "merged by A. Analyst" in one.reasons[-1]
    whole = on_finding(one, claims, [report])
    split = decide("split", whole, on_claim(claims[1], report), hours=1)
    two = run(claims, [report], merge, split).findings
    assert sorted(len(found.claims) for found in two) == [1, 1]
    assert all(any("split by" in reason for reason in found.reasons) for found in two)


def test_findings_are_pinned_hidden_rejected_and_accepted(two_talks):
    report, claims = two_talks
    first, second = run(claims, [report]).findings
    target = on_finding(first, claims, [report])
    for action, shows in (
        ("pin", lambda found: found.pinned),
        ("hide", lambda found: found.hidden),
        ("reject", lambda found: found.status == "withdrawn"),
        ("accept", lambda found: found.status == first.status),
    ):
        found = {one.id: one for one in run(claims, [report], decide(action, target)).findings}
        assert shows(found[first.id])
        assert "by A. Analyst" in found[first.id].reasons[-1]
        assert found[second.id] == second


def test_a_finding_is_found_again_by_its_claims_when_its_question_is_worded_otherwise(two_talks):
    report, claims = two_talks
    first, _ = run(claims, [report]).findings
    target = msgspec.structs.replace(
        on_finding(first, claims, [report]), question="statement|anna-vale|other words"
    )
    found = run(claims, [report], decide("pin", target)).findings
    assert [one.id for one in found if one.pinned] == [first.id]


def test_a_decision_on_another_theatre_touches_nothing(two_talks):
    report, claims = two_talks
    first, _ = run(claims, [report]).findings
    elsewhere = msgspec.structs.replace(on_finding(first, claims, [report]), theatre="coast")
    assert (
        run(claims, [report], decide("reject", elsewhere)).findings
        == run(claims, [report]).findings
    )


def test_a_marked_source_changes_the_grade_and_the_side():
    report = Report("Forces of Norland entered Harbour on Tuesday.", outlet="gazette")
    claim = report.claim(report.text, track="ground")
    source = Target(kind="source", id="gazette", text="The Gazette")
    marked = decide("mark-source", source, mark=SourceMark(reliability="D", side="norland"))
    before, after = (run([claim], [report], *given).findings[0] for given in ((), (marked,)))
    assert (before.grade.reliability, before.sides) == ("B", ("third",))
    assert after.grade.reliability == "D"
    assert any("source marked by A. Analyst" in reason for reason in after.reasons)


def test_a_report_taken_back_withdraws_what_rested_on_it_alone():
    alone, both = Report(DOWNED), Report("Norland's Defence Ministry claimed 159 drones downed.",
                                         outlet="gazette")  # fmt: skip
    why = {alone.id: "taken back by the outlet"}
    (one,) = run([downed(alone)], [alone], taken_back=why).findings
    assert (one.status, one.reasons[-1]) == ("withdrawn", "taken back by the outlet")
    claims = [downed(alone), downed(both)]
    (two,) = run(claims, [alone, both], taken_back=why).findings
    assert two.status == "single-origin"
    assert two.claims == (claims[1].id,)
