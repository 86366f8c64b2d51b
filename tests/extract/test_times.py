from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.extract.reading import Reading, ReadSentence
from sitrep.extract.times import find_times
from sitrep.language.sentences import split
from sitrep.model.documents import Article

PUBLISHED = datetime(2025, 5, 21, 12, 0, tzinfo=UTC)
"""A Wednesday."""


def read(text, language="en", published=PUBLISHED):
    article = Article(
        id="art-1", raw_id="raw-1", source_id="sample", outlet="Sample", title="",
        text=text, language=language, published_at=published,
    )  # fmt: skip
    spans = split(text, language)
    return Reading(
        article=article,
        sentences=tuple(ReadSentence(start=a, end=b, text=text[a:b]) for a, b in spans),
    )


def interval(text, language="en", published=PUBLISHED):
    [time] = find_times(read(text, language, published))
    return f"{time.start:%m-%dT%H}", f"{time.end:%m-%dT%H}", time.granularity


@pytest.mark.parametrize(
    ("text", "start", "end", "granularity"),
    [
        ("He spoke on Wednesday.", "05-21T00", "05-22T00", "day"),
        ("He said Tuesday that it will end.", "05-20T00", "05-21T00", "day"),
        ("They will meet on Friday in Rome.", "05-23T00", "05-24T00", "day"),
        ("Next Monday he may travel.", "05-26T00", "05-27T00", "day"),
        ("Drones flew overnight.", "05-20T18", "05-21T09", "daypart"),
        ("It came on the night of 20–21 May.", "05-20T18", "05-21T09", "daypart"),
        ("Three towns were hit over the past day.", "05-20T12", "05-21T12", "day"),
        ("The truce failed last month.", "04-01T00", "05-01T00", "month"),
        ("A raid on 19 May killed two.", "05-19T00", "05-20T00", "day"),
        ("It happened three days ago.", "05-18T00", "05-19T00", "day"),
        ("They met earlier this week.", "05-19T00", "05-22T00", "week"),
        ("Shelling has gone on since Friday.", "05-16T00", "05-21T12", "day"),
        ("Ten died since Norland resumed its raids on 18 May.", "05-18T00", "05-21T12", "day"),
        ("A blast was heard at 14:30.", "05-21T14", "05-21T14", "minute"),
        ("Talks ran from May 18 to May 20.", "05-18T00", "05-21T00", "day"),
        ("Fighting flared over the weekend.", "05-17T00", "05-19T00", "day"),
        ("The summit is on June 6.", "06-06T00", "06-07T00", "day"),
    ],
)
def test_english_times_hang_on_the_publication(text, start, end, granularity):
    assert interval(text) == (start, end, granularity)


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("В ночь на 21 мая сбиты дроны.", "ru", "05-20T18", "05-21T09"),
        ("Об этом сообщили вчера вечером.", "ru", "05-20T17", "05-21T00"),
        ("За прошедшие сутки бои продолжались.", "ru", "05-20T12", "05-21T12"),
        ("Встреча была три дня назад.", "ru", "05-18T00", "05-19T00"),
        ("У ніч на 21 травня збито дрони.", "uk", "05-20T18", "05-21T09"),
        ("Минулого тижня тривали бої.", "uk", "05-12T00", "05-19T00"),
        ("За минулу добу було тихо.", "uk", "05-20T12", "05-21T12"),
    ],
)
def test_russian_and_ukrainian_times(text, language, start, end):
    assert interval(text, language)[:2] == (start, end)


def test_without_a_publication_time_only_absolute_times_count():
    text = "It began on 24 February 2022 and, on Friday, went on; in 2023 it spread."
    found = find_times(read(text, published=None))
    assert [time.span.quote for time in found] == ["24 February 2022", "2023"]


def test_months_and_days_are_not_verbs_or_stars():
    assert not find_times(read("I may go to march in the sun, he sat down."))


PIECES = [
    "May", "21", "on", "Friday", "the", "night", "of", "–", "2025", "since", "ago", "999", "days",
    "İ", "\u200b", "\u202e", "31", "February", "overnight", "14:99", "last", "week", "в", "мая",
    "later", "two", "the 1990s", "quarter", "first", "early", "to", "March", "noon", "EST", "ніч",
    "Q1 of", "проти", "середи", "1990-х", "next", "day", "hours", "0001-01-01", "12:30 Kyiv time",
    "за",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@given(
    words=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=14),
    tail=st.text(max_size=40),
)
def test_spans_quote_the_text_and_intervals_run_forward(language, words, tail):
    text = " ".join(words) + tail
    for time in find_times(read(text, language)):
        assert text[time.span.start : time.span.end] == time.span.quote
        assert time.start < time.end


def test_a_day_is_counted_from_the_day_told_before_it():
    [_, later] = find_times(read("The siege began on 3 March 2024; two days later the town fell."))
    assert f"{later.start:%Y-%m-%d}" == "2024-03-05"
    assert not find_times(read("Two days later the town fell."))


@pytest.mark.parametrize(
    ("day", "hour"), [("2 February", 18), ("1 July", 17), ("29 March", 18), ("30 March", 17)]
)
def test_summer_time_is_taken_off_a_clock_time(day, hour):
    found = find_times(read(f"On {day} 2025 at 20:00 Kyiv time the power failed."))
    assert [time.start.hour for time in found if time.granularity == "minute"] == [hour]


@pytest.mark.parametrize("text", ["Q3 of 2024", "q3 2024", "the third quarter of 2024"])
def test_a_quarter_is_read_by_number_and_by_word(text):
    [time] = find_times(read(f"Output fell in {text}."))
    assert (f"{time.start:%Y-%m-%d}", f"{time.end:%Y-%m-%d}") == ("2024-07-01", "2024-10-01")


def test_a_time_that_a_record_is_measured_from_is_marked():
    [time] = find_times(read("It was the largest exchange since the war began in February 2022."))
    assert "record" in time.reasons


def test_a_day_just_ahead_beside_a_verb_of_the_past_is_not_last_years():
    [time] = find_times(read("He proposed talks on May 26 after others threatened sanctions."))
    assert time.start == datetime(2025, 5, 26, tzinfo=UTC)


def test_a_span_of_hours_has_its_zone_and_another_clock_in_brackets_between():
    text = "Thirty drones came from 3 p.m. Moscow time (12 p.m. GMT) to 6 p.m. on Wednesday."
    span = next(time for time in find_times(read(text)) if time.granularity == "hour")
    assert (span.start.hour, span.end.hour) == (12, 15)


def test_the_last_24_hour_period_is_a_day():
    [time] = find_times(read("The district was shelled during the last 24-hour reporting period."))
    assert (time.end - time.start).total_seconds() == 24 * 3600
