from collections.abc import Callable
from pathlib import Path

import pytest

from sitrep.model.documents import RawItem
from sitrep.model.issues import Issue
from sitrep.settings import Limits
from sitrep.sources.read import read

Reader = Callable[..., tuple[list[RawItem], list[Issue]]]


def split(paths: list[str], limits: Limits) -> tuple[list[RawItem], list[Issue]]:
    found = list(read(paths, limits=limits))
    items = [item for item in found if isinstance(item, RawItem)]
    return items, [problem for problem in found if isinstance(problem, Issue)]


@pytest.fixture
def data() -> Path:
    return Path(__file__).parents[1] / "data" / "sources"


@pytest.fixture
def read_files() -> Reader:
    def reader(*paths: Path, limits: Limits | None = None) -> tuple[list[RawItem], list[Issue]]:
        return split([str(path) for path in paths], limits or Limits())

    return reader


@pytest.fixture
def read_bytes(tmp_path: Path) -> Reader:
    """Write one file and read it."""

    def reader(
        body: bytes, name: str = "reports.jsonl", limits: Limits | None = None
    ) -> tuple[list[RawItem], list[Issue]]:
        path = tmp_path / name
        path.write_bytes(body)
        return split([str(path)], limits or Limits())

    return reader
