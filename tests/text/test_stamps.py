from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.text.stamps import parse_stamp


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("Wed, 12 Mar 2025 23:49:06 +0300", "2025-03-12 20:49:06"),
        ("Wed, 12 Mar 2025 17:02:17 GMT", "2025-03-12 17:02:17"),
        ("Fri, 14 Mar 2025 11:08:31 EDT", "2025-03-14 15:08:31"),
        ("Fri, 14 Mar 2025 11:08:31 BST", "2025-03-14 10:08:31"),
        ("Fri, 14 Mar 2025 11:08:31 GMT+3", "2025-03-14 08:08:31"),
        ("12 Mar 2025 17:59:01 +0330", "2025-03-12 14:29:01"),
        ("2025-03-12T19:40:00Z", "2025-03-12 19:40:00"),
        ("2025-03-12T23:00:06+09:00", "2025-03-12 14:00:06"),
        ("2025-03-12T23:00:06.123456-05:00", "2025-03-13 04:00:06"),
        ("2025-03-12 08:15 EET", "2025-03-12 06:15:00"),
        ("20250312T140500Z", "2025-03-12 14:05:00"),
        ("12 March 2025, 14:05 EEST", "2025-03-12 11:05:00"),
        ("March 12, 2025 2:05 p.m. EDT", "2025-03-12 18:05:00"),
        ("12:30 AM UTC, Mar 12, 2025", "2025-03-12 00:30:00"),
        ("12 марта 2025 г., 14:05 МСК", "2025-03-12 11:05:00"),
        ("12 березня 2025, 14:05 EET", "2025-03-12 12:05:00"),
        ("12.03.2025 14:05 +0200", "2025-03-12 12:05:00"),
        ("1741773600", "2025-03-12 10:00:00"),
        ("1741773600000", "2025-03-12 10:00:00"),
        ("2025-03-12T24:00:00Z", "2025-03-13 00:00:00"),
    ],
)
def test_dates_of_the_field_become_utc(written: str, utc: str) -> None:
    stamp = parse_stamp(written)
    assert stamp is not None
    assert f"{stamp.moment:%Y-%m-%d %H:%M:%S}" == utc
    assert stamp.moment.tzinfo is UTC
    assert (stamp.timed, stamp.zoned) == (True, True)


@pytest.mark.parametrize(
    ("written", "timed"),
    [
        ("2025-03-12", False),
        ("12 Mar 2025", False),
        ("March 12th, 2025", False),
        ("12/31/2025", False),
        ("31/12/2025", False),
        ("12 травня 2025 року", False),
        ("2025-03-12 14:05", True),
        ("12 March 2025, 14:05", True),
    ],
)
def test_what_is_not_written_is_not_claimed(written: str, *, timed: bool) -> None:
    stamp = parse_stamp(written)
    assert stamp is not None
    assert (stamp.timed, stamp.zoned) == (timed, False)
    assert timed or (stamp.moment.hour, stamp.moment.minute) == (0, 0)


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "05/06/2025", "2025-13-01", "31 April 2025", "March 2025", "12 March",
     "2025-03-12T14:05 XYZT", "12 March 2025 14:75"],
)  # fmt: skip
def test_ambiguous_and_impossible_dates_are_none(written: str) -> None:
    assert parse_stamp(written) is None


@given(st.text(max_size=60))
def test_no_text_raises(written: str) -> None:
    parse_stamp(written)


SECONDS = st.integers(min_value=631_152_000, max_value=2_145_830_400)


@given(SECONDS.map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_every_moment_survives_iso_rfc_and_epoch(moment: datetime) -> None:
    epoch = str(int(moment.timestamp()))
    for written in (moment.isoformat(), f"{moment:%a, %d %b %Y %H:%M:%S +0000}", epoch):
        stamp = parse_stamp(written)
        assert stamp is not None
        assert stamp.moment == moment
