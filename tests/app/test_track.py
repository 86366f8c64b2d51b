"""States of a tracker, from the store."""

import csv
import json
import shutil
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


STRIKES = """
id: table
name: Attacks on Ukraine
kind: strikes
source: https://example.org
licence: CC0
claimant: Air force
attacker: russia
target: ukraine
data: table.csv
columns: {start: from, end: to, weapon: type, launched: sent, intercepted: downed}
weapons: {drone: [Shahed]}
"""
CONTROL = """
id: map
name: Map of the front
kind: control
source: https://example.org
licence: CC0
claimant: The Map
holder: russia
data: day_2025-03-12.geojson
"""
SQUARE = [[36, 47], [39, 47], [39, 49], [36, 49], [36, 47]]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    (tmp_path / "strikes.yaml").write_text(STRIKES)
    (tmp_path / "control.yaml").write_text(CONTROL)
    rows = ["from,to,type,sent,downed", "2025-03-11T20:00,2025-03-12T06:00,Shahed,100,70",
            "2025-03-11T20:00,2025-03-12T06:00,Shahed,10,70"]  # fmt: skip
    (tmp_path / "table.csv").write_text("\n".join(rows))
    area = {"type": "Polygon", "coordinates": [SQUARE]}
    (tmp_path / "day_2025-03-12.geojson").write_text(json.dumps(area))
    return tmp_path


def test_a_published_series_stands_in_the_csv_and_its_bad_row_is_told(
    briefed: tuple[Path, Path], sitrep: Sitrep, published: Path
) -> None:
    done = sitrep(
        "track", "strikes", "--store", briefed[1], "--format", "csv",
        "--reference", published / "strikes.yaml",
    )  # fmt: skip
    days = [row for row in csv.DictReader(done.stdout.splitlines()) if row["key"][:3] == "day"]
    assert ("2025-03-12", "100", "0.700") in [
        (row["window"], row["launched"], row["rate"]) for row in days
    ]
    assert "table.csv[3]" in done.stderr


def test_a_published_map_stands_in_geojson_and_svg(
    briefed: tuple[Path, Path], sitrep: Sitrep, published: Path
) -> None:
    given = ("--store", briefed[1], "--reference", published / "control.yaml")
    found = json.loads(sitrep("track", "control", *given, "--format", "geojson").stdout)
    (held,) = [one for one in found["features"] if one["properties"]["kind"] == "held"]
    assert 40_000 < held["properties"]["km2"] < 60_000
    target = published / "map.svg"
    sitrep("track", "control", *given, "--format", "svg", "-o", target)
    assert "Held by Russia: The Map, 12 March 2025" in target.read_text("utf-8")


def test_a_brief_shows_published_data_and_names_its_licence(
    briefed: tuple[Path, Path], sitrep: Sitrep, published: Path
) -> None:
    target, store = published / "brief.html", published / "store.sqlite"
    shutil.copy(briefed[1], store)  # a run of its own: the shared store keeps its last brief
    done = sitrep(
        "brief", "--store", store, "-o", target, "--until", "2025-03-12T20:00Z",
        "--reference", published / "strikes.yaml", "--reference", published / "control.yaml",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    page = target.read_text("utf-8")
    assert "Drones launched at Ukraine, by day" in page
    assert "Held by Russia: The Map, 12 March 2025" in page
    assert "Licence: CC0" in page


def test_a_mapping_that_is_not_there_is_named(briefed: tuple[Path, Path], sitrep: Sitrep) -> None:
    done = sitrep("track", "strikes", "--store", briefed[1], "--reference", "none.yaml")
    assert done.returncode == 2
    assert "none.yaml: no such file" in done.stderr
