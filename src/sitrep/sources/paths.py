"""Which files are read, and in which order."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitrep.model.errors import UsageError

STANDARD_INPUT = "-"


def require_present(paths: Sequence[str]) -> None:
    """Raise `UsageError`, naming them, when paths do not exist or none is given."""
    if not paths:
        raise UsageError("no input: name files or folders with reports, or - for standard input")
    missing = [path for path in paths if path != STANDARD_INPUT and not Path(path).exists()]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")


def files_of(path: str) -> Iterator[str]:
    """Yield the files of `path`: itself, or all files of a folder in sorted order of their paths.

    Hidden files and folders (a leading dot), pipes and devices are passed over; links to folders
    are not followed. A folder that cannot be opened stands for itself, so that reading it is told.
    """
    if not Path(path).is_dir():
        yield path
        return
    found: list[str] = []
    closed: list[str] = []
    for folder, subfolders, names in os.walk(path, onerror=lambda at: closed.append(at.filename)):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        files = (Path(folder, name) for name in names if not name.startswith("."))
        found += [str(file) for file in files if file.is_file() or not file.exists()]
    yield from sorted([*found, *closed])
