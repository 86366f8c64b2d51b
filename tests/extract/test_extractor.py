"""Article in, extraction and claims out."""

import pickle
from collections.abc import Callable, Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.model.documents import Article
from sitrep.model.extraction import Span
from sitrep.vocabulary.types import Vocabulary

Make = Callable[..., Article]
TEXT = (
    "Russia launched 60 drones at Kharkiv overnight, Ukraine's Air Force said. "
    "“Forty were shot down,” it added. "
    "Moscow denied that it had hit a hospital. "
    "Talks on a ceasefire between Russia and Ukraine will go on in Jeddah on Monday."
)


@pytest.fixture(scope="module")
def extractor(engines: Engines, vocabulary: Vocabulary) -> Extractor:
    return Extractor(engines, vocabulary)


def spans_of(node: object) -> Iterator[Span]:
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from spans_of(item)
    elif isinstance(node, msgspec.Struct):
        for field in node.__struct_fields__:
            yield from spans_of(getattr(node, field))


def test_finds_figures_attributions_and_events_in_text_order(
    extractor: Extractor, article: Make
) -> None:
    found = extractor.extract(article(TEXT))
    assert {attribution.stance for attribution in found.attributions} >= {"asserts", "denies"}
    assert {event.type for event in found.events} >= {"ASSAULT", "CONSULT"}
    for spans in (found.mentions, found.places, found.times, found.figures):
        starts = [item.span.start for item in spans]
        assert starts == sorted(starts)
    assert [a.cue.start for a in found.attributions if a.cue] == sorted(
        a.cue.start for a in found.attributions if a.cue
    )


def test_a_figure_names_who_gives_it(extractor: Extractor, article: Make) -> None:
    figures = [f for f in extractor.extract(article(TEXT)).figures if f.value == 60]
    assert [figure.claimant_id for figure in figures] == ["ukraine-air-force"]


def test_run_gives_the_claims_of_its_extraction(extractor: Extractor, article: Make) -> None:
    made = article(TEXT)
    extraction, claims = extractor.run(made)
    assert claims
    assert claims == extractor.claims(made, extraction)


def test_run_leaves_unparsed_what_concerns_no_theatre(extractor: Extractor, article: Make) -> None:
    made = article("The senator said the president would visit Ohio. Police arrested ten people.")
    extraction, claims = extractor.run(made)
    assert (extraction.attributions, extraction.events, claims) == ((), (), ())
    assert extractor.extract(made).events


def test_another_process_finds_the_same(extractor: Extractor, article: Make) -> None:
    extractor.run(article(TEXT))
    copy = pickle.loads(pickle.dumps(extractor))
    assert copy.run(article(TEXT)) == extractor.run(article(TEXT))


def test_what_came_before_changes_nothing(extractor: Extractor, article: Make) -> None:
    first = extractor.run(article(TEXT))
    extractor.run(article("Donald Trump said he would call Vladimir Putin about the war."))
    assert extractor.run(article(TEXT)) == first


@pytest.mark.parametrize("text", ["", " ", "\n\n", "said", "“", "\u200b\u202e", "1e309 said war"])
def test_empty_and_odd_texts_give_empty_extractions(
    extractor: Extractor, article: Make, text: str
) -> None:
    _, claims = extractor.run(article(text))
    assert claims == ()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(
                ["Russia", "said", "“", "”", '"', "’", "drones", "attacked", "Kyiv", ".", ":",
                 "that", "he", "according to", "\u200f", "Крым", "10,000", "Putin", "told", "\n"]
            ),
        ),
        max_size=30,
    )
)  # fmt: skip
def test_every_span_quotes_the_text_as_it_is(
    extractor: Extractor, article: Make, words: list[str]
) -> None:
    text = " ".join(words)
    for span in spans_of(extractor.run(article(text))):
        assert text[span.start : span.end] == span.quote


def test_a_short_report_on_sanctions_against_a_party_is_on_its_theatre(extractor, article):
    text = (
        "The bloc put new sanctions on Russia and on four banks in Asia. "
        "In Beijing a spokeswoman called them unjust."
    )
    _, claims = extractor.run(article(text, title="Beijing rejects Russia-related sanctions"))
    assert claims
    assert claims[0].theatres == ("ukraine",)


def test_a_group_that_is_no_party_brings_no_theatre(extractor, article):
    text = (
        "A singer was charged over a flag of Hezbollah at a concert in London. "
        "Police said the attack on good taste took place in November."
    )
    assert not extractor.run(article(text, title="Singer charged over Hezbollah flag"))[1]


def test_a_murder_abroad_is_no_act_of_war(extractor, article):
    text = (
        "A former adviser of the Ukrainian president was murdered in Madrid on Wednesday. "
        "Ukraine had put him under sanctions, and the war goes on."
    )
    _, claims = extractor.run(article(text, title="Former Ukrainian adviser killed in Madrid"))
    assert claims[0].track == "other"


def test_those_killed_by_drones_belong_to_strikes(extractor, article):
    text = "Russian drones killed four people in Kharkiv in eastern Ukraine, the mayor said."
    _, claims = extractor.run(article(text, title="Four killed in Ukraine's Kharkiv"))
    assert claims[0].track == "strikes"


def test_a_longer_name_that_ends_within_a_word_hides_no_shorter_one(extractor, article):
    text = "The Kherson Regional Administration building was destroyed in a Russian missile strike."
    _, claims = extractor.run(article(text, title="Strike hits a building"))
    assert [claim.theatres for claim in claims] == [("ukraine",)]
