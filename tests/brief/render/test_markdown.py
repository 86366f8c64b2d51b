import re

from msgspec.structs import replace

from sitrep.brief.render.markdown import escape, render
from sitrep.model.brief import Brief, BriefOutlook, BriefSentence


def test_the_headline_is_the_one_title_and_every_sentence_names_its_sources(brief: Brief):
    page = render(brief)
    titles = [line for line in page.splitlines() if line.startswith("#")]
    assert titles == ["# Moscow studies truce terms as Ukrainian units leave border villages [6]"]
    assert "six people were hurt in Kharkiv. [3, 5]" in page


def test_tracks_open_with_their_name_in_bold(brief: Brief):
    page = render(brief)
    assert "\n\n**Ground.** Ukraine's General Staff said" in page
    assert "\n\n**Diplomacy.** " in page


def test_answers_stand_side_by_side_with_their_claimants_and_origins(brief: Brief):
    row = next(line for line in render(brief).splitlines() if "Who holds" in line)
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1] == "Russian troops, since 12 March (Russia's Defence Ministry) [2]"
    assert cells[3:] == ["2 : 1", "C3"]


def test_a_single_origin_is_labelled(brief: Brief):
    assert "taken Rubanshchina and Zaoleshenka. [2, single origin]" in render(brief)


def test_empty_parts_say_so(brief: Brief):
    bare = replace(
        brief, key_points=(), lead=(), analysis=(), quotation=None, contested=(), changes=(),
        sources=(), outlook=BriefOutlook(question=(), scenarios=(), confidence=""),
    )  # fmt: skip
    page = render(bare)
    assert "No two reports read contradict each other on anything that can be compared." in page
    assert "The reports read carry no key point" in page
    assert "No quotation was chosen" in page


def test_markup_in_a_report_stays_text(brief: Brief):
    hostile = (
        "# Owned <script>alert(1)</script> ![x](javascript:alert(1)) [a](https://evil.example) "
        "| cell | *bold* `code` <https://evil.example> www.evil.example &lt;b&gt; ~~gone~~"
    )
    page = render(replace(brief, headline=BriefSentence(text=hostile, citations=())))
    line = next(line for line in page.splitlines() if "Owned" in line)
    assert re.search(r"(?<!\\)[<>|*`~\[\]]", line.removeprefix("# ")) is None
    assert "https://evil" not in line
    assert "www.evil" not in line


def test_a_report_cannot_break_out_of_its_line():
    assert escape("said\n\n# Fake headline\n- item") == "said # Fake headline - item"
    assert escape("1. first") == "1\\. first"
    assert escape("- item") == "\\- item"


def test_only_web_addresses_become_links(brief: Brief):
    bad = replace(brief.sources[0], url="javascript:alert(1)")
    odd = replace(brief.sources[1], url="https://example.org/>\n# x")
    page = render(replace(brief, sources=(bad, odd)))
    assert "javascript" not in page
    assert "# x" not in page


def test_a_source_in_another_language_says_which(brief: Brief):
    lines = [line for line in render(brief).splitlines() if "“Шестеро поранених" in line]
    assert any(", in Ukrainian, " in line for line in lines)
