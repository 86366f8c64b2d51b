"""What a finding or a sentence of a brief rests on."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


def test_a_finding_is_explained_by_its_origins_grade_and_importance(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    lines = sitrep("findings", "--store", briefed[1], "--json").stdout.splitlines()
    first = json.loads(lines[0])
    shown = sitrep("why", first["id"][:12], "--store", briefed[1]).stdout
    assert first["question"]["text"] in shown
    assert "independent origin" in shown
    assert f"Grade {first['grade']['reliability']}{first['grade']['credibility']}" in shown
    assert all(reason in shown for reason in first["reasons"])


def test_a_contested_place_shows_who_denies_it(briefed: tuple[Path, Path], sitrep: Sitrep) -> None:
    lines = sitrep("findings", "--store", briefed[1], "--json").stdout.splitlines()
    held = next(
        json.loads(line) for line in lines if "Sudzha" in json.loads(line)["question"]["text"]
    )
    shown = sitrep("why", held["id"], "--store", briefed[1]).stdout
    assert "Sample Moscow Gazette ← " in shown


def test_a_sentence_of_the_newest_brief_is_named_by_its_number(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    shown = sitrep("why", "key point 1", "--store", briefed[1], "--json").stdout.splitlines()
    assert json.loads(shown[0])["answers"][0]["origins"]


def test_a_number_that_the_brief_has_not_is_refused(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    done = sitrep("why", "key point 9", "--store", briefed[1])
    assert done.returncode == 2
    assert "key point" in done.stderr


def test_an_unknown_finding_says_where_ids_are_listed(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    done = sitrep("why", "fnd-nothing", "--store", briefed[1])
    assert done.returncode == 2
    assert "sitrep findings" in done.stderr
