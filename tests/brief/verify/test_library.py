"""Anyone's text against reports: which passage carries a sentence, and what is wrong where none."""

from collections.abc import Callable

from sitrep.brief.verify.library import Library
from sitrep.model.documents import Article, Sentence

VILLAGE = "Norland's troops took the village of Harbour on Monday, its army said."
TOLL = "The shelling killed 12 people in the port, the mayor said."


def library(make_article: Callable[..., Article], *sentences: str) -> Library:
    article = make_article(" ".join(sentences))
    parts, at = [], 0
    for sentence in sentences:
        parts.append(Sentence(start=at, end=at + len(sentence)))
        at += len(sentence) + 1
    return Library([type(article)(**{
        **{name: getattr(article, name) for name in article.__struct_fields__},
        "sentences": tuple(parts),
    })])  # fmt: skip


def test_a_sentence_is_carried_by_the_passage_that_says_it(
    make_article: Callable[..., Article],
) -> None:
    (one,) = library(make_article, VILLAGE, TOLL).check(
        "The mayor said 12 people were killed in the port."
    )
    (passage,) = one.passages
    assert passage.quote == TOLL


def test_the_nearest_passage_stands_beside_what_is_wrong(
    make_article: Callable[..., Article],
) -> None:
    (one,) = library(make_article, VILLAGE, TOLL).check(
        "The shelling killed 21 people in the port, the mayor said."
    )
    assert not one.verdict.passed
    assert "numbers" in {gate.name for gate in one.verdict.failed}
    assert [passage.quote for passage in one.passages] == [TOLL]


def test_the_words_of_a_report_are_carried_however_long_the_sentence(
    make_article: Callable[..., Article],
) -> None:
    long = (
        "The shelling killed 12 people in the port on Monday morning, when workers from three"
        " towns along the river were unloading grain from two ships that had come in from the"
        " south, the mayor said."
    )
    (one,) = library(make_article, VILLAGE, long).check(long)
    assert (one.verdict.passed, one.verdict.failed) == (True, ())


def test_a_passage_that_lacks_one_thing_stands_before_one_that_shares_words(
    make_article: Callable[..., Article],
) -> None:
    strike = "Norland launched 108 drones at the port overnight, the air force said."
    other = (
        "On the night of 3–4 May the air force said that Norland may have launched drones at the"
        " port, 99 of them at the night market."
    )
    (one,) = library(make_article, other, strike).check(
        "Norland launched 108 drones at the port on the night of 3–4 May, the air force said."
    )
    assert {gate.name for gate in one.verdict.failed} == {"dates"}
    assert [passage.quote for passage in one.passages] == [strike]


def test_a_sentence_that_joins_two_passages_cites_both(
    make_article: Callable[..., Article],
) -> None:
    (one,) = library(make_article, VILLAGE, TOLL).check(f"{TOLL[:-1]}; {VILLAGE}")
    assert one.verdict.passed
    assert {passage.quote for passage in one.passages} == {VILLAGE, TOLL}


def test_what_no_report_tells_is_refused_without_a_passage(
    make_article: Callable[..., Article],
) -> None:
    (one,) = library(make_article, TOLL).check("Wheat prices rose sharply overseas.")
    assert not one.verdict.passed
    assert one.passages == ()


def test_sentences_keep_their_place_in_the_text(make_article: Callable[..., Article]) -> None:
    text = f"{TOLL} {VILLAGE}"
    for one in library(make_article, VILLAGE, TOLL).check(text):
        assert text[one.start : one.end] == one.text
