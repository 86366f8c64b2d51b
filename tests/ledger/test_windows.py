"""Windows by which counts are kept apart."""

from datetime import UTC, datetime, timedelta

from sitrep.ledger.windows import window_of
from sitrep.model.extraction import Span, TimeRef

SPAN = Span(article_id="art", start=0, end=1, quote="x")


def ref(start, hours, granularity):
    return TimeRef(
        span=SPAN, start=start, end=start + timedelta(hours=hours), granularity=granularity
    )


def test_a_night_a_day_and_a_span_of_24_hours_are_three_windows():
    night = window_of(ref(datetime(2025, 3, 11, 20, tzinfo=UTC), 10, "daypart"), None)
    day = window_of(ref(datetime(2025, 3, 12, tzinfo=UTC), 24, "day"), None)
    past = window_of(ref(datetime(2025, 3, 11, 12, tzinfo=UTC), 24, "hour"), None)
    assert [one.words for one in (night, day, past)] == [
        "night of 11–12 March",
        "12 March",
        "24 hours to 12 March",
    ]
    assert len({night.key, day.key, past.key}) == 3


def test_a_night_over_the_end_of_a_month_names_both():
    night = window_of(ref(datetime(2025, 3, 31, 20, tzinfo=UTC), 10, "daypart"), None)
    assert night.words == "night of 31 March–1 April"


def test_the_time_of_a_post_is_no_window():
    published = datetime(2025, 3, 12, 9, tzinfo=UTC)
    stamp = window_of(ref(datetime(2025, 3, 12, 8, tzinfo=UTC), 0, "minute"), published)
    assert stamp.start is None
    assert stamp.after("Visit to Harbour") == "Visit to Harbour"
