"""What a writer is asked for: a sentence for a place of the brief, and what it may rest on."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from sitrep.brief.verify.brief import reported
from sitrep.brief.verify.evidence import WORD_LIMITS, Form
from sitrep.model.base import Record
from sitrep.model.brief import Brief, Citation
from sitrep.model.issues import Issue


class Assignment(Record, frozen=True, kw_only=True):
    """One sentence to draft anew.

    `part` names its place ("key point 2"), `sentence` is the built-in one, which stands unless a
    draft passes; `evidence` is all that a draft may rest on. At most `words` words.
    """

    part: str
    form: Form
    words: int
    sentence: str
    evidence: tuple[Citation, ...]


class Drafts(Record, frozen=True, kw_only=True):
    """What a writer gave: drafts by `Assignment.part`, unchecked, and what went wrong."""

    texts: Mapping[str, str]
    issues: tuple[Issue, ...] = ()


class Writer(Protocol):
    """Whoever drafts sentences: a language model, a person, a test.

    A writer may do I/O and may fail; it never raises for a draft that it cannot give. Nothing it
    says is printed before the gates have passed it.
    """

    @property
    def name(self) -> str:
        """The name in `BriefSentence.writer`."""

    @property
    def model(self) -> str:
        """Which model or person drafted, as the method note says it."""

    def draft(self, assignments: Sequence[Assignment]) -> Drafts:
        """Return drafts for as many of `assignments` as it can."""


def assignments(brief: Brief) -> tuple[Assignment, ...]:
    """Return an assignment for each sentence that reports, in the order of the brief.

    The outlook is an assessment of the trackers, and what cites nothing has nothing to rest on:
    they stay as they are.
    """
    return tuple(
        Assignment(
            part=part,
            form=form,
            words=WORD_LIMITS[form],
            sentence=sentence.text,
            evidence=sentence.citations,
        )
        for part, form, sentence in reported(brief)
        if sentence.citations
    )
