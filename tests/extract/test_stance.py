"""What a speaker does with what he says, and how sure his words are: docs/stance-guideline.md."""

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
    for line in (Path(__file__).parents[1] / "data/extract/stance.jsonl").read_text().splitlines()
]
LEAST_RIGHT = 0.9


@pytest.fixture(scope="module")
def find(
    parsed: Callable[[str], Reading], vocabulary: Vocabulary
) -> Callable[[str], tuple[Attribution, ...]]:
    names = NameFinder(vocabulary)

    def attributions(text: str) -> tuple[Attribution, ...]:
        reading = parsed(text)
        return find_attributions(reading, names.find(reading), vocabulary)

    return attributions


def at_cue(found: tuple[Attribution, ...], text: str, cue: str) -> Attribution | None:
    start = text.index(cue)
    over = [
        one
        for one in found
        if one.cue is not None and one.cue.start < start + len(cue) and start < one.cue.end
    ]
    return min(over, key=lambda one: abs(one.cue.start - start) if one.cue else 0, default=None)


@pytest.mark.parametrize("field", ["stance", "hedge"])
def test_stance_and_hedge_follow_the_guideline(
    find: Callable[[str], tuple[Attribution, ...]], field: str
) -> None:
    wrong = []
    for case in CASES:
        one = at_cue(find(case["text"]), case["text"], case["cue"])
        given = getattr(one, field) if one is not None else None
        if given != case[field]:
            wrong.append((case["text"], case[field], given))
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(CASES), wrong


@pytest.mark.parametrize(
    ("text", "stance", "hedge"),
    [
        ("The minister declined to confirm the loss of the frigate.", "withholds", "possible"),
        ("Oslo neither confirmed nor denied the report.", "withholds", "possible"),
        ("Oslo did not rule out a second strike.", "withholds", "possible"),
        ("Oslo ruled out a second strike.", "rejects", "certain"),
        ("The governor rejected the allegation of torture.", "denies", "certain"),
        ("The governor rejected the offer of talks.", "rejects", "certain"),
        ("The clan vowed to avenge its dead.", "threatens", "certain"),
        ("The clan vowed to protect the convoy.", "promises", "certain"),
        ("The minister said Chad must open the border.", "demands", "certain"),
        ("The minister said there was no evidence of a landing.", "asserts", "doubtful"),
        ("The union did not object to the transfer.", "accepts", "certain"),
        ("The rebels renewed their threat to close the pass.", "threatens", "certain"),
    ],
)
def test_negations_objects_and_contents_turn_a_stance(
    find: Callable[[str], tuple[Attribution, ...]], text: str, stance: str, hedge: str
) -> None:
    assert (stance, hedge) in {(one.stance, one.hedge) for one in find(text)}
