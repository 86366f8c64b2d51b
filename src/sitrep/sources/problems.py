"""Bad input inside this stage: an exception that becomes exactly one `Issue`."""

from sitrep.model.issues import Issue, Severity


class BadInput(Exception):  # noqa: N818 - it names the input, and never leaves the stage
    """A file or record cannot be used; `code` and `reason` go into its issue."""

    def __init__(self, code: str, reason: str) -> None:
        """Say what is wrong: a stable kebab-case `code` and a `reason` in words."""
        super().__init__(reason)
        self.code, self.reason = code, reason


def subject(path: str, record: int | None = None) -> str:
    """Name a file, or a record in it, as issues do: `reports.jsonl[7]`."""
    return path if record is None else f"{path}[{record}]"


def issue(where: str, code: str, reason: str, *, severity: Severity = "warning") -> Issue:
    """Return the issue of the sources stage for the file or record `where`."""
    message = f"{where}: {reason}"
    return Issue(stage="sources", severity=severity, subject=where, code=code, message=message)
