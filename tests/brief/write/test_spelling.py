"""One spelling throughout, quotations and names untouched; the gates read the same word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.brief.compose import compose
from sitrep.brief.render import html, markdown
from sitrep.brief.verify.brief import verify
from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Passage
from sitrep.brief.verify.known import known_names
from sitrep.brief.write.evidence import own_names, who_is_who
from sitrep.brief.write.spelling import respell
from sitrep.vocabulary.load import load
from sitrep.vocabulary.spelling import to_american, to_british

PAIRS = (
    (
        "Russia’s Defence Ministry said its air defences shot down drones near the city centre.",
        "Russia’s Defense Ministry said its air defenses shot down drones near the city center.",
    ),
    (
        "The Minister of Defence criticised a nuclear programme and organised labour.",
        "The Minister of Defense criticized a nuclear program and organized labor.",
    ),
    (
        "Troops travelling 5 kilometres in armoured vehicles manoeuvred round the theatre.",
        "Troops traveling 5 kilometers in armored vehicles maneuvered round the theater.",
    ),
)
KEPT = (
    "The US Department of Defense met the World Health Organization in Pearl Harbor.",
    "He said: “We will defend the center, the labor and the harbor.”",
    "The Centers for Disease Control called it ‘a color program of defense’ again.",
    "See defense.gov and @center for the computer program.",
    "Defense of the realm, 5 tons, a tire, a check and a storey.",
)


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_each_spelling_becomes_the_other(british, american):
    assert respell(american, "british") == british
    assert respell(british, "american") == american


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("spelling", ["british", "american"])
def test_quotations_names_addresses_and_other_words_stay(text, spelling):
    assert respell(text, spelling) == text


def test_points_and_hyphens_go_in_both_spellings():
    for spelling in ("british", "american"):
        assert respell("Cease-fire talks in the U.S.", spelling) == "Ceasefire talks in the US."
        assert respell("The U.S. and the U.N. met.", spelling) == "The US and the UN met."
        assert respell("The U.N.-led talks began.", spelling) == "The UN-led talks began."


def test_no_word_has_two_spellings_on_one_side():
    assert len(to_american()) == len(to_british())
    assert not set(to_american()) & set(to_british())


@given(st.lists(st.sampled_from([*to_british(), *to_american(), "“", "”", "Ministry", ","])))
def test_respelling_twice_changes_nothing(words):
    text = " ".join(words)
    for spelling in ("british", "american"):
        once = respell(text, spelling)
        assert respell(once, spelling) == once


@pytest.mark.parametrize("text", [text for pair in PAIRS for text in pair])
@pytest.mark.parametrize("spelling", ["british", "american"])
def test_the_gates_take_a_respelled_word_for_the_same_word(text, spelling):
    known = known_names(load(None), date(2025, 5, 21))
    evidence = Evidence(passages=(Passage(text=text, outlet="Sample Wire"),), known=known)
    for form in (text, respell(text, spelling)):
        told = f"{form[:-1]}, Sample Wire reported."
        verdict = check(told, evidence)
        assert verdict.passed, verdict.failed


def test_the_gates_still_refuse_another_word():
    evidence = Evidence(passages=(Passage(text="The air defenses held.", outlet="Sample Wire"),))
    assert not check("The air offences held, Sample Wire reported.", evidence).passed


@pytest.mark.parametrize(
    ("spelling", "gone"), [("british", ("Defense", "center")), ("american", ("Defence", "centre"))]
)
def test_a_whole_brief_is_in_one_spelling_and_verifies(
    spelling, gone, make_article, make_claim, make_finding, make_material, vocabulary
):
    texts = (
        "Russia's Defense Ministry said on 13 March that its forces had entered the town center.",
        "Ukraine's Defence Ministry said on 13 March that the centre of Sumy was without power.",
    )
    articles = tuple(make_article(text) for text in texts)
    claims = tuple(
        make_claim(a, speaker=(a.text.split(" said")[0], None, a.text.split(" said")[0], "said"))
        for a in articles
    )
    findings = tuple(make_finding(c, text=f"Question {n}?") for n, c in enumerate(claims))
    made = make_material(articles, claims, findings, spelling=spelling)
    brief, _ = compose(made)
    told = [sentence.text for sentence in brief.key_points]
    assert len(told) == 2
    assert not any(word in text for word in gone for text in told)
    for render in (markdown.render, html.render):
        assert told[0].split("’")[0] in render(brief)
    theatre = vocabulary.theatres["ukraine"]
    known = who_is_who(vocabulary, theatre, date(2025, 3, 13))
    own = own_names(vocabulary, theatre)
    assert verify(brief, {a.id: a.text for a in articles}, known=known, own=own) == ()
