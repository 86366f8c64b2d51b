"""A sentence does not begin with digits where two words say the number."""

import pytest

from sitrep.brief.write.numbers import spelled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("100 trucks reached the port.", "One hundred trucks reached the port."),
        ("82 people were hurt.", "Eighty-two people were hurt."),
        ("15 lorries left.", "Fifteen lorries left."),
        ("262 people were hurt.", "262 people were hurt."),
        ("1,300 troops left.", "1,300 troops left."),
        ("30-day talks began.", "30-day talks began."),
        ("9 May celebrations drew crowds.", "9 May celebrations drew crowds."),
        ("12 Marines left.", "Twelve Marines left."),
        ("42 km of road opened.", "42 km of road opened."),
        ("20 per cent of the roads opened.", "20 per cent of the roads opened."),
        ("9 a.m. talks began.", "9 a.m. talks began."),
        ("30 days of talks began.", "Thirty days of talks began."),
        ("Norland sent 100 trucks.", "Norland sent 100 trucks."),
    ],
)
def test_opening_numbers(text: str, told: str) -> None:
    assert spelled(text) == told
