"""A small corpus of original reports, and what a run needs."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sitrep.settings import Settings
from sitrep.store.protocol import Store
from sitrep.store.sqlite import open_sqlite
from sitrep.vocabulary.load import load
from sitrep.vocabulary.types import Vocabulary

REPORTS = Path(__file__).parents[1] / "data" / "engine" / "reports.jsonl"


@pytest.fixture(scope="session")
def reports() -> list[dict[str, str | None]]:
    """Eight reports: a copy, a denial, one off every theatre and one without a date."""
    return [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def reports_file(tmp_path: Path, reports) -> Callable[..., str]:
    """Write reports (the eight unless others are given) to a file and return its path."""

    def write(name: str = "reports.jsonl", records: Sequence[object] = reports) -> str:
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
        (tmp_path / name).write_text("".join(lines), encoding="utf-8")
        return str(tmp_path / name)

    return write


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store.db", executor="inline")


@pytest.fixture
def store(settings) -> Iterator[Store]:
    with open_sqlite(settings.store) as opened:
        yield opened
