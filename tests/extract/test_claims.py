"""Which sentences become claims, and whose word they are."""

from collections.abc import Callable

import pytest

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.vocabulary.types import Vocabulary

Claims = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="module")
def claims(engines: Engines, vocabulary: Vocabulary, article: Callable[..., Article]) -> Claims:
    extractor = Extractor(engines, vocabulary)

    def run(text: str, title: str = "", **fields: object) -> tuple[Claim, ...]:
        return extractor.run(article(text, title, **fields))[1]

    return run


WAR_SENTENCES = [
    "Ukraine's Air Force said Russia launched 60 drones overnight.",
    "Russia's Defence Ministry said its troops took a village in the Donetsk region.",
    "The fighting around Pokrovsk went on.",
]
WAR = " ".join(WAR_SENTENCES)


def test_each_sentence_is_one_claim_with_its_evidence(claims: Claims) -> None:
    found = claims(WAR, "War in Ukraine")
    assert [claim.evidence.quote for claim in found] == WAR_SENTENCES
    assert len({claim.id for claim in found}) == len(found)


def test_the_speaker_answers_and_speaks_for_a_side(claims: Claims) -> None:
    first, second = claims(WAR, "War in Ukraine")[:2]
    assert (first.speaker_id, first.side) == ("ukraine-air-force", "ukraine")
    assert (second.speaker_id, second.side) == ("russia-mod", "russia")
    assert first.stance == "asserts"


def test_without_a_speaker_the_outlet_answers(claims: Claims) -> None:
    (claim,) = claims(
        "Russian drones struck a power station in Kharkiv, Ukraine.", "Drones hit Kharkiv"
    )
    assert claim.speaker == "Sample Wire"
    assert claim.attribution is None
    assert claim.stance == "reports"
    assert claim.side is None


def test_a_claim_is_on_its_track(claims: Claims) -> None:
    tracks = {
        claim.track
        for text in (
            "Russia launched 60 drones at Ukraine, officials said.",
            "Russian troops captured a village in Ukraine, officials said.",
            "Ukraine and Russia exchanged 50 prisoners of war, officials said.",
            "The European Union adopted new sanctions on Russia over the war in Ukraine.",
            "Envoys of Ukraine and Russia held ceasefire talks in Jeddah.",
        )
        for claim in claims(text, "Ukraine war")
    }
    assert tracks == {"strikes", "ground", "prisoners", "sanctions", "diplomacy"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Tennis: an upset in Rome",
            "Russia's Anna Petrova beat the champion of Italy. She said she had slept badly.",
        ),
        (
            "Senate votes on taxes",
            "Senators said the bill would pass. Democrats attacked the plan of the president.",
        ),
        (
            "Tel Aviv wins the cup",
            "The Israeli side scored twice, the coach said. The defence of Israel's club held.",
        ),
        ("Markets", "Shares in Russia rose, brokers said. Oil was steady."),
    ],
)
def test_a_party_named_in_another_matter_is_on_no_theatre(
    claims: Claims, title: str, text: str
) -> None:
    assert claims(text, title) == ()


def test_two_theatres_in_one_article_are_told_apart(claims: Claims) -> None:
    found = claims(
        "Russia launched drones at Ukraine, Kyiv said. "
        "In the Gaza Strip Israeli strikes killed six people, Hamas said.",
        "World briefing",
    )
    assert [claim.theatres for claim in found] == [("ukraine",), ("gaza",)]


def test_a_sentence_that_leans_on_another_says_so(claims: Claims) -> None:
    found = claims(
        "Vladimir Putin visited Kursk as the war in Ukraine went on. "
        "He said Russian troops would hold the region against Ukraine.",
        "Putin visits Kursk",
    )
    assert "needs-context" not in found[0].reasons
    assert "needs-context" in found[1].reasons
    assert found[1].speaker_id == "vladimir-putin"


def test_a_quotation_that_runs_on_carries_its_speaker(claims: Claims) -> None:
    found = claims(
        '"Russia wants a truce with Ukraine," Dmitry Peskov said. '
        '"The conditions for a ceasefire are known in Kyiv."',
        "Kremlin on truce in Ukraine",
    )
    assert [claim.speaker_id for claim in found] == ["dmitry-peskov"] * 2
    assert "quotation-continued" in found[1].reasons


def test_nested_statements_stand_under_the_outermost(claims: Claims) -> None:
    (claim,) = claims(
        "Dmitry Peskov said Vladimir Putin had told Donald Trump that Russia would stop the war in "
        "Ukraine.",
        "War in Ukraine",
    )
    assert claim.speaker_id == "dmitry-peskov"
    assert "vladimir-putin" in {attribution.speaker_id for attribution in claim.nested}


def test_relevance_stands_beside_each_theatre(claims: Claims) -> None:
    for claim in claims(WAR, "War in Ukraine"):
        assert len(claim.theatres) == len(claim.relevance)
        assert all(0 < value <= 1 for value in claim.relevance)


def test_a_deed_speaks_for_no_claim(claims: Claims) -> None:
    text = (
        "Russian troops fired warning shots at a convoy near Pokrovsk on Wednesday. "
        "Ukraine said that the war goes on."
    )
    deed, said = claims(text, title="War in Ukraine goes on")
    assert deed.attribution is None
    assert said.attribution is not None


def test_an_unknown_spokesman_speaks_for_the_body_named_before_him(claims: Claims) -> None:
    text = "Ukrainian army spokesman Ivan Tester said Russia launched drones at Kharkiv."
    (claim,) = claims(text, "Drones at Kharkiv")
    assert claim.side == "ukraine"


def test_an_unknown_spokesman_is_known_from_where_he_is_introduced(claims: Claims) -> None:
    text = (
        "Hamas spokesman Omar Tester answered the speech of the Israeli prime minister. "
        '"His conditions are rejected, we will not give up our weapons in Gaza," '
        "the spokesman claimed."
    )
    claim = claims(text, "Hamas on the war in Gaza")[-1]
    assert (claim.speaker, claim.side) == ("Omar Tester", "hamas")
