"""Every place of a brief where something is stated on somebody's word."""

from collections.abc import Iterator

from sitrep.brief.verify.brief import assessed, citations, reported
from sitrep.model.base import Record
from sitrep.model.brief import Brief, Citation


class Published(Record, frozen=True, kw_only=True):
    """A stated thing: its place ("key point 2"), its words, what it cites, the findings it tells.

    Only sentences of the parts that report tell findings: a table stands beside its answers.
    """

    where: str
    text: str
    citations: tuple[Citation, ...]
    findings: tuple[str, ...] = ()


def published(brief: Brief) -> Iterator[Published]:
    """Yield what `brief` states, in reading order, with its citations."""
    for where, _, one in reported(brief):
        yield Published(where=where, text=one.text, citations=one.citations, findings=one.findings)
    for where, one in assessed(brief):
        yield Published(where=where, text=one.text, citations=one.citations)
    if brief.quotation is not None:
        said = brief.quotation
        text = f"{said.text} ({said.speaker})"
        yield Published(where="quotation", text=text, citations=(said.citation,))
    for number, row in enumerate(brief.contested, 1):
        for answer in row.answers:
            where, text = f"contested {number}", f"{row.question}: {answer.text}"
            yield Published(where=where, text=text, citations=answer.citations)
    for number, change in enumerate(brief.changes, 1):
        where = f"change {number}"
        yield Published(where=where, text=change.text, citations=change.citations)


def difference(one: Brief, other: Brief) -> str | None:
    """Return the first place where two briefs state other things or cite other words, or None.

    Changes since the last brief are left out: they rest on the brief before as well.
    """
    mine, theirs = (
        [(at, text, quoted) for at, text, quoted in _stated(brief) if not at.startswith("change")]
        for brief in (one, other)
    )
    for left, right in zip(mine, theirs, strict=False):
        if left != right:
            return left[0]
    longer = mine if len(mine) > len(theirs) else theirs
    return longer[min(len(mine), len(theirs))][0] if len(mine) != len(theirs) else None


def _stated(brief: Brief) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    yield from ((one.where, one.text, one.citations) for one in published(brief))
    yield from ((where, "", (citation,)) for where, citation in citations(brief))
