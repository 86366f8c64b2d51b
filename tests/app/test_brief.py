"""`sitrep brief` and `sitrep verify`, called as a user calls them."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


def test_brief_cites_exact_words_and_names_who_says_so(briefed: tuple[Path, Path]) -> None:
    brief = json.loads(briefed[0].read_text("utf-8"))
    assert len(brief["key_points"]) == 3
    told = " ".join(point["text"] for point in brief["key_points"])
    assert "117" in told
    assert "said" in told
    for point in brief["key_points"]:
        assert all(citation["quote"] for citation in point["citations"])


def test_second_run_reads_nothing_new_and_says_the_same(
    briefed: tuple[Path, Path], reports: Path, sitrep: Sitrep, tmp_path: Path
) -> None:
    again, store = tmp_path / "again.json", tmp_path / "store.sqlite"
    shutil.copy(briefed[1], store)
    window = ("--window-hours", "48")
    done = sitrep("brief", reports, "--store", store, "-o", again, *window)
    assert "0 new" in done.stderr
    assert (
        json.loads(again.read_text("utf-8"))["key_points"]
        == (json.loads(briefed[0].read_text("utf-8"))["key_points"])
    )


def test_brief_verifies_against_its_store(briefed: tuple[Path, Path], sitrep: Sitrep) -> None:
    done = sitrep("verify", briefed[0], "--store", briefed[1])
    assert done.returncode == 0, done.stderr
    assert "holds" in done.stderr


def test_altered_citation_is_found_out(
    briefed: tuple[Path, Path], sitrep: Sitrep, tmp_path: Path
) -> None:
    brief = json.loads(briefed[0].read_text("utf-8"))
    brief["key_points"][0]["citations"][0]["quote"] += " and more"
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(brief), "utf-8")
    done = sitrep("verify", altered, "--store", briefed[1])
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_altered_number_is_found_out(
    briefed: tuple[Path, Path], sitrep: Sitrep, tmp_path: Path
) -> None:
    text = briefed[0].read_text("utf-8")
    brief = json.loads(text)
    for point in brief["key_points"]:
        point["text"] = point["text"].replace("117", "171")
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(brief), "utf-8")
    assert sitrep("verify", altered, "--store", briefed[1]).returncode == 1


def test_standard_input_gives_markdown_on_standard_output(
    reports: Path, sitrep: Sitrep, tmp_path: Path
) -> None:
    done = sitrep(
        "brief", "-", "--store", tmp_path / "s.sqlite", "--quiet", given=reports.read_text("utf-8")
    )
    assert done.returncode == 0, done.stderr
    assert "\n# " in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.jsonl", b""), ("noise.bin", bytes(range(256)) * 40), ("cut.json", b'[{"title": "A')],
)
def test_nothing_usable_is_one_line_and_exit_code_2(
    name: str, content: bytes, sitrep: Sitrep, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = sitrep("brief", path, "--store", tmp_path / "s.sqlite")
    assert done.returncode == 2
    assert "nothing usable" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("brief", "no-such-file.jsonl"), "no-such-file.jsonl"),
        (("brief", "--theatre", "mars"), "ukraine"),
        (("brief", "--since", "yesterday"), "--since"),
        (("brief", "-o", "brief.docx"), ".html"),
        (("articles", "--store", "no-such-store.sqlite"), "sitrep ingest"),
        (("verify", "no-such-brief.json"), "no-such-brief.json"),
    ],
)
def test_wrong_call_says_what_to_do(
    arguments: tuple[str, ...], message: str, sitrep: Sitrep, tmp_path: Path
) -> None:
    if arguments[0] == "brief":
        arguments = (*arguments, "--store", str(tmp_path / "s.sqlite"))
    done = sitrep(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_written_is_said_before_anything_is_read(
    reports: Path, sitrep: Sitrep, tmp_path: Path
) -> None:
    store = tmp_path / "store.sqlite"
    missing = tmp_path / "none" / "brief.html"
    done = sitrep("brief", reports, "--store", store, "-o", missing)
    assert (done.returncode, "make it first" in done.stderr) == (2, True)
    empty = ("--since", "2025-03-13", "--until", "2025-03-12")
    done = sitrep("brief", reports, "--store", store, *empty)
    assert (done.returncode, "is not before --until" in done.stderr) == (2, True)
    assert not store.exists()


def test_a_window_without_a_report_on_the_theatre_says_where_to_look(
    reports: Path, sitrep: Sitrep, tmp_path: Path
) -> None:
    until = ("--until", "2020-01-01T00:00Z", "-o", tmp_path / "brief.md")
    done = sitrep("brief", reports, "--store", tmp_path / "store.sqlite", *until)
    assert done.returncode == 0, done.stderr
    assert "nothing on ukraine in the window (31 December 2019 00:00 – 1 Jan" in done.stderr
    assert "0 warnings" in done.stderr
