"""The store and briefs in files, opened for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from sitrep.model.brief import Brief
from sitrep.model.errors import UsageError
from sitrep.store.protocol import Store
from sitrep.store.sqlite import open_sqlite


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open the store at `path`, making its folder if need be; raises StoreError, UsageError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(
            f"{path.parent}: the store's folder cannot be made ({fault.strerror}); choose another "
            "file with --store"
        ) from fault
    with open_sqlite(path) as store:
        yield store


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """Open a store that must exist; raises UsageError that says how to fill one."""
    if not path.exists():
        raise UsageError(f"{path}: no store here yet; run `sitrep ingest REPORTS` first")
    with opened(path) as store:
        yield store


def brief_file(path: Path) -> Brief:
    """Return the brief that a file holds as JSON; raises UsageError that names the file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Brief)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read ({fault.strerror})") from fault
    except msgspec.DecodeError as fault:
        raise UsageError(f"{path}: is no brief in JSON ({fault})") from fault
