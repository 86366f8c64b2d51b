"""Collects the problems of a run."""

from collections.abc import Iterable
from typing import get_args

from sitrep.model.issues import Issue, Stage

_ORDER = {stage: position for position, stage in enumerate(get_args(Stage))}


class IssueLog:
    """Issues in the order of the stages, the same one once, whatever order they came in."""

    def __init__(self) -> None:
        self._issues: set[Issue] = set()

    def add(self, issues: Iterable[Issue]) -> None:
        """Take up `issues`."""
        self._issues.update(issues)

    def all(self) -> tuple[Issue, ...]:
        """Return the issues by stage, subject, code and message."""
        return tuple(
            sorted(
                self._issues,
                key=lambda issue: (
                    _ORDER[issue.stage],
                    issue.subject,
                    issue.code,
                    issue.message,
                    issue.severity,
                ),
            )
        )
