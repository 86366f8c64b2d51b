"""The log of decisions in a store."""

import sqlite3
from datetime import UTC, datetime

import pytest

from sitrep.model.errors import StoreError
from sitrep.model.review import Decision, Target, identified
from sitrep.store.database import Database
from sitrep.store.sqlite import open_sqlite


def decided(number: int) -> Decision:
    target = Target(kind="article", id="art-1", text="Drones over the bay")
    at = datetime(2025, 3, 12, number, tzinfo=UTC)
    return identified(
        Decision(action="withdraw", targets=(target,), by="А. Аналітик", at=at, reason="“hm”")
    )


def test_decisions_come_back_in_the_order_they_were_added_each_once(store):
    made = [decided(number) for number in (2, 1, 3)]
    assert store.reviews.add(made[:2]) == 2
    assert store.reviews.add([*made, made[2]]) == 1
    assert store.reviews.decisions() == tuple(made)
    assert [entry.number for entry in store.reviews.entries()] == [1, 2, 3]
    assert store.reviews.check() is None
    assert store.counts()["decisions"] == 3


def test_an_empty_log_holds(store):
    assert store.reviews.check() is None
    assert store.reviews.decisions() == ()


@pytest.mark.parametrize(
    "statement", ["UPDATE decisions SET record = '{}'", "DELETE FROM decisions WHERE number = 1"]
)
def test_the_log_is_only_ever_added_to(statement, tmp_path):
    with open_sqlite(tmp_path / "store.db") as store:
        store.reviews.add([decided(1)])
    database = Database(tmp_path / "store.db")
    with pytest.raises(StoreError, match="only ever added to"):
        database.run(statement)
    database.close()


def test_a_log_changed_behind_our_back_names_the_first_entry_that_does_not_hold(tmp_path):
    path = tmp_path / "store.db"
    with open_sqlite(path) as store:
        store.reviews.add([decided(number) for number in (1, 2, 3)])
    with sqlite3.connect(path) as plain:
        plain.execute("DROP TRIGGER decisions_stay_as_written")
        plain.execute("UPDATE decisions SET record = replace(record, 'hm', 'no') WHERE number = 2")
    plain.close()
    with open_sqlite(path) as store:
        assert store.reviews.check().number == 2
