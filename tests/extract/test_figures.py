from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.extract.figures import find_figures
from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import find_times
from sitrep.language.sentences import split
from sitrep.model.documents import Article


def find(text, language="en"):
    article = Article(
        id="art-1", raw_id="raw-1", source_id="sample", outlet="Sample", title="", text=text,
        language=language, published_at=datetime(2025, 5, 21, 12, tzinfo=UTC),
    )  # fmt: skip
    spans = split(text, language)
    reading = Reading(
        article=article,
        sentences=tuple(ReadSentence(start=a, end=b, text=text[a:b]) for a, b in spans),
    )
    return find_figures(reading, find_times(reading))


def kinds(text, language="en"):
    return [(figure.kind, figure.value, figure.weapon) for figure in find(text, language)]


def test_launched_intercepted_and_lost_of_one_raid():
    text = "Russia launched 117 drones overnight, of which 74 were shot down and 38 were lost."
    assert kinds(text) == [
        ("launched", 117, "drone"),
        ("intercepted", 74, "drone"),
        ("lost", 38, "drone"),
    ]
    assert {figure.window.span.quote for figure in find(text)} == {"overnight"}


def test_a_part_of_a_total():
    assert kinds("Air defences shot down 74 of 117 drones.") == [
        ("intercepted", 74, "drone"),
        ("launched", 117, "drone"),
    ]


def test_all_of_them():
    [figure] = find("All 12 missiles were intercepted.")
    assert (figure.kind, figure.value, "all of them" in figure.reasons) == ("intercepted", 12, True)


def test_a_breakdown_by_place_is_marked_as_part():
    found = find("Some 159 drones were downed: 53 over Oryol, 51 drones over Bryansk.")
    assert [figure.value for figure in found] == [159, 53, 51]
    assert [any("part of" in why for why in figure.reasons) for figure in found] == [
        False,
        True,
        True,
    ]


def test_killed_and_wounded_in_one_sentence():
    text = (
        "At least five people were killed and 12 wounded; "
        "a blast injured more than two dozen others."
    )
    found = find(text)
    assert [(f.kind, f.value, f.qualifier) for f in found] == [
        ("killed", 5, "at_least"),
        ("wounded", 12, "exact"),
        ("wounded", 24, "more_than"),
    ]
    assert (found[0].low, found[0].high, found[0].unit) == (5, None, "people")


def test_those_included_are_a_part():
    found = find("The raid killed 45 people, including two nurses and three children.")
    assert found[0].value == 45
    [drones, shaheds] = find("They shot down 76 drones, including 20 Shaheds.")
    assert (drones.value, shaheds.value) == (76, 20)
    assert "part of 76" in shaheds.reasons


def test_ranges_and_bounds():
    found = find(
        "Moscow used between 10 and 15 missiles. Up to 200 soldiers came; dozens were killed."
    )
    assert [(f.low, f.high, f.qualifier) for f in found[:3]] == [
        (10, 15, "range"),
        (None, 200, "up_to"),
        (24, None, "at_least"),
    ]


def test_measures_money_and_durations():
    text = (
        "It took 12 square kilometres, 5 miles deep, for $2.5 billion, €500m or "
        "50 million rubles in three hours."
    )
    assert [(f.kind, f.value, f.unit) for f in find(text)] == [
        ("area", 12, "km2"),
        ("distance", 8.04672, "km"),
        ("money", 2.5e9, "USD"),
        ("money", 5e8, "EUR"),
        ("money", 5e7, "RUB"),
        ("duration", 3, "hour"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A 34-year-old man from Unit 26165 and the 25th Brigade spoke.",
        "The envoy, John Smith, 45, cited Resolution 1701.",
        "It began in 2022 and the score was 8-0 on 21 May.",
        "A Su-34 and two-seat F-16 flew.",
        "Call 555-1234 or read Article 5.",
    ],
)
def test_ages_ids_years_scores_and_names_count_nothing(text):
    assert not [f for f in find(text) if f.kind != "duration"]


def test_prisoners_sanctions_and_vehicles():
    assert kinds("The sides exchanged 390 prisoners each.") == [("prisoners", 390, None)]
    assert kinds("The EU sanctioned 189 vessels.") == [("sanctioned", 189, None)]
    assert "sanctioned" not in [kind for kind, *_ in kinds("They listed about 100 tanks as lost.")]
    assert kinds("Some 10-15 tanks were destroyed.") == [("vehicles", None, None)]


def test_russian_strike_words_number_words_and_singulars():
    text = "Средствами ПВО уничтожено двенадцать беспилотников: 10 – над морем, два – над областью."
    assert [f.value for f in find(text, "ru")] == [12, 10, 2]
    assert kinds("Уничтожен украинский беспилотный летательный аппарат.", "ru") == [
        ("intercepted", 1, "drone")
    ]
    assert kinds("Погибли пять человек, ранены двенадцать.", "ru") == [
        ("killed", 5, None),
        ("wounded", 12, None),
    ]


def test_ukrainian_strike_words():
    text = "Ворог атакував 76 ударними БпЛА. Збито 64 дрони, 12 локально втрачені."
    assert kinds(text, "uk") == [
        ("launched", 76, "drone"),
        ("intercepted", 64, "drone"),
        ("lost", 12, "drone"),
    ]


@given(st.lists(st.sampled_from([
    "117", "drones", "shot down", "of", "1e309", "ten thousand million hundred", "$", "5m", "%",
    "\u200b", "\u202e", "İ", "ß", "killed", "people", "at least", "10-15", "–", ",", "were", "БПЛА",
])), st.text(max_size=60))  # fmt: skip
def test_spans_quote_the_text_and_bounds_hold(words, tail):
    text = " ".join(words) + tail
    for figure in find(text):
        assert text[figure.span.start : figure.span.end] == figure.span.quote
        bounds = [part for part in (figure.low, figure.value, figure.high) if part is not None]
        assert bounds == sorted(bounds)


def test_shares_told_in_the_next_sentence_are_parts_of_the_total():
    text = (
        "Air defences destroyed 30 drones overnight. Over the Orel Region 20 drones were downed, "
        "and ten were shot down over Bryansk."
    )
    found = find(text)
    assert [figure.value for figure in found] == [30, 20, 10]
    assert [any("part of" in why for why in f.reasons) for f in found] == [False, True, True]


def test_counts_that_add_to_another_or_that_hold_for_each_place_say_so():
    text = "Вночі знищено чотири безпілотники. Ще два безпілотники збито вранці над Сумами."
    assert ["besides another count" in f.reasons for f in find(text, "uk")] == [False, True]
    text = "Уничтожены по два беспилотника над Курской, Орловской и Брянской областями."
    [figure] = find(text, "ru")
    assert (figure.value, "each of 3" in figure.reasons) == (2, True)


def test_all_of_those_counted_before_have_their_number():
    text = "Three drones attacked the port. All the drones were shot down."
    assert kinds(text) == [("launched", 3, "drone"), ("intercepted", 3, "drone")]


def test_marks_of_emphasis_between_number_and_noun_hide_nothing():
    text = "Перехвачены **семь** беспилотников над Курской и __два__ над Орловской областью."
    assert [value for _, value, _ in kinds(text, "ru")] == [7, 2]


def test_a_list_behind_one_verb_has_its_kind():
    text = "Перехвачены три беспилотника над Курской, семь беспилотников над Орловской областью."
    assert [kind for kind, _, _ in kinds(text, "ru")] == ["intercepted", "intercepted"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The tank was destroyed by a drone.", "en"),
        ("Танк уничтожен расчётом беспилотника.", "ru"),
        ("Танк знищено за допомогою безпілотника.", "uk"),
    ],
)
def test_a_weapon_that_somebody_uses_was_not_shot_down(text, language):
    assert not [kind for kind, _, weapon in kinds(text, language) if weapon]


def test_shares_in_brackets_are_parts_of_the_count_before():
    found = find(
        "Силы ПВО сбили девять беспилотников над территориями Орловской (**5 БПЛА**) и "
        "Тульской (**4 БПЛА**) областей.",
        "ru",
    )
    assert [figure.value for figure in found] == [9, 5, 4]
    assert [any(why.startswith("part of") for why in f.reasons) for f in found] == [
        False,
        True,
        True,
    ]


def test_a_list_stands_behind_its_verb_and_a_colon():
    text = "За ночь уничтожены: две ОТР над Тулой; три БПЛА над Орлом; пять БПЛА над морем."
    assert kinds(text, "ru") == [
        ("intercepted", 2, "ballistic-missile"),
        ("intercepted", 3, "drone"),
        ("intercepted", 5, "drone"),
    ]


def test_some_of_those_before_are_no_others():
    first, second = find(
        "Над рекой перехвачены три БПЛА, два из которых уничтожены в воздухе.", "ru"
    )
    assert (first.value, second.value) == (3, 2)
    assert "part of 3" in second.reasons


def test_one_each_over_several_places():
    *_, each = find(
        "Сбиты два БПЛА над Курской областью и по одному – над Тульской и Орловской областями.",
        "ru",
    )
    assert "each of 2" in each.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Подразделения БПЛА уничтожили три внедорожника.",
        "Ударным БПЛА уничтожена боевая машина.",
        "Снимки, полученные с БПЛА, подтвердили: склад уничтожен.",
        "Дрон на оптоволокне уничтожил грузовик.",
        "Украинские БПЛА были сбиты над морем.",
        "Группа вела уничтожение БПЛА.",
        "Для уничтожения станции был направлен ударный дрон.",
        "Для уничтожения станции направлен дрон, оператор которого поразил цель.",
    ],
)
def test_a_drone_that_does_or_drones_untold_are_not_one_shot_down(text):
    assert not [one for one in kinds(text, "ru") if one[2] == "drone"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Около 15.15 мск еще один украинский БПЛА уничтожен над рекой.", 1),
        ("Еще один БПЛА уничтожен 20 января над рекой.", 1),
        ("Сбиты БПЛА «Ласточка» и «Стриж».", 2),
        ("Беспилотник обнаружен над рекой и подавлен средствами РЭБ.", 1),
        ("**Сбит беспилотный летательный **аппарат над рекой.", 1),
    ],
)
def test_single_drones_and_times_of_day(text, number):
    assert [value for _, value, weapon in kinds(text, "ru") if weapon == "drone"] == [number]


def test_all_the_drones_with_an_adjective_are_as_many_as_before():
    text = "Атаку вели пять дронов. Все украинские беспилотники перехвачены над морем."
    assert kinds(text, "ru")[-1] == ("intercepted", 5, "drone")


def test_crewless_boats_are_no_drones_of_the_air():
    text = "Сбиты два БПЛА. В море уничтожены четыре безэкипажных катера."
    assert ("intercepted", 4, "naval-drone") in kinds(text, "ru")


def test_an_aside_stands_between_a_count_and_its_verb():
    text = "Seven people, among them two children, were killed and 15 wounded."
    assert [kind for kind, _, _ in kinds(text)] == ["killed", "killed", "wounded"]


def test_a_participle_before_the_noun_gives_the_kind():
    assert kinds("Debris from five downed drones fell on the town.") == [
        ("intercepted", 5, "drone")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people killed in the strike on Ostrov rose to 12.", ("killed", 12)),
        ("The number of injured has climbed to 45, the mayor said.", ("wounded", 45)),
        ("Another body was found, bringing the number of dead to 14.", ("killed", 14)),
        ("Authorities revised the toll down to 23.", ("killed", 23)),
    ],
)
def test_a_number_of_dead_that_rose(text, expected):
    assert (*expected, None) in kinds(text)


def test_a_drone_attack_is_no_drone():
    assert not kinds("The army has launched a drone attack on the plant.")
    assert not kinds("It launched a massive drone and missile attack on the port.")
    assert kinds("It launched a drone at the plant.") == [("launched", 1, "drone")]


@pytest.mark.parametrize("what", ["drone attack", "missile strike", "drone factory"])
def test_a_weapon_that_names_an_attack_or_a_plant_is_none_of_its_own(what):
    assert find(f"The army has launched a cross-border {what} on the town.") == ()
