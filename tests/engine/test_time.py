"""Late, corrected and withdrawn reports over whole runs: the present changes, the past does not."""

import json
import random
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitrep.engine.pipeline import analyse, ingest
from sitrep.language.engines import Engines
from sitrep.store.sqlite import open_sqlite
from sitrep.vocabulary.load import theatre

MORNING = datetime(2025, 3, 12, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
DRONES = (
    "Russia launched {count} drones at Ukraine overnight, Ukraine's air force said on Wednesday."
    " Air defences shot down most of them, the air force said."
)
TALKS = (
    "Ukraine accepted a 30-day ceasefire after talks in Jeddah, President Volodymyr Zelensky said"
    " on Wednesday. The United States said that it would resume military aid."
)


def record(text, hours=0, **more):
    at = (MORNING + hours * HOUR).isoformat()
    return {"source": "sample-wire", "published": at, "text": text, "title": text[:40], **more}


FIRST = record(DRONES.format(count=120), url="https://wire.example/night")
CORRECTED = record(
    DRONES.format(count=112),
    url="https://wire.example/night",
    modified=(MORNING + 3 * HOUR).isoformat(),
)
OTHER = record(TALKS, 1, url="https://wire.example/talks")
KILLED = {
    "source": "sample-wire",
    "url": "https://wire.example/talks",
    "status": "withdrawn",
    "modified": (MORNING + 5 * HOUR).isoformat(),
    "published": (MORNING + HOUR).isoformat(),
}
LATE = record(
    "Drones damaged a power substation in the Odesa region, the energy ministry said on Wednesday.",
    1,
    url="https://wire.example/substation",
    fetched_at=(MORNING + 6 * HOUR).isoformat(),
)
EVERYTHING = [FIRST, CORRECTED, OTHER, KILLED, LATE]


@pytest.fixture
def told(settings, vocabulary, tmp_path):
    """Read records in turn into a store of its own; tell the findings at some hour, or now."""

    def call(*batches, hour=None, now=None, name="told.db"):
        path = tmp_path / name
        with open_sqlite(path) as store:
            for number, batch in enumerate(batches):
                file = tmp_path / f"{name}-{number}.jsonl"
                file.write_text("".join(json.dumps(one) + "\n" for one in batch), "utf-8")
                ingest(
                    [str(file)],
                    store=store,
                    settings=replace(settings, store=path),
                    vocabulary=vocabulary,
                    received_at=now,
                )
            return analyse(
                store=store,
                settings=replace(settings, store=path),
                theatre=theatre(vocabulary, "ukraine"),
                vocabulary=vocabulary,
                engines=Engines(),
                since=MORNING - HOUR,
                until=MORNING + 12 * HOUR,
                as_of=None if hour is None else MORNING + hour * HOUR,
            )

    return call


def standing(analysis):
    return {f.question.key: f.answers for f in analysis.findings if f.status != "withdrawn"}


def words(analysis):
    return " ".join(a.text for f in analysis.findings if f.status != "withdrawn" for a in f.answers)


def test_a_corrected_number_is_the_present_and_the_old_one_the_past(told):
    now = told([FIRST], [CORRECTED])
    then = told(hour=1)
    assert "112" in words(now)
    assert "120" not in words(now)
    assert "120" in words(then)
    assert any(why.startswith("replaced") for why in now.taken_back.values())


def test_what_rested_on_a_killed_report_is_withdrawn_from_then_on(told):
    after = told([OTHER, KILLED])
    before = told(hour=4)
    assert {one.status for one in after.findings} == {"withdrawn"}
    assert all(
        "withdrawn by the publisher on 12 March 2025" in f.reasons[-1] for f in after.findings
    )
    assert before.findings
    assert "withdrawn" not in {one.status for one in before.findings}
    assert {f.question.key for f in after.findings} == {f.question.key for f in before.findings}


def test_a_late_report_is_in_the_present_alone(told):
    early = told([FIRST, OTHER], hour=4)
    assert told([LATE], hour=4).findings == early.findings
    seen = [{a.url for a in told(hour=hour).articles} for hour in (4, 6, None)]
    assert [LATE["url"] in urls for urls in seen] == [False, True, True]


def test_a_change_that_nothing_dates_is_dated_by_our_clock(told):
    undated = {key: value for key, value in CORRECTED.items() if key != "modified"}
    received = MORNING + 8 * HOUR
    now = told([FIRST], [undated], now=received)
    assert "112" in words(now)
    assert "120" not in words(now)
    assert "120" in words(told(hour=7))
    assert "112" in words(told(hour=8))


def test_a_notice_that_nothing_dates_holds_from_when_it_came(told):
    notice = {key: KILLED[key] for key in ("source", "url", "status")}
    after = told([OTHER], [notice], now=MORNING + 8 * HOUR)
    assert {one.status for one in after.findings} == {"withdrawn"}
    assert "withdrawn" not in {one.status for one in told(hour=7).findings}


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrival_gives_the_same_findings_at_every_hour(told, seed):
    shuffled = random.Random(seed).sample(EVERYTHING, len(EVERYTHING))
    told(EVERYTHING, name="in-order.db")
    told(*([one] for one in shuffled), name="shuffled.db")
    for hour in (2, 4, None):
        left, right = (told(hour=hour, name=f"{name}.db") for name in ("in-order", "shuffled"))
        assert left.findings == right.findings
        assert left.manifest.run_id == right.manifest.run_id


def test_the_past_is_the_same_whatever_came_since(told):
    before = told([FIRST, OTHER], hour=2)
    for number in range(len(EVERYTHING)):
        told(EVERYTHING[: number + 1])
        assert told(hour=2).findings == before.findings
