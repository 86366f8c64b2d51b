"""Whom a statement is given to: right, or left open, never another's."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sitrep.extract.attributions import find_attributions
from sitrep.extract.names import NameFinder
from sitrep.extract.reading import Reading
from sitrep.model.extraction import Attribution
from sitrep.vocabulary.types import Vocabulary

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data/extract/speakers.jsonl").read_text().splitlines()
]
LEAST_RIGHT = 0.95


def innermost(found: tuple[Attribution, ...], says: str) -> Attribution | None:
    holding = [a for a in found if any(says in span.quote for span in a.content)]
    return min(holding, key=lambda a: sum(len(s.quote) for s in a.content), default=None)


def named(attribution: Attribution) -> str | None:
    """Return the speaker if one was resolved; words as written without an id are nobody."""
    source = attribution.source.quote if attribution.source else ""
    as_written = attribution.speaker is not None and attribution.speaker in source
    if as_written and attribution.speaker_id is None and attribution.score < 0.9:
        return None
    return attribution.speaker


def test_speakers_are_right_or_left_open(
    parsed: Callable[[str], Reading], vocabulary: Vocabulary
) -> None:
    names = NameFinder(vocabulary)
    open_, wrong = [], []
    for case in CASES:
        reading = parsed(case["text"])
        found = find_attributions(reading, names.find(reading), vocabulary)
        attribution = innermost(found, case["says"])
        speaker = named(attribution) if attribution else None
        entity = attribution.speaker_id if attribution else None
        if (speaker, entity) == (case["speaker"], case["id"]):
            continue
        (open_ if speaker is None and entity is None else wrong).append(
            (case["text"], case["speaker"], speaker, entity, attribution and attribution.reasons)
        )
    assert not wrong
    assert len(open_) <= (1 - LEAST_RIGHT) * len(CASES), open_


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_an_open_speaker_scores_low_and_says_why(
    case: dict[str, str], parsed: Callable[[str], Reading], vocabulary: Vocabulary
) -> None:
    reading = parsed(case["text"])
    for found in find_attributions(reading, NameFinder(vocabulary).find(reading), vocabulary):
        assert len(found.reasons) > 1
        if found.speaker is None:
            assert found.score <= 0.5
