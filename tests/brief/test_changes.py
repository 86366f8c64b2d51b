"""What is new or different since the last brief is told once, in words, and the rest is counted."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.brief.compose import compose
from sitrep.brief.render import wording
from sitrep.model.findings import Answer, Question

EARLIER = datetime(2025, 3, 13, 8, tzinfo=UTC)
SENTENCES = (
    "Russia launched 117 drones at Ukraine overnight, Ukraine's air force said.",
    "Russian troops took the town of Sudzha, Russia's Defence Ministry said.",
    "The United States resumed military aid to Ukraine, the State Department said.",
    "Ukraine opened a new hospital in Lviv, the Health Ministry said.",
    "Poland closed two border crossings with Belarus, the Interior Ministry said.",
    "Finland sent forty vehicles to Ukraine, the Defence Ministry said.",
    "Norway paid for gas deliveries to Ukraine, the Energy Ministry said.",
    "Canada trained three hundred soldiers in Britain, the Defence Ministry said.",
)


@pytest.fixture
def day(make_article, make_claim, make_finding, make_material):
    """Findings of one sentence each, and a brief of them after an earlier one."""
    articles = tuple(make_article(text) for text in SENTENCES)
    claims = tuple(make_claim(article) for article in articles)
    findings = tuple(
        make_finding(claim, text=f"Question {place}", importance=0.9 - place / 20)
        for place, claim in enumerate(claims)
    )
    first, _ = compose(make_material(articles, claims, findings, until=EARLIER, run_id="run-1"))

    def brief(now=findings, previous=findings, before=first):
        made = make_material(articles, claims, now, before=before, previous=previous)
        return compose(made)[0]

    return brief, findings


def answered(finding, *texts, **more):
    answers = tuple(Answer(text=one, claimants=("Air Force",)) for one in texts)
    question = Question(kind="count", key=finding.question.key, text="Drones launched at Ukraine")
    return replace(finding, answers=answers, question=question, **more)


def told(brief):
    return [(change.kind, change.text) for change in brief.changes]


def test_no_earlier_brief_and_nothing_new_are_two_notices(day):
    brief, _ = day
    alone = brief(before=None, previous=None)
    assert (alone.changes, wording.compared(alone)) == ((), wording.NO_EARLIER)
    same = brief()
    assert same.changes == ()
    assert wording.compared(same) == "Nothing new since the brief of 13 March 2025, 08:00 UTC."


def test_a_new_number_stands_with_who_gives_it_and_the_one_before(day):
    brief, (first, *rest) = day
    after = brief((answered(first, "123"), *rest), (answered(first, "117"), *rest))
    (text,) = (change.text for change in after.changes)
    assert text == "Drones launched at Ukraine: 123 (Air Force); before: 117"
    assert after.compared.changed == 1


def test_a_replaced_finding_is_told_once_with_the_one_that_replaced_it(day):
    brief, (first, *rest) = day
    now, past = answered(first, "123"), answered(first, "117", id="fnd-past", status="superseded")
    after = brief((now, past, *rest), (answered(first, "117"), *rest))
    assert told(after) == [
        ("superseded", "Drones launched at Ukraine: 123 (Air Force); before: 117")
    ]
    assert (after.compared.superseded, after.compared.changed) == (1, 0)


def test_what_came_to_be_disputed_or_confirmed_says_so(day):
    brief, (first, told, *rest) = day
    known = answered(told, "117")
    now = replace(known, status="corroborated")
    (change,) = brief((first, now, *rest), (first, known, *rest)).changes
    assert change.text.endswith("117 (Air Force), now from independent origins")


def test_a_withdrawn_finding_says_why(day):
    brief, (first, *rest) = day
    known = answered(first, "117")
    why = ("withdrawn by A. Analyst on 13 March 2025: of another night",)
    gone = replace(known, status="withdrawn", reasons=why)
    (change,) = brief((gone, *rest), (known, *rest)).changes
    assert change.kind == "withdrawn"
    assert change.text == f"Drones launched at Ukraine, {why[0]}"


def test_new_findings_are_sentences_that_stand_nowhere_above_and_few(day):
    brief, findings = day
    after = brief(findings, ())
    above = {s.text for s in (*after.key_points, *(s for p in after.lead for s in p.sentences))}
    assert after.compared.new == len(findings)
    assert "key point 1" in after.compared.fresh
    assert len(after.changes) <= 3
    assert not above & {change.text for change in after.changes}
    assert all(change.text.endswith(".") and change.citations for change in after.changes)
    assert "New above: the headline, all key points" in wording.compared(after)
    assert f"Findings in all: {len(findings)} new" in wording.compared(after)


def test_a_question_that_only_quotes_a_report_is_never_printed(day):
    brief, (first, *rest) = day
    question = Question(kind="event", key="k", text="Reported by Kremlin on 13 March: During the…")
    now, before = (
        replace(first, question=question, answers=(Answer(text=one),)) for one in ("yes", "planned")
    )
    after = brief((now, *rest), (before, *rest))
    assert (after.changes, after.compared.changed) == ((), 1)


def test_a_finding_regrouped_under_another_question_is_not_new(day):
    brief, (first, *rest) = day
    key = Question(kind="event", key="another key", text="Another question")
    assert brief((replace(first, id="fnd-other", question=key), *rest)).compared.new == 0


def test_what_a_wider_window_brings_in_is_not_new(day):
    brief, (first, *rest) = day
    old = replace(first, last_known_at=datetime(2025, 3, 1, tzinfo=UTC))
    assert brief((old, *rest), tuple(rest)).compared.new == 0
    late = replace(first, last_known_at=EARLIER)
    assert brief((late, *rest), tuple(rest)).compared.new == 1


def test_a_number_on_another_matter_under_the_same_question_is_no_change(day):
    brief, (first, *rest) = day
    known = answered(first, "58,043")
    other = replace(known, claims=("clm-x",), answers=(Answer(text="13", claimants=("Governor",)),))
    assert brief((other, *rest), (known, *rest)).compared.changed == 0


def test_that_somebody_also_calls_a_thing_possible_changes_nothing(day):
    brief, (first, *rest) = day
    now = answered(first, "yes", "possible")
    assert wording.compared(brief((now, *rest), (answered(first, "yes"), *rest))).startswith(
        "Nothing new"
    )


def test_a_number_told_of_a_whole_is_the_same_number(day):
    brief, (first, *rest) = day
    known = answered(first, "74")
    old = replace(known, answers=(replace(known.answers[0], value=74.0),))
    new = replace(known, answers=(replace(known.answers[0], text="74 of 117", value=74.0),))
    assert brief((new, *rest), (old, *rest)).compared.changed == 0


def test_a_new_standing_of_what_no_brief_told_is_counted_only(day):
    brief, findings = day
    claim = replace(findings[0], id="fnd-untold", claims=("clm-untold",), importance=0.0)
    known = answered(claim, "117")
    now = replace(known, status="corroborated")
    after = brief((*findings, now), (*findings, known))
    assert (after.changes, after.compared.changed) == ((), 1)
