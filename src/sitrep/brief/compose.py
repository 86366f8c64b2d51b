"""Material to a brief: each part in turn, every sentence through the gates."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from sitrep.brief import quotation
from sitrep.brief.assess import assess, length
from sitrep.brief.changes import since_last
from sitrep.brief.material import Material
from sitrep.brief.pictures import pictures
from sitrep.brief.plan.arrange import arrange
from sitrep.brief.plan.outline import TITLES, Outline
from sitrep.brief.select import Selector
from sitrep.brief.sources import FOLDING, Sources
from sitrep.brief.status import status
from sitrep.brief.tables import contested
from sitrep.brief.write.headline import Headline, headline
from sitrep.brief.write.sameness import one_name
from sitrep.brief.write.sentences import Form, Printed, Writer
from sitrep.brief.write.spelling import respelled
from sitrep.model.brief import Brief, BriefSentence, LeftOut, Method, Paragraph
from sitrep.model.extraction import Track
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue


def compose(material: Material) -> tuple[Brief, tuple[Issue, ...]]:
    """Return the brief that `material` carries and the issues met: sentences refused, and why.

    What is told is chosen first, by weight; then it is written in the order in which it is read, so
    that people are introduced where a reader first meets them. With little material the brief is
    short and says so; it never fails for want of reporting.
    """
    trial, sources = Writer(material), Sources(material)
    selector = Selector(trial, Outline(material.findings), beside=length(material.outlook))
    points, notes = selector.key_points()
    quoted = quotation.choose(material, trial)
    trial.kept = quoted.text if quoted else None
    top = headline(trial, points)
    selected = selector.rest(points)
    writer = trial.anew()
    key = tuple(map(sources.sentence, _written(writer, points, "key_point")))
    line = status(material, key, sources, writer)
    leading = _paragraphs(writer, [(None, part) for part in selected.lead], sources)
    analysed = _paragraphs(writer, selected.analysis, sources)
    brief = Brief(
        id=make_id("brf", material.theatre.id, material.run_id),
        theatre=material.theatre.id,
        title=_title(material),
        headline=_headline(top, sources),
        key_points=key,
        lead=leading,
        analysis=analysed,
        outlook=assess(material, sources, writer),
        quotation=quotation.present(quoted, material, sources),
        contested=contested(material, sources),
        changes=(),
        sources=(),
        method=_method(material, writer, notes),
        status=line,
        pictures=pictures(material, key, (*leading, *analysed)),
    )
    brief = respelled(since_last(brief, material, sources, writer), material.spelling)
    return _with_sources(brief, sources), tuple(writer.issues)


def _written(writer: Writer, chosen: Iterable[Printed], form: Form = "sentence") -> list[Printed]:
    """Return the chosen sentences as they read in their place; the gates judge each anew."""
    again = (writer.again(printed, form) for printed in chosen)
    return [printed for printed in again if printed is not None]


def _paragraphs(
    writer: Writer, parts: Iterable[tuple[Track | None, Sequence[Printed]]], sources: Sources
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `parts`, what is about one matter together."""
    names = one_name(writer.material.vocabulary)
    written = [(track, _written(writer, arrange(part, names))) for track, part in parts]
    return tuple(
        Paragraph(
            track=track,
            title=TITLES[track] if track else None,
            sentences=tuple(map(sources.sentence, sentences)),
        )
        for track, sentences in written
        if sentences
    )


def _headline(top: Headline, sources: Sources) -> BriefSentence:
    if not top.parts:
        return BriefSentence(text="No reporting in this window carries a headline", citations=())
    parts = [sources.sentence(part) for part in top.parts]
    return BriefSentence(
        text=top.text,
        citations=tuple(cited for part in parts for cited in part.citations),
        findings=tuple(dict.fromkeys(one for part in parts for one in part.findings)),
        gates=parts[0].gates,
        label=next((part.label for part in parts if part.label), None),
    )


def _title(material: Material) -> str:
    moment: datetime | None = material.until or material.as_of
    when = f"{moment.day} {moment:%B %Y, %H:%M} UTC" if moment else "undated"
    return f"{material.theatre.name} brief · {when}"


def _method(material: Material, writer: Writer, notes: Sequence[str]) -> Method:
    refused = sum(1 for issue in writer.issues if "gate " in issue.message)
    copies = {link.right for link in material.lineage.links if link.relation in FOLDING}
    further = list(notes)
    if refused:
        further.append(f"{refused} findings gave no sentence that passed every gate.")
    return Method(
        theatre=material.theatre.id,
        since=material.since,
        until=material.until,
        as_of=material.as_of,
        documents_read=material.documents_read,
        articles=len(material.articles),
        on_theatre=material.on_theatre,
        folded=len(copies),
        left_out=tuple(sorted(material.left_out, key=_reason)),
        notes=tuple(further),
        version=material.version,
        run_id=material.run_id,
    )


def _reason(left_out: LeftOut) -> str:
    return left_out.reason


def _with_sources(brief: Brief, sources: Sources) -> Brief:
    """Return `brief` with its list of sources, complete once every part has been numbered."""
    return replace(brief, sources=sources.listed())
