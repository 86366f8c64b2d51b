"""One error tree.

SitrepError
├── UsageError           the call is wrong: bad option, missing file       (exit code 2)
├── NothingUsable        no input could be read                            (exit code 2)
├── VocabularyError      a vocabulary file is wrong: file, line and field  (exit code 2)
└── StoreError           the store cannot be opened, read or written       (exit code 3)
    └── StoreBusy        another process holds it; a later try may succeed

Problems with single inputs are not errors but `Issue` records: the run goes on.
"""


class SitrepError(Exception):
    """Base of every error Sitrep raises on purpose; the message says what to do."""

    exit_code = 1


class UsageError(SitrepError):
    """The call is wrong: a bad option, a missing file, an unknown theatre."""

    exit_code = 2


class NothingUsable(SitrepError):  # noqa: N818 - it names a state of the input, not a fault
    """No input could be read."""

    exit_code = 2


class VocabularyError(SitrepError):
    """A vocabulary file is wrong."""

    exit_code = 2

    def __init__(self, *, file: str, line: int | None, field: str, problem: str) -> None:
        """Say where (`file`, 1-based `line`, `field` path) and what is wrong."""
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {field}: {problem}")
        self.file, self.line, self.field = file, line, field


class StoreError(SitrepError):
    """The store cannot be opened, read or written."""

    exit_code = 3


class StoreBusy(StoreError):  # noqa: N818 - it names a state
    """Another process is writing to the store; a later try may succeed."""
