"""From an analysis to the material of a brief."""

from sitrep.brief.material import Material
from sitrep.engine import versions
from sitrep.engine.analysis import Analysis
from sitrep.engine.ingest import IngestReport
from sitrep.model.brief import LeftOut
from sitrep.vocabulary.types import Theatre, Vocabulary


def material(
    analysis: Analysis, *, theatre: Theatre, vocabulary: Vocabulary, read: IngestReport | None
) -> Material:
    """Return what the brief of `analysis` is made of; `read` is what this run read, if anything."""
    off = len(analysis.articles) - len(analysis.on_theatre)
    reasons = [LeftOut(reason="not on this theatre", count=off)] if off else []
    undated = analysis.counts.get("undated", 0)
    if undated:
        reasons.append(LeftOut(reason="without a date", count=undated))
    if read and read.textless:
        reasons.append(LeftOut(reason="without usable text", count=read.textless))
    return Material(
        theatre=theatre,
        vocabulary=vocabulary,
        articles={article.id: article for article in analysis.articles},
        hashes=analysis.hashes,
        claims={claim.id: claim for claim in analysis.claims},
        lineage=analysis.lineage,
        findings=analysis.findings,
        states=analysis.states,
        outlook=analysis.outlook,
        since=analysis.window.since,
        until=analysis.window.until,
        as_of=analysis.window.as_of,
        documents_read=read.read if read else len(analysis.articles),
        on_theatre=len(analysis.on_theatre),
        left_out=tuple(reasons),
        version=versions.code_version(),
        run_id=analysis.manifest.run_id,
        previous=analysis.previous,
    )
