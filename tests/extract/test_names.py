import pickle
from itertools import pairwise

import pytest

from sitrep.extract.names import NameFinder


@pytest.fixture(scope="module")
def finder(vocabulary):
    return NameFinder(vocabulary)


def names(finder, reading):
    return [(m.span.quote, m.kind, m.entity_id) for m in finder.find(reading)]


def test_aliases_demonyms_and_the_longest_name_win(finder, parsed):
    found = names(finder, parsed("Ukraine's air force said Ukrainian crews downed a jet."))
    assert found[:2] == [
        ("Ukraine's air force", "force", "ukraine-air-force"),
        ("Ukrainian", "demonym", "ukraine"),
    ]


def test_us_is_a_state_only_in_capitals(finder, parsed):
    found = names(finder, parsed("Let us go, said the US envoy."))
    assert found == [("US", "country", "united-states")]


def test_a_capital_is_an_actor_only_where_it_acts(finder, parsed):
    found = names(finder, parsed("Moscow rejected the plan. Crowds gathered in Moscow."))
    assert found == [("Moscow", "place", "russia")]


def test_a_surname_after_the_full_name_is_the_same_person(finder, parsed):
    reading = parsed("Vitaly Orlenko spoke first. Orlenko then left.")
    found = finder.find(reading)
    assert [mention.name for mention in found] == ["Vitaly Orlenko", "Vitaly Orlenko"]
    assert "surname" in found[1].reasons


def test_the_finder_travels_to_workers(finder, parsed):
    copy = pickle.loads(pickle.dumps(finder))
    reading = parsed("The Kremlin denied it.")
    assert copy.find(reading) == finder.find(reading)


def test_no_mention_overlaps_another_and_all_quote_the_text(finder, parsed):
    text = "U.S. President Donald Trump’s envoy met Vladimir Putin; Putin and Trump will speak."
    found = finder.find(parsed(text))
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start
    assert all(text[m.span.start : m.span.end] == m.span.quote for m in found)
