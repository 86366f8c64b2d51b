"""Runs stages in worker processes, one for each core."""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any, Self, TypeVar

from sitrep.engine.executors import Executor, Fault, Group, Inline, Map, Merge, attempt
from sitrep.model.errors import SitrepError
from sitrep.settings import Settings

I = TypeVar("I")  # noqa: E741 - what goes in
O = TypeVar("O")  # noqa: E741 - what comes out

AHEAD = 3
"""Tasks given out for each worker: enough that none waits, few enough that memory stays flat."""

SHARD_WINDOW = 1024
"""With a number of shards asked for, this many items at a time are cut into that many."""

_THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerLost(SitrepError):  # noqa: N818 - it names what happened
    """A worker process died, most often because memory ran out."""


class Processes:
    """Runs `Map` and `Group` stages over `workers` processes, `Merge` stages here.

    `shards` 0 lets the stage choose how many items a task holds.
    """

    def __init__(self, *, workers: int = 0, shards: int = 0) -> None:
        self._workers = workers or os.cpu_count() or 1
        self._shards = shards
        self._pool: ProcessPoolExecutor | None = None
        self._loaded: object = None

    def map(self, stage: Map[I, O], items: Iterable[I]) -> Iterator[O | Fault]:
        """Return the result for each item, in order."""
        source = iter(items)
        if self._workers == 1:
            yield from Inline().map(stage, source)
            return
        if self._loaded != stage.load:
            first = list(islice(source, stage.inline_below))
            if len(first) < stage.inline_below:
                yield from Inline().map(stage, first)
                return
            source = chain(first, source)
        yield from self._spread(self._workers_for(stage.load), self._cut(source, stage.chunk))

    def group(
        self, stage: Group[I, O], blocks: Mapping[str, Sequence[I]]
    ) -> Iterator[tuple[str, O | Fault]]:
        """Return each block's key and result, by key."""
        keys = sorted(blocks)
        as_map = Map(
            name=stage.name,
            load=stage.load,
            chunk=stage.chunk,
            inline_below=stage.inline_below,
        )
        results = self.map(as_map, (blocks[key] for key in keys))
        yield from zip(keys, results, strict=True)

    def merge(self, stage: Merge[I, O], items: I) -> O:
        """Return the result for everything together."""
        return stage.run(items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._loaded = None

    def _workers_for(self, load: Callable[[], Any]) -> ProcessPoolExecutor:
        """Return workers for a stage; those of the stage before stay while it is the same one."""
        if self._pool is not None and self._loaded == load:
            return self._pool
        self.__exit__()
        self._loaded = load
        self._pool = ProcessPoolExecutor(
            self._workers,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(pickle.dumps(load),),
        )
        return self._pool

    def _cut(self, items: Iterator[I], chunk: int) -> Iterator[list[I]]:
        if not self._shards:
            while part := list(islice(items, chunk)):
                yield part
            return
        while window := list(islice(items, SHARD_WINDOW)):
            size = -(-len(window) // self._shards)
            yield from (window[at : at + size] for at in range(0, len(window), size))

    def _spread(self, pool: ProcessPoolExecutor, shards: Iterator[list[I]]) -> Iterator[Any]:
        waiting: deque[Future[list[Any]]] = deque()
        try:
            for shard in shards:
                waiting.append(pool.submit(_work, shard))
                if len(waiting) >= self._workers * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerLost(
                "a worker process died, most likely for want of memory; try with fewer workers"
            ) from error


def executor(settings: Settings) -> Executor:
    """Return the executor that `settings` ask for."""
    if settings.executor == "inline":
        return Inline()
    return Processes(workers=settings.workers, shards=settings.shards)


class _Worker:
    """What a worker process holds; a process has one."""

    pickled: bytes = b""
    run: Callable[[Any], Any] | None = None


def _begin(pickled: bytes) -> None:
    """Prepare a worker: one thread each, an end when the parent ends, the stage to load.

    An interrupt from the keyboard is the parent's to answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in _THREAD_LIMITS:
        os.environ[name] = "1"
    Thread(target=_end_with_parent, daemon=True).start()
    _Worker.pickled = pickled


def _end_with_parent() -> None:
    """Leave when the parent is gone: a killed run must not leave workers behind."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(shard: list[Any]) -> list[Any]:
    """Run the stage over `shard`, loading it for the first one."""
    if _Worker.run is None:
        _Worker.run = pickle.loads(_Worker.pickled)()  # noqa: S301 - our own parent wrote it
    return [attempt(_Worker.run, item) for item in shard]
