"""Credits as newsrooms write them."""

import pytest

from sitrep.lineage.credits import CreditFinder, credits  # noqa: A004 - the name under test
from sitrep.vocabulary.types import Outlet, Vocabulary

OUTLETS = (
    Outlet(id="reuters", name="Reuters", credits=("(Reuters)",), agency=True),
    Outlet(id="ap", name="Associated Press", credits=("AP", "The Associated Press"), agency=True),
    Outlet(id="afp", name="AFP", agency=True),
    Outlet(id="dpa", name="dpa", agency=True),
    Outlet(id="mena", name="MENA", agency=True),
    Outlet(id="tass", name="TASS", credits=("/TASS/", "ТАСС"), agency=True),
    Outlet(id="interfax", name="Interfax", agency=True),
    Outlet(id="bloomberg", name="Bloomberg", agency=True),
    Outlet(id="ukrinform", name="Ukrinform", credits=("Укрінформ",), agency=True),
    Outlet(id="post", name="Washington Post", credits=("The Washington Post",)),
)
VOCABULARY = Vocabulary(theatres={}, actors={}, outlets={outlet.id: outlet for outlet in OUTLETS})


def found(text, **where):
    return [(c.agency, c.where, c.form) for c in credits(text, VOCABULARY, **where)]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("MOSCOW, May 21. /TASS/. Heavy rain fell on the capital.", "tass"),
        ("JERUSALEM (AP) — Heavy rain fell on the city.", "ap"),
        ("KYIV, March 12 (Reuters) - Heavy rain fell on the city.", "reuters"),
        ("КИЇВ, 12 березня (Укрінформ) — У місті пройшов сильний дощ.", "ukrinform"),
        ("KYIV, March 12, Ukrinform — Heavy rain fell on the city.", "ukrinform"),
    ],
)
def test_a_dateline_signs_the_report(text, agency):
    assert found(text) == [(agency, "dateline", "signature")]


@pytest.mark.parametrize(
    ("text", "agency", "form"),
    [
        ("The dam broke, Bloomberg reported, citing engineers.", "bloomberg", "report"),
        ("According to the state-run news agency TASS, the dam broke.", "tass", "report"),
        ("The dam broke, as reported by AFP.", "afp", "report"),
        ("A memo seen by The Associated Press said that the dam broke.", "ap", "report"),
        ("“The dam broke,” the mayor told Interfax.", "interfax", "interview"),
        ("In an interview with The Washington Post the mayor wept.", "post", "interview"),
        ("Плотина прорвана, сообщает ТАСС.", "tass", "report"),
        ("Дамбу прорвало, повідомляє Укрінформ.", "ukrinform", "report"),
        ("Reuters contributed to this report.", "reuters", "contribution"),
        ("With files from Reuters and Jo Bell", "reuters", "contribution"),
        ("Le Courrier with AFP", "afp", "contribution"),
        ("© 2031 AFP", "afp", "syndication"),
        ("Der Text wurde von der Agentur dpa übernommen.", "dpa", "syndication"),
    ],
)
def test_running_text_says_whose_report_it_is(text, agency, form):
    assert found(text) == [(agency, "text", form)]


@pytest.mark.parametrize(
    "text",
    [
        "Smoke over the harbour. (Reuters/Jo Bell)",
        "The mayor at the dam (Jo Bell/AFP via Getty Images)",
        "A Reuters/Ipsos survey showed that few believe it.",
        "Economists polled by Reuters had expected a rise.",
        "Trade in the Middle East and North Africa (MENA) fell.",
        "Shares of Bloomberg’s rivals rose.",
        "The minister answered a Washington Post report on the dam.",
        "The ship was called Interfaxia.",
    ],
)
def test_a_picture_a_poll_or_a_mere_mention_is_no_credit(text):
    assert found(text) == []


def test_a_chain_of_outlets_gives_each_its_credit():
    chain = found("TASS reported that Bloomberg said the dam had broken.")
    assert chain == [("tass", "text", "report"), ("bloomberg", "text", "report")]


def test_several_agencies_sign_at_the_end():
    signed = found("The lake is empty. jk/lo (AP, AFP, dpa)")
    assert [agency for agency, _, form in signed if form == "signature"] == ["ap", "afp", "dpa"]


def test_a_byline_credits_by_the_bare_name():
    assert found("By Jo Bell, Reuters", where="byline") == [("reuters", "byline", "signature")]


def test_offsets_and_reasons_are_those_of_the_text():
    text = "The dam broke, Bloomberg reported, citing engineers."
    (credit,) = CreditFinder(VOCABULARY).find(text)
    assert text[credit.start : credit.end] == "Bloomberg"
    assert credit.reasons == ("“Bloomberg reported”",)
    assert credit.wire


def test_without_outlets_nothing_is_credited():
    nobody = Vocabulary(theatres={}, actors={}, outlets={})
    assert credits("JERUSALEM (AP) — Heavy rain fell.", nobody) == ()
