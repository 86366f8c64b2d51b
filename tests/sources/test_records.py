import io
import json

import pytest

from sitrep.settings import Limits
from sitrep.sources.records import read_lines

TEXT = "Сили оборони повідомили про 74 збиті дрони."


def lines(*records: dict) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


@pytest.mark.parametrize(
    "record",
    [
        {"title": "T", "text": TEXT, "link": "https://x.example/1", "published": "2025-03-12",
         "source": "wire", "author": "Ada", "lang": "uk", "id": 7},
        {"headline": "T", "articleBody": TEXT, "URL": "https://x.example/1",
         "datePublished": "2025-03-12", "publisher": {"name": "wire"},
         "authors": [{"name": "Ada"}], "language": "uk", "guid": "7"},
        {"name": "T", "content": TEXT, "canonical_url": "https://x.example/1",
         "published_at": "2025-03-12", "source_name": "wire", "byline": "Ada",
         "language_code": "uk", "article_id": "7"},
    ],
)  # fmt: skip
def test_fields_are_found_under_the_names_of_the_field(read_bytes, record: dict) -> None:
    (item,), issues = read_bytes(lines(record))
    assert issues == []
    assert (item.title, item.content, item.published) == ("T", TEXT, "2025-03-12")
    assert item.document.url == "https://x.example/1"
    assert (item.outlet, item.byline, item.language, item.given_id) == ("wire", "Ada", "uk", "7")
    assert (item.form, item.partial) == ("text", False)


def test_text_stands_exactly_as_given(read_bytes) -> None:
    text = "  Two  spaces,\ta tab &amp; <b>a tag</b>.\r\n"
    (item,), _ = read_bytes(lines({"title": "T", "text": text}))
    assert (item.content, item.form) == (text, "text")


def test_content_with_markup_is_html_and_the_same_in_text_is_text(read_bytes) -> None:
    (item,), _ = read_bytes(lines({"title": "T", "content": "<p>One.</p><p>Two.</p>"}))
    assert item.form == "html"


def test_a_summary_alone_makes_the_report_partial(read_bytes) -> None:
    (item,), _ = read_bytes(lines({"title": "T", "text": " ", "summary": "A short line."}))
    assert (item.content, item.partial) == ("A short line.", True)


def test_text_that_an_interface_cut_short_is_partial(read_bytes) -> None:
    (item,), _ = read_bytes(lines({"title": "T", "content": "The bridge re… [+2451 chars]"}))
    assert item.partial


def test_an_epoch_number_is_kept_as_written(read_bytes) -> None:
    (item,), _ = read_bytes(lines({"title": "T", "text": TEXT, "timestamp": 1741773600}))
    assert item.published == "1741773600"


def test_a_malformed_line_is_one_issue_and_the_rest_goes_on(read_bytes) -> None:
    body = lines({"text": TEXT, "id": 1}) + b'{"text": oops}\n\n' + lines({"text": TEXT, "id": 2})
    items, issues = read_bytes(body)
    assert [(item.given_id, item.document.record) for item in items] == [("1", 0), ("2", 2)]
    assert [(issue.code, issue.subject[-3:]) for issue in issues] == [("malformed-json", "[1]")]


def test_a_last_line_that_is_cut_off_is_told_as_truncated(read_bytes) -> None:
    items, issues = read_bytes(lines({"text": TEXT}) + b'{"title": "Half a rec')
    assert len(items) == 1
    assert [issue.code for issue in issues] == ["truncated"]


def test_a_record_past_the_limit_is_skipped_without_being_held(read_bytes) -> None:
    body = lines({"text": "a" * 5_000, "id": 1}, {"text": TEXT, "id": 2})
    items, issues = read_bytes(body, limits=Limits(record_bytes=1_000))
    assert [item.given_id for item in items] == ["2"]
    assert [(issue.code, issue.subject[-3:]) for issue in issues] == [("record-too-large", "[0]")]


def test_a_line_in_another_character_set_is_read_and_told(read_bytes) -> None:
    text = "Министерство обороны сообщило о перехвате беспилотников над регионом."
    record = json.dumps({"text": text * 3}, ensure_ascii=False).encode("cp1251")
    (item,), issues = read_bytes(record + b"\n")
    assert item.content == text * 3
    assert [issue.code for issue in issues] == ["mis-encoded"]


def test_half_a_surrogate_pair_becomes_one_replacement_character(read_bytes) -> None:
    (item,), issues = read_bytes(b'{"text": "The flag \\ud83c was raised."}\n')
    assert item.content == "The flag � was raised."
    assert [issue.code for issue in issues] == ["mis-encoded"]


def test_utf16_lines_are_read(read_bytes) -> None:
    (item,), issues = read_bytes(lines({"text": TEXT}).decode().encode("utf-16"))
    assert item.content == TEXT
    assert issues == []


@pytest.mark.parametrize("key", [None, "articles", "results"])
def test_a_json_list_gives_each_article_with_its_own_bytes(read_bytes, key: str | None) -> None:
    records = [{"text": TEXT, "id": 1}, {"text": TEXT, "id": 2}]
    body = json.dumps({key: records, "status": "ok"} if key else records, indent=1)
    items, issues = read_bytes(body.encode(), name="list.json")
    assert [(item.given_id, item.document.record) for item in items] == [("1", 0), ("2", 1)]
    assert json.loads(items[1].body) == records[1]
    assert issues == []


def test_a_json_feed_hands_its_title_language_and_author_to_its_items(read_files, data) -> None:
    items, issues = read_files(data / "feed.json")
    assert [(item.outlet, item.language, item.byline) for item in items] == [
        ("Delta Sample Feed", "en", "Delta Desk")
    ] * 2
    assert [(item.form, item.partial) for item in items] == [("html", False), ("text", True)]
    assert issues == []


def test_a_list_that_is_cut_off_gives_what_is_complete_and_one_issue(read_bytes) -> None:
    body = json.dumps([{"text": TEXT, "id": 1}, {"text": TEXT, "id": 2}]).encode()[:-30]
    items, issues = read_bytes(body, name="list.json")
    assert [item.given_id for item in items] == ["1"]
    assert [issue.code for issue in issues] == ["truncated"]


def test_many_brackets_in_the_text_are_no_nesting(read_bytes) -> None:
    (item,), issues = read_bytes(lines({"text": '[[[ \\" ' * 200}))
    assert item.content.startswith("[[[")
    assert issues == []


def test_annotations_with_a_text_are_no_reports(read_bytes) -> None:
    note = {"id": "n1", "track": "diplomacy", "text": TEXT, "claimant": None, "supports": [1, 2]}
    items, issues = read_bytes(lines(note, {"text": TEXT}))
    assert [item.content for item in items] == [TEXT]
    assert [(issue.code, issue.subject[-3:]) for issue in issues] == [("no-report", "[0]")]


def test_an_unknown_record_that_names_its_outlet_is_read(read_bytes) -> None:
    post = {"channel": "Harbour Posts", "text": TEXT, "views": 3, "forwards": 1, "replies": 0}
    (item,), issues = read_bytes(lines(post))
    assert (item.outlet, issues) == ("Harbour Posts", [])


def read_all(line: str) -> list[object]:
    return list(read_lines(io.BytesIO(line.encode()), "news.jsonl", Limits()))


@pytest.mark.parametrize(
    "says",
    [
        {"status": "withdrawn"},
        {"pubStatus": "stat:canceled"},
        {"pubstatus": "withheld"},
        {"status": "KILL"},
        {"retracted": True},
        {"title": "WITHDRAWN: Bridge closed"},
    ],
)
def test_a_record_that_says_so_withdraws_its_report_even_without_words(says):
    line = json.dumps({"url": "https://wire.example/bridge", "source": "wire", **says})
    (item,) = read_all(line)
    assert item.withdrawn
    assert item.document.url == "https://wire.example/bridge"


@pytest.mark.parametrize(
    "says", [{"status": "usable"}, {"status": "published"}, {"retracted": False}]
)
def test_other_states_withdraw_nothing(says):
    line = json.dumps({"title": "Bridge closed", "text": "The bridge was closed.", **says})
    (item,) = read_all(line)
    assert not item.withdrawn


def test_times_of_change_and_fetch_are_kept_as_written():
    fields = {"dateModified": "2025-03-12T09:00Z", "crawled_at": "2025-03-12T10:00Z"}
    line = json.dumps({"title": "Bridge closed", "text": "The bridge was closed.", **fields})
    (item,) = read_all(line)
    assert (item.modified, item.fetched) == ("2025-03-12T09:00Z", "2025-03-12T10:00Z")
