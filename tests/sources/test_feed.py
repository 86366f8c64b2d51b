import pytest

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


def test_deeply_nested_xml_is_one_issue(read_bytes) -> None:
    body = b"<rss><channel><item><description>" + b"<a>" * 5_000 + b"x"
    _, issues = read_bytes(body, name="deep.rss")
    assert len(issues) == 1
