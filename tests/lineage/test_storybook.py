"""How a new article joins a story or starts one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import numpy as np
import pytest

from sitrep.lineage.features import Features
from sitrep.lineage.shelf import Horizon, Report
from sitrep.lineage.storybook import REVISED, SETTLED, StoryBook, assigned
from sitrep.lineage.trace import reports, trace

MONDAY = datetime(2031, 6, 2, 6, tzinfo=UTC)

FLOOD = (
    "Dam above Lenmark bursts",
    (
        "The dam above Lenmark burst at dawn and the Arda river flooded the lower town. Rescuers "
        "took 400 people off the roofs of Lenmark, said mayor Oda Brill."
    ),
)
FLOOD_LATER = (
    "Lenmark dam burst: rescuers count the missing",
    (
        "Rescuers in Lenmark searched the flooded lower town for the missing after the dam burst. "
        "The Arda river fell by a metre, mayor Oda Brill said."
    ),
)
FLOOD_INQUIRY = (
    "Engineers had warned of cracks in Lenmark dam",
    (
        "Cracks in the dam above Lenmark were known before it burst and the Arda river flooded the "
        "lower town, engineers told mayor Oda Brill."
    ),
)
TALKS = (
    "Westland and Ostia envoys meet in Karden",
    (
        "Envoys of Westland and Ostia met in Karden for talks on prisoners. The foreign minister "
        "of Karden, Ilse Varga, called the first session frank."
    ),
)


@pytest.fixture
def read(make_article, vocabulary, encoder) -> Callable[..., list[Report]]:
    """Read (title, text) pairs, a day apart from each other, ids "a", "b", … in the given order."""

    def made(*told: tuple[str, str], hours: float = 24) -> list[Report]:
        articles = [
            make_article(
                chr(ord("a") + number),
                text,
                title=title,
                outlet=f"Gazette {number}",
                published_at=MONDAY + timedelta(hours=hours * number),
            )
            for number, (title, text) in enumerate(told)
        ]
        return reports(articles, vocabulary=vocabulary, encoder=encoder)

    return made


def plain(id_: str, *terms: str, days: float = 0, **fields) -> Report:
    """A report that says nothing but its terms."""
    features = Features(
        article_id=id_,
        terms=dict.fromkeys(terms, 1),
        encoded="",
        figures=frozenset(),
        wires=frozenset(),
        language=fields.pop("language", "en"),
        published_at=fields.pop("published_at", MONDAY + timedelta(days=days)),
    )
    meaning = np.array(fields.pop("meaning", [0.0, 0.0]), dtype=np.float32)
    return Report(features=features, meaning=meaning, title=id_, **fields)


def groups(book: StoryBook) -> set[tuple[str, ...]]:
    return {story.articles for story in book.stories()}


def test_a_story_grows_across_days_and_keeps_its_id(read):
    book = StoryBook()
    dam, talks, search, inquiry = read(FLOOD, TALKS, FLOOD_LATER, FLOOD_INQUIRY)
    first = book.add(dam)
    assert first.started
    assert book.add(talks).started
    for later in (search, inquiry):
        placed = book.add(later)
        assert (placed.story, placed.started, placed.moved) == (first.story, False, {})
    story = book.story(first.story)
    assert story.articles == ("a", "c", "d")
    assert (story.first_at, story.last_at) == (MONDAY, MONDAY + timedelta(days=3))
    titles = {"a": FLOOD[0], "c": FLOOD_LATER[0], "d": FLOOD_INQUIRY[0]}
    assert story.label == titles[story.lead]


def test_an_unlike_article_starts_a_story_of_its_own(read):
    book = StoryBook()
    for report in read(FLOOD, TALKS):
        assert book.add(report).started
    assert groups(book) == {("a",), ("b",)}


def test_order_of_arrival_changes_nothing_where_stories_are_clear(read):
    told = read(FLOOD, TALKS, FLOOD_LATER, FLOOD_INQUIRY, hours=5)
    for order in permutations(told):
        book = StoryBook()
        for report in order:
            book.add(report)
        assert groups(book) == {("a", "c", "d"), ("b",)}


def test_an_article_between_two_stories_unites_them_under_the_id_of_the_older():
    book = StoryBook()
    first = book.add(plain("a", "dam", "burst", "roofs", "mayor", "rain")).story
    second = book.add(plain("b", "dam", "burst", "fields", "sheep", "storm")).story
    assert first != second
    placed = book.add(plain("c", "dam", "burst", "roofs", "fields", "mayor", "sheep"))
    assert placed.story == first
    assert placed.moved == {"b": first}
    assert groups(book) == {("a", "b", "c")}


def test_a_greater_story_gives_its_id_to_a_lesser_older_one():
    book = StoryBook()
    book.add(plain("a", "river", "flood"))
    greater = book.add(plain("b", "dam", "burst")).story
    book.add(plain("c", "dam", "burst"))
    placed = book.add(plain("d", "dam", together=("a", "c")))
    assert placed.story == greater
    assert placed.moved == {"a": greater}


def test_a_nearer_article_draws_another_out_of_its_story():
    book = StoryBook()
    old = book.add(plain("a", "dam", "burst", "roofs")).story
    assert book.add(plain("b", "dam", "burst", "court", "judge")).story == old
    near = book.add(plain("c", "court", "judge", "dam"))
    assert near.started
    assert near.moved == {"b": near.story}
    assert groups(book) == {("a",), ("b", "c")}
    assert book.story_of("a") == old


def test_the_first_article_can_leave_the_story_that_bears_its_name():
    book = StoryBook()
    old = book.add(plain("a", "dam", "burst", "roofs")).story
    book.add(plain("b", "dam", "burst", "court", "judge"))
    book.add(plain("c", "dam", "burst", "court", "judge"))
    assert groups(book) == {("a", "b", "c")}
    placed = book.add(plain("d", "court", "judge"))
    assert groups(book) == {("a",), ("b", "c", "d")}
    assert placed.story == old
    assert placed.moved == {"a": book.story_of("a")}
    assert book.story_of("a") != old


def test_a_copy_shares_the_story_whatever_its_words():
    book = StoryBook()
    first = book.add(plain("a", "dam"))
    copy = book.add(plain("b", "Damm", language="de", together=("a", "not-yet-here")))
    assert copy.story == first.story


def test_languages_meet_by_meaning():
    book = StoryBook()
    first = book.add(plain("a", "dam", meaning=[1.0, 0.0]))
    near = book.add(plain("b", "Damm", language="de", meaning=[0.8, 0.6]))
    far = book.add(plain("c", "Gericht", language="de", meaning=[0.0, 1.0]))
    assert near.story == first.story
    assert far.started


def test_a_late_article_joins_the_story_of_its_day():
    book = StoryBook()
    first = book.add(plain("a", "dam", "burst", days=0)).story
    book.add(plain("b", "talks", "envoy", days=8))
    late = book.add(plain("late", "dam", "burst", days=0.2))
    assert late.story == first
    assert book.story(first).last_at == MONDAY + timedelta(days=0.2)


def test_beyond_the_horizon_a_story_closes_and_what_comes_starts_another():
    book = StoryBook(Horizon(days=10))
    first = book.add(plain("a", "dam", "burst")).story
    placed = book.add(plain("b", "talks", "envoy", days=30))
    assert not placed.closed
    placed = book.add(plain("c", "talks", "envoy", days=31))
    assert [story.articles for story in placed.closed] == [("a",)]
    assert placed.closed[0].id == first
    assert book.add(plain("d", "dam", "burst", days=31)).started
    assert len(book) == 3


def test_an_article_beyond_the_horizon_stays_a_part_of_a_story_that_goes_on():
    book = StoryBook(Horizon(days=10))
    first = book.add(plain("a", "dam", "burst", days=0)).story
    for number in range(1, 9):
        assert book.add(plain(f"b{number}", "dam", "burst", days=4 * number)).story == first
    assert len(book) < 9
    assert book.story(first).first_at == MONDAY
    assert len(book.story(first).articles) == 9


def test_the_horizon_bounds_what_is_kept():
    book = StoryBook(Horizon(articles=50))
    closed = 0
    for number in range(300):
        closed += len(book.add(plain(f"{number:03}", f"word{number}", "news")).closed)
    assert len(book) == 50
    assert len(book.stories()) == 50
    assert closed == 250


def test_one_date_far_ahead_does_not_empty_the_book():
    book = StoryBook(Horizon(days=10))
    for number in range(5):
        book.add(plain(f"{number}", f"word{number}"))
    book.add(plain("ahead", "dam", published_at=datetime(9999, 12, 31, tzinfo=UTC)))
    book.add(plain("undated", "dam", published_at=None))
    assert len(book) == 7


def test_a_story_of_very_many_articles_goes_on_growing_under_its_id():
    book = StoryBook()
    for number in range(REVISED + SETTLED):
        placed = book.add(plain(f"{number:03}", "dam", "burst", days=number / 200))
    assert placed.story == book.story_of("000")
    assert len(book.stories()) == 1


def test_an_article_without_words_stands_alone():
    book = StoryBook()
    assert book.add(plain("a")).started
    assert book.add(plain("b")).started
    assert book.add(plain("c", "dam")).started


def test_an_article_is_taken_once():
    book = StoryBook()
    book.add(plain("a", "dam"))
    with pytest.raises(ValueError, match="a is in the story book already"):
        book.add(plain("a", "dam"))


def test_a_book_opened_again_goes_on_as_it_was():
    told = [plain("a", "dam", "burst"), plain("b", "talks", "envoy"), plain("c", "dam", "burst")]
    book, again = StoryBook(), StoryBook()
    for report in told:
        book.add(report)
    for report in told:
        again.keep(report, book.story_of(report.features.article_id))
    assert again.stories() == book.stories()
    later = plain("d", "talks", "envoy", "dam", days=1)
    assert again.add(later) == book.add(later)


def test_every_article_is_in_one_story_and_the_result_repeats(read):
    told = read(FLOOD, TALKS, FLOOD_LATER, FLOOD_INQUIRY)
    once = assigned(told)
    assert once == assigned(told)
    assert sorted(id_ for story in once for id_ in story.articles) == ["a", "b", "c", "d"]


def test_in_order_the_lineage_of_a_day_keeps_the_ids_of_its_stories_on_the_next(
    make_article, vocabulary, encoder
):
    articles = [
        make_article(
            f"art-{number}",
            text,
            title=title,
            outlet=f"Gazette {number}",
            published_at=MONDAY + timedelta(days=number),
        )
        for number, (title, text) in enumerate([FLOOD, TALKS, FLOOD_LATER])
    ]
    engines = {"vocabulary": vocabulary, "encoder": encoder, "in_order": True}
    before = {story.id for story in trace(articles[:2], **engines).stories}
    after = trace(articles[::-1], **engines)
    assert {story.id for story in after.stories} == before
    assert {story.articles for story in after.stories} == {("art-0", "art-2"), ("art-1",)}


def test_backing_chooses_the_lead():
    book = StoryBook()
    weak, full = plain("a", "dam", "burst"), plain("b", "dam", "burst")
    name = book.add(replace(weak, backing=0.1)).story
    book.add(replace(full, backing=0.9))
    assert (book.story(name).lead, book.story(name).label) == ("b", "b")


def test_two_great_stories_unite_whole():
    book = StoryBook()
    for number in range(SETTLED + 5):
        first = book.add(plain(f"a{number:03}", "dam", "burst")).story
        second = book.add(plain(f"b{number:03}", "talks", "envoy")).story
    assert first != second
    placed = book.add(plain("c", "dam", "talks", together=("a000", "b000")))
    assert placed.story == first
    assert len(placed.moved) == SETTLED + 5
    assert [len(story.articles) for story in book.stories()] == [2 * SETTLED + 11]


def test_what_unites_stands_in_the_order_it_came_so_that_the_latest_of_both_speak_for_it():
    book = StoryBook()
    for number in range(SETTLED + 5):
        first = book.add(plain(f"a{number:03}", "dam", "burst")).story
        book.add(plain(f"b{number:03}", "talks", "envoy"))
    book.add(plain("c", "dam", "talks", together=("a000", "b000")))
    assert book.add(plain("d", "dam", "burst")).story == first
    assert book.add(plain("e", "talks", "envoy")).story == first
