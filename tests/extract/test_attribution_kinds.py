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
        "The party staged a protest against the tax.",
        "The parents filed a lawsuit against the ministry on Tuesday.",
    ):
        assert [a.reasons[0].split(":")[0] for a in find(text)] == ["deed"]


@pytest.mark.parametrize(
    "text",
    [
        "Its troops fired warning shots at a convoy near the town.",
        "Casinos began opening across the border.",
        "The storm continued to move north.",
    ],
)
def test_what_is_done_without_words_is_nobodys_statement(find: Find, text: str) -> None:
    assert find(text) == ()


def test_to_begin_reports_what_is_quoted(find: Find) -> None:
    (found,) = find("“We will wait,” the envoy began.")
    assert told(found) == ("the envoy", "began", "“We will wait,”")


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


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Two killed in strike on market, says Kyiv", "Kyiv", "Two killed in strike on market"),
        ("Putin ready for talks, Kremlin says", "Kremlin", "Putin ready for talks"),
        ("Ceasefire close, mediators say", "mediators", "Ceasefire close"),
        ("Three dead after raid on depot, army says", "army", "Three dead after raid on depot"),
        ("Truce talks stall, say mediators", "mediators", "Truce talks stall"),
        ("Offensive imminent, warns the top general", "the top general", "Offensive imminent"),
        ("Bridge destroyed by drones, according to army", "army", "Bridge destroyed by drones"),
        ("Zelensky 'ready to meet', says aide", "aide", "Zelensky 'ready to meet'"),
        ("Kremlin: no date set for talks", "Kremlin", "no date set for talks"),
        ("Israel accuses Hamas of breaking truce", "Israel", "Hamas of breaking truce"),
        ("Army says rebels pulled out of Goma", "Army", "rebels pulled out of Goma"),
        ("Kyiv denies losing town", "Kyiv", "losing town"),
    ],
)
def test_a_headline_names_who_says_it(find: Find, text: str, source: str, content: str) -> None:
    (found,) = find(text)
    assert (told(found)[0], told(found)[2]) == (source, content)


@pytest.mark.parametrize(
    ("text", "outer", "inner", "content"),
    [
        (
            "The minister said the general had warned him that the bridge would fall.",
            "The minister", "the general", "the bridge would fall",
        ),
        (
            "Rubio said Lavrov promised that the draft would be ready within days.",
            "Rubio", "Lavrov", "the draft would be ready within days",
        ),
        (
            "A spokeswoman said the governor had denied that he ordered the strike.",
            "A spokeswoman", "the governor", "he ordered the strike",
        ),
        (
            "According to the Kremlin, Trump told Putin that sanctions would stay.",
            "the Kremlin", "Trump", "sanctions would stay",
        ),
        (
            "The envoy told reporters that Tehran had insisted it would keep enriching uranium.",
            "The envoy", "Tehran", "it would keep enriching uranium",
        ),
        (
            "The governor said residents reported hearing explosions near the depot.",
            "The governor", "residents", "hearing explosions near the depot",
        ),
        (
            "The newspaper reported that two diplomats said the deal was close.",
            "The newspaper", "two diplomats", "the deal was close",
        ),
        (
            "Hamas said that Egypt had confirmed the crossing would open on Sunday.",
            "Hamas", "Egypt", "the crossing would open on Sunday",
        ),
    ],
)  # fmt: skip
def test_each_statement_within_a_statement_has_its_own_source(
    find: Find, text: str, outer: str, inner: str, content: str
) -> None:
    first, second = find(text)
    assert (told(first)[0], first.parent, told(second)[0], second.parent) == (outer, None, inner, 0)
    assert told(second)[2].removeprefix("that ") == content


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the union expected production to improve at the mine.",
        "The envoy said protesters, who complain about the price of bread, had blocked the road.",
        "According to the police, they ordered him to drop the weapon.",
    ],
)
def test_what_a_speaker_tells_of_others_is_no_second_statement(find: Find, text: str) -> None:
    (found,) = find(text)
    assert found.parent is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marco Rubio spoke to the committee. “We want a deal,” he said.", "Marco Rubio"),
        ("Volodymyr Zelensky thanked Emmanuel Macron. “We hold,” he said.", "Volodymyr Zelensky"),
        (
            "Ursula von der Leyen met Volodymyr Zelensky. She said Europe would not yield.",
            "Ursula von der Leyen",
        ),
        (
            "Italy's prime minister, Giorgia Meloni, came at noon. She told reporters it was over.",
            "Giorgia Meloni",
        ),
    ],
)
def test_a_pronoun_goes_to_the_only_person_it_can_mean(find: Find, text: str, speaker: str) -> None:
    assert find(text)[-1].speaker == speaker
