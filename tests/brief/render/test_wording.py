"""What every rendering words alike."""

from datetime import UTC, datetime

from msgspec.structs import replace

from sitrep.brief.render import wording
from sitrep.brief.render.notes import Notes
from sitrep.model.brief import Brief, ContestedAnswer


def test_sources_of_a_sentence_stand_in_order(brief: Brief) -> None:
    first, second = (
        citation
        for sentence in brief.key_points[:2]
        for citation in sentence.citations[:1]
    )  # fmt: skip
    low, high = sorted((first, second), key=lambda citation: citation.source)
    assert low.source < high.source
    assert wording.references((high, low, high)) == (low.source, high.source)
    labels = [mark.label for mark in Notes(brief).marks((high, low))]
    assert labels == [str(low.source), str(high.source)]


def test_who_is_the_answer_is_not_named_twice() -> None:
    claimed = ContestedAnswer(
        text="Russia", claimants=("Russia", "Sample Wire"), origins=1, citations=()
    )
    assert wording.answer(claimed) == "Russia (its own account, Sample Wire)"
    denied = ContestedAnswer(
        text="denied by Ukraine", claimants=("Ukraine",), origins=1, citations=()
    )
    assert wording.answer(denied) == "denied by Ukraine"


def test_a_window_over_new_year_names_both_years(brief: Brief) -> None:
    since, until = datetime(2024, 12, 31, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
    assert wording.window(replace(brief.method, since=since, until=until)) == (
        "31 December 2024 00:00 – 1 January 2025 00:00 UTC"
    )
