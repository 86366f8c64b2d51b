"""Who says what."""

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
            spans = [attribution.source, attribution.cue, *attribution.content]
            for span in spans:
                assert span is None or text[span.start : span.end] == span.quote
        return found

    return run


def content(attribution: Attribution) -> str:
    return " … ".join(span.quote for span in attribution.content)


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Dmitry Peskov said that no date had been set.", "Dmitry Peskov", "no date had been set"),
        ("No date has been set, Dmitry Peskov said.", "Dmitry Peskov", "No date has been set"),
        (
            "The bridge was hit twice, said the governor.",
            "the governor",
            "The bridge was hit twice",
        ),
        (
            "According to the General Staff of Ukraine, the attack failed.",
            "the General Staff of Ukraine",
            "the attack failed",
        ),
        ("Officials told reporters that talks would go on.", "Officials", "talks would go on"),
        (
            "Two people familiar with the talks said a deal was near.",
            "Two people",
            "a deal was near",
        ),
        ("Russia says its troops took the village.", "Russia", "its troops took the village"),
    ],
)
def test_finds_the_source_before_after_and_in_a_phrase(
    find: Find, text: str, source: str, said: str
) -> None:
    (first, *_) = find(text)
    assert first.source is not None
    assert first.source.quote.startswith(source)
    assert said in content(first)
    assert first.form == "indirect"


def test_a_source_inside_a_quotation_joins_its_two_parts(find: Find) -> None:
    (found,) = find("“We are ready,” Marco Rubio said, “but time is short.”")
    assert found.form == "direct"
    assert found.speaker_id == "marco-rubio"
    assert [span.quote for span in found.content] == ["“We are ready,”", "“but time is short.”"]


def test_a_quotation_that_runs_on_keeps_its_speaker(find: Find) -> None:
    text = '"The line holds," Vladimir Putin said. "We shall not move an inch from there."'
    (found,) = [a for a in find(text) if a.speaker_id == "vladimir-putin"]
    assert "We shall not move" in content(found)
    assert "quotation-runs-on" in found.reasons


def test_words_half_in_quotation_marks_are_mixed(find: Find) -> None:
    found = find("Volodymyr Zelensky called the plan “a trap for all of Europe” on Monday.")
    assert [a.form for a in found if a.speaker_id == "volodymyr-zelensky"] == ["mixed"]


def test_a_statement_within_a_statement_names_its_parent(find: Find) -> None:
    outer, inner = find("Dmitry Peskov said Vladimir Putin had told Donald Trump that he agreed.")[
        :2
    ]
    assert (outer.speaker_id, inner.speaker_id) == ("dmitry-peskov", "vladimir-putin")
    assert outer.parent is None
    assert inner.parent == 0


def test_he_is_the_person_who_spoke_before(find: Find) -> None:
    found = find("Marco Rubio said the talks went well. He added that more would follow.")
    last = found[-1]
    assert last.speaker_id == "marco-rubio"
    assert "pronoun" in last.reasons
    assert last.score < 1.0


def test_an_office_is_the_person_introduced_with_it(find: Find) -> None:
    text = (
        "Belgorod governor Anton Petrenkov said two houses burned. "
        "The governor said nobody was hurt."
    )
    assert find(text)[-1].speaker == "Anton Petrenkov"


def test_officials_of_a_country_speak_with_its_id(find: Find) -> None:
    (found, *_) = find("Ukrainian officials said the power plant was hit.")
    assert found.speaker_id == "ukraine"
    assert found.speaker == "Ukrainian officials"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Russia denied that its forces hit the hospital.", "denies"),
        ("Kyiv confirmed that its drones had reached the depot.", "confirms"),
        ("Moscow accused Ukraine of breaking the truce.", "accuses"),
        ("The minister warned that winter would be hard.", "warns"),
        ("Volodymyr Zelensky rejected the proposal.", "rejects"),
        ("Donald Trump promised to call Vladimir Putin.", "promises"),
        ("Ukraine demanded that Russia return the children.", "demands"),
        ("The army claimed that it had taken the hill.", "alleges"),
        ("Vladimir Putin did not agree to the terms.", "rejects"),
    ],
)
def test_the_verb_gives_the_stance(find: Find, text: str, stance: str) -> None:
    assert stance in {found.stance for found in find(text)}


def test_a_modal_verb_makes_the_wording_less_sure(find: Find) -> None:
    sure, unsure = find("Kyiv said the depot burned. Kyiv said the depot may have burned.")
    assert (sure.hedge, unsure.hedge) == ("certain", "possible")


def test_the_outlet_itself_speaks_where_nobody_is_named(find: Find) -> None:
    found = find("The ceasefire appears to have collapsed.")
    assert [a.source for a in found] == [None]
    assert found[0].hedge == "possible"


def test_no_cue_no_attribution(find: Find) -> None:
    assert find("The river froze on Sunday.") == ()


def test_an_unclosed_quotation_mark_harms_nothing(find: Find) -> None:
    found = find('Officials said: "the bridge is gone. Traffic stopped. ' + "The rain fell. " * 200)
    assert all(len(content(a)) < 3_000 for a in found)


def test_what_stands_before_the_speaker_is_said_even_where_the_parse_lost_it(find: Find) -> None:
    told = (
        "The US reserves the right to close more ports to Russia, but would rather not make use "
        "of it while a truce is being sought"
    )
    found = find(f"{told}, Marco Rubio said during a hearing at the House Committee.")
    said = next(one for one in found if one.cue is not None and one.cue.quote == "said")
    assert said.speaker == "Marco Rubio"
    assert content(said) == told


def test_where_it_was_said_is_no_part_of_what_was_said(find: Find) -> None:
    text = (
        "Prime Minister Benjamin Netanyahu's office said in a one-line statement that, contrary to "
        "reports, the group had not yet returned its response to the deal."
    )
    (attribution,) = find(text)
    assert content(attribution).startswith("that, contrary to reports, the group")
    assert attribution.cue is not None
    assert attribution.cue.quote == "said in a one-line statement"
