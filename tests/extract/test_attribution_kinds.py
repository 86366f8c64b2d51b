"""The kinds of attribution that news reports use, one sentence of our own for each."""

from collections.abc import Callable

import pytest

from sitrep.extract.attributions import find_attributions
from sitrep.extract.names import NameFinder
from sitrep.extract.reading import Reading
from sitrep.model.extraction import Attribution
from sitrep.vocabulary.types import Vocabulary

Find = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture(scope="module")
def find(parsed: Callable[[str], Reading], vocabulary: Vocabulary) -> Find:
    names = NameFinder(vocabulary)

    def run(text: str) -> tuple[Attribution, ...]:
        reading = parsed(text)
        found = find_attributions(reading, names.find(reading), vocabulary)
        for attribution in found:
            for span in (attribution.source, attribution.cue, *attribution.content):
                assert span is None or text[span.start : span.end] == span.quote
        return found

    return run


def told(attribution: Attribution) -> tuple[str, str, str]:
    """Return source, cue and content as they are written."""
    source = attribution.source.quote if attribution.source else ""
    cue = attribution.cue.quote if attribution.cue else ""
    return source, cue, " … ".join(span.quote for span in attribution.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Russia says its forces hold the ridge.", "Russia", "its forces hold the ridge"),
        ("Two more bridges were destroyed, says Kyiv.", "Kyiv", "Two more bridges were destroyed"),
        (
            "Reports say the mayor has fled across the river.",
            "Reports",
            "the mayor has fled across the river",
        ),
        (
            "Two people familiar with the matter said the shipment had been halted.",
            "Two people familiar with the matter",
            "the shipment had been halted",
        ),
        (
            "Western officials believe the offensive has run out of shells.",
            "Western officials",
            "the offensive has run out of shells",
        ),
        (
            "The strike, according to Russia's Defence Ministry, destroyed a depot.",
            "Russia's Defence Ministry",
            "The strike … destroyed a depot",
        ),
        (
            "The column turned back at dawn, a commander in the district told the broadcaster.",
            "a commander in the district",
            "The column turned back at dawn",
        ),
        (
            "Some 300 houses were burnt as a result of shelling, said the Chairman Pavel Orlov.",
            "the Chairman Pavel Orlov",
            "Some 300 houses were burnt as a result of shelling",
        ),
    ],
)
def test_who_says_what_is_found_whole_wherever_the_source_stands(
    find: Find, text: str, source: str, content: str
) -> None:
    (outer,) = [a for a in find(text) if a.parent is None]
    said = told(outer)
    assert (said[0], said[2].removeprefix("that ")) == (source, content)
    assert outer.form == "indirect"


def test_a_statement_in_a_statement_is_found_at_both_levels(find: Find) -> None:
    found = find("Peskov said Putin had told Trump that a truce was possible.")
    outer, inner = found
    assert (outer.speaker_id, inner.speaker_id) == ("dmitry-peskov", "vladimir-putin")
    assert (outer.parent, inner.parent) == (None, 0)
    assert told(outer)[2] == "Putin had told Trump that a truce was possible"
    assert "a truce was possible" in told(inner)[2]


def test_a_pronoun_within_a_statement_of_its_own_person_makes_no_second_statement(
    find: Find,
) -> None:
    (found,) = find("Marco Rubio said he believed the talks would go on.")
    assert found.speaker_id == "marco-rubio"


def test_a_pronoun_that_speaks_is_its_person(find: Find) -> None:
    found = find(
        "Sergey Lavrov said the draft was ready. He added that it would be sent on Monday."
    )
    assert [a.speaker_id for a in found] == ["sergey-lavrov", "sergey-lavrov"]


def test_words_half_quoted_are_mixed_and_whole(find: Find) -> None:
    (found,) = find("Marco Rubio said the offer was “the last one” that Moscow would get.")
    assert found.form == "mixed"
    assert told(found)[2].removeprefix("that ") == (
        "the offer was “the last one” that Moscow would get"
    )


def test_a_cue_that_no_list_holds_keeps_the_claim_with_its_party(find: Find) -> None:
    (found, *_) = find("Moscow hinted that the crossing had been mined by Ukraine.")
    assert found.source is not None
    assert found.source.quote == "Moscow"
    assert "the crossing had been mined" in told(found)[2]
    assert found.stance == "asserts"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell into the river at night.",
        "A\u200bB \ud7ff\U0010ffff ﷽ said\u202e that \u200fx",
        "“" * 400,
        "said " * 300,
        "ı̇İ ﬃ says “ǅ”, ẞ said.",
    ],
)
def test_odd_text_breaks_no_span(find: Find, text: str) -> None:
    for attribution in find(text):
        assert attribution.content


def test_a_deed_that_nobody_words_is_marked_as_one(find: Find) -> None:
    for text in (
        "Its troops fired warning shots at a convoy near the town.",
        "The parents filed a lawsuit against the ministry on Tuesday.",
    ):
        assert [a.reasons[0].split(":")[0] for a in find(text)] == ["deed"]


def test_a_source_runs_to_the_end_of_its_phrase(find: Find) -> None:
    text = "The plant was hit, according to a relief group, the agency that built the facility."
    (found,) = find(text)
    assert told(found) == (
        "a relief group, the agency that built the facility", "according to", "The plant was hit",
    )  # fmt: skip


def test_a_quoted_word_keeps_the_speaker_that_the_main_clause_names(find: Find) -> None:
    text = "Calling the hunger “heart-rending,” the bishop used his first sermon to speak of it."
    calling = next(a for a in find(text) if a.cue and a.cue.quote.startswith("Calling"))
    assert calling.source
    assert calling.source.quote == "the bishop"


def test_who_speaks_inside_what_an_agency_reports(find: Find) -> None:
    text = "Harbour News Agency reported that Ole Brandt said that the port would open next week."
    inner = next(one for one in find(text) if one.cue is not None and one.cue.quote == "said")
    assert inner.source is not None
    assert inner.source.quote == "Ole Brandt"
