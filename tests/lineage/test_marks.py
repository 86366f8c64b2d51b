"""Names and figures that any language keeps."""

import pytest

from sitrep.lineage.marks import marks, sounds


@pytest.mark.parametrize(
    "spellings",
    [
        ("Halden", "Хальден", "Гальдені", "Халденом"),
        ("Kharkiv", "Харків", "Харькова"),
        ("Kyiv", "Kiev", "Київ", "Києва"),
        ("Zelensky", "Зеленський", "Зеленского"),
        ("Yuri", "Юрій", "Юрия"),
        ("Moscow", "Москва", "Москвою"),
        ("Rehn", "Рен"),
    ],
)
def test_a_name_sounds_alike_in_every_spelling(spellings):
    assert len({sounds(name) for name in spellings}) == 1


def test_other_names_do_not():
    assert len({sounds(name) for name in ("Halden", "Orven", "Sarn", "Velmark", "Rehn")}) == 5


def test_months_and_days_are_no_names():
    assert sounds("March") == sounds("Tuesday") == ""


def test_names_and_figures_stand_in_the_order_of_the_text(make_article):
    english = make_article("a", "In Halden 23 boats sank. Rain fell on Tuesday, said Oda Brill.")
    ukrainian = make_article(
        "b", "У Гальдені двадцять три човни затонули. Ішов дощ, сказала Ода Брілл.", language="uk"
    )
    assert [mark.text for mark in marks(english)] == ["Halden", "23", "Oda", "Brill"]
    assert [mark.key for mark in marks(english)] == [mark.key for mark in marks(ukrainian)]


def test_a_word_that_only_begins_sentences_is_no_name(make_article):
    article = make_article("a", "Boats sank. Varga spoke. Nobody trusts Ilse Varga now.")
    assert [mark.text for mark in marks(article)] == ["Varga", "Ilse", "Varga"]


def test_vague_numbers_and_one_say_nothing(make_article):
    assert marks(make_article("a", "one man, dozens of sheep and two dogs"))[0].text == "two"
    assert not marks(make_article("a", ""))
