"""Drafts of another writer into a brief: each through every gate, or the built-in one stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from sitrep.brief.verify.brief import passage, reported
from sitrep.brief.verify.check import GATES, check
from sitrep.brief.verify.evidence import Evidence, Form, Known
from sitrep.brief.verify.rewrite import rewritten
from sitrep.brief.write.drafted import ill_formed
from sitrep.brief.write.sameness import content_words, quotes, same
from sitrep.model.base import Record
from sitrep.model.brief import Brief, BriefSentence, Paragraph, WriterUse
from sitrep.model.ids import make_id
from sitrep.model.issues import Issue
from sitrep.model.pictures import Pictures

SAME_NEWS = 0.5
"""A draft has at least this share of the built-in sentence's content words: it may cut, but the
sentence was chosen for what it tells."""
SHOWN = 300
"""Characters of a refused draft that the issue shows."""
Change = Callable[[str, Form, BriefSentence], BriefSentence]


class Ground(Record, frozen=True, kw_only=True):
    """What drafts are checked against: the articles' texts by id, and who is who on the day."""

    texts: Mapping[str, str]
    known: Known


def redraft(
    brief: Brief, drafts: Mapping[str, str], *, by: tuple[str, str], ground: Ground
) -> tuple[Brief, tuple[Issue, ...]]:
    """Return `brief` with the `drafts` that hold in place of its sentences, and why others do not.

    `drafts` are by `Assignment.part`; `by` is the writer's name and model. A draft keeps the
    citations, findings and label of the sentence whose place it takes. The same brief and drafts
    give the same result.
    """
    desk = _Desk(brief, drafts, by[0], ground)
    changed = replace(
        brief,
        headline=desk.take("headline", "headline", brief.headline),
        key_points=tuple(
            desk.take(f"key point {number}", "key_point", point)
            for number, point in enumerate(brief.key_points, 1)
        ),
        lead=_paragraphs("lead", brief.lead, desk.take),
        analysis=_paragraphs("analysis", brief.analysis, desk.take),
    )
    changed = replace(changed, pictures=_renamed(brief, changed))
    use = desk.use(by[1])
    told = tuple(one.text for _, _, one in reported(changed))
    notes = (*brief.method.notes, *_notes(use, desk.printed))
    written = replace(
        changed,
        id=make_id("brf", brief.id, *by, told),
        method=replace(brief.method, notes=notes, writer=use),
    )
    return written, tuple(desk.issues)


def _renamed(before: Brief, after: Brief) -> Pictures | None:
    """Return the pictures with the sentences beside marks on the map as they now stand."""
    if before.pictures is None or before.pictures.map is None:
        return before.pictures
    pairs = zip(reported(before), reported(after), strict=True)
    now = {old.text: new.text for (_, _, old), (_, _, new) in pairs}
    shown = before.pictures.map
    marks = tuple(replace(mark, note=now.get(mark.note, mark.note)) for mark in shown.marks)
    return replace(before.pictures, map=replace(shown, marks=marks))


def _paragraphs(
    part: str, paragraphs: tuple[Paragraph, ...], change: Change
) -> tuple[Paragraph, ...]:
    return tuple(
        replace(
            paragraph,
            sentences=tuple(
                change(f"{part} {number}.{place}", "sentence", sentence)
                for place, sentence in enumerate(paragraph.sentences, 1)
            ),
        )
        for number, paragraph in enumerate(paragraphs, 1)
    )


@dataclass(slots=True)
class _Desk:
    """Drafts as they come in, and what became of them."""

    brief: Brief
    drafts: Mapping[str, str]
    writer: str
    ground: Ground
    printed: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unchanged: int = 0
    missing: int = 0
    _standing: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Remember what stands in the brief: nothing is to stand in it twice."""
        self._standing = {part: one.text for part, _, one in reported(self.brief)}

    def take(self, part: str, form: Form, sentence: BriefSentence) -> BriefSentence:
        """Return the draft for a place of the brief if it holds, else the sentence that is there.

        A headline has no full stop, as the built-in one.
        """
        if not sentence.citations:
            return sentence
        draft = self.drafts.get(part, "")
        text = draft.rstrip(".") if form == "headline" else draft
        if not text:
            self.missing += 1
            return sentence
        if text == sentence.text:
            self.unchanged += 1
            return sentence
        reasons = list(dict.fromkeys(self._faults(part, form, sentence, text)))
        if reasons:
            self._refuse(part, text, reasons)
            return sentence
        self.printed.append(part)
        self._standing[part] = text
        return replace(
            sentence, text=text, writer=self.writer, gates=GATES, instead_of=sentence.text
        )

    def _faults(self, part: str, form: Form, sentence: BriefSentence, text: str) -> Iterator[str]:
        """Yield why a draft is not printed; a form at fault is not read any further."""
        quoted = [citation.quote for citation in sentence.citations]
        fault = ill_formed(text, form, (sentence.text, *quoted))
        if fault:
            yield fault
            return
        verdict = check(text, self._evidence(sentence), form=form)
        yield from (f"gate {gate.name} ({gate.reason})" for gate in verdict.failed)
        lost = rewritten(text, sentence.text, self.ground.known)
        yield from (f"gate {fault.gate} ({fault.reason})" for fault in lost)
        wanted = content_words(sentence.text)
        if len(content_words(text) & wanted) < SAME_NEWS * len(wanted):
            yield "tells-something-else"
        others = (
            other for place, other in self._standing.items() if place not in {part, "headline"}
        )
        if form != "headline" and any(same(text, other) for other in others):
            yield "said-already"
        quotation = self.brief.quotation
        if quotation and quotes(text, quotation.text) and not quotes(sentence.text, quotation.text):
            yield "kept-for-the-quotation"

    def _evidence(self, sentence: BriefSentence) -> Evidence:
        sources = {source.article_id: source for source in self.brief.sources}
        passages = tuple(
            passage(
                citation,
                text=self.ground.texts.get(citation.article_id),
                outlet=sources[citation.article_id].outlet,
                published_at=sources[citation.article_id].published_at,
            )
            for citation in sentence.citations
        )
        return Evidence(passages=passages, known=self.ground.known)

    def _refuse(self, part: str, text: str, reasons: list[str]) -> None:
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        self.issues.append(
            Issue(
                stage="brief",
                severity="note",
                subject=part,
                code="draft-refused",
                message=f"{part}: draft {shown!a} refused: {'; '.join(reasons)}",
            )
        )

    def use(self, model: str) -> WriterUse:
        """Return how the drafts fared."""
        printed, refused = len(self.printed), len(self.issues)
        return WriterUse(
            name=self.writer,
            model=model,
            asked=printed + self.unchanged + refused + self.missing,
            printed=printed,
            unchanged=self.unchanged,
            refused=refused,
            missing=self.missing,
        )


def _notes(use: WriterUse, printed: list[str]) -> Iterator[str]:
    """Yield who wrote what, for the method note."""
    yield (
        f"Writer {use.name} (model {use.model}) was asked for {use.asked} sentences: "
        f"{use.printed} printed, {use.refused} refused, {use.unchanged} no other than the "
        f"built-in one, {use.missing} not given. The built-in writer wrote the rest."
    )
    if printed:
        yield f"Written by {use.name}: {', '.join(printed)}."
