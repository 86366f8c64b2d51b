import json
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.engine.ingest import ingest
from sitrep.model.errors import UsageError
from sitrep.store.protocol import View
from sitrep.store.sqlite import open_sqlite

NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)


@pytest.fixture
def read(store, settings, vocabulary):
    def call(*paths, **more):
        return ingest(paths, store=store, settings=settings, vocabulary=vocabulary, **more)

    return call


def test_reports_are_stored_with_their_originals(read, reports_file, store):
    report = read(reports_file())
    assert (report.read, report.new, report.known, report.textless) == (8, 8, 0, 0)
    assert report.usable
    articles = store.reports.articles(View())
    assert len(articles) == 7
    assert len(store.reports.undated()) == 1
    hashes = store.reports.hashes([article.id for article in articles])
    for article in articles:
        original = json.loads(store.reports.original(hashes[article.id]))
        assert original["text"] == article.text


def test_a_second_run_over_more_files_adds_only_what_is_new(read, reports_file, store):
    read(reports_file())
    late = {
        "title": "One more",
        "source": "Late Wire",
        "published": "2025-03-11T21:00:00Z",
        "text": "The governor said late on Tuesday that the fire in the warehouse was out.",
    }
    more = reports_file("more.jsonl", [late])
    report = read(reports_file(), more)
    assert (report.read, report.new, report.known) == (9, 1, 8)
    assert store.counts()["articles"] == 9


def test_the_same_report_twice_in_the_input_is_stored_once(read, reports_file, store):
    report = read(reports_file("a.jsonl"), reports_file("b.jsonl"))
    assert (report.read, report.new, report.known) == (16, 8, 8)
    assert store.counts()["documents"] == 8


def test_what_cannot_be_read_is_an_issue_and_the_rest_is_used(read, reports_file, tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "word.txt").write_text("Hello.")
    (tmp_path / "zeros.bin").write_bytes(bytes(range(256)) * 40)
    report = read(
        reports_file(), *(str(tmp_path / n) for n in ("empty.jsonl", "word.txt", "zeros.bin"))
    )
    assert (report.read, report.new, report.textless) == (9, 8, 1)
    assert len({issue.subject for issue in report.issues if issue.severity != "note"}) >= 3
    assert [issue.stage for issue in report.issues] == sorted(
        (issue.stage for issue in report.issues), key=["sources", "text"].index
    )


def test_nothing_usable_says_so(read, tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    report = read(str(tmp_path / "empty.jsonl"))
    assert not report.usable
    assert len(report.issues) == 1


def test_a_missing_file_is_a_wrong_call(read):
    with pytest.raises(UsageError):
        read("no-such-file.jsonl")


def test_reports_from_an_archive_count_as_known_from_their_publication(read, reports_file, store):
    read(reports_file())
    assert {article.known_at for article in store.reports.articles(View())} == {None}
    before_noon = View(as_of=NOON.replace(day=11))
    assert len(store.reports.articles(before_noon)) == 6


def test_reports_that_come_in_live_count_as_known_when_they_came(read, reports_file, store):
    read(reports_file(), known_at=NOON)
    assert {article.known_at for article in store.reports.articles(View())} == {NOON}
    assert store.reports.articles(View(as_of=NOON.replace(hour=11))) == ()
    assert store.reports.undated(as_of=NOON) != ()


def test_progress_tells_how_many_reports_are_in(read, reports_file):
    told = []
    read(reports_file(), progress=lambda *state: told.append(state))
    assert told == [("text", 8, None)]


def test_shards_change_nothing_that_is_stored(
    reports_file, reports, settings, vocabulary, tmp_path
):
    kept = []
    for shards in (0, 1, 2, 7):
        spread = replace(
            settings,
            store=tmp_path / f"{shards}.db",
            executor="processes",
            workers=2,
            shards=shards,
        )
        many = [
            {**record, "text": f"{record['text']} This is part {number}."}
            for number in range(60)
            for record in reports
        ]
        with open_sqlite(spread.store) as store:
            report = ingest(
                [reports_file("many.jsonl", many)],
                store=store,
                settings=spread,
                vocabulary=vocabulary,
            )
            kept.append((report, store.reports.articles(View())))
    assert kept[0] == kept[1] == kept[2] == kept[3]
    assert len(kept[0][1]) == 420


def test_a_reading_is_kept_as_a_run_with_its_issues(read, reports_file, store, tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    paths = (reports_file(), str(tmp_path / "empty.jsonl"))
    first, second = read(*paths), read(*paths)
    kept = store.runs.manifest(first.manifest.run_id)
    assert kept.counts == {"read": 8, "new": 8, "known": 0, "textless": 0}
    assert store.runs.issues(first.manifest.run_id) == first.issues
    assert second.manifest.run_id == first.manifest.run_id
