"""Names as a sentence has them."""

from sitrep.vocabulary.load import load
from sitrep.vocabulary.wording import actor_name, proposal_name


def test_a_name_takes_its_article_where_it_needs_one():
    theatre = load().theatres["ukraine"]
    assert actor_name("russia", theatre) == "Russia"
    assert actor_name("united-states", theatre) == "the United States"


def test_a_proposal_is_named_as_the_theatre_file_does_else_by_its_kind():
    theatre = load().theatres["ukraine"]
    assert proposal_name("30-day-ceasefire", theatre) == "the 30-day ceasefire"
    assert proposal_name("exchange", theatre) == "an exchange"
