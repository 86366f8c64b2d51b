"""The PDF is set from the brief's own words, the same bytes each time."""

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from sitrep.brief.render.pdf import render
from sitrep.model.brief import Brief, BriefSentence


def words(page: bytes, tmp_path) -> str:
    path = tmp_path / "brief.pdf"
    path.write_bytes(page)
    try:
        return " ".join(" ".join(part.extract_text() for part in PdfReader(path).pages).split())
    except PyPdfError as fault:
        pytest.fail(f"not a PDF: {fault}")


def test_the_words_of_the_brief_stand_on_its_pages(brief: Brief, tmp_path):
    page = words(render(brief), tmp_path)
    assert "Moscow studies truce terms as Ukrainian units leave border villages" in page
    assert "1 of " in page
    assert brief.sources[0].outlet in page


def test_the_same_brief_gives_the_same_bytes(brief: Brief):
    assert render(brief) == render(brief)


def test_cyrillic_and_markup_are_set_as_they_are(brief: Brief, tmp_path):
    hostile = "Сили оборони #panic(1) *bold* $x$ @label <a> \\ "
    page = words(
        render(replace(brief, headline=BriefSentence(text=hostile, citations=()))), tmp_path
    )
    assert "Сили оборони #panic(1) *bold* $x$ @label <a>" in page
