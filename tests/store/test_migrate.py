import sqlite3
from pathlib import Path

import pytest

from sitrep.store.migrate import migrations
from sitrep.store.protocol import View
from sitrep.store.query import parse
from sitrep.store.sqlite import open_sqlite

SCHEMAS = Path(__file__).parents[1] / "data" / "store"


def shape(path):
    with sqlite3.connect(path) as plain:
        found = plain.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
    plain.close()
    return found


def test_migrations_are_numbered_without_a_gap():
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_every_schema_there_was_is_kept_for_the_test_below():
    kept = {path.name for path in SCHEMAS.glob("schema_*.sql")}
    assert kept == {f"schema_{number}.sql" for number, _ in migrations()}


@pytest.mark.parametrize("number", [number for number, _ in migrations()])
def test_a_store_of_every_earlier_schema_opens_with_all_it_holds(number, tmp_path):
    path, fresh = tmp_path / "old.db", tmp_path / "fresh.db"
    with sqlite3.connect(path) as plain:
        plain.executescript((SCHEMAS / f"schema_{number}.sql").read_text(encoding="utf-8"))
    plain.close()
    open_sqlite(fresh).close()
    with open_sqlite(path) as store:
        assert [article.id for article in store.reports.articles(View())] == ["art-1"]
        assert len(store.claims.of("v1", ["art-1"])) == (number >= 2)
        assert len(store.runs.findings("run-1")) == (number >= 3)
        assert len(store.reviews.decisions()) == (number >= 5)
        assert store.reviews.check() is None
        asked = parse("eleven drones outlet:plain lang:en")
        assert [hit.id for hit in store.search(asked, kind="article")] == ["art-1"]
        claims = [hit.id for hit in store.search(parse("drones speaker:ministry"), kind="claim")]
        assert claims == (["clm-1"] if number >= 2 else [])
        findings = store.search(parse("drones type:count"), kind="finding", run_id="run-1")
        assert [hit.id for hit in findings] == (["fnd-1"] if number >= 3 else [])
    assert shape(path) == shape(fresh)


def test_opening_again_changes_nothing(tmp_path):
    path = tmp_path / "store.db"
    open_sqlite(path).close()
    before = shape(path)
    open_sqlite(path).close()
    assert shape(path) == before
