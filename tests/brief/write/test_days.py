"""Relative days become dates; what is no day stays."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from sitrep.brief.write.days import day_edits, day_in_quotation, undated, window_edits
from sitrep.brief.write.edits import apply
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim, Granularity, Span, TimeRef


@pytest.mark.parametrize(
    ("text", "words", "granularity", "expected"),
    [
        ("Troops left on Thursday.", "Thursday", "day", "Troops left on 13 March."),
        ("Troops left Thursday.", "Thursday", "day", "Troops left on 13 March."),
        ("Troops left on Thursday.", "on Thursday", "day", "Troops left on 13 March."),
        ("Troops have held it since Thursday.", "Thursday", "day",
         "Troops have held it since 13 March."),
        ("Troops left late Thursday.", "Thursday", "day", "Troops left late Thursday."),
        ("Troops left on March 13.", "March 13", "day", "Troops left on 13 March."),
        ("Troops left on March 13, 2025.", "March 13, 2025", "day", "Troops left on 13 March."),
        ("Troops have held it since March 13, 2025.", "since March 13, 2025", "day",
         "Troops have held it since 13 March."),
        ("Troops left Thursday, March 13.", "Thursday, March 13", "day",
         "Troops left on 13 March."),
        ("Troops left on March 13-14.", "March 13-14", "day", "Troops left on March 13-14."),
        ("The talks begin next week.", "next week", "week", "The talks begin next week."),
    ],
)  # fmt: skip
def test_day_is_written_as_a_date(
    text: str,
    words: str,
    granularity: Granularity,
    expected: str,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = make_article(text)
    start = text.index(words)
    time = TimeRef(
        span=Span(article_id=article.id, start=start, end=start + len(words), quote=words),
        start=datetime(2025, 3, 13, tzinfo=UTC),
        end=datetime(2025, 3, 14, tzinfo=UTC),
        granularity=granularity,
        relative=True,
    )
    claim = make_claim(article, times=(time,))
    assert apply(text, 0, day_edits(claim)) == expected


def test_overnight_names_both_days(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    text = "Drones struck the port overnight."
    article = make_article(text)
    start = text.index("overnight")
    time = TimeRef(
        span=Span(article_id=article.id, start=start, end=start + 9, quote="overnight"),
        start=datetime(2025, 3, 12, 18, tzinfo=UTC),
        end=datetime(2025, 3, 13, 6, tzinfo=UTC),
        granularity="daypart",
        relative=True,
    )
    claim = make_claim(article, times=(time,))
    expected = "Drones struck the port on the night of 12–13 March."
    assert apply(text, 0, day_edits(claim)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rescuers said overnight shells had hit the port.",
         "Rescuers said shells on the night of 12–13 March had hit the port."),
        ("Rescuers said overnight that shells had hit the port.",
         "Rescuers said on the night of 12–13 March that shells had hit the port."),
        ("Rescuers said overnight shells hit the port.",
         "Rescuers said overnight shells hit the port."),
    ],
)  # fmt: skip
def test_overnight_behind_who_says_it_is_when_it_happened(
    text: str,
    expected: str,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    article = make_article(text)
    start = text.index("overnight")
    time = TimeRef(
        span=Span(article_id=article.id, start=start, end=start + 9, quote="overnight"),
        start=datetime(2025, 3, 12, 18, tzinfo=UTC),
        end=datetime(2025, 3, 13, 6, tzinfo=UTC),
        granularity="daypart",
        relative=True,
    )
    claim = make_claim(article, times=(time,), speaker=("Rescuers", None, "Rescuers", "said"))
    assert apply(text, 0, day_edits(claim)) == expected


def test_a_word_that_only_ends_like_one_that_clings_to_a_day_does_not(
    make_article: Callable[..., Article], make_claim: Callable[..., Claim]
) -> None:
    text = "Drones struck the Odesa Oblast overnight."
    article = make_article(text)
    start = text.index("overnight")
    time = TimeRef(
        span=Span(article_id=article.id, start=start, end=start + 9, quote="overnight"),
        start=datetime(2025, 3, 12, 18, tzinfo=UTC),
        end=datetime(2025, 3, 13, 6, tzinfo=UTC),
        granularity="daypart",
        relative=True,
    )
    told = apply(text, 0, day_edits(make_claim(article, times=(time,))))
    assert told == "Drones struck the Odesa Oblast on the night of 12–13 March."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drones struck the port in the past 24 hours.",
            "Drones struck the port in the 24 hours to 13 March.",
        ),
        (
            "Air defences shot down drones over the past day.",
            "Air defences shot down drones in the day to 13 March.",
        ),
        ("The envoys will meet next week.", "The envoys will meet in the week from 17 March."),
        ("The envoys will meet at the end of next week.", None),
    ],
)
def test_windows_and_weeks_are_told_from_the_day_of_the_report(
    text: str,
    expected: str | None,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    assert apply(text, 0, window_edits(make_claim(make_article(text)))) == (expected or text)


def test_this_morning_is_no_date() -> None:
    assert undated("Crews cleared nine streets this morning.")
    assert undated("Crews cleared nine streets two days ago.")
    assert not undated("Crews cleared nine streets three years ago.")
    assert not undated("He said that “this morning was quiet” on 13 March.")


def test_today_in_a_quotation_is_no_date() -> None:
    assert day_in_quotation("“Today I summoned the ambassador,” the minister said.")
    assert not day_in_quotation("The minister said today that “the ambassador was summoned.”")


def test_the_same_day_is_known_only_behind_a_date() -> None:
    assert undated("On the same day the army ordered people to leave.")
    assert undated("Crews cleared nine streets a few hours later.")
    assert not undated("The port was hit on 13 March and reopened the same day.")
