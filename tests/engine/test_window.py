from datetime import UTC, datetime, timedelta

from sitrep.engine.window import choose, narrowed, trusted, window_end
from sitrep.store.protocol import Publication, View

DAY = timedelta(hours=24)
HOUR = timedelta(hours=1)
NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)


def published(*hours: float) -> list[Publication]:
    """Articles named by the hours from noon at which they appeared."""
    return [Publication(article_id=f"{hour:g}", published_at=NOON + hour * HOUR) for hour in hours]


def everything(ids):
    return set(ids)


def nothing(_ids):
    return set()


def test_the_end_is_the_first_full_hour_that_leaves_the_newest_article_in():
    assert window_end(NOON) == NOON + HOUR
    assert window_end(NOON + timedelta(minutes=59, seconds=59)) == NOON + HOUR


def test_without_being_told_it_is_the_day_up_to_the_newest_article_on_the_theatre():
    view = choose(View(), published(-30, -20, -1.5, -0.5), DAY, lambda ids: {"-1.5"} & set(ids))
    assert (view.since, view.until) == (NOON - HOUR - DAY, NOON - HOUR)


def test_it_looks_further_back_until_something_is_on_the_theatre():
    asked = []

    def far_back(ids):
        asked.append(list(ids))
        return {"-70"} & set(ids)

    view = choose(View(), published(-70, -60, -30, -1), DAY, far_back)
    assert view.until == NOON - 69 * HOUR
    assert asked == [["-1"], ["-30"], ["-70", "-60"]]


def test_with_nothing_on_the_theatre_it_is_the_day_up_to_the_newest_article():
    assert choose(View(), published(-30, -2), DAY, nothing).until == NOON - HOUR


def test_without_articles_there_is_no_window():
    assert choose(View(), [], DAY, everything) == View()


def test_what_is_asked_for_is_kept():
    asked = View(since=NOON - HOUR, until=NOON, as_of=NOON)
    assert choose(asked, published(-5, 5), DAY, everything) == asked


def test_an_end_alone_gives_the_day_before_it():
    assert choose(View(until=NOON), [], DAY, everything).since == NOON - DAY


def test_a_beginning_alone_reaches_to_the_newest_article():
    asked = View(since=NOON - 50 * HOUR)
    assert choose(asked, published(-60, 3), DAY, nothing).until == NOON + 4 * HOUR
    assert choose(asked, [], DAY, nothing).until == NOON - 49 * HOUR


def test_a_date_in_2099_does_not_move_the_window():
    day = published(*(-n / 2 for n in range(40, -1, -1)))
    wrong = Publication(article_id="x", published_at=datetime(2099, 1, 1, tzinfo=UTC))
    assert trusted([*day, wrong], DAY) == day
    assert choose(View(), [*day, wrong], DAY, everything).until == NOON + HOUR


def test_a_slow_hour_after_a_busy_day_is_trusted():
    busy = published(*(-n / 10 for n in range(200, 0, -1)), 5)
    assert trusted(busy, DAY) == busy


def test_one_article_is_enough():
    assert trusted(published(0), DAY) == published(0)


def test_a_window_of_too_many_articles_begins_later():
    window = View(since=NOON - DAY, until=NOON)
    known = published(-30, -20, -10, -5, -1, 3)
    assert narrowed(window, known, 4) == (window, 0)
    assert narrowed(window, known, 2) == (View(since=NOON - 5 * HOUR, until=NOON), 2)
    assert narrowed(View(), known, 2) == (View(since=NOON - HOUR), 4)


def test_a_narrowed_window_holds_no_more_than_asked_where_articles_share_a_time():
    known = [*published(-20), *published(-10) * 3, *published(-5)]
    window = View(since=NOON - DAY, until=NOON)
    assert narrowed(window, known, 2) == (View(since=NOON - 5 * HOUR, until=NOON), 4)
    same = published(-10) * 3
    assert narrowed(window, same, 2) == (View(since=NOON - 10 * HOUR, until=NOON), 0)
