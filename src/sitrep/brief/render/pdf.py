"""A brief on A4 pages, set by Typst: footnotes, page numbers, no request, the same bytes."""

import json
from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.util import find_spec
from typing import Any

from sitrep.brief.render import wording
from sitrep.model.brief import (
    Brief,
    BriefSentence,
    Citation,
    ContestedRow,
    Paragraph,
    Source,
)
from sitrep.model.errors import UsageError

Value = Mapping[str, Any]


def require() -> None:
    """Raise UsageError when the extra that sets pages is not installed."""
    if find_spec("typst") is None:
        raise UsageError('PDF needs an extra: pip install "sitrep-brief[pdf]"')


def render(brief: Brief) -> bytes:
    """Return `brief` as a PDF; raises UsageError as `require` does."""
    require()
    import typst  # noqa: PLC0415 - an extra of 80 MB that only this format needs

    template = resources.files("sitrep.brief.render").joinpath("templates", "brief.typ")
    page = wording.visible(json.dumps(_Page(brief).value(), ensure_ascii=False))
    return bytes(typst.compile(template.read_bytes(), sys_inputs={"page": page}))


class _Page:
    """The words of a page in reading order; a source's first citation carries its footnote."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._sources = {source.number: source for source in brief.sources}
        self._cited: set[int] = set()

    def value(self) -> Value:
        """Return what the template sets, every string as it is to stand."""
        brief = self._brief
        return {
            "title": brief.title,
            "window": wording.window(brief.method),
            "headline": self._sentence(brief.headline),
            "key_points": self._sentences(brief.key_points),
            "status": self._status(),
            "lead": self._paragraphs(brief.lead),
            "analysis": self._paragraphs(brief.analysis),
            "outlook": self._outlook(),
            "quotation": self._quotation(),
            "contested": [self._row(row) for row in brief.contested],
            "changes": [
                self._words(f"{wording.change(one)}: {one.text}", one.citations)
                for one in brief.changes
            ],
            "compared": wording.compared(brief),
            "method": list(wording.method(brief.method)),
            "notices": {
                "key_points": wording.NO_KEY_POINTS,
                "outlook": wording.NO_OUTLOOK,
                "contested": wording.NO_CONTESTED,
            },
        }

    def _status(self) -> Value | None:
        status = self._brief.status
        if status is None:
            return None
        return {**self._words(status.text, status.citations), "name": status.label}

    def _outlook(self) -> Value:
        outlook = self._brief.outlook
        return {
            "question": self._sentences(outlook.question),
            "scenarios": [
                {
                    "name": one.name,
                    "odds": wording.odds(one),
                    "sentences": self._sentences(one.sentences),
                    "indicators": [
                        self._words(wording.sign(sign), sign.citations) for sign in one.indicators
                    ],
                }
                for one in outlook.scenarios
            ],
            "unrated": wording.unrated(outlook),
            "confidence": outlook.confidence,
        }

    def _quotation(self) -> Value | None:
        one = self._brief.quotation
        if one is None:
            return None
        said = self._words(one.text.strip('“”"'), (one.citation,))
        return {**said, "speaker": wording.speaker(one)}

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> list[Value]:
        return [
            {"title": one.title, "sentences": self._sentences(one.sentences)}
            for one in paragraphs
            if one.sentences
        ]

    def _row(self, row: ContestedRow) -> Value:
        answers = [self._words(wording.answer(one), one.citations) for one in row.answers]
        return {
            "question": row.question,
            "answers": answers,
            "origins": wording.origins(row),
            "grade": wording.grade(row.grade),
        }

    def _sentences(self, all_: Iterable[BriefSentence]) -> list[Value]:
        return [self._sentence(one) for one in all_]

    def _sentence(self, one: BriefSentence) -> Value:
        return {**self._words(one.text, one.citations), "label": one.label}

    def _words(self, text: str, citations: tuple[Citation, ...]) -> Value:
        numbers = wording.references(citations)
        return {"text": text, "label": None, "citations": [self._note(n) for n in numbers]}

    def _note(self, number: int) -> Value:
        first = number not in self._cited
        self._cited.add(number)
        return {"number": number, "first": first, "words": _note(self._sources[number])}


def _note(source: Source) -> str:
    """Return a source as its footnote names it."""
    parts = [
        f"{source.outlet}, “{source.title}”",
        wording.published(source),
        source.language if source.language not in {"en", "und"} else None,
        wording.safe_url(source.url),
        f"reliability {source.reliability}",
    ]
    return ", ".join(part for part in parts if part) + "."
