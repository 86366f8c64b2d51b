"""One frozen `Settings`, read once in app/ and passed down."""

from pathlib import Path
from typing import Literal

from sitrep.model.base import Record


class Limits(Record, frozen=True, kw_only=True):
    """What one input may cost, in bytes, levels and characters; more is an issue, not a crash."""

    file_bytes: int = 512 * 2**20
    record_bytes: int = 16 * 2**20
    expansion: int = 200
    """A gzip member may grow to at most this many times its size (bombs grow a thousandfold)."""
    depth: int = 64
    text_chars: int = 400_000
    sentence_chars: int = 2_000


class Settings(Record, frozen=True, kw_only=True):
    """What a run depends on besides its input.

    `vocabulary` is a folder of theatre files read before the built-in ones; `executor` and
    `workers`
    change speed, never output.
    """

    store: Path
    theatre: str = "ukraine"
    vocabulary: Path | None = None
    executor: Literal["inline", "processes"] = "processes"
    workers: int = 0
    """0: one for each core."""
    shards: int = 0
    """0: as many as the executor likes."""
    window_hours: int = 24
    spelling: Literal["british", "american"] = "british"
    window_articles: int = 50_000
    """The most articles of a window that a run reads and holds, the newest: it bounds the memory of
    lineage, stories and ledger, whatever the store holds (docs/benchmarks.md says how much)."""
    limits: Limits = Limits()
