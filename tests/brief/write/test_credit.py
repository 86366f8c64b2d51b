"""How a sentence says on whose word it rests."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from sitrep.brief.material import Material
from sitrep.brief.write.credit import Way, ways, with_credit
from sitrep.brief.write.outlets import Outlets
from sitrep.brief.write.sentences import Writer
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.model.lineage import Lineage
from sitrep.vocabulary.types import Vocabulary


def test_what_somebody_said_is_credited_with_no_second_verb_of_saying() -> None:
    text = "“We cannot end it,” the envoy said."
    told = "“We cannot end it,” the envoy said, according to Sample Wire."
    assert with_credit(text, "according to Sample Wire") == told


def test_nothing_is_according_to_two() -> None:
    text = "The port is closed, according to the army."
    told = "The port is closed, according to the army, Sample Wire reported."
    assert with_credit(text, "according to Sample Wire") == told


def test_a_press_agency_has_its_article(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("The port is closed.", source="ap", outlet="Associated Press")
    outlets = Outlets(vocabulary=vocabulary, lineage=Lineage(origins=(), stories=(), links=()))
    first = next(ways(make_claim(article), article, outlets, own_voice=False)).credit
    assert first == "the Associated Press reported"


@pytest.mark.parametrize("cue", ["told", "told TASS"])
def test_an_outlet_that_the_sentence_names_stands_in_it_once(
    cue: str,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    make_material: Callable[..., Material],
) -> None:
    said = "the port would stay closed until the talks were over"
    article = make_article(f"Ushakov told TASS that {said}.", source="tass", outlet="TASS")
    claim = make_claim(article, speaker=("Ushakov", "yury-ushakov", "Yury Ushakov", cue))
    content = make_claim(article, evidence=said).evidence
    attribution = replace(claim.attribution, form="indirect", content=(content,))
    claim = replace(claim, attribution=attribution)
    writer = Writer(make_material((article,), (claim,), ()))
    drafts = writer.drafter.drafts(claim, article, limit=40, own_voice=False)
    assert isinstance(drafts, tuple)
    assert [draft.text.count("TASS") for draft in drafts] == [1] * len(drafts)


def test_words_that_lose_their_outlet_need_its_credit() -> None:
    way = Way("", frozenset(), ("told TASS",))
    assert way.on("The envoy told TASS that the port is closed.") is not None
    assert way.on("The envoy said the port is closed.") is None
    credited = Way("according to TASS", frozenset(), ("told TASS",))
    assert credited.on("The port is closed, the envoy told TASS.") == (
        "The port is closed, the envoy told TASS."
    )
    assert credited.on("The envoy said the port is closed.") == (
        "The envoy said the port is closed, according to TASS."
    )


def test_an_outlet_that_goes_by_its_address_reported(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("The port is closed, the envoy said.", source="x", outlet="port.example")
    claim = make_claim(article, speaker=("the envoy", None, "Envoy", "said"))
    outlets = Outlets(vocabulary=vocabulary, lineage=Lineage(origins=(), stories=(), links=()))
    credit = next(ways(claim, article, outlets, own_voice=False)).credit
    assert credit == "port.example reported"
