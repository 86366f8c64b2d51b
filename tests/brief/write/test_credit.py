"""How a sentence says on whose word it rests."""

from collections.abc import Callable

from sitrep.brief.write.credit import ways, with_credit
from sitrep.brief.write.outlets import Outlets
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
    first, _ = next(ways(make_claim(article), article, outlets, own_voice=False))
    assert first == "the Associated Press reported"


def test_an_outlet_that_the_sentence_names_is_not_named_again(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article(
        "An envoy told TASS that the port is closed.", source="tass", outlet="TASS"
    )
    outlets = Outlets(vocabulary=vocabulary, lineage=Lineage(origins=(), stories=(), links=()))
    credit, _ = next(ways(make_claim(article), article, outlets, own_voice=False))
    assert credit == ""


def test_an_outlet_that_goes_by_its_address_reported(
    vocabulary: Vocabulary, make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("The port is closed, the envoy said.", source="x", outlet="port.example")
    claim = make_claim(article, speaker=("the envoy", None, "Envoy", "said"))
    outlets = Outlets(vocabulary=vocabulary, lineage=Lineage(origins=(), stories=(), links=()))
    credit, _ = next(ways(claim, article, outlets, own_voice=False))
    assert credit == "port.example reported"
