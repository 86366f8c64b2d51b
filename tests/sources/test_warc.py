import gzip
import zlib

import pytest

PAGE = b"<html><head><title>Road</title></head><body><p>The road reopened.</p></body></html>"


def record(body: bytes, url: str = "https://x.example/1", kind: str = "response") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2025-03-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http;msgtype={kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(page: bytes, headers: str = "", status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"
    return head.encode() + page


def test_pages_are_read_with_address_and_capture_time(read_bytes) -> None:
    (item,), issues = read_bytes(record(response(PAGE)), name="crawl.warc")
    assert (item.form, item.content, item.body) == ("page", None, PAGE)
    assert item.document.url == "https://x.example/1"
    assert item.document.fetched_at.isoformat() == "2025-03-12T10:00:00+00:00"
    assert item.document.media_type == "text/html; charset=utf-8"
    assert issues == []


def test_gzip_by_record_is_read(read_bytes) -> None:
    body = gzip.compress(record(response(PAGE))) + gzip.compress(
        record(response(PAGE), "https://x.example/2")
    )
    items, _ = read_bytes(body, name="crawl.warc.gz")
    assert [item.document.record for item in items] == [0, 1]


@pytest.mark.parametrize(
    ("headers", "page"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)[2:-4]),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n"),
    ],
)
def test_encoded_pages_are_decoded(read_bytes, headers: str, page: bytes) -> None:
    (item,), issues = read_bytes(record(response(page, headers)), name="crawl.warc")
    assert item.body == PAGE
    assert issues == []


def test_other_responses_are_passed_over_with_one_note(read_bytes) -> None:
    body = (
        record(response(PAGE, status="404 Not Found"))
        + record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG")
        + record(b"GET / HTTP/1.1\r\n\r\n", kind="request")
    )
    items, issues = read_bytes(body, name="crawl.warc")
    assert items == []
    assert [(issue.code, issue.severity) for issue in issues] == [("not-a-page", "note")]
    assert "2 responses" in issues[0].message


def test_a_record_that_is_cut_off_is_one_issue_and_earlier_ones_stay(read_bytes) -> None:
    body = record(response(PAGE)) + record(response(PAGE), "https://x.example/2")[:-40]
    items, issues = read_bytes(body, name="crawl.warc")
    assert len(items) == 1
    assert [issue.code for issue in issues] == ["truncated"]


def test_a_bomb_inside_a_response_is_not_unpacked(read_bytes) -> None:
    bomb = gzip.compress(b"a" * 40_000_000)
    items, issues = read_bytes(record(response(bomb, "Content-Encoding: gzip\r\n")), name="c.warc")
    assert items == []
    assert [issue.code for issue in issues] == ["gzip-bomb"]


def test_a_page_in_an_encoding_we_lack_is_named(read_bytes) -> None:
    body = record(response(PAGE, "Content-Encoding: zstd\r\n"))
    items, issues = read_bytes(body, name="crawl.warc")
    assert items == []
    assert [issue.code for issue in issues] == ["unknown-encoding"]


def test_a_page_whose_gzip_is_cut_off_is_one_issue(read_bytes, capfd) -> None:
    packed = gzip.compress(PAGE * 400)[:-30]
    items, issues = read_bytes(
        record(response(packed, "Content-Encoding: gzip\r\n")), name="crawl.warc"
    )
    assert items == []
    assert [issue.code for issue in issues] == ["truncated"]
    assert capfd.readouterr() == ("", "")


def test_an_address_in_brackets_or_missing_is_no_problem(read_bytes) -> None:
    bare = record(response(PAGE)).replace(b"WARC-Target-URI: https://x.example/1\r\n", b"")
    body = record(response(PAGE), "<https://x.example/2>") + bare
    items, issues = read_bytes(body, name="crawl.warc")
    assert [item.document.url for item in items] == ["https://x.example/2", None]
    assert issues == []
