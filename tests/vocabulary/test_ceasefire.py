"""How reports tell of truces."""

import pytest

from sitrep.vocabulary.ceasefire import patterns

TOLD = {
    "extended": "the 30-day truce was extended by a week",
    "suspended": "‹norland› suspended the ceasefire in the valley",
    "lapsed": "the expiry of the humanitarian pause left convoys stranded",
    "ended": "the local ceasefire that both towns had signed collapsed overnight",
    "in force": "after the truce took effect the guns fell silent",
}


@pytest.mark.parametrize("act", TOLD)
def test_each_way_a_truce_fares_is_found_where_the_whole_pattern_finds_it(act):
    fare = patterns().fares[act]
    found = [match.span() for match in fare.found_in(TOLD[act])]
    assert found
    assert found == [match.span() for match in fare.whole.finditer(TOLD[act])]


def test_each_sentence_tells_one_way_alone():
    for act, text in TOLD.items():
        told = [name for name, fare in patterns().fares.items() if any(fare.found_in(text))]
        assert told == [act]


def test_words_without_a_truce_do_not_make_one():
    assert not any(patterns().fares["extended"].found_in("the school year was extended"))
