import pytest

from sitrep.text.furniture import mark
from sitrep.text.liveblog import find_stamps

SIGNED = "09:41 Ann Lee | Wednesday 12 March 2025 17:16 GMT"
REPORT = "Engineers reopened the river bridge on Wednesday, the ministry said."


def bodies(text: str) -> list[str]:
    found = mark(text, "", "en").sentences
    return [text[one.start : one.end] for one in found if one.kind == "body"]


@pytest.mark.parametrize(
    "stamp",
    [
        SIGNED,
        "Ann Lee and Bo Sample | 12 March 2025, 17:16",
        "Wednesday 12 March 2025 17:16 GMT",
        "Updated on 12 March 2025 at 17.16 GMT",
        "March 12, 2025, 5:16 p.m. ET",
        "5:16 p.m. ET, March 12, 2025",
        "Опубліковано 12 березня 2025 17:16",
    ],
)
def test_a_stamp_is_furniture_and_the_sentence_after_it_stays_whole(stamp: str) -> None:
    assert bodies(f"{stamp} {REPORT}") == [REPORT]
    assert bodies(f"Talks went on.\n{stamp}\n{REPORT}") == ["Talks went on.", REPORT]


def test_a_signed_stamp_needs_no_stop_before_it() -> None:
    text = f"Refresh your browser to be logged in {SIGNED} {REPORT}"
    assert bodies(text) == [REPORT]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2025 at 17:16 GMT the bridge reopened.",
        "12 March 2025 17:16 GMT was the hour at which the bridge reopened.",
        "The bridge reopened on Wednesday 12 March 2025 17:16 GMT, the ministry said.",
        "At 17:16 GMT engineers reopened the bridge.",
        "Ann Lee | Harbour Desk",
        "The scores were 12 points 2025 17:16 Then it ended.",
    ],
)
def test_dates_and_times_in_a_sentence_are_no_stamp(text: str) -> None:
    assert find_stamps(text) == []
