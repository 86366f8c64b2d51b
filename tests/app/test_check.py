"""`sitrep check`: a text against reports."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Sitrep = Callable[..., subprocess.CompletedProcess[str]]

TRUE = (
    "Russia launched 117 drones at Ukraine on the night of 12–13 March, Ukraine's air force said."
)
FALSE = (
    "Russia launched 171 drones at Ukraine on the night of 12–13 March, Ukraine's air force said."
)


def test_a_carried_text_ends_well_and_shows_its_passage(reports: Path, sitrep: Sitrep) -> None:
    done = sitrep("check", "-", "--sources", reports, given=TRUE)
    assert done.returncode == 0
    assert "carried" in done.stdout
    assert "Air force counts 117 drones" in done.stdout


def test_a_changed_number_is_named_and_ends_with_1(reports: Path, sitrep: Sitrep) -> None:
    done = sitrep("check", "-", "--sources", reports, "--json", given=f"{TRUE}\n\n{FALSE}")
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert (first["verdict"]["passed"], second["verdict"]["passed"]) == (True, False)
    failed = {gate["name"] for gate in second["verdict"]["gates"] if not gate["passed"]}
    assert "numbers" in failed


def test_a_text_that_is_not_there_is_a_wrong_call(reports: Path, sitrep: Sitrep) -> None:
    done = sitrep("check", "nowhere.txt", "--sources", reports)
    assert done.returncode == 2
    assert "nowhere.txt" in done.stderr


def test_sources_without_a_report_are_told(tmp_path: Path, sitrep: Sitrep) -> None:
    (tmp_path / "empty.jsonl").write_text("", "utf-8")
    done = sitrep("check", "-", "--sources", tmp_path, given=TRUE)
    assert done.returncode not in {0, 1}
    assert "nothing usable" in done.stderr
