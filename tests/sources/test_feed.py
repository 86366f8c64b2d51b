import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.settings import Limits
from sitrep.sources.feed import read_feed
from sitrep.sources.problems import BadInput

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<rss><channel><item><title>&c;</title><description>&c;</description></item></channel></rss>"""


def test_rss_gives_full_content_else_a_partial_summary(read_files, data) -> None:
    items, issues = read_files(data / "wire.rss")
    full, short = items
    assert full.content.startswith("<p>Envoys met")
    assert (full.form, full.partial) == ("html", False)
    assert (full.published, full.byline) == ("Tue, 11 Mar 2025 18:05:00 EDT", "Ada Sample")
    assert (full.outlet, full.language, full.given_id) == ("Harbour Sample Wire", "en-GB", "hsw-1")
    assert (short.title, short.partial) == ("Ports reopen & trains run", True)
    assert [(issue.code, issue.subject[-3:]) for issue in issues] == [("no-text", "[2]")]


def test_the_original_of_an_entry_is_its_own_xml(read_files, data) -> None:
    items, _ = read_files(data / "wire.rss")
    assert items[1].body.startswith(b"<item")
    assert b"Envoys" not in items[1].body


def test_atom_gives_the_alternate_link_the_first_date_and_xhtml_content(read_files, data) -> None:
    (item,), issues = read_files(data / "notes.atom")
    assert item.document.url == "https://ridge.example/eases"
    assert item.published == "2025-03-12T06:30:00+02:00"
    assert (item.title, item.byline, item.language) == ("Shelling eases", "Bo Sample", "en")
    assert "<p" in item.content
    assert "Shelling eased overnight." in item.content
    assert issues == []


def test_declared_entities_are_refused_unread(read_bytes) -> None:
    items, issues = read_bytes(BOMB, name="bomb.xml")
    assert items == []
    assert [issue.code for issue in issues] == ["xml-entities"]


def test_an_external_entity_is_never_fetched(read_bytes) -> None:
    body = BOMB.replace(b'"aaaaaaaaaa"', b'SYSTEM "file:///etc/hostname"')
    items, issues = read_bytes(body, name="external.rss")
    assert items == []
    assert [issue.code for issue in issues] == ["xml-entities"]


def test_a_feed_that_is_cut_off_gives_what_can_be_read_and_one_issue(data, read_bytes) -> None:
    body = (data / "wire.rss").read_bytes()
    items, issues = read_bytes(body[: body.index(b"harbour office")], name="cut.rss")
    assert items[0].given_id == "hsw-1"
    assert [issue.code for issue in issues] == ["truncated-xml"]


def test_html_entities_and_bare_ampersands_are_mended_with_one_issue(read_bytes) -> None:
    body = (
        b"<rss><channel><title>AT&T</title><item><title>Caf&eacute; hit</title>"
        b"<description>A caf&eacute;&nbsp;was hit &amp; burnt.</description></item></channel></rss>"
    )
    (item,), issues = read_bytes(body, name="sloppy.rss")
    assert (item.title, item.outlet) == ("Café hit", "AT&T")
    assert item.content == "A café\xa0was hit & burnt."
    assert [issue.code for issue in issues] == ["malformed-xml"]


def test_a_feed_in_its_declared_character_set_is_read(read_bytes) -> None:
    text = "Обстрел прекратился в полночь."
    body = (
        "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item>"
        f"<description>{text}</description></item></channel></rss>"
    )
    (item,), issues = read_bytes(body.encode("cp1251"), name="feed.xml")
    assert item.content == text
    assert issues == []


@pytest.mark.parametrize("words", [149, 150])
def test_a_description_as_long_as_a_report_is_not_partial(read_bytes, words: int) -> None:
    body = (
        f"<rss><channel><item><description>{'word ' * words}</description></item></channel></rss>"
    )
    (item,), _ = read_bytes(body.encode(), name="feed.rss")
    assert item.partial == (words < 150)


def test_the_words_of_an_entry_are_not_sanitised_or_resolved(read_bytes) -> None:
    words = '<p onclick="x()">See <a href="/map">the map</a>.</p><script>1 &lt; 2</script>'
    body = (
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        "<link>https://x.example/</link><item><link>https://x.example/1</link>"
        f"<content:encoded><![CDATA[{words}]]></content:encoded>"
        "<description>The map.</description></item></channel></rss>"
    )
    (item,), issues = read_bytes(body.encode(), name="feed.rss")
    assert (item.content, item.partial) == (words, False)
    assert issues == []


def test_entries_named_in_words_and_comments_are_no_entries(read_bytes) -> None:
    first = "<item><description><![CDATA[An <item> in words.]]></description></item>"
    second = "<item><!-- </item> --><description>The road reopened.</description></item>"
    body = f"<rss><channel>{first}\n{second}</channel></rss>"
    items, issues = read_bytes(body.encode(), name="feed.rss")
    assert [item.body.decode() for item in items] == [first, second]
    assert issues == []


def test_all_authors_are_named(read_bytes) -> None:
    body = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>The road reopened.</summary>"
        "<author><name>Ann Lee</name></author><author><name>Bo Sample</name></author>"
        "</entry></feed>"
    )
    (item,), _ = read_bytes(body.encode(), name="feed.atom")
    assert item.byline == "Ann Lee, Bo Sample"


@pytest.mark.parametrize("close", ["", "</a>"])
def test_deeply_nested_xml_is_one_issue(read_bytes, close: str) -> None:
    deep = "<a>" * 5_000 + "x" + close * 5_000
    items, issues = read_bytes(f"<rss><channel><item>{deep}".encode(), name="deep.rss")
    assert items == []
    assert [issue.code for issue in issues] == ["too-deep"]


PIECES = [
    b"<item>", b"</item>", b"<entry>", b"<title>Road</title>", b"<description>Open.</description>",
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!x", b"<?", b"&#x110000;", b"&#;", b"&", b"\0",
    b"<link href='http://[::1'/>", b"</link>", b"<textinput>", b"</gml:posList>", b"<svg>",
    b"<image>", b"<guid isPermaLink='true'>http://[</guid>", b"<content mode='base64'>%%</content>",
    b"<georss:polygon>1</georss:polygon>", b"<updated>9999-99-99</updated>", b"<a b=", b"\xd9",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join))
def test_no_feed_whatever_raises_anything_but_a_named_problem(inner: bytes) -> None:
    with contextlib.suppress(BadInput):
        assert list(read_feed(b"<rss><channel>" + inner, "feed.rss", Limits()))
