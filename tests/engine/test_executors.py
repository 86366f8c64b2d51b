import operator
import os
from functools import partial

import pytest

from sitrep.engine.executors import Fault, Group, Inline, Map, Merge
from sitrep.engine.processes import Processes, WorkerLost, executor
from sitrep.settings import Settings

# What a worker runs must be importable there: the standard library's own callables will do.
TRIPLE = Map(name="triple", load=partial(partial, operator.mul, 3), chunk=4)
INVERT = Map(name="invert", load=partial(partial, operator.truediv, 1), chunk=2)
TOTAL = Group(name="total", load=partial(partial, sum), chunk=1)

EXECUTORS = {
    "inline": Inline,
    "one worker": partial(Processes, workers=1),
    "processes": partial(Processes, workers=2),
    "1 shard": partial(Processes, workers=2, shards=1),
    "2 shards": partial(Processes, workers=2, shards=2),
    "7 shards": partial(Processes, workers=2, shards=7),
}
every_executor = pytest.mark.parametrize("make", EXECUTORS.values(), ids=EXECUTORS)


@every_executor
def test_results_come_in_the_order_of_the_items(make):
    with make() as workers:
        assert list(workers.map(TRIPLE, iter(range(50)))) == [3 * n for n in range(50)]
        assert list(workers.map(TRIPLE, [])) == []


@every_executor
def test_an_item_that_fails_is_a_fault_and_the_others_go_on(make):
    with make() as workers:
        halves = list(workers.map(INVERT, [1, 0, 4]))
    assert halves == [1.0, Fault("ZeroDivisionError: division by zero"), 0.25]


@every_executor
def test_blocks_come_by_key_whatever_their_order(make):
    with make() as workers:
        assert list(workers.group(TOTAL, {"b": [1, 2], "a": [3], "c": []})) == [
            ("a", 3),
            ("b", 3),
            ("c", 0),
        ]


@every_executor
def test_everything_at_once_runs_here(make):
    with make() as workers:
        assert workers.merge(Merge(name="sorted", run=sorted), [3, 1, 2]) == [1, 2, 3]


def test_few_items_are_not_worth_workers():
    stage = Map(name="few", load=TRIPLE.load, inline_below=10)
    with Processes(workers=2) as workers:
        assert list(workers.map(stage, range(9))) == [3 * n for n in range(9)]
        assert workers._pool is None
        assert list(workers.map(stage, range(10))) == [3 * n for n in range(10)]
        assert workers._pool is not None


def test_a_stage_keeps_its_workers_from_one_call_to_the_next():
    with Processes(workers=2) as workers:
        list(workers.map(TRIPLE, range(8)))
        pool = workers._pool
        list(workers.map(TRIPLE, range(8)))
        assert workers._pool is pool
        list(workers.map(INVERT, [1, 2]))
        assert workers._pool is not pool


def test_items_are_taken_only_as_they_are_needed():
    taken = []

    def items():
        for number in range(10_000):
            taken.append(number)
            yield number

    with Processes(workers=2) as workers:
        next(workers.map(TRIPLE, items()))
    assert len(taken) < 100


def test_a_worker_that_dies_is_one_clear_error():
    deadly = Map(name="deadly", load=partial(partial, os._exit), chunk=1)
    with Processes(workers=2) as workers, pytest.raises(WorkerLost, match="memory"):
        list(workers.map(deadly, [1, 1]))


def test_the_settings_choose_the_executor(tmp_path):
    assert isinstance(executor(Settings(store=tmp_path, executor="inline")), Inline)
    assert isinstance(executor(Settings(store=tmp_path)), Processes)
