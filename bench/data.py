"""Where the outside data stands."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

DAY = "news/2025-05-21.jsonl.gz"


def data_folder() -> Path | None:
    """Return the folder of benchmark data: SITREP_BENCH_DATA, else ../shared/data, if it exists."""
    given = os.environ.get("SITREP_BENCH_DATA")
    default = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(given) if given else default
    return folder if folder.is_dir() else None


def require(relative: str) -> Path:
    """Return the path of one data file; exits with a clear line when it is not here."""
    folder = data_folder()
    if folder is None or not (folder / relative).exists():
        raise SystemExit(f"no {relative}: set SITREP_BENCH_DATA to the folder of benchmark data")
    return folder / relative


def day_articles() -> list[dict[str, Any]]:
    """Return the records of the development day."""
    with gzip.open(require(DAY), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
