from msgspec.structs import replace

from sitrep.brief.render import markdown
from sitrep.brief.render.text import COLUMNS, render
from sitrep.model.brief import Brief, BriefOutlook, StatusLine
from sitrep.model.findings import Odds


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


def test_a_sign_bears_its_odds_and_no_course_has_any_is_said_once(brief: Brief):
    odds = Odds(event="another such night within 3 days", probability=0.77, word="likely",
                basis="it came on 39 of 50 occasions")  # fmt: skip
    first, second = brief.outlook.scenarios
    sign = replace(second.indicators[0], odds=odds)
    bare = replace(first, word=None, probability=None, basis="no basis for a probability")
    courses = (bare, replace(second, indicators=(sign,)))
    told = replace(brief, outlook=replace(brief.outlook, scenarios=courses))
    for page in (render(told), markdown.render(told)):
        flat = " ".join(page.split())
        wanted = "Another such night within 3 days is likely (about 77%): it came on 39 of 50"
        assert wanted in flat
        assert flat.count("No record of comparable cases gives either course a probability.") == 1
        assert "no basis" not in flat
    assert "No record of comparable cases" not in render(brief)


def test_a_quotation_whose_day_is_not_told_says_when_it_was_reported(brief: Brief):
    assert brief.quotation is not None
    reported, said = (
        " ".join(render(replace(brief, quotation=replace(brief.quotation, dated=one))).split())
        for one in ("reported", "said")
    )
    assert ", reported on " in reported
    assert ", reported on " not in said
