"""Reports in three languages make one brief; original words are cited, never translated."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sitrep = Callable[..., subprocess.CompletedProcess[str]]
REPORTS = (
    {
        "source": "sample-wire",
        "title": "Russia says it captured Toretsk",
        "published": "2025-05-21T10:00:00Z",
        "text": (
            "Russia launched 76 drones at Ukraine overnight, the Ukrainian Air Force said on "
            "Wednesday. Russian forces captured Toretsk, the Russian Defence Ministry said."
        ),
    },
    {
        "source": "sample-kyiv-courier",
        "title": "Росія атакувала Україну 76 дронами",
        "published": "2025-05-21T08:00:00Z",
        "text": (
            "Уночі Росія атакувала Україну 76 безпілотниками, повідомляє місцева влада. Генштаб "
            "ЗСУ заперечив, що російські війська захопили Торецьк."
        ),
    },
    {
        "source": "sample-moscow-gazette",
        "title": "Минобороны сообщило о захвате Торецка на Украине",
        "published": "2025-05-21T08:30:00Z",
        "text": "Российские войска захватили Торецк, заявило Минобороны России.",
    },
)


@pytest.fixture(scope="module")
def brief(sitrep: Sitrep, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, str, Path]:
    folder = tmp_path_factory.mktemp("languages")
    reports = folder / "day.jsonl"
    lines = (json.dumps(one, ensure_ascii=False) for one in REPORTS)
    reports.write_text("\n".join(lines), "utf-8")
    store = folder / "store.sqlite"
    for form in ("json", "md"):
        done = sitrep("brief", reports, "--store", store, "-o", folder / f"brief.{form}")
        assert done.returncode == 0, done.stderr
    made = json.loads((folder / "brief.json").read_text("utf-8"))
    return made, (folder / "brief.md").read_text("utf-8"), folder


def test_answers_in_other_languages_stand_in_one_row(brief: tuple[dict, str, Path]) -> None:
    row = next(row for row in brief[0]["contested"] if "Toretsk" in row["question"])
    quotes = [citation["quote"] for answer in row["answers"] for citation in answer["citations"]]
    assert "Генштаб ЗСУ заперечив, що російські війська захопили Торецьк." in quotes


def test_the_brief_says_which_language_and_gives_the_original_words(
    brief: tuple[dict, str, Path],
) -> None:
    assert "“Росія атакувала Україну 76 дронами”, in Ukrainian" in brief[1]
    assert "original words: “Генштаб ЗСУ заперечив" in brief[1]


def test_no_printed_sentence_is_in_another_language(brief: tuple[dict, str, Path]) -> None:
    points = " ".join(point["text"] for point in brief[0]["key_points"])
    assert not set(points.lower()) & set("абвгдежзийклмнопрстуфхцчшщьюяіїєґыэъё")


def test_counts_in_two_languages_make_one_finding(
    brief: tuple[dict, str, Path], sitrep: Sitrep
) -> None:
    done = sitrep("findings", "--store", brief[2] / "store.sqlite", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    launched = next(f for f in found if f["question"]["text"].startswith("Drones launched"))
    assert (launched["status"], launched["origins"]) == ("corroborated", 2)


def test_every_citation_holds(brief: tuple[dict, str, Path], sitrep: Sitrep) -> None:
    done = sitrep("verify", brief[2] / "brief.json", "--store", brief[2] / "store.sqlite")
    assert done.returncode == 0, done.stderr
