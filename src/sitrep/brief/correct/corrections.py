"""From a published brief and what is known by now to what it must put right."""

from collections.abc import Iterator

from sitrep.brief.correct.findings import of_findings
from sitrep.brief.correct.found import Found, quoted
from sitrep.brief.correct.later import Later
from sitrep.brief.correct.published import Published, published
from sitrep.brief.correct.reports import of_decisions, of_reports
from sitrep.model.brief import Brief
from sitrep.model.corrections import Correction


def corrections(brief: Brief, later: Later) -> tuple[Correction, ...]:
    """Return what to put right in `brief`, in reading order; empty when all of it stands.

    A sentence is listed once for each thing that happened to it: a report withdrawn or corrected,
    a decision of an analyst, a later denial or contradiction, a later count. `later` must hold
    every article that the brief cites.
    """
    return tuple(
        Correction(
            brief=brief.id,
            where=one.where,
            sentence=one.text,
            kind=found.kind,
            happened=found.happened,
            old=found.old,
            new=found.new,
            notice=f"{_head(brief, one)} {found.notice}",
            shown=found.shown,
        )
        for one in published(brief)
        for found in _found(one, later)
    )


def _found(one: Published, later: Later) -> Iterator[Found]:
    told: set[str] = set()
    for found in (*of_reports(one, later), *of_decisions(one, later), *of_findings(one, later)):
        if found.happened not in told:
            told.add(found.happened)
            yield found


def _head(brief: Brief, one: Published) -> str:
    return f"{brief.title.replace(' · ', ' of ')}, {one.where}: {quoted(one.text)}."
