"""Whose body speaks where the text does not say it: a party's where one alone can be meant."""

from collections.abc import Callable

import pytest

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.model.documents import Article
from sitrep.text.furniture import mark
from sitrep.vocabulary.types import Vocabulary

Make = Callable[..., Article]


@pytest.fixture(scope="module")
def extractor(engines: Engines, vocabulary: Vocabulary) -> Extractor:
    return Extractor(engines, vocabulary)


def last(extractor: Extractor, article: Make, text: str, **fields: object) -> str | None:
    """Return the id of the last speaker of a text, read with its dateline."""
    made = article(text, sentences=mark(text, "", "en").sentences, **fields)
    attributions = extractor.extract(made).attributions
    assert attributions
    return attributions[-1].speaker_id


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("KYIV. Sixty clashes were counted, the General Staff said.", "ukraine-general-staff"),
        ("MOSCOW. Four launchers were destroyed, the Defence Ministry said.", "russia-mod"),
        ("JERUSALEM - A rocket fell in a field, the military said on Monday.", "idf"),
        ("Israeli jets hit a camp. Tents burned. The military said it was looking into it.", "idf"),
        ("Shells fell in Gaza. Israel sent tanks. The army's chief spokesman said more would come.",
         "idf"),
    ],
)  # fmt: skip
def test_a_body_is_that_of_the_only_party_it_can_be(extractor, article, text, speaker):
    assert last(extractor, article, text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "A plant in Russia burned. Ukraine was quiet. The General Staff said drones had hit it.",
        "Israel shelled a village in Lebanon. The army said two of its men were hurt.",
        "President Donald Trump spoke in Ohio. The military said two of its men were hurt.",
        "Soldiers left the base. The army said two of its men were hurt.",
        "CAIRO - Israel and Egypt spoke. The Defence Ministry said the border was calm.",
    ],
)
def test_it_stays_open_where_another_may_be_meant(extractor, article, text):
    assert last(extractor, article, text) is None


def test_the_outlet_of_a_state_tells_whose_ministry_speaks(extractor, article):
    text = "Four launchers were destroyed, the Defense Ministry reported."
    assert last(extractor, article, text, source_id="tass") == "russia-mod"
    assert last(extractor, article, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Benjamin Netanyahu spoke with Donald Trump and thanked him, his office said.",
        "Prime Minister Benjamin Netanyahu's office said nothing had been agreed.",
        "Benjamin Netanyahu flew home. The prime minister's office said the talks went well.",
        "Benjamin Netanyahu flew home, his office said. The office said the talks went well.",
    ],
)
def test_the_office_of_a_leader_is_the_body_of_that_name(extractor, article, text):
    assert last(extractor, article, text) == "israel-pmo"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ninety trucks entered, the Israeli military body that runs the crossings, COGAT, said.",
         "cogat"),
        ("Five people were killed in Jenin, the Health Ministry in Ramallah said.",
         "palestinian-health-ministry"),
        ("Sixty people were killed, the Health Ministry in Gaza said.", "gaza-health-ministry"),
        ("Six people were killed in Jenin, the Palestinian Health Ministry said.", "palestine"),
        ("Five people were killed in Jenin, the Health Ministry said.", None),
    ],
)  # fmt: skip
def test_one_body_is_not_taken_for_another(extractor, article, text, speaker):
    assert last(extractor, article, text) == speaker
