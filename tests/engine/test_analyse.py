"""Whole runs over the small corpus, with the real stages."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitrep.engine.pipeline import analyse, ingest, silent
from sitrep.engine.window import window_end
from sitrep.language.engines import Engines
from sitrep.store.sqlite import open_sqlite
from sitrep.vocabulary.load import theatre

EVENING = datetime(2025, 3, 11, 16, tzinfo=UTC)
DAY = timedelta(hours=24)


@pytest.fixture
def run(store, settings, vocabulary):
    """Read files, if any, and analyse what the store then holds."""

    def call(*paths, place="ukraine", progress=silent, most=settings.window_articles, **window):
        if paths:
            ingest(paths, store=store, settings=settings, vocabulary=vocabulary)
        return analyse(
            store=store,
            settings=replace(settings, window_articles=most),
            theatre=theatre(vocabulary, place),
            vocabulary=vocabulary,
            engines=Engines(),
            progress=progress,
            **window,
        )

    return call


def titles(analysis):
    return {article.title for article in analysis.articles}


def test_the_window_is_the_day_before_the_newest_report_on_the_theatre(run, reports_file):
    analysis = run(reports_file())
    newest = max(
        article.published_at for article in analysis.articles if article.id in analysis.on_theatre
    )
    assert analysis.window.until == window_end(newest) == EVENING
    assert analysis.window.since == EVENING - DAY
    assert analysis.counts["articles"] == len(analysis.articles) == 7
    assert analysis.counts["undated"] == 1
    assert [issue.code for issue in analysis.issues] == ["undated"]


def test_a_run_holds_the_newest_articles_and_says_how_many_it_left_out(run, reports_file):
    whole = run(reports_file())
    few = run(most=4)
    newest = sorted(whole.articles, key=lambda article: article.published_at)[-4:]
    assert {article.id for article in few.articles} == {article.id for article in newest}
    [issue] = [issue for issue in few.issues if issue.code == "window-narrowed"]
    assert issue.message.startswith("The window holds 3 articles more than a run reads (4")
    assert few.manifest.run_id != whole.manifest.run_id


def test_claims_findings_and_states_come_of_it(run, reports_file):
    analysis = run(reports_file())
    by_id = {article.id: article for article in analysis.articles}
    assert analysis.claims
    for claim in analysis.claims:
        span = claim.evidence
        assert by_id[span.article_id].text[span.start : span.end] == span.quote
        assert "ukraine" in claim.theatres
    assert "A quiet day at the market" not in {by_id[id_].title for id_ in analysis.on_theatre}
    assert analysis.findings
    known = {claim.id for claim in analysis.claims}
    assert all(set(finding.claims) <= known for finding in analysis.findings)
    assert set(analysis.hashes) == set(by_id)
    traced = {id_ for origin in analysis.lineage.origins for id_ in origin.articles}
    assert traced == set(by_id)


def test_the_run_is_kept_with_its_findings_and_issues(run, reports_file, store):
    analysis = run(reports_file())
    run_id = analysis.manifest.run_id
    assert store.runs.manifest(run_id) == analysis.manifest
    assert store.runs.findings(run_id) == analysis.findings
    assert store.runs.issues(run_id) == analysis.issues


def test_a_second_run_reads_nothing_again_and_says_the_same(run, reports_file):
    first = run(reports_file())
    told = []
    second = run(progress=lambda stage, done, total: told.append((stage, done, total)))
    assert second == first
    assert "extract" not in {stage for stage, _, _ in told}
    assert ("lineage", 0, 7) not in told


def test_more_reports_are_another_run(run, reports_file, reports):
    first = run(reports_file("some.jsonl", reports[:4]))
    second = run(reports_file())
    assert first.manifest.run_id != second.manifest.run_id
    assert first.manifest.settings_hash == second.manifest.settings_hash


def test_a_window_asked_for_is_kept_to(run, reports_file):
    since = datetime(2025, 3, 11, 7, tzinfo=UTC)
    analysis = run(reports_file(), since=since, until=since + timedelta(hours=3))
    assert titles(analysis) == {"Night of drones", "Ministry counts its own"}
    assert analysis.counts["outside_window"] == 5


def test_as_of_gives_what_was_known_then(
    run, reports_file, reports, settings, vocabulary, tmp_path
):
    noon = datetime(2025, 3, 11, 12, tzinfo=UTC)
    before = [one for one in reports if one["published"] and one["published"] <= "2025-03-11T12"]
    past = run(reports_file(), as_of=noon)
    assert past.window.as_of == noon
    with open_sqlite(tmp_path / "then.db") as store:
        by_noon = [*before, next(one for one in reports if one["title"] == "Talks on a truce")]
        ingest(
            [reports_file("then.jsonl", by_noon)],
            store=store,
            settings=settings,
            vocabulary=vocabulary,
        )
        then = analyse(
            store=store,
            settings=settings,
            theatre=theatre(vocabulary, "ukraine"),
            vocabulary=vocabulary,
            engines=Engines(),
        )
    assert titles(past) == titles(then)
    assert past.findings == then.findings
    assert past.issues == ()


def test_another_theatre_is_another_view_of_the_same_articles(run, reports_file):
    ukraine, gaza = run(reports_file()), run(place="gaza")
    assert gaza.on_theatre == ()
    assert gaza.findings == ()
    assert titles(gaza) == titles(ukraine)


def test_an_empty_store_gives_an_empty_analysis(run):
    analysis = run()
    assert analysis.articles == ()
    assert analysis.findings == ()
    assert analysis.window.until is None


def test_undated_reports_alone_give_an_empty_analysis_that_says_why(run, reports_file, reports):
    analysis = run(reports_file("undated.jsonl", [one for one in reports if not one["published"]]))
    assert analysis.articles == ()
    assert [issue.code for issue in analysis.issues] == ["undated"]


def test_shards_and_order_change_nothing(reports_file, reports, settings, vocabulary, tmp_path):
    many = [
        {**record, "text": f"{record['text']} Part {number} of the file says no more."}
        for number in range(4)
        for record in reports
    ]
    orders = {"inline": many, "1": many, "2": many[::-1], "7": many[1::2] + many[::2]}
    results = []
    for name, order in orders.items():
        spread = replace(
            settings,
            store=tmp_path / f"{name}.db",
            executor="inline" if name == "inline" else "processes",
            workers=2,
            shards=0 if name == "inline" else int(name),
        )
        with open_sqlite(spread.store) as store:
            ingest(
                [reports_file("many.jsonl", order)],
                store=store,
                settings=spread,
                vocabulary=vocabulary,
            )
            analysis = analyse(
                store=store,
                settings=spread,
                theatre=theatre(vocabulary, "ukraine"),
                vocabulary=vocabulary,
                engines=Engines(),
            )
        # Where in the file a report stood is the one thing that its order changes.
        placeless = tuple(replace(one, path=None, record=None) for one in analysis.articles)
        results.append(replace(analysis, articles=placeless))
    assert results[0].findings
    assert results[1:] == [results[0]] * 3
