"""A few reports and a way to call the command as a user does."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPORTS = (
    {
        "title": "Air force counts 117 drones",
        "link": "https://samplewire.example/2025/03/13/drones",
        "published": "Thu, 13 Mar 2025 06:40:00 GMT",
        "source": "sample-wire",
        "text": (
            "Russia launched 117 drones at Ukraine overnight, Ukraine's air force said on "
            "Thursday. Air defences shot down 74 of them and 38 were lost to electronic warfare, "
            "the air force said. Drones damaged a power substation in the Odesa region."
        ),
    },
    {
        "title": "Ukraine accepts a 30-day ceasefire",
        "link": "https://samplecourier.example/jeddah",
        "published": "2025-03-12T07:15:00+02:00",
        "source": "sample-kyiv-courier",
        "text": (
            "Ukraine accepted a United States proposal for a 30-day ceasefire after talks in "
            "Jeddah, President Volodymyr Zelensky said on Wednesday. The United States said that "
            "it would resume military aid to Ukraine."
        ),
    },
    {
        "title": "Russia says Sudzha is retaken",
        "link": "https://samplegazette.example/sudzha",
        "published": "2025-03-13T10:00:00+03:00",
        "source": "sample-moscow-gazette",
        "text": (
            "Russian forces took control of the town of Sudzha in the Kursk region, Russia's "
            "Defence Ministry said on Thursday. Ukraine's General Staff denied that its troops had "
            "left the town."
        ),
    },
)


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "day.jsonl"
    path.write_text("\n".join(json.dumps(report) for report in REPORTS), "utf-8")
    return path


Sitrep = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def sitrep() -> Sitrep:
    def run(*arguments: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sitrep.app.cli", *map(str, arguments)],
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    return run


@pytest.fixture(scope="session")
def briefed(
    reports: Path, sitrep: Sitrep, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return the JSON brief of the reports, and the store it was made with."""
    folder = tmp_path_factory.mktemp("briefed")
    brief, store = folder / "brief.json", folder / "store.sqlite"
    done = sitrep("brief", reports, "--store", store, "-o", brief, "--window-hours", "48")
    assert done.returncode == 0, done.stderr
    return brief, store
