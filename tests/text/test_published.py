from datetime import UTC, datetime

import pytest

from sitrep.text.datelines import Dateline
from sitrep.text.published import Evidence, published, url_date

MARCH_12 = Dateline(0, 20, 3, 12)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2025/03/12/bridges", "2025-03-12"),
        ("https://x.example/news/2025-03/12/x", None),
        ("https://x.example/news-2025-03-12-x.html", "2025-03-12"),
        ("https://x.example/stories/202503120437.html", "2025-03-12"),
        ("https://x.example/2025/3/7/bridges", "2025-03-07"),
        ("https://x.example/article-854934", None),
        ("https://x.example/a-72619109", None),
        ("https://x.example/20251340/x", None),
        (None, None),
    ],
)
def test_a_day_in_an_address_is_read(url: str | None, day: str | None) -> None:
    found = url_date(url)
    assert (f"{found:%Y-%m-%d}" if found else None) == day


def test_a_declared_date_comes_first() -> None:
    found = published(Evidence("2025-03-12T08:00:00Z", "https://x.example/2025/03/11/a"))
    assert (found.moment, found.basis) == (datetime(2025, 3, 12, 8, tzinfo=UTC), "declared")
    assert found.problems == ()


def test_without_a_declared_date_address_then_dateline_then_file_tell() -> None:
    url = "https://x.example/2025/03/11/a"
    assert published(Evidence(None, url, MARCH_12, "2025-03-13")).basis == "url"
    by_text = published(Evidence(None, None, MARCH_12, "2025-03-13"))
    assert (by_text.moment, by_text.basis) == (datetime(2025, 3, 12, tzinfo=UTC), "text")
    assert published(Evidence(None, None, None, "2025-03-13")).basis == "file"


def test_a_dateline_takes_the_year_that_is_nearest() -> None:
    found = published(Evidence(None, None, Dateline(0, 9, 12, 31), "2025-01-02"))
    assert found.moment == datetime(2024, 12, 31, tzinfo=UTC)


def test_no_date_at_all_is_none_and_never_now() -> None:
    found = published(Evidence())
    assert (found.moment, found.basis) == (None, "none")
    assert [code for code, _ in found.problems] == ["no-date"]


@pytest.mark.parametrize("written", ["1970-01-01T00:00:00Z", "0", "2099-12-31", "1 Jan 1985"])
def test_an_absurd_date_gives_way_and_is_told(written: str) -> None:
    found = published(Evidence(written, "https://x.example/2025/03/12/a"))
    assert found.basis == "url"
    assert found.problems[0][0] in {"absurd-date", "bad-date"}


def test_an_unreadable_date_gives_way_and_is_told() -> None:
    found = published(Evidence("sometime soon", None, None, "2025-03-12"))
    assert found.basis == "file"
    assert [code for code, _ in found.problems] == ["bad-date"]


@pytest.mark.parametrize("declared", ["2020-08-05T18:37:00Z", "2025-09-30T08:00:00Z"])
def test_a_date_that_address_and_dateline_contradict_is_not_used(declared: str) -> None:
    found = published(Evidence(declared, "https://x.example/2025/03/12/a", MARCH_12))
    assert (found.moment, found.basis) == (datetime(2025, 3, 12, tzinfo=UTC), "url")
    assert [code for code, _ in found.problems] == ["contradicted-date"]


def test_a_date_that_the_dateline_supports_stands_against_the_address() -> None:
    found = published(Evidence("2025-03-12T08:00:00Z", "https://x.example/2024/01/01/a", MARCH_12))
    assert (found.basis, found.problems) == ("declared", ())


def test_a_page_updated_within_a_month_keeps_its_declared_date_with_a_note() -> None:
    found = published(Evidence("2025-03-21T08:00:00Z", "https://x.example/2025/03/12/a"))
    assert found.basis == "declared"
    assert [code for code, _ in found.problems] == ["late-update"]


def test_a_date_before_the_years_that_the_text_tells_of_is_not_used() -> None:
    text = "Since 2023 the office has counted more; in 2024 it counted twice as many."
    found = published(Evidence("2020-08-05T18:37:00Z", None, None, "2025-03-12", text))
    assert (found.moment, found.basis) == (datetime(2025, 3, 12, tzinfo=UTC), "file")
    assert [code for code, _ in found.problems] == ["contradicted-date"]


def test_a_file_of_a_month_does_not_contradict_the_days_in_it() -> None:
    found = published(Evidence("2025-03-28T08:00:00Z", None, None, "2025-03-01"))
    assert (found.basis, found.problems) == ("declared", ())


@pytest.mark.parametrize(
    ("declared", "code"), [("2025-03-12", "no-time-of-day"), ("2025-03-12 14:05", "no-zone")]
)
def test_a_date_without_time_or_zone_says_so(declared: str, code: str) -> None:
    assert [found for found, _ in published(Evidence(declared)).problems] == [code]
