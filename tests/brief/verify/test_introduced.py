"""Who somebody is may be told in the cited words of any report, and in no others."""

from datetime import UTC, datetime

import pytest

from sitrep.brief.verify.check import check
from sitrep.brief.verify.evidence import Evidence, Known, Passage
from sitrep.brief.verify.introduced import introduction

NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)
SAID = "The harbour will open in May, Holm said."
FULL = "The harbour will open in May, Ada Holm said."
CHAIRS = "Harbour Union chairman Ada Holm met the dockers. The dockers cheered."
JUDGED = "The dockers met Ada Holm, a former judge, and cheered."


def passage(text: str, article: str = "", outlet: str = "Harbour Times") -> Passage:
    """Return `text` as it stands in an article, its own article without one."""
    article = article or text
    return Passage(
        text=text,
        outlet=outlet,
        published_at=NOON,
        article_text=article,
        start=article.index(text),
    )


def passed(sentence: str, *passages: Passage) -> bool:
    return check(sentence, Evidence(passages=passages, known=Known())).passed


def test_cited_words_introduce_whom_the_evidence_names() -> None:
    chairs = passage("Harbour Union chairman Ada Holm", CHAIRS)
    judged = passage("Ada Holm, a former judge", JUDGED)
    told = "The harbour will open in May, Harbour Union chairman Ada Holm said."
    assert passed(told, passage(FULL), chairs)
    assert passed(
        "The harbour will open in May, Ada Holm, a former judge, said.", passage(FULL), judged
    )
    assert not passed(told, passage(FULL))
    assert not passed(told, passage(FULL), judged)


def test_a_surname_takes_the_given_name_of_its_own_article_alone() -> None:
    article = f"{CHAIRS} {SAID}"
    told = "The harbour will open in May, Harbour Union chairman Ada Holm said."
    chairs = passage("Harbour Union chairman Ada Holm", article)
    assert passed(told, passage(SAID, article), chairs)
    assert not passed(told, passage(SAID), chairs)


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour will open in May, Harbour Union secretary Ada Holm said.",
        "The harbour will open in May, Dock Union chairman Ada Holm said.",
        "The harbour will open in May, chairman Ada Holm said.",
        "The harbour will open in May, Harbour Union chairman Ida Holm said.",
        "The harbour will open in May, Harbour Union chairman Per Dahl said.",
        "Harbour Union chairman Ada Holm will open in May, the harbour said.",
        "The harbour will not open in May, Harbour Union chairman Ada Holm said.",
        "“The harbour will open in May, Harbour Union chairman Ada Holm said.”",
    ],
    ids=["office", "body", "cut", "given name", "name", "exchanged", "negation", "quoted"],
)
def test_a_changed_introduction_is_refused(sentence: str) -> None:
    assert not passed(sentence, passage(FULL), passage("Harbour Union chairman Ada Holm", CHAIRS))


def test_an_introduction_belongs_to_the_one_it_names() -> None:
    both = "Ada Holm thanked Per Dahl for the cranes."
    chairs = passage("Harbour Union chairman Ada Holm", CHAIRS)
    assert passed(
        "Harbour Union chairman Ada Holm thanked Per Dahl for the cranes.", passage(both), chairs
    )
    assert not passed(
        "Ada Holm thanked Harbour Union chairman Per Dahl for the cranes.", passage(both), chairs
    )


@pytest.mark.parametrize(
    ("quote", "article"),
    [
        ("minister Ada Holm", "Norland has a shadow minister Ada Holm in the house."),
        ("Harbour minister Ada Holm", "The deputy Harbour minister Ada Holm met dockers."),
        ("Ada Holm, an aide", "The dockers met Ada Holm, an aide's sister, in May."),
        ("Ada Holm, the chairman", "The dockers met Ada Holm, the chairman of no union, in May."),
        ("Harbour chairman Ada Holm", "Dockers met Harbour chairman Ada Holm-Dahl in May."),
    ],
    ids=["shadow", "deputy", "sister", "of what", "name goes on"],
)
def test_part_of_what_an_article_says_is_no_introduction(quote: str, article: str) -> None:
    told = quote if "," not in quote else f"{quote},"
    sentence = f"The harbour will open in May, {told} said."
    assert not passed(sentence, passage(FULL), passage(quote, article))


@pytest.mark.parametrize(
    "text",
    [
        "self-proclaimed president Ada Holm",
        "Moscow-installed governor Ada Holm",
        "Ada Holm, a convicted lawyer",
        "Ada Holm, the man who burned the mill",
        "Ada Holm, 52",
        "Ada Holm, a nurse who lost her house",
        "Ada Holm, his lawyer",
        "Ada Holm, the chairman of the union",
        "Ada Holm, speaking beside the minister",
        "Ada Holm, not a judge",
    ],
)
def test_disputed_pointing_and_telling_words_introduce_nobody(text: str) -> None:
    assert introduction(text) is None


def test_an_introduction_tells_name_and_calling() -> None:
    front, behind = introduction("Harbour Union chairman Ada Holm"), introduction(
        "Ada Holm, a surgeon working at Skagen hospital"
    )  # fmt: skip
    assert front == ("Ada Holm", "Harbour Union chairman", False)
    assert behind == ("Ada Holm", "a surgeon working at Skagen hospital", True)
