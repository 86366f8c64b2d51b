from msgspec.structs import replace

from sitrep.brief.render import markdown
from sitrep.brief.render.text import COLUMNS, render
from sitrep.model.brief import Brief, BriefOutlook, StatusLine


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


def test_the_state_of_the_truce_stands_before_the_lead_in_every_text_form(brief: Brief):
    status = StatusLine(label="Ceasefire", text="proposed", citations=brief.headline.citations)
    told = replace(brief, status=status)
    number = brief.headline.citations[0].source
    assert f"CEASEFIRE. proposed [{number}]" in render(told)
    assert f"**Ceasefire.** proposed [{number}]" in markdown.render(told)
    assert "CEASEFIRE" not in render(replace(brief, status=None))


def test_who_an_answer_names_itself_is_not_named_again(brief: Brief):
    row = brief.contested[0]
    denied = replace(row.answers[0], text="denied by Ukraine", claimants=("Ukraine",))
    page = render(replace(brief, contested=(replace(row, answers=(denied,)),)))
    assert "denied by Ukraine (Ukraine)" not in page
    assert "denied by Ukraine" in page
