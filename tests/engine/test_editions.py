"""Texts that one report had one after the other."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sitrep.engine.editions import REPLACED, WITHDRAWN, settle
from sitrep.engine.standing import standing
from sitrep.model.documents import Article, RawDocument, Sentence
from sitrep.model.ids import make_id, sha256
from sitrep.store.protocol import Edition, Report, View
from sitrep.store.sqlite import open_sqlite

NOON = datetime(2025, 3, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADDRESS = "https://wire.example/harbour"
FIRST = "The mayor of Harbour said eleven drones were shot down over the bay on Tuesday."
CORRECTED = "The mayor of Harbour said seven drones were shot down over the bay on Tuesday."


def article(text, *, hours=0, changed=None, known=None, url=ADDRESS, usable=True, title=""):
    at = NOON + hours * HOUR
    return Article(
        id=make_id("art", url, text, title, usable, hours, changed),
        raw_id=make_id("raw", url, text, title, usable, hours, changed, known),
        source_id="wire",
        outlet="The Wire",
        url=url,
        title=title or text[:30],
        text=text,
        language="en",
        published_at=at,
        date_basis="declared",
        modified_at=None if changed is None else NOON + changed * HOUR,
        known_at=None if known is None else NOON + known * HOUR,
        sentences=(Sentence(start=0, end=len(text)),),
        usable=usable,
    )


def edition(one):
    return Edition(
        article_id=one.id,
        source_id=one.source_id,
        url=one.url,
        given_id=one.given_id,
        published_at=one.published_at,
        modified_at=one.modified_at,
        known_at=one.known_at,
        usable=one.usable,
    )


def settled(*articles):
    texts = {one.id: one for one in articles}
    return settle(map(edition, articles), lambda ids: {id_: texts[id_] for id_ in ids})


def report(one):
    body = f"{one.raw_id}{one.text}".encode()
    document = RawDocument(
        id=one.raw_id, source_id="wire", media_type="text/plain", body_sha256=sha256(body)
    )
    return Report(document=document, body=body, article=one)


def test_a_changed_text_replaces_the_one_before_it():
    old, new = article(FIRST), article(CORRECTED, changed=2)
    assert list(settled(old, new).gone) == [old.id]
    assert settled(old, new).gone[old.id].startswith(REPLACED)


def test_the_publishers_clock_goes_before_ours():
    new = article(CORRECTED, changed=2, known=3)
    late = article(FIRST, known=5)
    assert list(settled(late, new).gone) == [late.id]


def test_where_the_publisher_tells_nothing_our_clock_decides():
    old, new = article(FIRST, known=1), article(CORRECTED, known=4)
    assert list(settled(new, old).gone) == [old.id]


def test_two_texts_that_no_clock_tells_apart_both_stay_and_say_so():
    found = settled(article(FIRST), article(CORRECTED))
    assert found.gone == {}
    assert [issue.code for issue in found.issues] == ["edition-undecided"]


def test_an_address_under_which_story_after_story_stands_is_no_one_report():
    other = article("Grain exports through the port doubled since autumn, traders say.", changed=2)
    assert settled(article(FIRST), other).gone == {}


def test_a_notice_takes_back_every_text_before_it():
    texts = [article(FIRST), article(CORRECTED, changed=1)]
    notice = article("", changed=2, usable=False)
    gone = settled(*texts, notice).gone
    assert set(gone) == {one.id for one in texts}
    assert all(why.startswith(WITHDRAWN) for why in gone.values())


def test_a_notice_of_the_same_time_as_its_report_is_the_later():
    old, notice = article(FIRST), article(FIRST, usable=False)
    assert list(settled(old, notice).gone) == [old.id]


def test_a_report_released_again_after_a_hold_stands():
    held, released = article("", changed=1, usable=False), article(CORRECTED, changed=3)
    old = article(FIRST)
    assert list(settled(old, held, released).gone) == [old.id]


def test_a_notice_reaches_its_report_by_the_publishers_id_alone():
    old = replace(article(FIRST), given_id="w-7")
    notice = replace(article("", changed=2, usable=False), url=None, given_id="w-7")
    assert list(settled(old, notice).gone) == [old.id]


def test_as_of_before_a_correction_gives_the_old_text(store):
    old, new = article(FIRST), article(CORRECTED, changed=2)
    store.reports.add([report(old), report(new)])

    def texts(as_of):
        gone = standing(store.reports, (), as_of=as_of).gone
        return [a.text for a in store.reports.articles(View(as_of=as_of)) if a.id not in gone]

    assert texts(NOON + HOUR) == [FIRST]
    assert texts(NOON + 2 * HOUR) == [CORRECTED]
    assert texts(None) == [CORRECTED]


MOMENTS = st.one_of(st.none(), st.integers(0, 6))
ARTICLES = st.lists(
    st.builds(
        article,
        st.sampled_from([FIRST, CORRECTED, "", "A second report, of grain and of ships at sea."]),
        hours=st.integers(0, 4),
        changed=MOMENTS,
        known=MOMENTS,
        url=st.sampled_from([ADDRESS, "https://wire.example/bridge", None]),
        usable=st.sampled_from([True, True, True, False]),
    ).filter(lambda one: bool(one.text) or not one.usable),
    min_size=1,
    max_size=7,
)


def looks(store, hours):
    """What is known at some moments, and what of it counts."""
    found = []
    for hour in hours:
        as_of = None if hour is None else NOON + hour * HOUR
        gone = standing(store.reports, (), as_of=as_of).gone
        seen = store.reports.articles(View(as_of=as_of))
        found.append([(one.id, gone.get(one.id)) for one in seen])
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("editions")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(articles=ARTICLES, data=st.data())
def test_any_order_of_arrival_gives_the_same_present_and_past(folder, articles, data):
    shuffled = data.draw(st.permutations(articles))
    views = []
    for number, order in enumerate((articles, shuffled)):
        path = folder / f"{number}.db"
        path.unlink(missing_ok=True)
        with open_sqlite(path) as store:
            for one in order:
                store.reports.add([report(one)])
            views.append(looks(store, [None, *range(8)]))
    assert views[0] == views[1]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(articles=ARTICLES, late=ARTICLES, now=st.integers(0, 5))
def test_what_comes_in_later_never_changes_an_earlier_view(folder, articles, late, now):
    path = folder / "past.db"
    path.unlink(missing_ok=True)
    arrived = NOON + (now + 1) * HOUR
    with open_sqlite(path) as store:
        store.reports.add([report(one) for one in articles])
        before = looks(store, range(now + 1))
        held = {one.id for one in articles}
        fresh = [replace(one, known_at=arrived) for one in late if one.id not in held]
        store.reports.add([report(one) for one in fresh])
        assert looks(store, range(now + 1)) == before
