"""How many threads NumPy multiplies in."""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


def one_thread() -> AbstractContextManager[object]:
    """Return a context in which NumPy multiplies in one thread.

    For matrices as small as an article's several threads wait for one another, at twice the
    processor time; and where each core has a worker there is no core to spare.
    """
    limited: AbstractContextManager[object] = _controller().limit(limits=1)
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
