"""What can be wrong with the file."""

import os
import sqlite3
import tempfile
import zlib
from pathlib import Path

import pytest

from sitrep.model.errors import StoreBusy, StoreError
from sitrep.store.sqlite import open_sqlite


def test_the_folder_is_made(tmp_path, make_report):
    path = tmp_path / "deep" / "down" / "store.db"
    with open_sqlite(path) as store:
        store.reports.add([make_report("Kept.")])
    with open_sqlite(path) as store:
        assert store.counts()["articles"] == 1


def test_the_log_is_written_ahead(tmp_path):
    with open_sqlite(tmp_path / "store.db"):
        pass
    with sqlite3.connect(tmp_path / "store.db") as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a database. " * 100)
    with pytest.raises(StoreError, match=r"notes\.txt.*not a usable store"):
        open_sqlite(path)
    assert path.read_text().startswith("These are notes")


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE accounts (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_sqlite(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_one_clear_error(tmp_path, make_report):
    path = tmp_path / "store.db"
    with open_sqlite(path) as store:
        store.reports.add([make_report(f"Report {n}. " * 50) for n in range(200)])
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(StoreError, match=r"store\.db"), open_sqlite(path) as store:
        store.find("art-")


def test_a_cut_file_is_one_clear_error(tmp_path, make_report):
    path = tmp_path / "store.db"
    with open_sqlite(path) as store:
        store.reports.add([make_report(f"Report {n}. " * 50) for n in range(200)])
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError, match=r"store\.db"), open_sqlite(path) as store:
        store.find("art-")


def test_a_newer_schema_is_refused(tmp_path):
    path = tmp_path / "store.db"
    open_sqlite(path).close()
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA user_version = 999")
    plain.close()
    with pytest.raises(StoreError, match=r"newer sitrep.*update"):
        open_sqlite(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        open_sqlite(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        open_sqlite(tmp_path / "file" / "store.db")


@pytest.fixture
def as_nobody():
    """Go without the rights of root, which may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def locked_store():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        open_sqlite(path).close()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        yield path
        Path(folder).chmod(0o755)


def test_a_file_that_may_not_be_written_is_refused(locked_store, as_nobody):  # noqa: ARG001 - rights
    with pytest.raises(StoreError, match=r"may not be written|cannot be opened"):
        open_sqlite(locked_store)


def test_a_second_writer_waits_and_is_told_to_come_back(tmp_path, make_report):
    path = tmp_path / "store.db"
    with open_sqlite(path, busy_seconds=0.05) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="another process"):
            store.reports.add([make_report("Held up.")])
        assert store.counts()["articles"] == 0
        other.execute("ROLLBACK")
        other.close()
        assert store.reports.add([make_report("Held up.")]) == 1


def test_readers_do_not_wait_for_a_writer(tmp_path, make_report):
    path = tmp_path / "store.db"
    with open_sqlite(path) as writer, open_sqlite(path, busy_seconds=0.05) as reader:
        writer.reports.add([make_report("First.")])
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert reader.counts()["articles"] == 1
        other.close()


def test_a_record_of_another_version_is_one_clear_error(tmp_path, make_report):
    path = tmp_path / "store.db"
    report = make_report("Kept.")
    with open_sqlite(path) as store:
        store.reports.add([report])
    with sqlite3.connect(path) as plain:
        plain.execute("UPDATE articles SET record = json_set(record, '$.later', 1)")
    plain.close()
    with (
        open_sqlite(path) as store,
        pytest.raises(StoreError, match="cannot be read by this version"),
    ):
        store.reports.article(report.article.id)


def test_an_original_that_was_changed_is_not_given_out(tmp_path, make_report):
    path = tmp_path / "store.db"
    report = make_report("The words that were read.")
    with open_sqlite(path) as store:
        store.reports.add([report])
    for forged in (zlib.compress(b"Other words."), b"no deflate"):
        with sqlite3.connect(path) as plain:
            plain.execute("UPDATE bodies SET deflated = ?", (forged,))
        plain.close()
        with open_sqlite(path) as store, pytest.raises(StoreError, match="original"):
            store.reports.original(report.document.body_sha256)
