"""A sentence tells who and what it is about, and tells something."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from sitrep.brief.write.alone import half_nested, lacking
from sitrep.brief.write.eligible import refuse
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Mention, Span, TimeRef


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Norland denies responsibility and blames the south for it.", "says-nothing"),
        ("Norland denies responsibility for the loss of the ship.", None),
        ("Norland said that the two leaders would talk about food.", "points-back"),
        ("None of it reached Harbour by the evening, Norland said.",
         "leans-on-the-sentence-before"),
        ("A second document tells how food reaches the port of Harbour.",
         "leans-on-the-sentence-before"),
        ("A Norland official close to the talks said it could come near 20.", None),
        ("The port of Harbour is open again, according to the ministry.",
         "an-official-told-before"),
        ("Norland’s transport ministry opened the port, the ministry said.", None),
        ("Reports in Harbour said that he had left Norland again.", "pronoun-for-nobody"),
        ("In order to do so, Norland must open the port of Harbour.",
         "leans-on-the-sentence-before"),
        ("Norland President Mara Tolen talks to reporters at Harbour.", "headline-tense"),
        ("The conversation between the two envoys lasted more than two hours.", "says-nothing"),
        ('The northern army said it "regrets the inconvenience caused".', "says-nothing"),
        ("The northern army apologised for any disruption caused.", "says-nothing"),
        ("The northern army apologised for the disruption of flights.", None),
        ("The northern envoy condemned the recent remarks made by two ministers.", "says-nothing"),
        ("The northern envoy condemned remarks that the port would be shelled.", None),
        ("Envoy Mara Tolen renews an appeal for food to reach the port of Harbour.",
         "headline-tense"),
        ("Norland says that food is welcome to reach the port of Harbour.", None),
        ("The Norland official said that the answer to the offer was positive.",
         "an-official-told-before"),
        ("Two Norland officials said that the answer to the offer was positive.", None),
        ("On the same day the northern army told people to leave for the coast.",
         "day-told-before"),
        ("At the same time, naval forces, working with divers, struck in the north.",
         "whose-body"),
        ("Naval forces, working with divers, struck targets in the north.", "whose-body"),
        ("Soldiers of the northern brigade left the border town by night.", None),
    ],
)  # fmt: skip
def test_refusals(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    text: str,
    reason: str | None,
) -> None:
    assert refuse(make_claim(make_article(text)), resolved=False) == reason


def test_a_day_that_has_been_worked_out_may_be_the_same_day(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("On the same day the northern army told people to leave for the coast.")
    when = Span(article_id=article.id, start=0, end=15, quote="On the same day")
    start, end = datetime(2025, 3, 12, tzinfo=UTC), datetime(2025, 3, 13, tzinfo=UTC)
    time = TimeRef(span=when, start=start, end=end, granularity="day", relative=True)
    assert refuse(make_claim(article, times=(time,)), resolved=False) is None


def test_a_quotation_before_the_same_day_shifts_nothing(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article(
        "“The Long Road Home”, a film about Harbour, was shown to the council the same day."
    )
    begins = article.text.index("the same day")
    end = begins + len("the same day")
    when = Span(article_id=article.id, start=begins, end=end, quote="the same day")
    first, last = datetime(2025, 3, 12, tzinfo=UTC), datetime(2025, 3, 13, tzinfo=UTC)
    time = TimeRef(span=when, start=first, end=last, granularity="day", relative=True)
    claim = make_claim(article)
    outside = " " * len("“The Long Road Home”") + article.text[len("“The Long Road Home”") :]
    assert list(lacking(claim, outside, resolved=False)) == ["day-told-before"]
    assert not list(lacking(replace(claim, times=(time,)), outside, resolved=False))


def test_somebody_unknown_needs_more_than_a_surname(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("After the war began, Brandel was sanctioned by two of the states.")
    at = article.text.index("Brandel")
    span = Span(article_id=article.id, start=at, end=at + 7, quote="Brandel")
    unknown = Mention(span=span, kind="person", name="Brandel")
    known = Mention(span=span, kind="person", name="Ada Brandel")
    claim = make_claim(article)
    assert refuse(replace(claim, mentions=(unknown,)), resolved=False) == "a-surname-alone"
    assert refuse(replace(claim, mentions=(known,)), resolved=False) is None


def test_single_marks_inside_a_quotation_come_in_pairs() -> None:
    assert half_nested("She asked for a halt “whose ‘price is paid by children.”")
    assert not half_nested(
        "She asked for a halt “whose ‘price’ is paid by the soldiers’ children.”"
    )
    assert not half_nested("Norland’s envoy said it was “the army’s fault.”")


def test_what_an_official_calls_it_was_told_before(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    article = make_article("A Norland official close to the talks said it could come near 20.")
    claim = make_claim(article, speaker=("A Norland official", None, "Norland official", "said"))
    assert refuse(claim, resolved=False) == "points-back"


@pytest.mark.parametrize(
    "words",
    [
        "Likewise, we can rebuild the port of Harbour",
        "I would rather come back to that question in a week",
    ],
)
def test_a_quotation_that_goes_on_with_words_before_it_is_left_out(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim], words: str
) -> None:
    article = make_article(f"“{words},” the envoy said.")
    claim = make_claim(article, speaker=("the envoy", None, "Envoy", "said"))
    assert refuse(claim, resolved=False) == "leans-on-the-sentence-before"
