"""Feeds of briefs, read back as feed readers do."""

import json
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from sitrep.brief.render.feed import ATOM, JSON_FEED, atom, feed, json_feed

NAMES = {"a": ATOM}
DAY = timedelta(days=1)


@pytest.fixture
def week(brief):
    """Three briefs of three days, oldest first."""
    until = brief.method.until
    return [
        replace(
            brief,
            id=f"brf-{n}",
            headline=replace(brief.headline, text=f"Day {n} <b>&</b> «Харків»\x0b"),
            method=replace(brief.method, until=until + n * DAY, since=until + (n - 1) * DAY),
        )
        for n in range(3)
    ]


def of(briefs, **more):
    return feed(briefs, theatre="ukraine", name="Ukraine", **more)


def test_atom_has_what_the_standard_requires_newest_first(week):
    root = etree.fromstring(atom(of(week)))
    assert root.tag == f"{{{ATOM}}}feed"
    for parent in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            (child,) = parent.findall(f"a:{name}", NAMES)
            assert child.text.strip()
    ids = [child.text for child in root.iterfind(".//a:id", NAMES)]
    assert len(set(ids)) == len(ids) == 4
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert root.find("a:author/a:name", NAMES).text == "Sitrep"
    times = [child.text for child in root.iterfind("a:entry/a:updated", NAMES)]
    assert times == sorted(times, reverse=True)
    assert root.find("a:updated", NAMES).text == times[0]
    assert datetime.fromisoformat(times[0]) == week[2].method.until.astimezone(UTC)
    kinds = {child.get("type") for child in root.iterfind("a:entry/a:content", NAMES)}
    assert kinds == {"html"}


def test_a_feed_reader_gets_headline_points_and_links_back(week):
    read = feedparser.parse(atom(of(week, base_url="https://example.org/briefs/")))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.links[0].href == "https://example.org/briefs/feed.atom"
    first = read.entries[0]
    assert first.link == "https://example.org/briefs/brf-2.html"
    assert "Харків" in first.title
    assert first.updated_parsed[:3] == week[2].method.until.timetuple()[:3]
    assert all(point.text.split()[0] in first.summary for point in week[2].key_points)


def test_what_reports_say_makes_no_markup_in_the_content(week, brief):
    evil = replace(brief.key_points[0], text="<script>alert(1)</script> & <img src=x>")
    page = atom(of([replace(week[0], key_points=(evil,))]))
    html = etree.fromstring(page).find("a:entry/a:content", NAMES).text
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_json_feed_has_what_the_standard_requires(week):
    read = json.loads(json_feed(of(week, base_url="https://example.org/briefs")))
    assert read["version"] == JSON_FEED
    assert read["title"]
    assert read["feed_url"] == "https://example.org/briefs/feed.json"
    assert [item["url"].rsplit("/", 1)[1] for item in read["items"]] == [
        "brf-2.html", "brf-1.html", "brf-0.html",
    ]  # fmt: skip
    for item in read["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
    assert {item["id"] for item in read["items"]} == {
        entry.id for entry in feedparser.parse(atom(of(week))).entries
    }


def test_the_same_briefs_give_the_same_bytes(week):
    assert atom(of(week)) == atom(of(week))
    assert json_feed(of(week)) == json_feed(of(week))


def test_of_two_briefs_over_one_window_the_last_stands(week):
    again = replace(week[1], id="brf-again")
    assert [b.id for b in of([*week[:2], again, week[2]]).briefs] == ["brf-2", "brf-again", "brf-0"]


def test_a_brief_that_no_time_is_told_of_is_left_out(brief):
    bare = replace(brief, sources=(), method=replace(brief.method, until=None, as_of=None))
    assert of([bare]).briefs == ()
