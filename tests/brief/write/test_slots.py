"""Where a day is written into a sentence: only where it can belong to nothing else."""

from collections.abc import Callable

import pytest

from sitrep.brief.write.dating import Day
from sitrep.brief.write.slots import with_day
from sitrep.model.brief import Citation
from sitrep.model.documents import Article
from sitrep.model.extraction import Claim

CITED = Citation(source=0, article_id="art-0", start=0, end=3, quote="Day")


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (
            "The engineers inspected the bridge at Sudzha.",
            "inspected",
            "On 11 March the engineers inspected the bridge at Sudzha.",
        ),
        (
            "Engineers inspected the bridge at Sudzha.",
            "inspected",
            "On 11 March engineers inspected the bridge at Sudzha.",
        ),
        (
            "Ukrainian engineers inspected the bridge at Sudzha.",
            "inspected",
            "On 11 March Ukrainian engineers inspected the bridge at Sudzha.",
        ),
        (
            "The mayor said the bridge at Sudzha stood.",
            "says",
            "On 11 March the mayor said the bridge at Sudzha stood.",
        ),
        (
            "The mayor said the bridge at Sudzha stood.",
            "has said",
            "On 11 March the mayor said the bridge at Sudzha stood.",
        ),
        (
            "“The bridge will hold for years to come,” the mayor told reporters.",
            "told",
            "“The bridge will hold for years to come,” the mayor told reporters on 11 March.",
        ),
        ("The engineers have inspected the bridge at Sudzha.", "inspected", None),
        ("The engineers inspect the bridge at Sudzha.", "inspect", None),
        ("After a flood in the valley the engineers inspected the bridge.", "inspected", None),
        ("The mayor, who is ill, inspected the bridge at Sudzha.", "inspected", None),
        ("The bridge will hold, the mayor said, adding that it was old.", "said", None),
        ("The engineers left the bridge at Sudzha.", "inspected", None),
    ],
)
def test_a_day_stands_in_front_of_the_subject_or_behind_the_speaker(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    text: str,
    verb: str,
    expected: str | None,
) -> None:
    claim = make_claim(make_article(text))
    assert with_day(text, Day("11 March", CITED, verb=verb), claim) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "After the phone call, the mayor wrote that it was over.",
            "After the 11 March phone call, the mayor wrote that it was over.",
        ),
        ("The mayor wrote that it was over.", None),
    ],
)
def test_an_occasion_has_its_day_before_it(
    make_article: Callable[..., Article],
    make_claim: Callable[..., Claim],
    text: str,
    expected: str | None,
) -> None:
    claim = make_claim(make_article(text))
    assert with_day(text, Day("11 March", CITED, occasion="phone call"), claim) == expected
