"""Search on the command line."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sitrep = Callable[..., subprocess.CompletedProcess[str]]
Look = Callable[..., list[dict[str, object]]]


@pytest.fixture
def look(briefed: tuple[Path, Path], sitrep: Sitrep) -> Look:
    def call(*words: str, store: Path = briefed[1]) -> list[dict[str, object]]:
        done = sitrep("search", *words, "--format", "json", "--store", store)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return call


def test_words_find_findings_claims_and_articles(look: Look) -> None:
    hits = look("drones")
    assert {hit["kind"] for hit in hits} == {"finding", "claim", "article"}
    assert "drones" in str(hits[-1]["title"]).lower()


def test_fields_and_phrases_narrow_a_search(look: Look) -> None:
    hits = look('"30-day ceasefire" speaker:zelensky')
    assert hits
    assert {hit["kind"] for hit in hits} <= {"claim", "finding"}
    assert all("Zelensky" in str(hit["speaker"]) for hit in hits)
    assert look("type:contested origins:>=2", "--kind", "claim") == []


def test_a_rejected_claim_is_not_found(
    look: Look, briefed: tuple[Path, Path], sitrep: Sitrep, tmp_path: Path
) -> None:
    store = tmp_path / "store.sqlite"
    shutil.copy(briefed[1], store)
    (first, *_) = look("drones", "--kind", "claim", store=store)
    sitrep("review", "reject", str(first["id"]), "--reason", "not so", "--store", store)
    left = look("drones", "--kind", "claim", store=store)
    assert first["id"] not in {hit["id"] for hit in left}


def test_a_bad_query_is_one_line(briefed: tuple[Path, Path], sitrep: Sitrep) -> None:
    done = sitrep("search", "author:vale", "--store", briefed[1])
    assert done.returncode == 2
    assert "there are speaker" in done.stderr


def test_meaning_is_found_in_other_words(
    briefed: tuple[Path, Path], sitrep: Sitrep, tmp_path: Path
) -> None:
    store = tmp_path / "store.sqlite"
    shutil.copy(briefed[1], store)
    asked = ("search", "--semantic", "Kyiv agrees to a truce", "--format", "json", "--store", store)
    lines = sitrep(*asked).stdout.splitlines()
    assert "ceasefire" in json.loads(lines[0])["title"]
    assert sitrep(*asked).stdout.splitlines() == lines
