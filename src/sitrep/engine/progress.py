"""How a run tells how far it is; only app prints."""

from typing import Protocol


class Progress(Protocol):
    """Is called with the stage, what is done and, where it is known, the total."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note of how far `stage` is."""


def silent(stage: str, done: int, total: int | None) -> None:
    """Say nothing."""
