"""Material to a brief: each part in turn, every sentence through the gates."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from sitrep.brief.assess import assess
from sitrep.brief.material import Material
from sitrep.brief.pictures import pictures, status
from sitrep.brief.plan.outline import FURTHER_TRACKS, MAIN_TRACKS, TITLES, Budget, Outline
from sitrep.brief.quotation import choose, present
from sitrep.brief.sources import FOLDING, Sources
from sitrep.brief.tables import changes, contested
from sitrep.brief.write.headline import headline
from sitrep.brief.write.sentences import Form, Printed, Writer
from sitrep.model.brief import Brief, BriefSentence, LeftOut, Method, Paragraph
from sitrep.model.findings import Finding
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue

KEY_POINTS = 3
BUDGET = Budget()


def compose(material: Material) -> tuple[Brief, tuple[Issue, ...]]:
    """Return the brief that `material` carries and the issues met: sentences refused, and why.

    With little material the brief is short and says so; it never fails for want of reporting.
    """
    writer, outline, sources = Writer(material), Outline(material.findings), Sources(material)
    points, notes = _key_points(writer, outline)
    quoted = choose(material, writer)
    writer.kept = quoted.text if quoted else None
    top = headline(writer, points)
    writer.begin_part()
    lead = _lead(writer, outline)
    analysis = _analysis(writer, outline)
    key_points = tuple(sources.sentence(point) for point in points)
    leading, analysed = _paragraphs(lead, sources), _paragraphs(analysis, sources)
    brief = Brief(
        id=make_id("brf", material.theatre.id, material.run_id),
        theatre=material.theatre.id,
        title=_title(material),
        headline=_headline(top, sources),
        key_points=key_points,
        lead=leading,
        analysis=analysed,
        outlook=assess(material, sources, writer),
        quotation=present(quoted, material, sources),
        contested=contested(material, sources),
        changes=changes(material, sources),
        sources=(),
        method=_method(material, writer, notes),
        status=status(material, sources),
        pictures=pictures(material, key_points, (*leading, *analysed)),
    )
    return _with_sources(brief, sources), tuple(writer.issues)


def _fill(
    writer: Writer, outline: Outline, findings: Iterable[Finding], most: int, form: Form
) -> list[Printed]:
    """Return up to `most` sentences, one for each of the first `findings` that give one."""
    out: list[Printed] = []
    for finding in list(findings):
        if len(out) == most:
            break
        printed = writer.write(finding, form)
        if printed is not None:
            outline.use(finding)
            out.append(printed)
    return out


def _key_points(writer: Writer, outline: Outline) -> tuple[list[Printed], list[str]]:
    """Return three key points, the most important first, and notes on tracks without reporting."""
    points: list[Printed] = []
    notes: list[str] = []
    for track in MAIN_TRACKS:
        found = _fill(writer, outline, outline.of(track), 1, "key_point")
        points += found
        if not found:
            notes.append(f"No key point on {TITLES[track].lower()}: no reporting carries one.")
    points += _fill(writer, outline, outline.of(), KEY_POINTS - len(points), "key_point")
    if len(points) < KEY_POINTS:
        notes.append(f"Only {len(points)} of {KEY_POINTS} key points: too little reporting.")
    return sorted(points, key=lambda p: (-p.finding.importance, p.finding.id)), notes


def _lead(writer: Writer, outline: Outline) -> list[tuple[str | None, list[Printed]]]:
    military = _fill(
        writer, outline, outline.of("ground", "strikes"), BUDGET.lead_ground, "sentence"
    )
    diplomacy = _fill(writer, outline, outline.of("diplomacy"), BUDGET.lead_diplomacy, "sentence")
    return [(None, part) for part in (military, diplomacy) if part]


def _analysis(writer: Writer, outline: Outline) -> list[tuple[str | None, list[Printed]]]:
    parts: list[tuple[str | None, list[Printed]]] = []
    for track in (*MAIN_TRACKS, *FURTHER_TRACKS):
        main = track in MAIN_TRACKS
        most = BUDGET.main_track if main else BUDGET.further_track
        printed = _fill(writer, outline, outline.of(track), most, "sentence")
        if printed:
            parts.append((track, _by_story(printed)))
    return parts


def _by_story(printed: Sequence[Printed]) -> list[Printed]:
    """Return the sentences with those of one story together, stories by their first sentence."""
    order: dict[str, int] = {}
    for sentence in printed:
        order.setdefault(_story(sentence), len(order))
    return sorted(printed, key=lambda s: order[_story(s)])


def _story(sentence: Printed) -> str:
    return next(iter(sentence.finding.stories), sentence.finding.id)


def _paragraphs(
    parts: Iterable[tuple[str | None, list[Printed]]], sources: Sources
) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            track=track,
            title=TITLES[track] if track else None,
            sentences=tuple(sources.sentence(printed) for printed in printed_sentences),
        )
        for track, printed_sentences in parts
    )


def _headline(top: Printed | None, sources: Sources) -> BriefSentence:
    if top is None:
        return BriefSentence(text="No reporting in this window carries a headline", citations=())
    sentence = sources.sentence(top)
    return BriefSentence(
        text=sentence.text.rstrip("."),
        citations=sentence.citations,
        findings=sentence.findings,
        gates=sentence.gates,
        label=sentence.label,
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
    if material.previous is None:
        further.append("No earlier brief of this theatre is in the store to compare with.")
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
