"""What a person types into the search."""

from datetime import UTC, datetime

import pytest

from sitrep.model.errors import UsageError
from sitrep.store.hits import Query, Range
from sitrep.store.query import parse


def test_words_phrases_and_exclusions():
    assert parse('drones "power plant" -minerals -"black sea"') == Query(
        words=("drones", "power plant"), without=("minerals", "black sea")
    )


def test_fields_take_words_and_phrases():
    asked = parse('speaker:"Anna Vale" place:Harbour type:contested outlet:wire lang:en talks')
    assert asked.fields == {
        "speaker": ("Anna Vale",),
        "place": ("Harbour",),
        "type": ("contested",),
        "outlet": ("wire",),
        "lang": ("en",),
    }
    assert asked.words == ("talks",)


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [(">=2", 2, None), (">2", 3, None), ("3", 3, 3), ("=3", 3, 3), ("<=4", 0, 4), ("<4", 0, 3)],
)
def test_numbers_of_origins(written, least, most):
    assert parse(f"origins:{written}").origins == Range(least=least, most=most)


def test_two_numbers_of_origins_both_hold():
    assert parse("origins:>=2 origins:<5").origins == Range(least=2, most=4)


def test_days_and_times_are_utc():
    asked = parse("drones since:2025-03-12 until:2025-03-13T06:00+02:00")
    assert asked.since == datetime(2025, 3, 12, tzinfo=UTC)
    assert asked.until == datetime(2025, 3, 13, 4, tzinfo=UTC)


def test_times_of_day_and_addresses_are_words():
    assert parse("12:30 https://wire.example/1").words == ("12:30", "https://wire.example/1")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "nothing to look for"),
        ("…", "nothing to look for"),
        ("-drones", "nothing to look for"),
        ('drones "power plant', "quotation mark"),
        ("author:vale", "no field 'author'; there are speaker"),
        ("speaker: vale", "speaker: stands without a value"),
        ("origins:many", "origins:>=2"),
        ("since:yesterday", "since:2025-03-12"),
        ("since:2025-03-12 since:2025-03-13", "more than once"),
        ("-speaker:vale", "only words and phrases"),
    ],
)
def test_a_bad_query_says_what_is_wrong_with_it(typed, says):
    with pytest.raises(UsageError, match="search: ") as fault:
        parse(typed)
    assert says in str(fault.value)
