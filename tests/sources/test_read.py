import contextlib
import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.model.errors import UsageError
from sitrep.settings import Limits
from sitrep.sources.problems import BadInput
from sitrep.sources.read import read, read_stream

REPORT = {"title": "Bridge reopens", "text": "The bridge reopened on Wednesday.", "id": "a1"}
LINE = json.dumps(REPORT).encode() + b"\n"


def test_a_missing_path_is_named_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.jsonl"):
        read([str(tmp_path / "nowhere.jsonl")], limits=Limits())


def test_no_path_at_all_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="no input"):
        read([], limits=Limits())


def test_a_folder_is_walked_in_sorted_order_and_hidden_files_are_passed_over(
    tmp_path: Path, read_files
) -> None:
    for name in ("b.jsonl", "a/z.jsonl", "a/b.jsonl", ".hidden.jsonl", ".git/x.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(LINE)
    items, issues = read_files(tmp_path)
    paths = [Path(item.document.path).relative_to(tmp_path).as_posix() for item in items]
    assert paths == ["a/b.jsonl", "a/z.jsonl", "b.jsonl"]
    assert issues == []


def test_gzip_is_known_by_its_content_not_by_its_name(read_bytes) -> None:
    items, issues = read_bytes(gzip.compress(LINE), name="reports.jsonl")
    assert [item.given_id for item in items] == ["a1"]
    assert issues == []


def test_standard_input_is_read_with_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINE)))
    (item,) = read(["-"], limits=Limits())
    assert item.document.path == "-"
    assert item.content == REPORT["text"]


def test_the_original_bytes_of_a_record_are_kept(read_bytes) -> None:
    items, _ = read_bytes(LINE + LINE)
    assert items[1].body == LINE.rstrip(b"\n")
    assert items[1].document.record == 1


def test_the_id_of_an_original_does_not_depend_on_where_it_was_read(
    tmp_path: Path, read_files
) -> None:
    record = LINE.replace(b'"id"', b'"source": "wire", "id"')
    (tmp_path / "one.jsonl").write_bytes(record)
    (tmp_path / "two.jsonl").write_bytes(b"\n" + record)
    items, _ = read_files(tmp_path)
    assert len({item.document.id for item in items}) == 1


def test_the_same_id_for_another_report_in_one_file_is_noted_once(read_bytes) -> None:
    items, issues = read_bytes(LINE + LINE.replace(b"Wednesday", b"Thursday"))
    assert len(items) == 2
    assert [(issue.code, issue.severity) for issue in issues] == [("duplicate-id", "note")]
    assert issues[0].subject.endswith("reports.jsonl[1]")


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("empty.jsonl", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("tolls.csv", b"date,place,killed\n2025-03-12,Harbour,4\n", "table"),
        ("noise.txt", bytes(range(256)) * 8, "binary"),
        ("cut.json", b'{"title": "Bridge', "malformed-json"),
        ("cut.jsonl.gz", gzip.compress(LINE * 50)[:-20], "truncated"),
        ("damaged.gz", gzip.compress(LINE)[:10] + b"\xff" * 40, "damaged-gzip"),
        ("deep.json", b"[" * 100_000, "too-deep"),
        ("deep.jsonl", b'{"text": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", "too-deep"),
        ("list.jsonl", b"[1, 2]", "not-a-record"),
        ("untold.jsonl", b'{"title": "A title alone"}', "no-text"),
        ("map.xml", b"<?xml version='1.0'?><urlset><url/></urlset>", "unknown-xml"),
        ("page.rss", b"<rss><channel></channel></rss>", "empty"),
        ("no.warc", b"WARC/1.1\r\nWARC-Type: resp", "truncated"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_input_gives_one_issue_with_file_and_reason(
    read_bytes, name: str, body: bytes, code: str
) -> None:
    items, issues = read_bytes(body, name=name)
    kept = [item for item in items if code != "truncated"]
    assert kept == []
    assert [issue.code for issue in issues] == [code]
    assert name in issues[0].subject
    assert issues[0].message.startswith(issues[0].subject)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, read_files) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "b.jsonl").write_bytes(LINE)
    items, issues = read_files(tmp_path)
    assert len(items) == len(issues) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_read_permission_is_an_issue(tmp_path: Path, read_files) -> None:
    path = tmp_path / "closed.jsonl"
    path.write_bytes(LINE)
    path.chmod(0)
    items, issues = read_files(path)
    assert items == []
    assert [issue.code for issue in issues] == ["unreadable"]


def test_a_gzip_bomb_is_stopped_by_its_ratio(read_bytes) -> None:
    bomb = gzip.compress(b'{"text": "' + b"a" * 40_000_000 + b'"}')
    items, issues = read_bytes(bomb, name="bomb.jsonl.gz")
    assert items == []
    assert [issue.code for issue in issues] == ["gzip-bomb"]


def test_a_file_past_the_size_limit_gives_what_came_before(read_bytes) -> None:
    items, issues = read_bytes(LINE * 4_000, limits=Limits(file_bytes=150_000))
    assert 0 < len(items) < 4_000
    assert [issue.code for issue in issues] == ["too-large"]


STARTS = [b"{", b"[", b"<rss>", b"<html>", b"WARC/1.1\r\n", b"---\n", b"\x1f\x8b\x08"]
NAMES = ["x", "x.json", "x.jsonl", "x.html", "x.xml", "x.md", "x.txt", "x.warc"]


@settings(max_examples=200)
@given(
    body=st.one_of(
        st.binary(max_size=400),
        st.tuples(st.sampled_from(STARTS), st.binary(max_size=200)).map(b"".join),
        st.text(max_size=200).map(lambda text: text.encode("utf-16")),
    ),
    name=st.sampled_from(NAMES),
)
def test_no_bytes_whatever_raise_anything_but_a_named_problem(body: bytes, name: str) -> None:
    with contextlib.suppress(BadInput):
        assert list(read_stream(io.BytesIO(body), name, Limits())) is not None
