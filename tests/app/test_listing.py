"""Lists of what the store holds, and single things by id."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("command", ["articles", "claims", "findings"])
def test_json_lines_can_be_shown_one_by_one(
    command: str, briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    lines = sitrep(command, "--store", briefed[1], "--json").stdout.splitlines()
    assert lines
    first = json.loads(lines[0])
    shown = sitrep("show", first["id"], "--store", briefed[1])
    assert json.loads(shown.stdout)["id"] == first["id"]


def test_claims_can_be_narrowed_to_a_track_and_speaker(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    done = sitrep("claims", "--store", briefed[1], "--speaker", "air force", "--json")
    speakers = {json.loads(line)["speaker"] for line in done.stdout.splitlines()}
    assert speakers
    assert all("air force" in speaker.lower() for speaker in speakers)


def test_unknown_id_says_where_ids_are_listed(briefed: tuple[Path, Path], sitrep: Sitrep) -> None:
    done = sitrep("show", "art-nothing", "--store", briefed[1])
    assert done.returncode == 2
    assert "sitrep articles" in done.stderr


def test_stories_of_files_need_no_store(reports: Path, sitrep: Sitrep) -> None:
    lines = sitrep("stories", reports, "--json").stdout.splitlines()
    assert len(lines) == 3
    assert all(json.loads(line)["origins"] for line in lines)


def test_stories_of_a_store_have_a_span_and_count_their_days(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    lines = sitrep("stories", "--store", briefed[1], "--json").stdout.splitlines()
    told = [json.loads(line) for line in lines]
    assert len(told) == 3
    assert all(line["first_at"] <= line["last_at"] for line in told)
    shown = sitrep("stories", "--store", briefed[1]).stdout
    assert "days" in shown
    assert "span" in shown
    assert told[0]["first_at"][:4] in shown


def test_extract_gives_offsets_into_the_text(reports: Path, sitrep: Sitrep) -> None:
    texts = [json.loads(line)["text"] for line in reports.read_text("utf-8").splitlines()]
    lines = sitrep("extract", reports, "--json").stdout.splitlines()
    assert len(lines) == 3
    for text, line in zip(texts, lines, strict=True):
        for place in json.loads(line)["places"]:
            assert text[place["start"] : place["end"]] == place["text"]


def test_a_theatre_shows_whom_and_what_it_names(sitrep: Sitrep) -> None:
    shown = sitrep("theatres", "gaza").stdout
    assert all(part in shown for part in ("parties", "mediators", "proposals", "actors", "places"))
    assert "Qatar" in shown


def test_theatres_lists_both_built_in_conflicts(sitrep: Sitrep) -> None:
    lines = sitrep("theatres", "--json").stdout.splitlines()
    assert {json.loads(line)["id"] for line in lines} >= {"gaza", "ukraine"}


@pytest.mark.parametrize("command", ["articles", "claims", "findings"])
def test_ids_in_tables_can_be_copied(
    command: str, briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    first = json.loads(sitrep(command, "--store", briefed[1], "--json").stdout.splitlines()[0])
    assert first["id"] in sitrep(command, "--store", briefed[1]).stdout


def test_a_place_that_the_brief_does_not_have_is_named_in_words(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    done = sitrep("why", "key point 9", "--store", briefed[1])
    assert (done.returncode, "the brief has 3 key points" in done.stderr) == (2, True)
