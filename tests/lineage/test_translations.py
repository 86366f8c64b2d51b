"""Translations are told by names and figures in the same order."""

from datetime import UTC, datetime, timedelta

import pytest

from sitrep.lineage.scan import scan
from sitrep.lineage.trace import trace
from sitrep.lineage.translations import translations

NOON = datetime(2031, 6, 2, 12, tzinfo=UTC)

ENGLISH = (
    "Rockets struck Lenmark at night and 14 houses burned, Mayor Oda Brill said. The fire brigade "
    "of Karden sent 6 engines. In Sarnel 3 people were hurt, among them Ivo Tarn, who keeps the "
    "lock on the Arda. Brill asked Karden for 200 beds."
)
RUSSIAN = (
    "Ночью ракеты попали в Ленмарк, сгорели 14 домов, сообщила мэр Ода Брилл. Пожарные Кардена "
    "прислали 6 машин. В Сарнеле пострадали трое, среди них Иво Тарн, смотритель шлюза на Арде. "
    "Брилл попросила у Кардена 200 коек."
)
OTHER_ORDER = (
    "В больнице сказали, что Иво Тарн выживет. Шлюз на Арде закрыт. Карден обещает 200 коек, а "
    "жители Сарнеля собрали 3 грузовика хлеба. Ода Брилл насчитала 14 сгоревших домов. «Нам "
    "нужен Елизар Вант», — сказал Пётр Лём: так зовут кровельщика из Ордена, у которого 50 рабочих."
)


@pytest.fixture
def linked(make_article, vocabulary):
    def made(russian: str, **fields):
        told = [
            make_article("a", ENGLISH, published_at=NOON),
            make_article(
                "b", russian, language="ru", outlet="Утро",
                published_at=NOON + fields.pop("later", timedelta(hours=2)), **fields,
            ),
        ]  # fmt: skip
        return translations(scan(told, vocabulary))

    return made


def test_a_translation_says_on_what_it_rests(linked):
    (link,) = linked(RUSSIAN)
    assert (link.left, link.right, link.relation) == ("a", "b", "translation")
    assert "names and figures agree in their order (Ленмарк, 14, Ода" in link.reasons[0]


def test_the_earlier_is_the_original(linked):
    (link,) = linked(RUSSIAN, later=-timedelta(hours=2))
    assert (link.left, link.right) == ("b", "a")


def test_a_translated_part_stands_in_the_longer_text(make_article, vocabulary):
    more = " In Orven 9 of 12 mills stand still, Ulla Brek told the Harbour Club."
    told = [
        make_article("a", RUSSIAN, language="ru", outlet="Утро"),
        make_article("b", ENGLISH + more * 2),
    ]
    (link,) = translations(scan(told, vocabulary))
    assert (link.left, link.right, link.relation) == ("b", "a", "contains")
    assert link.reasons[0].startswith("in translation: ")


def test_the_same_names_and_figures_in_another_order_are_a_report_of_its_own(linked):
    assert linked(OTHER_ORDER) == ()


def test_a_credit_carries_a_short_translation(make_article, vocabulary):
    short = "В Ленмарке сгорели 14 домов, мэр Ода Брилл просит помощи"
    wire = make_article("a", ENGLISH, outlet="Northwire")
    bare, credited = (
        make_article(id_, f"{short}{end}.", language="ru", outlet="Утро")
        for id_, end in (("b", ""), ("c", ", сообщает Northwire"))
    )
    assert translations(scan([wire, bare], vocabulary)) == ()
    (link,) = translations(scan([wire, credited], vocabulary))
    assert link.reasons[0].endswith(", and one credit")


def test_a_text_of_another_week_is_no_translation(linked):
    assert linked(RUSSIAN, later=timedelta(days=6)) == ()


def test_within_one_language_words_decide(make_article, vocabulary):
    told = [make_article(id_, ENGLISH, outlet=id_) for id_ in "ab"]
    assert translations(scan(told, vocabulary)) == ()


def test_a_translation_has_the_origin_and_the_story_of_its_original(
    make_article, vocabulary, encoder
):
    told = [
        make_article("a", ENGLISH, published_at=NOON),
        make_article("b", RUSSIAN, language="ru", outlet="Утро", published_at=NOON),
    ]
    lineage = trace(told, vocabulary=vocabulary, encoder=encoder)
    (origin,), (story,) = lineage.origins, lineage.stories
    assert origin.articles == story.articles == ("a", "b")
    assert any("names and figures" in reason for reason in origin.reasons)
