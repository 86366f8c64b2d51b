"""Decisions over whole runs: applied, undone, and applied again by a newer version."""

from datetime import UTC, datetime, timedelta

import pytest

from sitrep.engine import deciding, versions
from sitrep.engine.brief import material
from sitrep.engine.pipeline import analyse, ingest
from sitrep.language.engines import Engines
from sitrep.model.review import Decision, Target, identified
from sitrep.vocabulary.load import theatre

NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def run(store, settings, vocabulary, reports_file):
    """Analyse the eight reports."""
    ingest([reports_file()], store=store, settings=settings, vocabulary=vocabulary)

    def call(**window):
        return analyse(
            store=store,
            settings=settings,
            theatre=theatre(vocabulary, "ukraine"),
            vocabulary=vocabulary,
            engines=Engines(),
            **window,
        )

    return call


@pytest.fixture
def decide(store):
    def call(action, *ids, at=NOON, **more):
        kinds = ("claim", "finding", "article")
        targets = tuple(deciding.target(store, id_, kinds) for id_ in ids)
        decision = identified(
            Decision(
                action=action, targets=targets, by="A. Analyst", at=at, reason="by hand", **more
            )
        )
        store.reviews.add([decision])
        return decision

    return call


def test_a_rejected_claim_is_gone_until_it_is_undone(run, decide):
    before = run()
    claim = before.findings[0].claims[0]
    rejected = decide("reject", claim)
    after = run()
    assert claim not in {one.id for one in after.claims}
    assert after.manifest.run_id != before.manifest.run_id
    live = [one for one in after.findings if one.status != "withdrawn"]
    assert all(claim not in one.claims for one in live)
    assert any(
        "rejected by A. Analyst" in reason for one in after.findings for reason in one.reasons
    )
    decide("undo", claim, at=NOON + HOUR, undoes=rejected.id)
    assert run().findings == before.findings


def test_before_the_decision_the_past_is_as_it_was(run, decide):
    then = run(as_of=NOON - HOUR)
    decide("reject", then.findings[0].claims[0])
    assert run(as_of=NOON - HOUR).findings == then.findings
    assert run(as_of=NOON).findings != then.findings


def test_decisions_hold_when_a_newer_version_reads_the_articles_again(run, decide, monkeypatch):
    before = run()
    decide("reject", before.findings[0].claims[0])
    decide("pin", before.findings[1].id)
    once = run()
    monkeypatch.setattr(versions, "extractor_version", lambda _: "ext-newer")
    assert run().findings == once.findings
    assert [one.question.key for one in once.findings if one.pinned] == [
        before.findings[1].question.key
    ]


def test_a_hidden_finding_stays_in_the_ledger_and_out_of_print(run, decide, vocabulary):
    hidden = run().findings[0]
    decide("hide", hidden.id)
    after = run()
    assert [one.id for one in after.findings if one.hidden] == [hidden.id]
    printed = material(
        after, theatre=theatre(vocabulary, "ukraine"), vocabulary=vocabulary, read=None
    )
    assert hidden.id not in {one.id for one in printed.findings}
    assert all(hidden.id not in state.findings for state in after.states)


def test_what_rests_on_a_withdrawn_article_alone_is_withdrawn_from_then_on(run, decide):
    before = run()
    alone = next(one for one in before.findings if len(one.articles) == 1)
    decide("withdraw", alone.articles[0])
    after = {one.question.key: one for one in run().findings}
    assert after[alone.question.key].status == "withdrawn"
    assert run(as_of=NOON - HOUR).findings == before.findings


def test_a_decision_about_a_report_that_is_not_here_is_an_issue(run, store):
    elsewhere = Target(kind="article", id="art-elsewhere", text="Another store's report")
    decision = identified(
        Decision(action="withdraw", targets=(elsewhere,), by="B", at=NOON, reason="taken down")
    )
    store.reviews.add([decision])
    issues = [one for one in run().issues if one.code == "review-unmatched"]
    assert [one.subject for one in issues] == [decision.id]
