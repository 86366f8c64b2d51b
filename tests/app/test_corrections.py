"""`sitrep corrections` as an editor runs it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def store(briefed: tuple[Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(briefed[1], tmp_path / "store.sqlite"))


def test_nothing_to_correct_says_so_and_is_no_failure(
    briefed: tuple[Path, Path], store: Path, sitrep: Callable
) -> None:
    done = sitrep("corrections", briefed[0], "--store", store, "--fail")
    assert (done.returncode, "Nothing to correct" in done.stdout) == (0, True)
    assert "0 corrections to 0 sentences" in done.stderr


def test_a_withdrawn_report_is_listed_and_fails_only_when_asked(
    briefed: tuple[Path, Path], store: Path, sitrep: Callable
) -> None:
    brief = json.loads(briefed[0].read_text("utf-8"))
    cited = brief["key_points"][0]["citations"][0]["article_id"]
    sitrep("withdraw", cited, "--reason", "the outlet took it down", "--store", store)
    listed = sitrep("corrections", briefed[0], "--store", store, "--format", "json")
    assert listed.returncode == 0
    found = [json.loads(line) for line in listed.stdout.splitlines()]
    first = next(one for one in found if one["where"] == "key point 1")
    assert first["sentence"] == brief["key_points"][0]["text"]
    assert "the outlet took it down" in first["notice"]
    page = sitrep("corrections", briefed[0], "--store", store, "--format", "md", "--fail", "-q")
    assert (page.returncode, page.stderr) == (1, "")
    assert "## Key point 1" in page.stdout


def test_what_is_no_brief_of_the_store_is_one_clear_error(
    briefed: tuple[Path, Path], store: Path, sitrep: Callable, tmp_path: Path
) -> None:
    text = briefed[0].read_text("utf-8")
    cases = {
        "other.json": (text.replace('"id": "brf-', '"id": "brf-0'), "name the --store"),
        "forged.json": (text.replace("drones", "planes"), "was changed after it was written"),
        "cut.json": (text[:200], "is no brief in JSON"),
    }
    for name, (body, told) in cases.items():
        (tmp_path / name).write_text(body, "utf-8")
        done = sitrep("corrections", tmp_path / name, "--store", store)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
