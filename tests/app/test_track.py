"""States of a tracker, from the store."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sitrep = Callable[..., subprocess.CompletedProcess[str]]


def test_states_name_the_findings_behind_them(briefed: tuple[Path, Path], sitrep: Sitrep) -> None:
    lines = sitrep("track", "ceasefire", "--store", briefed[1], "--format", "json").stdout
    states = [json.loads(line) for line in lines.splitlines()]
    assert any(state["value"] == "accepted" for state in states)
    assert all(state["findings"] for state in states)


@pytest.mark.parametrize("name", ["ceasefire", "strikes", "control", "diplomacy"])
def test_every_tracker_writes_a_table_and_csv(
    name: str, briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    rows = sitrep("track", name, "--store", briefed[1], "--format", "csv").stdout
    assert next(csv.reader(rows.splitlines()))[:4] == ["tracker", "key", "as_of", "value"]
    assert name in sitrep("track", name, "--store", briefed[1]).stdout


def test_nothing_was_known_before_the_first_report(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    done = sitrep(
        "track", "ceasefire", "--store", briefed[1], "--as-of", "2025-01-01", "--format", "json"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "")


def test_a_form_that_a_tracker_lacks_names_those_it_has(
    briefed: tuple[Path, Path], sitrep: Sitrep
) -> None:
    done = sitrep("track", "ceasefire", "--store", briefed[1], "--format", "svg")
    assert done.returncode == 2
    assert "table, json, csv" in done.stderr
