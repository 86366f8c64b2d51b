"""The gates on sentences of our own, each kind of edit and of corruption by itself."""

from datetime import UTC, date, datetime

import pytest

from sitrep.brief.verify.check import GATES, check
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.known import known_names
from sitrep.vocabulary.load import load

WEDNESDAY = datetime(2025, 3, 12, 12, tzinfo=UTC)

DRONES = (
    "Ukraine's air force said Russia launched 117 drones overnight, of which 74 were shot down "
    "and at least 38 were lost."
)
TALKS = (
    "Putin could meet Zelensky in Jeddah if the sides agree on terms, Kremlin spokesman Dmitry "
    "Peskov told reporters on Wednesday."
)
PLANT = (
    "Ukrainian drones attacked a chemical plant in the Tula region, injuring three people, "
    "Governor Dmitry Milyaev said."
)
TRUCE = (
    "“We will not accept a pause that lets them regroup,” Foreign Minister Sergey Lavrov said on "
    "Wednesday. He rejected a truce before talks."
)
VILLAGE = "Russia said it had taken the village of Basivka. Ukraine has not confirmed the loss."
VISIT = "President Vladimir Putin visited the Kursk region on Tuesday, the Kremlin said."
SANCTIONS = "The European Union adopted sanctions against Russia, listing more than 150 ships."
REFUSAL = "Trump refused to lift sanctions on Russia. He is expected to speak to Putin."


@pytest.fixture(scope="module")
def known() -> Known:
    return known_names(load(), date(2025, 3, 12))


def evidence(known: Known, *texts: str, **more) -> Evidence:
    passages = tuple(
        Passage(text=text, outlet="TASS", published_at=WEDNESDAY, **more) for text in texts
    )
    return Evidence(passages=passages, known=known)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (DRONES, "Ukraine's air force said Russia launched 117 drones."),
        (DRONES, "Russia launched 117 drones overnight, Ukraine's air force said."),
        (DRONES, ("Ukraine's air force said that Russia launched 117 drones on the night of "
                 "11–12 March, of which 74 were shot down.")),
        (TALKS, ("Kremlin spokesman Dmitry Peskov said on 12 March that Putin could meet Zelensky "
                "in Jeddah if the sides agreed on terms.")),
        (TALKS, ("Peskov said Vladimir Putin could meet Volodymyr Zelensky in Jeddah if the sides "
                "agree on terms.")),
        (TALKS, ("TASS reported that Peskov said Putin could meet Zelensky in Jeddah if the sides "
                "agree on terms.")),
        (PLANT, ("Governor Dmitry Milyaev said Ukrainian drones attacked a chemical plant in the "
                "Tula region, injuring 3 people.")),
        (PLANT, "Governor Dmitry Milyaev said Ukrainian drones had attacked a chemical plant."),
        (TRUCE, "“We will not accept a pause that lets them regroup,” Lavrov said on 12 March."),
        (VILLAGE, "Russia claimed it had taken the village of Basivka."),
        (VILLAGE, ("Russia said it had taken the village of Basivka; Ukraine has not confirmed the "
                  "loss.")),
        (VILLAGE, ("Russia said it had taken the village of Basivka, while Ukraine has not "
                  "confirmed the loss.")),
        (VISIT, ("Russian President Vladimir Putin visited the Kursk region on 11 March, the "
                "Kremlin said.")),
        (VISIT, "According to the Kremlin, Putin visited the Kursk region on 11 March."),
        (SANCTIONS, "The EU adopted sanctions against Russia, listing over 150 ships."),
    ],
)  # fmt: skip
def test_faithful_edits_pass(known: Known, text: str, sentence: str):
    verdict = check(sentence, evidence(known, text))
    assert verdict.failed == ()


@pytest.mark.parametrize(
    ("gate", "text", "sentence"),
    [
        ("numbers", DRONES, "Ukraine's air force said Russia launched 171 drones overnight."),
        ("numbers", DRONES, ("Ukraine's air force said Russia launched 74 drones, of which 117 "
                            "were shot down.")),
        ("numbers", DRONES, "Ukraine's air force said Russia launched 117 missiles overnight."),
        ("numbers", DRONES, "Ukraine's air force said 38 were lost."),
        ("numbers", SANCTIONS, "The EU adopted sanctions against Russia, listing 150 ships."),
        ("support", DRONES, "Ukraine's air force said 117 drones were shot down."),
        ("names", DRONES, "Ukraine's air force said Ukraine launched 117 drones overnight."),
        ("names", TALKS, "Peskov said Zelensky could meet Putin in Jeddah if the sides agree."),
        ("names", TALKS, ("Peskov said Putin could meet Zelensky in Riyadh if the sides agree on "
                         "terms.")),
        ("speaker", TALKS, ("Zelensky said Putin could meet him in Jeddah if the sides agree on "
                           "terms.")),
        ("speaker", TALKS, ("Defence Minister Dmitry Peskov said Putin could meet Zelensky in "
                           "Jeddah if the sides agree on terms.")),
        ("attribution", DRONES, "Russia launched 117 drones overnight."),
        ("attribution", VILLAGE, "Russia had taken the village of Basivka."),
        ("polarity", VILLAGE, "Ukraine has confirmed the loss."),
        ("polarity", PLANT, ("Governor Dmitry Milyaev said Ukrainian drones had not attacked a "
                            "chemical plant.")),
        ("polarity", REFUSAL, "Trump lifted sanctions on Russia."),
        ("modality", REFUSAL, "He spoke to Putin."),
        ("modality", TALKS, ("Peskov said Putin will meet Zelensky in Jeddah if the sides agree on "
                            "terms.")),
        ("modality", TALKS, "Peskov said Putin could meet Zelensky in Jeddah."),
        ("modality", TALKS, ("Peskov confirmed Putin could meet Zelensky in Jeddah if the sides "
                            "agree on terms.")),
        ("modality", VISIT, "The Kremlin said Putin will visit the Kursk region."),
        ("dates", VISIT, "Putin visited the Kursk region on 12 March, the Kremlin said."),
        ("dates", VISIT, "Putin visited the Kursk region by 11 March, the Kremlin said."),
        ("quotation", TRUCE, "“We will not accept a truce that lets them regroup,” Lavrov said."),
        ("quotation", TRUCE, "Lavrov “rejected a truce before talks”."),
        ("quotation", TRUCE, "Lavrov said we will not accept a pause that lets them regroup."),
        ("speaker", TRUCE, "“We will not accept a pause that lets them regroup,” Peskov said."),
        ("support", VILLAGE, ("Russia said it had taken the village of Basivka because Ukraine has "
                             "not confirmed the loss.")),
        ("support", PLANT, ("Governor Dmitry Milyaev said Ukrainian drones were attacked a "
                           "chemical plant in the Tula region.")),
        ("loaded", SANCTIONS, "The EU adopted sanctions over the aggression of Russia."),
        ("loaded", SANCTIONS, "The EU adopted sanctions against the Russia regime."),
        ("length", SANCTIONS, "The EU " + "adopted sanctions " * 16 + "."),
    ],
)  # fmt: skip
def test_a_change_of_sense_is_refused_by_its_gate(
    known: Known, gate: str, text: str, sentence: str
):
    verdict = check(sentence, evidence(known, text))
    assert not verdict.passed
    assert gate in [result.name for result in verdict.failed]


def test_two_sentences_cannot_be_spliced_into_one(known: Known):
    first = "Ukrainian units left two villages north of Sudzha."
    second = "American envoys arrived in Moscow with terms for a truce."
    proof = evidence(known, first, second)
    spliced = "Ukrainian units left two villages north of Sudzha and arrived in Moscow with terms."
    assert not check(spliced, proof).passed
    joined = f"{first[:-1]}, and {second}"
    assert check(joined, proof).passed


def test_a_refusal_names_the_words_on_both_sides(known: Known):
    verdict = check("Putin visited Kursk on 13 March, the Kremlin said.", evidence(known, VISIT))
    dates = next(gate for gate in verdict.gates if gate.name == "dates")
    assert dates.reason == "“13 March” is not a date of the evidence"
    assert [(span.text, span.passage) for span in dates.spans] == [("13 March", None)]


def test_every_gate_answers_in_a_fixed_order(known: Known):
    verdict = check(VISIT, evidence(known, VISIT))
    assert tuple(gate.name for gate in verdict.gates) == GATES


def test_gates_work_on_plain_strings_without_a_vocabulary():
    proof = Evidence(passages=(Passage(text="Chile signed the pact, Foreign Minister Vera said."),))
    assert check("Foreign Minister Vera said Chile signed the pact.", proof).passed
    assert not check("Foreign Minister Vera said Peru signed the pact.", proof).passed
    assert not check("Chile signed the pact.", proof).passed


def test_pronouns_of_the_evidence_stand_for_the_name_that_is_given(known: Known):
    sentence = "Lavrov rejected a truce before talks."
    assert not check(sentence, evidence(known, "He rejected a truce before talks.")).passed
    resolved = evidence(
        known, "He rejected a truce before talks.", stands_for={"he": "Sergey Lavrov"}
    )
    assert check(sentence, resolved).passed


def test_a_passage_that_somebody_answers_for_keeps_its_speaker(known: Known):
    proof = evidence(known, "The front has been stable for a week.", speaker="Oleksandr Syrskyi")
    assert not check("The front has been stable for a week.", proof).passed
    assert check("Syrskyi said the front had been stable for a week.", proof).passed


def test_words_that_the_article_does_not_have_there_are_refused(known: Known):
    passage = Passage(text=VISIT, article_text=f"x {VISIT}", start=0, published_at=WEDNESDAY)
    verdict = check(VISIT, Evidence(passages=(passage,), known=known))
    assert [gate.name for gate in verdict.failed] == ["span"]


def test_a_headline_may_stand_in_the_present_and_is_short(known: Known):
    text = "Finland signed a border agreement with Norway in Oslo on Tuesday."
    headline = "Finland signs border agreement with Norway"
    assert check(headline, evidence(known, text), form="headline").passed
    assert not check(headline, evidence(known, text)).passed
    assert not check(text * 2, evidence(known, text), form="headline").passed


def test_loaded_words_may_stand_in_quotation_marks(known: Known):
    text = "Hamas called the raid “a massacre” and asked for an inquiry."
    assert check("Hamas called the raid “a massacre”.", evidence(known, text)).passed


def test_an_empty_sentence_and_empty_evidence_are_refused():
    assert not check("", Evidence(passages=(Passage(text=VISIT),))).passed
    assert not check("Putin visited Kursk.", Evidence(passages=())).passed


def test_a_place_behind_the_speaker_takes_nothing_from_what_was_said(known: Known) -> None:
    text = (
        "Russia would rather not use the option while a settlement is being sought, Dmitry Peskov "
        "said during a hearing at the committee."
    )
    told = "Russia would rather not use the option while a settlement is being sought, Peskov said."
    assert check(told, evidence(known, text)).passed


def test_an_outlet_that_goes_by_its_domain_may_be_named() -> None:
    passage = Passage(text="Crews mended the northern bridge.", outlet="northnews.ca")
    told = "Crews mended the northern bridge, northnews.ca reported."
    assert check(told, Evidence(passages=(passage,))).passed


def test_an_opening_phrase_may_move_to_the_end(known: Known) -> None:
    strike = "On Tuesday, a drone hit a depot near Kursk."
    assert check("A drone hit a depot near Kursk on Tuesday.", evidence(known, strike)).passed


def test_an_opening_phrase_may_not_move_behind_what_somebody_said(known: Known) -> None:
    strike = "In Geneva, the mayor said a drone had hit a depot."
    moved = check("The mayor said a drone had hit a depot in Geneva.", evidence(known, strike))
    assert not moved.passed


def test_a_moved_phrase_is_whole(known: Known) -> None:
    strike = "In the village of Basivka, a drone hit a depot."
    assert not check("A drone hit a depot in Basivka.", evidence(known, strike)).passed


def test_a_plural_source_may_open_the_sentence(known: Known) -> None:
    bus = "A drone hit a bus near Kursk, authorities said."
    assert check("Authorities said that a drone hit a bus near Kursk.", evidence(known, bus)).passed
    assert not check("Doctors said that a drone hit a bus near Kursk.", evidence(known, bus)).passed


@pytest.mark.parametrize(
    "sentence",
    [
        "A missile damaged two silos, Sample Wire confirmed.",
        "A missile damaged two silos, Sample Wire reported, and officials confirmed.",
        "A missile damaged two silos and the army confirmed.",
    ],
)
def test_nobody_confirms_what_an_outlet_alone_reports(sentence: str) -> None:
    passage = Passage(text="A missile damaged two silos.", outlet="Sample Wire")
    assert not check(sentence, Evidence(passages=(passage,))).passed


def test_a_window_may_be_told_by_its_end_and_not_lost() -> None:
    text = "Air defences shot down 236 drones over the past day, the ministry said."
    passage = Passage(text=text, outlet="Sample Wire", published_at=WEDNESDAY)
    dated = "Air defences shot down 236 drones in the day to 12 March, the ministry said."
    bare = "Air defences shot down 236 drones in the day, the ministry said."
    assert check(dated, Evidence(passages=(passage,))).passed
    assert not check(bare, Evidence(passages=(passage,))).passed


def test_each_matter_of_a_headline_must_stand_alone(known: Known):
    book = evidence(known, VILLAGE, SANCTIONS)
    right = "Russia says it took Basivka; European Union adopts sanctions against Russia"
    wrong = "Russia says it took Basivka; Ukraine adopts sanctions against Russia"
    assert check(right, book, form="headline").passed
    assert not check(wrong, book, form="headline").passed


def test_only_a_headline_calls_a_ministry_by_its_state(known: Known):
    book = evidence(known, "The Russian Defence Ministry said that its troops had taken Basivka.")
    short = "Russia says it has taken Basivka"
    assert check(short, book, form="headline").passed
    assert not check("Russia said that its troops had taken Basivka.", book).passed
    assert not check("Ukraine says it has taken Basivka", book, form="headline").passed


def test_two_who_speak_together_have_said_it():
    text = "A boy was hurt near the port, his father and a doctor said."
    assert check(text, Evidence(passages=(Passage(text=text),))).passed
    other = "A boy was hurt near the port, his father and a teacher said."
    assert not check(other, Evidence(passages=(Passage(text=text),))).passed
