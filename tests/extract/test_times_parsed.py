"""When it was: own sentences with a publication time, read with their parse."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sitrep.extract.reading import Reading
from sitrep.extract.times import find_times

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data/extract/times.jsonl").read_text().splitlines()
]
LEAST_RIGHT = 0.95
MINUTE = "%Y-%m-%dT%H:%M"


def test_times_are_resolved_as_a_reader_would(parsed: Callable[..., Reading]) -> None:
    wrong = []
    for case in CASES:
        published = datetime.fromisoformat(case["published"]).replace(tzinfo=UTC)
        found = find_times(parsed(case["text"], published_at=published))
        told = [t for t in found if t.span.quote in case["time"]]
        got = [
            (f"{t.start:%Y-%m-%dT%H:%M}", f"{t.end:%Y-%m-%dT%H:%M}", t.granularity) for t in told
        ]
        if got != [(case["start"], case["end"], case["granularity"])]:
            wrong.append((case["text"], case["start"], got, [t.span.quote for t in found]))
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(CASES), wrong


def test_a_report_written_the_day_before_says_so(parsed: Callable[..., Reading]) -> None:
    published = datetime(2025, 5, 21, 2, tzinfo=UTC)
    text = "The cabinet met Tuesday in Riga. Two ships were hit overnight."
    *_, night = find_times(parsed(text, published_at=published))
    assert "written the day before publication" in night.reasons
    assert f"{night.end:%d}" == "20"
