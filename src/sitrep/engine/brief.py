"""From an analysis to the material of a brief."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.engine import versions
from sitrep.engine.analysis import Analysis
from sitrep.engine.editions import REPLACED
from sitrep.engine.ingest import IngestReport
from sitrep.ledger.review import marked, sided
from sitrep.model.brief import LeftOut
from sitrep.model.pictures import Pictures, TheatreMap
from sitrep.model.reference import Reference
from sitrep.trackers.strikes_pictures import plot, series
from sitrep.trackers.strikes_tally import tallies
from sitrep.vocabulary.spelling import Spelling
from sitrep.vocabulary.types import Theatre, Vocabulary
from sitrep.vocabulary.wording import party_country


def material(  # noqa: PLR0913 - the parts of a brief, each named at the call
    analysis: Analysis,
    *,
    theatre: Theatre,
    vocabulary: Vocabulary,
    read: IngestReport | None,
    references: Sequence[Reference] = (),
    spelling: Spelling = "british",
) -> Material:
    """Return what the brief of `analysis` is made of; `read` is what this run read, if anything.

    `references` are published series and maps that its pictures show, up to the window's end.
    """
    return Material(
        theatre=theatre,
        vocabulary=marked(vocabulary, analysis.decisions),
        articles={article.id: article for article in analysis.articles},
        hashes=analysis.hashes,
        claims={claim.id: claim for claim in analysis.claims},
        lineage=sided(analysis.lineage, analysis.decisions),
        findings=tuple(finding for finding in analysis.findings if not finding.hidden),
        states=analysis.states,
        outlook=analysis.outlook,
        since=analysis.window.since,
        until=analysis.window.until,
        as_of=analysis.window.as_of,
        documents_read=read.read if read else len(analysis.articles),
        on_theatre=len(analysis.on_theatre),
        left_out=_left_out(analysis, read),
        version=versions.code_version(),
        run_id=analysis.manifest.run_id,
        before=analysis.before,
        previous=analysis.previous,
        pictures=_pictures(analysis, theatre, references),
        spelling=spelling,
    )


def _left_out(analysis: Analysis, read: IngestReport | None) -> tuple[LeftOut, ...]:
    """Return why articles that were read are not in the brief, and how many."""
    off = len(analysis.articles) - len(analysis.on_theatre) - len(analysis.taken_back)
    reasons = [LeftOut(reason="not on this conflict", count=off)] if off else []
    undated = analysis.counts.get("undated", 0)
    replaced = sum(why.startswith(REPLACED) for why in analysis.taken_back.values())
    withdrawn = len(analysis.taken_back) - replaced
    if replaced:
        reasons.append(LeftOut(reason="replaced by a newer text", count=replaced))
    if withdrawn:
        reasons.append(LeftOut(reason="withdrawn", count=withdrawn))
    if undated:
        reasons.append(LeftOut(reason="without a date", count=undated))
    if read and read.textless:
        reasons.append(LeftOut(reason="without usable text", count=read.textless))
    return tuple(reasons)


def last_day(end: datetime | None) -> date | None:
    """Return the last day of a window that ends before `end`, None where it is open."""
    return (end - timedelta(microseconds=1)).date() if end else None


def _pictures(analysis: Analysis, theatre: Theatre, references: Sequence[Reference]) -> Pictures:
    ends = [end for end in (analysis.window.as_of, analysis.window.until) if end is not None]
    until = last_day(min(ends, default=None))
    shown = [finding for finding in analysis.findings if not finding.hidden]
    ground = TheatreMap(
        title=f"{theatre.name}: places of this brief",
        alternative="",
        region=theatre.region,
        parties=tuple(party_country(one.actor, theatre) for one in theatre.parties),
    )
    if any(reference.layers for reference in references):
        # shapely takes a fifth of a second to load, and most briefs have no map source
        from sitrep.trackers.control_pictures import credits_of, map_areas  # noqa: PLC0415

        areas = map_areas(references, theatre, until)
        ground = replace(ground, areas=areas, credits=credits_of(references))
    return Pictures(
        map=ground,
        strikes=plot(tallies(shown, theatre), theatre),
        series=series(references, theatre, until=until) if until else (),
    )
