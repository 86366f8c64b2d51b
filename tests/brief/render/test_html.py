import itertools
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from sitrep.brief.render.html import render
from sitrep.model.brief import Brief, BriefOutlook, BriefSentence, StatusLine
from sitrep.model.pictures import MapMark, Pictures, StrikeBar, StrikePlot, TheatreMap

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """Collects tags, ids, links and the nesting of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.tags, self.ids, self.links, self.open = [], [], [], []
        self.attributes = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if given.get("id"):
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_its_ids_are_unique(brief: Brief):
    page = Page(render(brief))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_footnote_opens_the_cited_words_and_leads_back(brief: Brief):
    text = render(brief)
    page = Page(text)
    inner = [link["href"][1:] for link in page.links if link["href"].startswith("#")]
    assert set(inner) <= set(page.ids)
    assert "<mark>its units had left two villages north of Sudzha overnight</mark>" in text
    assert text.count("<mark>its units had left") == 1


def test_two_places_of_one_source_are_told_apart(brief: Brief):
    first, second = (
        *brief.analysis[2].sentences[0].citations,
        brief.analysis[2].sentences[1].citations[0],
    )
    point = BriefSentence(text="Drones and debris.", citations=(first, second))
    text = render(replace(brief, key_points=(point,)))
    assert ">3a</a>" in text
    assert ">3b</a>" in text


def test_nothing_is_requested_from_outside_and_no_script_runs(brief: Brief):
    page = Page(render(brief))
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(page.tags)
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "src"]
    policy = next(v for _, n, v in page.attributes if n == "content" and "default-src" in v)
    assert policy.startswith("default-src 'none'")
    assert "url(" not in render(brief)


def test_headings_go_down_one_step_at_a_time(brief: Brief):
    levels = [int(tag[1]) for tag in Page(render(brief)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert {"main", "header", "footer"} <= set(Page(render(brief)).tags)


def test_words_in_another_language_say_which(brief: Brief):
    assert '<blockquote lang="uk"><span class="around"></span><mark>Глава' in render(brief)


def test_copies_of_a_report_are_folded_under_it(brief: Brief):
    text = render(brief)
    assert "<summary>Same report: 2</summary>" in text
    assert "Evening Post: Army pulls back" in text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style><style>body{display:none}",
        "{{ brief.method }}",
        "<!-- --><svg onload=alert(1)>",
    ],
)
def test_markup_in_a_report_stays_text(brief: Brief, hostile: str):
    safe = Page(render(brief))
    source = replace(
        brief.sources[0], title=hostile, outlet=hostile, language=hostile, same_as=(hostile, "b")
    )
    quote = replace(brief.key_points[0].citations[0], quote=hostile, prefix=hostile)
    point = BriefSentence(text=hostile, citations=(quote,), label="single origin")
    page = Page(
        render(
            replace(
                brief,
                title=hostile,
                headline=BriefSentence(text=hostile, citations=()),
                key_points=(point,),
                sources=(source, *brief.sources[1:]),
            )
        )
    )
    assert set(page.tags) == set(safe.tags)
    assert {name for _, name, _ in page.attributes} == {name for _, name, _ in safe.attributes}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", " https://a", "file:///x"]
)
def test_only_web_addresses_become_links(brief: Brief, url: str):
    source = replace(brief.sources[0], url=url)
    page = Page(render(replace(brief, sources=(source, *brief.sources[1:]))))
    assert url not in [link["href"] for link in page.links]
    assert all(link["rel"] == "noopener noreferrer" for link in page.links
               if link["href"].startswith("http"))  # fmt: skip


def test_empty_parts_say_so(brief: Brief):
    bare = replace(
        brief, key_points=(), lead=(), analysis=(), quotation=None, contested=(), changes=(),
        sources=(), headline=BriefSentence(text="Nothing to report", citations=()),
        outlook=BriefOutlook(question=(), scenarios=(), confidence=""),
    )  # fmt: skip
    text = render(bare)
    assert "No two reports read contradict each other on anything that can be compared." in text
    assert "Cited words" not in text
    assert Page(text).open == []


def test_the_same_brief_gives_the_same_page(brief: Brief):
    assert render(brief) == render(brief)


PICTURES = Pictures(
    map=TheatreMap(
        title="Ukraine: places of this brief", alternative="Map. Ground: Sudzha.",
        region=(20, 43, 48, 57), outside=("Istanbul",),
        marks=(MapMark(name="Sudzha", lat=51.19, lon=35.27, kind="ground", note="Units left."),),
    ),
    strikes=StrikePlot(
        title="Fire as counted by each claimant", alternative="Drones at Ukraine: 117 launched.",
        bars=(StrikeBar(target="Ukraine", weapon="Drones", window="night of 11–12 March",
                        claimant="air force", launched=117, label="117 launched"),),
    ),
)  # fmt: skip


def test_pictures_stand_in_the_page_with_their_text_alternatives(brief: Brief):
    page = render(replace(brief, pictures=PICTURES))
    assert Page(page).open == []
    assert len(Page(page).ids) == len(set(Page(page).ids))
    assert '<desc id="map-d">Map. Ground: Sudzha.</desc>' in page
    assert '<desc id="fire-d">Drones at Ukraine: 117 launched.</desc>' in page
    assert "Outside the map: Istanbul." in page
    assert "url(" not in page
    assert len(page) - len(render(brief)) < 60_000


def test_names_on_the_map_make_no_markup(brief: Brief):
    hostile = '"><img src=x onerror=alert(1)>'
    mark = MapMark(name=hostile, lat=50, lon=30, kind="ground", note=hostile)
    shown = replace(PICTURES.map, marks=(mark,), outside=(hostile,), title=hostile)
    page = Page(render(replace(brief, pictures=Pictures(map=shown))))
    assert "img" not in page.tags
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]


def test_the_status_of_the_truce_is_one_cited_line(brief: Brief):
    line = StatusLine(
        label="Ceasefire", text="Russia has not accepted.", citations=brief.headline.citations
    )
    page = render(replace(brief, status=line))
    assert '<p class="status"><b>Ceasefire</b> Russia has not accepted.<sup' in page
    assert 'class="status"' not in render(brief)
