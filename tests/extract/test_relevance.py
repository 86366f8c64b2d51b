"""Which reports are about a theatre: those on its war, and none that only mentions it."""

from collections.abc import Callable

import pytest

from sitrep.extract.extractor import Extractor
from sitrep.extract.relevance import Anchors, Told, scores
from sitrep.extract.slavic_terms import SlavicTerms
from sitrep.language.engines import Engines
from sitrep.model.documents import Article
from sitrep.vocabulary.types import Vocabulary

Make = Callable[..., Article]
WEATHER = "The ferries sailed on time. Cafés on the quay were full. A jazz band played. "


@pytest.fixture(scope="module")
def extractor(engines: Engines, vocabulary: Vocabulary) -> Extractor:
    return Extractor(engines, vocabulary)


def on(extractor: Extractor, article: Article) -> set[str]:
    _, claims = extractor.run(article)
    return {theatre for claim in claims for theatre in claim.theatres}


def test_a_title_on_the_theatre_needs_war_only_near_what_names_it(extractor, article):
    text = (
        "Ukraine and Russia put their names to the harbour accord on Friday. "
        "Peace is no part of it, the envoy said. "
        "About ten million tonnes of maize wait in Ukraine, the mediator said. "
        "Three ships were loaded on Friday. "
        "There is no truce at sea, an admiral said."
    )
    assert on(extractor, article(text, title="Maize leaves Odesa as Black Sea accord is signed"))


def test_an_opening_on_the_theatre_tells_where_the_title_names_a_party_alone(extractor, article):
    text = (
        "OMSK. The Kremlin was wrong to begin its operation in Ukraine, a Russian blogger said. "
        "Russia should end the special military operation, he said. " + WEATHER * 3
    )
    title = "Blogger faults Putin and calls for a change of course"
    assert on(extractor, article(text, title=title)) == {"ukraine"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Росія вночі вдарила по підстанціях",
            (
                "Російські війська завдали удару по підстанціях. Без світла лишилися Сумська та "
                "Полтавська області. У Харкові горів склад, повідомили рятувальники."
            ),
        ),
        (
            "Портовый кран в Одессе повреждён взрывом",
            (
                "Взрыв повредил кран в порту Одессы. Двое ранены, сообщили спасатели. "
                "Российские войска об ударе не сообщали."
            ),
        ),
    ],
)
def test_reports_in_ukrainian_and_russian_name_the_theatre_in_any_case(
    extractor, article, title: str, text: str
):
    language = "uk" if "Росія" in title else "ru"
    assert on(extractor, article(text, title=title, language=language)) == {"ukraine"}


def test_a_pact_with_a_party_put_in_doubt_is_pressure_on_it(extractor, article):
    text = (
        "Norland will suspend its trade agreement with Israel, its foreign minister said. "
        "The vote was close. He called the state of things in Gaza a disgrace. "
        "Israel's Foreign Ministry said Hamas had forced the war upon it. Exports fell."
    )
    assert on(extractor, article(text, title="Norland to review pact with Israel")) == {"gaza"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Singer fears a Zelensky-style scolding at the palace",
            "The singer meets the king on Monday. " + WEATHER * 4 + "Zelensky was scolded in May.",
        ),
        (
            "Rapper charged over a flag",
            WEATHER * 3
            + "The flag was of Hezbollah. "
            + WEATHER * 3
            + "He spoke of Gaza on stage. "
            "A court will hear of the attack on a guard. " + WEATHER * 3,
        ),
    ],
)
def test_a_mention_brings_no_report_in(extractor, article, title: str, text: str):
    assert on(extractor, article(text, title=title)) == set()


def test_a_sentence_on_war_counts_where_the_whole_report_is_on_the_theatre():
    theatre, nothing = Anchors(strength=2), Anchors()
    told = Told(
        title=theatre,
        anchors=[theatre, theatre, nothing, nothing, nothing],
        conflict=[True, True, False, True, False],
        war=True,
        lead=[0, 1],
    )
    assert [score > 0 for score in scores(told)] == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("У Києві та Харкові пролунали вибухи.", 2),
        ("Удар по Сумській, Полтавській та Київській областях.", 3),
        ("Сума сумських підприємств зросла.", 0),
        ("Свою участь підтвердили всі.", 0),
        ("Цели СВО не меняются.", 1),
    ],
)
def test_terms_are_found_in_any_case_and_lists(text: str, names: int):
    terms = ["Київ", "Харків", "Сумська область", "Полтавська область", "Київська область", "СВО"]
    found = SlavicTerms(dict.fromkeys(terms, "names")).count(text, "uk")
    assert found["names"] == names
