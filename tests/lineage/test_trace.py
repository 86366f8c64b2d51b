"""The lineage stage as a whole."""

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.lineage.copies import blocks, copies
from sitrep.lineage.scan import scan
from sitrep.lineage.trace import trace

SOME = (
    "bridge-wire", "bridge-copy", "bridge-credit", "bridge-own", "bridge-second", "bridge-short",
    "dam-live", "dam-wire", "grain-german", "grain-wire", "swap-roundup", "swap-wire",
)  # fmt: skip


def named(lineage, *ids):
    """Return the names of the origins that hold all of `ids`."""
    return [o.name for o in lineage.origins if set(ids) <= set(o.articles)]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(SOME))
def test_the_order_of_the_articles_changes_nothing(order, reports, vocabulary, encoder):
    expected = trace([reports[id_] for id_ in SOME], vocabulary=vocabulary, encoder=encoder)
    shuffled = trace([reports[id_] for id_ in order], vocabulary=vocabulary, encoder=encoder)
    assert shuffled == expected


def test_an_article_given_twice_counts_once(reports, vocabulary, encoder):
    once = trace([reports[id_] for id_ in SOME], vocabulary=vocabulary, encoder=encoder)
    twice = trace([reports[id_] for id_ in SOME * 2], vocabulary=vocabulary, encoder=encoder)
    assert once == twice


def test_any_number_of_shards_finds_the_same_copies(reports, vocabulary):
    scans = scan(reports.values(), vocabulary)
    signatures = {id_: item.signature for id_, item in scans.items()}
    groups = list(blocks(signatures.values()).values())
    whole = set(copies(groups, signatures))
    for shards in (2, 7):
        parts = (copies(groups[start::shards], signatures) for start in range(shards))
        assert set(itertools.chain.from_iterable(parts)) == whole


def test_every_article_has_one_story_and_an_origin(reports, vocabulary, encoder):
    lineage = trace(list(reports.values()), vocabulary=vocabulary, encoder=encoder)
    in_stories = [id_ for story in lineage.stories for id_ in story.articles]
    assert sorted(in_stories) == sorted(reports)
    assert {id_ for origin in lineage.origins for id_ in origin.articles} == set(reports)


def test_nothing_comes_of_nothing(vocabulary, encoder):
    lineage = trace([], vocabulary=vocabulary, encoder=encoder)
    assert (lineage.origins, lineage.stories, lineage.links) == ((), (), ())


def test_articles_without_date_or_text_are_placed_too(make_article, vocabulary, encoder):
    bare = [
        make_article("a", "", title=""),
        make_article("b", "Rain", title="Rain", language="und"),
    ]
    lineage = trace(bare, vocabulary=vocabulary, encoder=encoder)
    assert sorted(story.articles for story in lineage.stories) == [("a",), ("b",)]
    assert all(story.first_at is None for story in lineage.stories)


def test_copies_and_relays_of_a_wire_are_one_origin(reports, vocabulary, encoder):
    kept = ["bridge-wire", "bridge-copy", "bridge-edit", "bridge-short", "bridge-credit"]
    lineage = trace([reports[id_] for id_ in kept], vocabulary=vocabulary, encoder=encoder)
    (origin,) = lineage.origins
    assert (origin.name, origin.agency, origin.root) == ("Northwire", "northwire", "bridge-wire")
    assert origin.articles == tuple(sorted(kept))
    assert "“Northwire reported” (Lakeland Daily)" in origin.reasons


def test_two_clients_lead_to_the_wire_that_is_not_there(reports, vocabulary, encoder):
    kept = [reports["raid-copy"], reports["raid-copy2"]]
    lineage = trace(kept, vocabulary=vocabulary, encoder=encoder)
    (origin,) = lineage.origins
    assert (origin.name, origin.agency, origin.side) == ("Kestrel News Agency", "kna", "westland")


def test_independent_reports_of_one_event_are_two_origins_of_one_story(
    reports, vocabulary, encoder
):
    kept = [reports["swap-wire"], reports["swap-second"]]
    lineage = trace(kept, vocabulary=vocabulary, encoder=encoder)
    assert len(lineage.stories) == 1
    assert sorted(origin.name for origin in lineage.origins) == [
        "Kestrel News Agency",
        "Riverside Courier",
    ]


def test_a_round_up_takes_up_the_wire_and_has_an_origin_of_its_own(reports, vocabulary, encoder):
    kept = [reports["swap-wire"], reports["swap-roundup"]]
    lineage = trace(kept, vocabulary=vocabulary, encoder=encoder)
    assert named(lineage, "swap-wire", "swap-roundup") == ["Kestrel News Agency"]
    assert sorted(named(lineage, "swap-roundup")) == [
        "Evening Standard of Sarnel",
        "Kestrel News Agency",
    ]


def test_last_nights_raid_is_not_this_nights(reports, vocabulary, encoder):
    kept = [reports["raid-army"], reports["raid-next"]]
    lineage = trace(kept, vocabulary=vocabulary, encoder=encoder)
    assert len(lineage.stories) == 2


def test_a_story_is_named_after_a_full_report_and_spans_its_time(reports, vocabulary, encoder):
    kept = [reports[id_] for id_ in ("dam-wire", "dam-copy", "dam-second")]
    (story,) = trace(kept, vocabulary=vocabulary, encoder=encoder).stories
    assert story.label == reports[story.lead].title
    assert story.lead == "dam-wire"
    assert (story.first_at, story.last_at) == (
        reports["dam-wire"].published_at,
        reports["dam-copy"].published_at,
    )


def test_a_wire_copy_is_linked_to_its_original(reports, vocabulary, encoder):
    kept = [reports["bridge-wire"], reports["bridge-credit"]]
    (link,) = trace(kept, vocabulary=vocabulary, encoder=encoder).links
    assert (link.left, link.right, link.relation) == ("bridge-wire", "bridge-credit", "wire_copy")
    assert link.reasons == ("“Northwire reported”",)
