from msgspec.structs import replace

from sitrep.brief.render.text import COLUMNS, render
from sitrep.model.brief import Brief, BriefOutlook


def test_no_line_but_an_address_is_wider_than_the_columns(brief: Brief):
    wide = [line for line in render(brief).splitlines() if len(line) > COLUMNS]
    assert all(line.strip().startswith("http") for line in wide)


def test_sentences_name_their_sources_and_the_sources_follow(brief: Brief):
    page = " ".join(render(brief).split())
    assert "six people were hurt in Kharkiv. [3, 5]" in page
    first = brief.sources[0]
    assert f"1. {first.outlet}, “{first.title}”" in page


def test_answers_stand_under_their_question(brief: Brief):
    lines = render(brief).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Who holds"))
    assert lines[at + 1].startswith("  - Russian troops, since 12 March")


def test_empty_parts_say_so(brief: Brief):
    bare = replace(
        brief, key_points=(), lead=(), analysis=(), quotation=None, contested=(), changes=(),
        sources=(), outlook=BriefOutlook(question=(), scenarios=(), confidence=""),
    )  # fmt: skip
    page = render(bare)
    assert "The reports read carry no key point" in page
    assert "No source is cited." in page
