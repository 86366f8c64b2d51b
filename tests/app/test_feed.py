"""`sitrep feed` as a user runs it."""

import json
from collections.abc import Callable
from pathlib import Path

import feedparser


def test_feed_of_the_store_in_both_formats(
    briefed: tuple[Path, Path], sitrep: Callable, tmp_path: Path
) -> None:
    atom, page = tmp_path / "feed.atom", tmp_path / "feed.json"
    for path in (atom, page):
        done = sitrep("feed", "--store", briefed[1], "-o", path)
        assert done.returncode == 0, done.stderr
    brief = json.loads(briefed[0].read_text("utf-8"))
    titles = [entry.title for entry in feedparser.parse(atom.read_bytes()).entries]
    assert brief["headline"]["text"] in titles
    assert [item["title"] for item in json.loads(page.read_text("utf-8"))["items"]] == titles


def test_a_store_without_briefs_and_a_wrong_address_say_what_to_do(
    briefed: tuple[Path, Path], sitrep: Callable
) -> None:
    none = sitrep("feed", "--theatre", "gaza", "--store", briefed[1])
    assert (none.returncode, "run `sitrep brief` first" in none.stderr) == (2, True)
    wrong = sitrep("feed", "--base-url", "javascript:x", "--store", briefed[1])
    assert (wrong.returncode, "http or https" in wrong.stderr) == (2, True)
