import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.text.datelines import find_dateline

BODY = "The road reopened on Wednesday."


@pytest.mark.parametrize(
    ("written", "month_and_day"),
    [
        ("MOSCOW, March 12. /TASS/.", (3, 12)),
        ("ST. PETERSBURG, May 21. /TASS/.", (5, 21)),
        ("KYIV (Reuters) -", (None, None)),
        ("KYIV, Ukraine (AP) —", (None, None)),
        ("(AP) --", (None, None)),
        ("JERUSALEM, March 12 (Xinhua) --", (3, 12)),
        ("TEHRAN, Mar. 12 (MNA) –", (3, 12)),
        ("МОСКВА, 12 марта - РИА Новости.", (3, 12)),
        ("КИЇВ, 12 березня. /Укрінформ/.", (3, 12)),
        ("OSAKA --", (None, None)),
        ("WEST PALM BEACH, Fla. —", (None, None)),
        ("GAZA CITY -", (None, None)),
        ("KHAN YOUNIS/BEIRUT -", (None, None)),
        ("RAMALLAH, West Bank -", (None, None)),
        ("ST. JOHN'S, May 21 -", (5, 21)),
        ("PRETORIA.", (None, None)),
        ("КИЇВ, 24 квітня (Укрінформ).", (4, 24)),
        ("KYIV (Reuters).", (None, None)),
    ],
)
def test_datelines_of_the_agencies_are_known(
    written: str, month_and_day: tuple[int | None, int | None]
) -> None:
    text = f"{written} {BODY}"
    dateline = find_dateline(text, 0)
    assert dateline is not None
    assert text[dateline.start : dateline.end] == written
    assert (dateline.month, dateline.day) == month_and_day


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin said on Wednesday that talks would go on.",
        "Putin (left) met the envoy on March 12.",
        "NATO said the drill would end on March 12.",
        "Talks – long delayed – opened in Jeddah.",
        "MOSCOW, March 12. The minister arrived.",
        "NATO - the alliance of many states - will meet.",
        "UAE - Qatar talks went on.",
        "U.S. President Smith arrived.",
        "Pretoria. The minister arrived.",
        "Jenin - Five people were hurt.",
    ],
)
def test_sentences_are_no_datelines(text: str) -> None:
    assert find_dateline(text, 0) is None


@pytest.mark.parametrize("text", ["GAZA CITY - The road reopened.", "PRETORIA. The road reopened."])
def test_a_bare_place_is_a_dateline_only_at_the_beginning(text: str) -> None:
    assert find_dateline(text, 0, first=False) is None


@given(st.text(alphabet=st.sampled_from("AБ ,.-–/()12\nmay"), max_size=200))
def test_a_dateline_lies_inside_the_text(text: str) -> None:
    dateline = find_dateline(text, 0)
    assert dateline is None or 0 <= dateline.start < dateline.end <= len(text)
