"""Re-checks a finished brief against the stored articles: citations to the letter, and gates."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sitrep.brief.verify.assessment import weigh
from sitrep.brief.verify.check import GATES, check
from sitrep.brief.verify.evidence import Evidence, Form, GateName, Known, Passage
from sitrep.brief.verify.rewrite import rewritten
from sitrep.model.brief import Brief, BriefSentence, Citation
from sitrep.model.issues import Issue


def verify(
    brief: Brief,
    texts: Mapping[str, str],
    *,
    known: Known | None = None,
    own: Passage | None = None,
) -> tuple[Issue, ...]:
    """Return what does not hold in `brief`; empty when all of it does.

    `texts` gives the text of each cited article by id; `known` who is who on the day. `own` holds
    the names that an assessment may use without evidence, the theatre's. Checked
    are the words of every citation (`text[start:end] == quote`, and those around it), its number
    in the list of sources, and every gate that a sentence says it passed. Sentences of the parts
    that report (all but the outlook, which is an assessment) need all gates.
    """
    return tuple(_Check(brief, texts, known or Known(), own).issues())


class _Check:
    """One brief with the texts behind it."""

    def __init__(
        self, brief: Brief, texts: Mapping[str, str], known: Known, own: Passage | None
    ) -> None:
        self.brief, self.texts, self.known, self.own = brief, texts, known, own
        self.sources = {source.number: source for source in brief.sources}

    def issues(self) -> Iterator[Issue]:
        for where, citation in citations(self.brief):
            yield from self._citation(where, citation)
        for where, form, sentence in reported(self.brief):
            yield from self._sentence(where, sentence, form, GATES)
        for where, sentence in assessed(self.brief):
            if set(sentence.gates) == set(GATES):
                yield from self._sentence(where, sentence, "sentence", GATES)
            else:
                yield from self._assessment(where, sentence)
        quotation = self.brief.quotation
        if quotation and quotation.text.strip('“”"') not in quotation.citation.quote:
            told = f"quotation: “{quotation.text}” is not in the words it cites"
            yield self._issue("quotation-differs", told)

    def _issue(self, code: str, message: str) -> Issue:
        return Issue(
            stage="brief", severity="error", subject=self.brief.id, code=code, message=message
        )

    def _citation(self, where: str, citation: Citation) -> Iterator[Issue]:
        source = self.sources.get(citation.source)
        if source is None or source.article_id != citation.article_id:
            told = f"{where}: source {citation.source} is not {citation.article_id}"
            yield self._issue("source-differs", told)
        text = self.texts.get(citation.article_id)
        if text is None:
            told = f"{where}: no article {citation.article_id}; ingest it again to check"
            yield self._issue("article-missing", told)
            return
        start, end = citation.start, citation.end
        if not 0 <= start < end <= len(text) or text[start:end] != citation.quote:
            told = (
                f"{where}: {citation.article_id} [{start}:{end}] does not read “{citation.quote}”"
            )
            yield self._issue("citation-differs", told)
        elif not (
            text[:start].endswith(citation.prefix) and text[end:].startswith(citation.suffix)
        ):
            told = f"{where}: the words around “{citation.quote}” differ in {citation.article_id}"
            yield self._issue("context-differs", told)

    def _assessment(self, where: str, sentence: BriefSentence) -> Iterator[Issue]:
        if not sentence.citations:
            yield self._issue("no-citation", f"{where}: “{sentence.text}” cites nothing")
            return
        passages = [self._passage(citation) for citation in sentence.citations]
        passages += [self.own] if self.own else []
        verdict = weigh(sentence.text, Evidence(passages=tuple(passages), known=self.known))
        for gate in verdict.failed:
            if gate.name in sentence.gates:
                told = f"{where}: “{sentence.text}”: {gate.name}: {gate.reason}"
                yield self._issue("gate-failed", told)

    def _sentence(
        self, where: str, sentence: BriefSentence, form: Form, gates: tuple[GateName, ...]
    ) -> Iterator[Issue]:
        if not sentence.citations:
            if sentence.findings or form != "headline":
                yield self._issue("no-citation", f"{where}: “{sentence.text}” cites nothing")
            return
        passages = [self._passage(citation) for citation in sentence.citations]
        evidence = Evidence(passages=tuple(passages), known=self.known)
        verdict = check(sentence.text, evidence, form=form)
        for gate in verdict.failed:
            if gate.name in gates:
                told = f"{where}: “{sentence.text}”: {gate.name}: {gate.reason}"
                yield self._issue("gate-failed", told)
        if sentence.instead_of is not None:
            for fault in rewritten(sentence.text, sentence.instead_of, self.known):
                told = f"{where}: “{sentence.text}”: {fault.gate}: {fault.reason}"
                yield self._issue("gate-failed", told)

    def _passage(self, citation: Citation) -> Passage:
        source = self.sources.get(citation.source)
        return passage(
            citation,
            text=self.texts.get(citation.article_id),
            outlet=source.outlet if source else None,
            published_at=source.published_at if source else None,
        )


def passage(
    citation: Citation, *, text: str | None, outlet: str | None, published_at: datetime | None
) -> Passage:
    """Return what a citation says, as the gates read it.

    `text` is the article's whole text, `outlet` and `published_at` (UTC) the article's, where the
    citation itself has none.
    """
    stand_in, speaker = citation.stand_in, citation.speaker
    return Passage(
        text=citation.quote,
        outlet=citation.outlet or outlet,
        published_at=citation.told_at or published_at,
        speaker=speaker,
        stands_for={stand_in: speaker} if stand_in and speaker else {},
        quotes=(citation.quote.strip('"“”«»„ '),) if citation.spoken else (),
        article_text=text,
        start=citation.start,
    )


def reported(brief: Brief) -> Iterator[tuple[str, Form, BriefSentence]]:
    """Yield every sentence of the parts that report, with its place ("key point 2") and form."""
    yield "headline", "headline", brief.headline
    for number, point in enumerate(brief.key_points, 1):
        yield f"key point {number}", "key_point", point
    for part, paragraphs in (("lead", brief.lead), ("analysis", brief.analysis)):
        for number, paragraph in enumerate(paragraphs, 1):
            for place, sentence in enumerate(paragraph.sentences, 1):
                yield f"{part} {number}.{place}", "sentence", sentence


def assessed(brief: Brief) -> Iterator[tuple[str, BriefSentence]]:
    """Yield every sentence of the status line and the outlook with its place.

    Signs that stand in a report's own sentence have passed all gates, like any reported sentence.
    """
    if brief.status is not None:
        line = brief.status
        yield "status", BriefSentence(text=line.text, citations=line.citations, gates=line.gates)
    for sentence in brief.outlook.question:
        yield "outlook", sentence
    for number, scenario in enumerate(brief.outlook.scenarios, 1):
        for sentence in scenario.sentences:
            yield f"scenario {number}", sentence
        for sign in scenario.indicators:
            told = BriefSentence(text=sign.text, citations=sign.citations, gates=sign.gates)
            yield f"scenario {number}, sign", told


def citations(brief: Brief) -> Iterator[tuple[str, Citation]]:
    """Yield every citation of the brief with the place it stands in."""
    for where, _, sentence in reported(brief):
        yield from ((where, citation) for citation in sentence.citations)
    for where, sentence in assessed(brief):
        yield from ((where, citation) for citation in sentence.citations)
    if brief.quotation:
        yield "quotation", brief.quotation.citation
    for number, row in enumerate(brief.contested, 1):
        for answer in row.answers:
            yield from ((f"contested {number}", citation) for citation in answer.citations)
    for number, change in enumerate(brief.changes, 1):
        yield from ((f"change {number}", citation) for citation in change.citations)
