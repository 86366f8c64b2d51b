"""What stands in whole articles in Ukrainian and Russian: speakers, pronouns, nesting, claims."""

from datetime import UTC, datetime

import pytest

from sitrep.extract.extractor import Extractor
from sitrep.language.engines import Engines
from sitrep.language.sentences import split
from sitrep.model.documents import Article, Sentence
from sitrep.vocabulary.load import load

VOCABULARY = load()
EXTRACTOR = Extractor(Engines(), VOCABULARY)


def article(text, language, title=""):
    return Article(
        id="art-1", raw_id="raw-1", source_id="visnyk", outlet="Вісник", title=title, text=text,
        language=language, published_at=datetime(2025, 5, 21, 12, tzinfo=UTC),
        sentences=tuple(Sentence(start=a, end=b) for a, b in split(text, language)),
    )  # fmt: skip


def attributions(text, language):
    return EXTRACTOR.extract(article(text, language)).attributions


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Зустріч із Володимиром Зеленським відбулася.", "uk", ["volodymyr-zelensky"]),
        ("Об этом говорили с Сергеем Лавровым.", "ru", ["sergey-lavrov"]),
        ("Делегації України та РФ прибули.", "uk", ["ukraine", "russia"]),
        ("Олег Лавров приїхав до Львова.", "uk", []),
        ("Удар по Києву.", "uk", []),
    ],
)
def test_names_are_found_in_any_case(text, language, names):
    found = EXTRACTOR.extract(article(text, language)).mentions
    assert [mention.entity_id for mention in found] == names


def test_a_pronoun_is_who_spoke_last():
    text = "Андрій Сибіга заявив, що розмова відбулася. Він додав, що вона була тривалою."
    assert [one.speaker_id for one in attributions(text, "uk")] == ["andrii-sybiha"] * 2


def test_an_office_is_who_holds_it_on_the_day():
    [one] = attributions("Президент Франции сообщил, что визит отложен.", "ru")
    assert (one.speaker_id, one.source.quote) == ("emmanuel-macron", "Президент Франции")


def test_what_somebody_says_that_another_said_stands_within():
    text = "Юрий Ушаков заявил, что Стив Уиткофф пообещал передать ответ."
    outer, inner = attributions(text, "ru")
    assert (outer.speaker_id, inner.speaker_id, inner.parent) == (
        "yury-ushakov",
        "steve-witkoff",
        0,
    )


def test_hedged_words_are_told():
    [one] = attributions("Речник сказав, що обмін, можливо, перенесуть.", "uk")
    assert one.hedge == "possible"


def test_claims_keep_the_words_as_written_and_say_whose_they_are():
    text = (
        "Уночі Росія атакувала Україну 76 безпілотниками. Повітряні сили України повідомили, що "
        "збито 63 дрони, ще 12 втрачено локаційно. За даними Міноборони Росії, над Курською "
        "областю знищено 16 безпілотників."
    )
    _, claims = EXTRACTOR.run(article(text, "uk", "Росія атакувала Україну дронами"))
    assert [claim.speaker_id for claim in claims] == [None, "ukraine-air-force", "russia-mod"]
    assert [claim.side for claim in claims] == [None, "ukraine", "russia"]
    assert [(f.kind, f.value, f.weapon) for claim in claims for f in claim.figures] == [
        ("launched", 76, "drone"),
        ("intercepted", 63, "drone"),
        ("lost", 12, "drone"),
        ("intercepted", 16, "drone"),
    ]
    for claim in claims:
        span = claim.evidence
        assert (text[span.start : span.end], claim.language) == (span.quote, "uk")


def test_who_tells_of_a_deed_did_not_do_it():
    text = "Генштаб ЗСУ повідомив, що російські війська обстріляли село з мінометів."
    [event] = EXTRACTOR.extract(article(text, "uk")).events
    assert [actor.entity_id for actor in event.actors] == ["russia-armed-forces"]
    assert event.attribution == 0


def test_other_languages_have_no_slavic_attributions():
    reading = article("Прэзідэнт заявіў, што перамовы працягнуцца.", "be")
    found = EXTRACTOR.extract(reading)
    assert (found.attributions, found.events) == ((), ())
