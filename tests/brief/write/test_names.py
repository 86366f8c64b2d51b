"""Full name and office at first mention, then short."""

from collections.abc import Callable
from datetime import date

import pytest

from sitrep.brief.write.edits import apply
from sitrep.brief.write.names import Names, short_name, title_before
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim
from sitrep.vocabulary.types import Actor, Vocabulary

DAY = date(2025, 3, 13)
PUTIN = (("Putin", "vladimir-putin"),)


def edited(claim: Claim, names: Names) -> str:
    return apply(claim.evidence.quote, claim.evidence.start, names.edits(claim))


def test_surname_gets_name_and_office_at_first_mention(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    claim = make_claim(make_article("Mr. Putin visited a command post."), people=PUTIN)
    text = edited(claim, Names(vocabulary=vocabulary, day=DAY))
    assert text.endswith("Vladimir Putin visited a command post.")
    assert "Mr." not in text
    assert "resident" in text


def test_title_that_stands_there_is_not_doubled(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Russian President Vladimir Putin visited a command post."
    claim = make_claim(make_article(text), people=(("Vladimir Putin", "vladimir-putin"),))
    assert edited(claim, Names(vocabulary=vocabulary, day=DAY)) == text


def test_later_mention_is_short_and_keeps_its_possessive(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "Troops welcomed Russian President Vladimir Putin’s visit."
    claim = make_claim(make_article(text), people=(("Vladimir Putin’s", "vladimir-putin"),))
    names = Names(vocabulary=vocabulary, day=DAY, named={"vladimir-putin"})
    assert edited(claim, names) == "Troops welcomed Putin’s visit."


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("said US Secretary of State ", "US Secretary of State "),
        ("and the Kremlin spokesman ", "Kremlin spokesman "),
        ("a call with ", ""),
        ("Mr. ", "Mr. "),
    ],
)
def test_title_before_a_name_is_found(before: str, title: str) -> None:
    assert before[len(before) - title_before(before) :].removeprefix("the ") == title


def test_pronoun_before_a_title_goes_with_it(
    vocabulary: Vocabulary,
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
) -> None:
    text = "The truce will hold, his spokesman Dmitry Peskov said."
    claim = make_claim(make_article(text), people=(("Dmitry Peskov", "dmitry-peskov"),))
    told = edited(claim, Names(vocabulary=vocabulary, day=DAY))
    assert told == "The truce will hold, Kremlin spokesman Dmitry Peskov said."


def test_a_pope_keeps_his_name_whole() -> None:
    pope = Actor(id="leo-xiv", name="Leo XIV", kind="person")
    assert short_name(pope) == "Leo XIV"
