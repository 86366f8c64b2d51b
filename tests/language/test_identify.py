import pytest

from sitrep.language.identify import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two sides will meet again in Istanbul next week.", "en"),
        ("Росія знову атакувала місто безпілотниками.", "uk"),
        ("Средствами ПВО сбиты двенадцать беспилотников.", "ru"),
        ("12 : 40 — 7", "und"),
        ("", "und"),
    ],
)
def test_language_is_told(text, language):
    assert identify(text) == language
