"""How stages are run: three kinds of stage, one protocol, and the plainest executor.

Whatever the executor and however it shards, results come in the order of the input, so the output
of a run is the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

I = TypeVar("I")  # noqa: E741 - what goes in
O = TypeVar("O")  # noqa: E741 - what comes out

ITEM_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a computation over one item can die of. Such an item becomes a `Fault` and the run goes on;
anything else (no memory, no disk, our own errors) concerns the whole run and is raised."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An item whose stage failed; `error` names the exception and says what it said."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Generic[I, O]):
    """One item at a time.

    `load` is called once in each process and returns the callable; it must be picklable. `chunk` is
    how many items a worker takes at a time; below `inline_below` items starting workers costs more
    than it saves.
    """

    name: str
    load: Callable[[], Callable[[I], O]]
    chunk: int = 16
    inline_below: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[I, O]):
    """All items of one block at a time; `load` as in `Map`."""

    name: str
    load: Callable[[], Callable[[Sequence[I]], O]]
    chunk: int = 16
    inline_below: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Generic[I, O]):
    """A single task over everything."""

    name: str
    run: Callable[[I], O]


class Executor(Protocol):
    """Runs stages; `with` frees what it holds."""

    def map(self, stage: Map[I, O], items: Iterable[I]) -> Iterator[O | Fault]:
        """Return the result for each item, in order, taking few items ahead of the results."""

    def group(
        self, stage: Group[I, O], blocks: Mapping[str, Sequence[I]]
    ) -> Iterator[tuple[str, O | Fault]]:
        """Return each block's key and result, by key."""

    def merge(self, stage: Merge[I, O], items: I) -> O:
        """Return the result for everything together."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def attempt(run: Callable[[I], O], item: I) -> O | Fault:
    """Return the result for `item`, or the fault it died of."""
    try:
        return run(item)
    except ITEM_FAULTS as error:
        return Fault(f"{type(error).__name__}: {error}")


class Inline:
    """Runs every stage here and now."""

    def map(self, stage: Map[I, O], items: Iterable[I]) -> Iterator[O | Fault]:
        """Return the result for each item, in order."""
        run = stage.load()
        for item in items:
            yield attempt(run, item)

    def group(
        self, stage: Group[I, O], blocks: Mapping[str, Sequence[I]]
    ) -> Iterator[tuple[str, O | Fault]]:
        """Return each block's key and result, by key."""
        run = stage.load()
        for key in sorted(blocks):
            yield key, attempt(run, blocks[key])

    def merge(self, stage: Merge[I, O], items: I) -> O:
        """Return the result for everything together."""
        return stage.run(items)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass
