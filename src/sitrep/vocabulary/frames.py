"""Framings of the outlook, one for each of some days in turn; the rows stand in frames.yaml."""

from functools import cache
from pathlib import Path

from sitrep.model.base import Record
from sitrep.vocabulary.files import read_typed


class Frames(Record, frozen=True, kw_only=True):
    """The content of `frames.yaml`; all rows have as many columns."""

    rows: tuple[tuple[str, ...], ...]


@cache
def frames() -> Frames:
    """Return the built-in framings, read once in a process."""
    return read_typed(Path(__file__).with_suffix(".yaml"), Frames)
